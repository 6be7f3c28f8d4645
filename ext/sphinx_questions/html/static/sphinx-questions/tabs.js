// @ts-check
"use strict";

// Without this script a card is a linear article, complete and printable. The script
// turns the sections of each `.question-tabs` into tabs after the ARIA pattern
// (https://www.w3.org/WAI/ARIA/apg/patterns/tabs/). It is a classic script because
// modules do not load from file://, and one block because the top-level declarations
// of a classic script are shared with every other script of the page.
{
  const STORAGE_KEY = "sphinx-questions.tab";
  const STATUS_SECONDS = 2;

  // Set by the early script in the head, which keeps the place of the tabs free.
  const PENDING_CLASS = "question-tabs-pending";

  const FOCUSABLE =
    "a[href], button, input, select, textarea, summary, audio[controls], " +
    'video[controls], iframe, [tabindex]:not([tabindex="-1"])';

  // Find-in-page opens a closed panel only where the browser knows "until-found".
  const CLOSED = "onbeforematch" in HTMLElement.prototype ? "until-found" : "";

  /**
   * The tabs of one card; `tabs[i]` opens `panels[i]`.
   *
   * @typedef {object} TabGroup
   * @property {HTMLElement} list
   * @property {HTMLButtonElement[]} tabs
   * @property {HTMLElement[]} panels
   */

  /** @type {TabGroup[]} */
  const groups = [];

  /** @returns {string | null} */
  function readStoredKey() {
    try {
      return localStorage.getItem(STORAGE_KEY);
    } catch {
      return null;
    }
  }

  /** @param {string} key */
  function storeKey(key) {
    try {
      localStorage.setItem(STORAGE_KEY, key);
    } catch {
      // Storage may be blocked or full; the choice then lasts as long as the page.
    }
  }

  /** @param {string} id */
  function replaceHash(id) {
    try {
      history.replaceState(history.state, "", `#${encodeURIComponent(id)}`);
    } catch {
      // Some browsers refuse this for file:// or in a sandboxed frame.
    }
  }

  /**
   * @param {string} hash
   * @returns {HTMLElement | null}
   */
  function findHashTarget(hash) {
    let id = hash.slice(1);
    try {
      id = decodeURIComponent(id);
    } catch {
      // A stray "%": the browser takes the id literally, and so do we.
    }
    return id ? document.getElementById(id) : null;
  }

  /** @param {MouseEvent} event */
  function isPlainClick(event) {
    return (
      event.button === 0 &&
      !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
    );
  }

  /**
   * The text of a card's or a section's heading, without its permalink sign.
   *
   * @param {Element | null} heading
   */
  function readHeading(heading) {
    const copy = heading?.cloneNode(true);
    if (!(copy instanceof Element)) {
      return "";
    }
    for (const link of copy.querySelectorAll(".headerlink")) {
      link.remove();
    }
    return (copy.textContent ?? "").trim();
  }

  /**
   * @param {HTMLElement} panel
   * @param {string} id
   */
  function createTab(panel, id) {
    const tab = document.createElement("button");
    tab.type = "button";
    tab.id = `${id}-tab`;
    tab.className = "question-tab";
    tab.textContent =
      readHeading(panel.querySelector(":scope > .question-heading")) ||
      (panel.dataset.section ?? id);
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-controls", id);
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", tab.id);
    return tab;
  }

  /**
   * @param {HTMLElement} container
   * @param {number} position
   * @returns {TabGroup | null}
   */
  function createGroup(container, position) {
    const panels = [...container.children].filter(
      /** @returns {child is HTMLElement} */
      (child) => child instanceof HTMLElement && child.matches(".question-section"),
    );
    if (panels.length < 2) {
      return null;
    }
    const list = document.createElement("div");
    list.className = "question-tablist";
    list.setAttribute("role", "tablist");
    const title = container
      .closest(".question")
      ?.querySelector(":scope > :is(h1, h2, h3, h4, h5, h6)");
    list.setAttribute("aria-label", readHeading(title ?? null));
    const tabs = panels.map((panel, index) => {
      panel.id ||= `question-panel-${position}-${index}`;
      return createTab(panel, panel.id);
    });
    list.append(...tabs);
    container.prepend(list);
    container.classList.add("question-tabs-ready");
    return { list, tabs, panels };
  }

  /**
   * A panel takes focus only if nothing in it does; and never while it is closed,
   * because a box that is hidden until found could still take it.
   *
   * @param {HTMLElement} panel
   */
  function updatePanelFocus(panel) {
    if (panel.hasAttribute("hidden") || panel.querySelector(FOCUSABLE)) {
      panel.removeAttribute("tabindex");
    } else {
      panel.tabIndex = 0;
    }
  }

  /**
   * Show one panel and hide the others.
   *
   * @param {TabGroup} group
   * @param {number} chosen
   * @returns {boolean} whether the panel was closed before
   */
  function openPanel(group, chosen) {
    const { list, tabs, panels } = group;
    const wasClosed = panels[chosen].hasAttribute("hidden");
    panels.forEach((panel, index) => {
      const isOpen = index === chosen;
      tabs[index].setAttribute("aria-selected", String(isOpen));
      tabs[index].tabIndex = isOpen ? 0 : -1;
      if (isOpen) {
        panel.removeAttribute("hidden");
      } else {
        panel.setAttribute("hidden", CLOSED);
      }
      updatePanelFocus(panel);
    });
    // Only the list scrolls: scrollIntoView() would move the page as well.
    const tab = tabs[chosen].getBoundingClientRect();
    const frame = list.getBoundingClientRect();
    if (tab.left < frame.left || tab.right > frame.right) {
      const middle = (tab.left + tab.right - frame.left - frame.right) / 2;
      list.scrollBy({ left: middle, behavior: "instant" });
    }
    return wasClosed;
  }

  /**
   * @param {TabGroup} group
   * @param {string | null | undefined} key
   */
  function openKey(group, key) {
    const index = group.panels.findIndex((panel) => panel.dataset.section === key);
    if (index >= 0) {
      openPanel(group, index);
    }
  }

  /**
   * Open the panel that is or holds an element.
   *
   * @param {Element} element
   * @returns {boolean} whether a closed panel was opened
   */
  function openPanelOf(element) {
    for (const group of groups) {
      const index = group.panels.findIndex((panel) => panel.contains(element));
      if (index >= 0) {
        return openPanel(group, index);
      }
    }
    return false;
  }

  /**
   * A reader chose a tab: every card follows, and the address and the browser keep it.
   *
   * @param {TabGroup} group
   * @param {number} chosen
   */
  function chooseTab(group, chosen) {
    const before = group.list.getBoundingClientRect().top;
    const panel = group.panels[chosen];
    openPanel(group, chosen);
    const key = panel.dataset.section;
    if (key) {
      storeKey(key);
      for (const other of groups) {
        if (other !== group) {
          openKey(other, key);
        }
      }
    }
    replaceHash(panel.id);
    // Cards above may have grown: keep the tab where the reader pressed it.
    const moved = group.list.getBoundingClientRect().top - before;
    if (Math.abs(moved) >= 1) {
      window.scrollBy({ top: moved, behavior: "instant" });
    }
  }

  /**
   * @param {KeyboardEvent} event
   * @param {TabGroup} group
   */
  function onTablistKeydown(event, group) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
      return;
    }
    const { list, tabs } = group;
    const current = tabs.findIndex((tab) => tab === event.target);
    const step = getComputedStyle(list).direction === "rtl" ? -1 : 1;
    /** @type {Record<string, number>} */
    const destinations = {
      ArrowRight: current + step,
      ArrowLeft: current - step,
      Home: 0,
      End: tabs.length - 1,
    };
    const destination = destinations[event.key];
    if (current < 0 || destination === undefined) {
      return;
    }
    event.preventDefault();
    const chosen = (destination + tabs.length) % tabs.length;
    chooseTab(group, chosen);
    tabs[chosen].focus();
  }

  /** @param {TabGroup} group */
  function connectGroup(group) {
    group.tabs.forEach((tab, index) => {
      tab.addEventListener("click", () => chooseTab(group, index));
    });
    group.list.addEventListener("keydown", (event) => onTablistKeydown(event, group));
    group.panels.forEach((panel, index) => {
      panel.addEventListener("beforematch", () => openPanel(group, index));
    });
  }

  /**
   * A second click on a link to the current hash fires no hashchange. The browser
   * scrolls after this handler, so opening the panel is enough.
   *
   * @param {MouseEvent} event
   */
  function onDocumentClick(event) {
    if (event.defaultPrevented || !isPlainClick(event)) {
      return;
    }
    const link = event.target instanceof Element && event.target.closest("a[href]");
    if (!(link instanceof HTMLAnchorElement) || !link.hash || link.target) {
      return;
    }
    const [page] = location.href.split("#");
    const element = link.href.split("#")[0] === page && findHashTarget(link.hash);
    if (element) {
      openPanelOf(element);
    }
  }

  function onHashChange() {
    const element = findHashTarget(location.hash);
    // An open panel leaves the position to the browser: it may be going back.
    if (element && openPanelOf(element)) {
      element.scrollIntoView({ behavior: "instant" });
    }
  }

  function openHashOnLoad() {
    const element = findHashTarget(location.hash);
    if (!element?.closest(".question")) {
      return;
    }
    openPanelOf(element);
    const [navigation] = performance.getEntriesByType("navigation");
    // On a reload or on the way back the browser restores the reader's position.
    if (
      navigation instanceof PerformanceNavigationTiming &&
      navigation.type === "navigate"
    ) {
      element.scrollIntoView({ behavior: "instant" });
    }
  }

  /**
   * Let a plain click on a card's ID copy the link as well.
   *
   * @param {HTMLAnchorElement} link
   */
  function connectPermalink(link) {
    // A live region speaks only if it is there before its text is.
    const card = /** @type {HTMLElement | null} */ (link.closest("article"));
    const status = document.createElement("span");
    status.className = "question-copied";
    status.setAttribute("role", "status");
    link.after(status);
    let timer = 0;
    link.addEventListener("click", async (event) => {
      if (!isPlainClick(event)) {
        return;
      }
      try {
        await navigator.clipboard.writeText(link.href);
      } catch {
        return; // Refused, or no secure context: the click is still a link.
      }
      status.textContent = card?.dataset.copied ?? "Link copied";
      window.clearTimeout(timer);
      timer = window.setTimeout(() => {
        status.textContent = "";
      }, STATUS_SECONDS * 1000);
    });
  }

  /** Make boxes that scroll sideways reachable by keyboard, and only those. */
  function watchScrollBoxes() {
    const observer = new ResizeObserver((entries) => {
      for (const { target } of entries) {
        if (target.scrollWidth > target.clientWidth) {
          target.setAttribute("tabindex", "0");
        } else {
          target.removeAttribute("tabindex");
        }
      }
      groups.flatMap((group) => group.panels).forEach(updatePanelFocus);
    });
    const boxes = ".question pre, .question .table-wrapper, .math-block";
    for (const box of document.querySelectorAll(boxes)) {
      if (!box.hasAttribute("tabindex")) {
        observer.observe(box);
      }
    }
  }

  function start() {
    const storedKey = readStoredKey();
    document.querySelectorAll(".question-tabs").forEach((container, position) => {
      const group =
        container instanceof HTMLElement && createGroup(container, position);
      if (group) {
        groups.push(group);
        openPanel(group, 0);
        openKey(group, storedKey);
        connectGroup(group);
      }
    });
    document.documentElement.classList.remove(PENDING_CLASS);
    openHashOnLoad();
    document.addEventListener("click", onDocumentClick);
    window.addEventListener("hashchange", onHashChange);
    for (const link of document.querySelectorAll(".question-permalink > a[href]")) {
      if (link instanceof HTMLAnchorElement) {
        connectPermalink(link);
      }
    }
    watchScrollBoxes();
  }

  start();
}
