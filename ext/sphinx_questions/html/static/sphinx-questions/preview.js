// @ts-check
"use strict";

// Shows title and answer of a question at a link to it, to a pointer that rests there
// and to a keyboard that reaches it (https://www.w3.org/TR/WCAG22/, 1.4.13): Escape
// takes the box away, a pointer may move onto it, and it stays until pointer and focus
// have left. Without this script a link is a link. The texts are a second script,
// because browsers load no data from file://; it is loaded once, when first wanted.
{
  /** Long enough that a pointer on its way elsewhere opens nothing. */
  const OPEN_DELAY = 350;

  /** Long enough to move the pointer from the link onto the box. */
  const CLOSE_DELAY = 250;

  /** Space between the link and the box, and between the box and the window. */
  const GAP = 6;
  const MARGIN = 12;

  const VERSION = 1;
  const LINK = "a.question-link";
  const BOX_ID = "question-preview";

  /**
   * Text as it is, or a style ("e" stressed, "s" strong, "c" code, "m" MathML) and a
   * text.
   *
   * @typedef {string | [string, string]} PreviewSpan
   */

  /**
   * @typedef {object} Previews
   * @property {number} version
   * @property {string[]} urls relative to the root of the site
   * @property {string[]} titles
   * @property {PreviewSpan[][][]} answers paragraphs of spans
   */

  /**
   * A box that is open.
   *
   * @typedef {object} Preview
   * @property {HTMLAnchorElement} link
   * @property {HTMLElement} box
   * @property {string | null} describedBy what described the link before
   */

  const script = document.currentScript;
  const address = script instanceof HTMLScriptElement ? script.src : location.href;

  /** @type {Promise<(link: HTMLAnchorElement) => HTMLElement | null> | undefined} */
  let loading;

  /** @type {Preview | null} */
  let preview = null;

  /** The link that a preview is wanted for, open or not. */
  /** @type {HTMLAnchorElement | null} */
  let wanted = null;

  /** The link whose preview the reader has taken away. */
  /** @type {HTMLAnchorElement | null} */
  let dismissed = null;

  let openTimer = 0;
  let closeTimer = 0;
  let pointerInside = false;

  /**
   * @template {keyof HTMLElementTagNameMap} Name
   * @param {Name} name
   * @param {string} className
   * @param {(Node | string)[]} content
   * @returns {HTMLElementTagNameMap[Name]}
   */
  function create(name, className, ...content) {
    const element = document.createElement(name);
    if (className) {
      element.className = className;
    }
    element.append(...content);
    return element;
  }

  /** @param {PreviewSpan} span */
  function createSpan(span) {
    if (typeof span === "string") {
      return document.createTextNode(span);
    }
    const [style, text] = span;
    switch (style) {
      case "e":
        return create("em", "", text);
      case "s":
        return create("strong", "", text);
      case "c":
        return create("code", "docutils literal notranslate", create("span", "pre", text));
      case "m": {
        // Made by the server and no author's words: a template runs nothing.
        const template = document.createElement("template");
        template.innerHTML = text;
        return template.content;
      }
      default:
        return document.createTextNode(text);
    }
  }

  /**
   * An address by which a page is known however it was opened.
   *
   * @param {string} href
   */
  function normalise(href) {
    const url = new URL(href);
    url.search = "";
    url.pathname = url.pathname.replace(/\/index\.html$/, "/");
    return url.href;
  }

  /**
   * @param {Previews | undefined} previews
   * @returns {(link: HTMLAnchorElement) => HTMLElement | null}
   */
  function createFinder(previews) {
    if (previews?.version !== VERSION) {
      return () => null;
    }
    const root = new URL("../../", address);
    const rows = new Map(
      previews.urls.map((url, row) => [normalise(new URL(url, root).href), row]),
    );
    return (link) => {
      const row = rows.get(normalise(link.href));
      if (row === undefined) {
        return null;
      }
      return create(
        "div",
        "question-preview",
        create("p", "question-preview-title", previews.titles[row]),
        ...previews.answers[row].map((spans) => create("p", "", ...spans.map(createSpan))),
      );
    };
  }

  function load() {
    loading ??= new Promise((resolve) => {
      const element = document.createElement("script");
      const finish = () => {
        const { sphinxQuestions } = /** @type {any} */ (globalThis);
        resolve(createFinder(sphinxQuestions?.previews));
      };
      element.addEventListener("load", finish);
      element.addEventListener("error", finish);
      element.src = new URL("previews.js", address).href;
      document.head.append(element);
    });
    return loading;
  }

  /**
   * Put the box below the link, or above it where there is more room. It begins at the
   * line that the pointer is on, and covers no line of the link.
   *
   * @param {HTMLElement} box
   * @param {HTMLAnchorElement} link
   * @param {number} y of the pointer: a link may go over two lines
   */
  function place(box, link, y) {
    const lines = [...link.getClientRects()];
    const pointed = lines.find((line) => y >= line.top && y <= line.bottom) ?? lines[0];
    if (!pointed) {
      return;
    }
    box.style.left = "0";
    box.style.top = "0";
    const own = box.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    const { top: first, bottom: last } = link.getBoundingClientRect();
    const below = clientHeight - last - GAP - MARGIN;
    const isBelow = own.height <= below || below >= first - GAP - MARGIN;
    const x = Math.max(MARGIN, Math.min(pointed.left, clientWidth - own.width - MARGIN));
    const top = isBelow ? last + GAP : first - GAP - own.height;
    // By the difference, whatever element the box is placed against.
    box.style.left = `${x - own.left}px`;
    box.style.top = `${top - own.top}px`;
  }

  /**
   * @param {HTMLAnchorElement} link
   * @param {number} y
   */
  async function open(link, y) {
    const find = await load();
    if (wanted !== link || preview?.link === link || !link.isConnected) {
      return;
    }
    close();
    const box = find(link);
    if (!box) {
      return;
    }
    wanted = link;
    box.id = BOX_ID;
    box.setAttribute("role", "tooltip");
    document.body.append(box);
    place(box, link, y);
    preview = { link, box, describedBy: link.getAttribute("aria-describedby") };
    link.setAttribute("aria-describedby", BOX_ID);
    // Browsers would show it in a second box, over this one.
    link.removeAttribute("title");
  }

  function close() {
    clearTimeout(openTimer);
    clearTimeout(closeTimer);
    closeTimer = 0;
    wanted = null;
    if (!preview) {
      return;
    }
    const { link, box, describedBy } = preview;
    preview = null;
    box.remove();
    if (describedBy === null) {
      link.removeAttribute("aria-describedby");
    } else {
      link.setAttribute("aria-describedby", describedBy);
    }
  }

  /**
   * @param {HTMLAnchorElement} link
   * @param {number} y
   */
  function openSoon(link, y) {
    clearTimeout(closeTimer);
    closeTimer = 0;
    if (wanted === link || dismissed === link) {
      return;
    }
    clearTimeout(openTimer);
    wanted = link;
    void load();
    openTimer = setTimeout(() => void open(link, y), OPEN_DELAY);
  }

  function closeSoon() {
    if (!preview) {
      close();
    } else if (!closeTimer) {
      closeTimer = setTimeout(close, CLOSE_DELAY);
    }
  }

  /** @param {Event} event */
  function findLink(event) {
    const { target } = event;
    const link = target instanceof Element ? target.closest(LINK) : null;
    if (!(link instanceof HTMLAnchorElement)) {
      return null;
    }
    // In a card, its reader has the answer in front of them.
    const card = link.closest("article.question");
    return card?.id && link.hash === `#${card.id}` ? null : link;
  }

  /** @param {HTMLAnchorElement | null} link */
  function hasFocus(link) {
    return link !== null && link === document.activeElement && link.matches(":focus-visible");
  }

  document.addEventListener("pointerover", (event) => {
    // A finger does not rest on a link, it follows it.
    if (event.pointerType === "touch" || event.buttons) {
      return;
    }
    const { target } = event;
    const link = findLink(event);
    const isOnBox = target instanceof Node && Boolean(preview?.box.contains(target));
    pointerInside = isOnBox || link !== null;
    if (link !== dismissed && !isOnBox) {
      dismissed = null;
    }
    if (isOnBox) {
      // Another link may have been on the way here.
      clearTimeout(openTimer);
      clearTimeout(closeTimer);
      closeTimer = 0;
      wanted = preview?.link ?? null;
    } else if (link) {
      openSoon(link, event.clientY);
    } else if (wanted && !hasFocus(wanted)) {
      closeSoon();
    }
  });

  document.documentElement.addEventListener("pointerleave", () => {
    pointerInside = false;
    if (!hasFocus(wanted)) {
      closeSoon();
    }
  });

  document.addEventListener("focusin", (event) => {
    const link = findLink(event);
    dismissed = null;
    if (link && link.matches(":focus-visible")) {
      openSoon(link, link.getClientRects()[0]?.top ?? 0);
    }
  });

  document.addEventListener("focusout", (event) => {
    if (event.target === wanted && !pointerInside) {
      closeSoon();
    }
  });

  // A link that is followed needs no preview, least of all on the page that it opens.
  for (const name of ["click", "auxclick", "dragstart"]) {
    document.addEventListener(name, (event) => {
      const link = findLink(event);
      if (link) {
        close();
        dismissed = link;
      }
    });
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && wanted) {
      dismissed = wanted;
      close();
    }
  });
}
