// @ts-check
"use strict";

// Runs in the head, before the first paint; tabs.js comes after the last. Until then
// card.css keeps the place of the tabs free, and the rules made here show the panel
// that tabs.js is going to open, so that the page does not jump.
{
  const root = document.documentElement;
  const pending = "question-tabs-pending";
  root.classList.add(pending);
  // If tabs.js never came, the card goes back to its linear form.
  addEventListener("load", () => root.classList.remove(pending));

  /**
   * The rules that show, in each card that has such a panel, that panel alone.
   *
   * @param {string} inside a selector of what the tabs hold
   * @param {string} panel a selector of the panel
   */
  function showOnly(inside, panel) {
    const sections = `.${pending} .question-tabs:has(${inside}) > .question-section`;
    return `
      ${sections}:not(${panel}) { display: none; }
      ${sections}:is(${panel}) { display: block; }`;
  }

  let rules = "";
  try {
    const key = localStorage.getItem("sphinx-questions.tab");
    if (key) {
      const panel = `[data-section="${CSS.escape(key)}"]`;
      rules += showOnly(`> ${panel}`, panel);
    }
  } catch {
    // Storage is blocked: the first section stands there.
  }
  try {
    // Not :target, which a browser may set only when all scripts have run.
    const id = CSS.escape(decodeURIComponent(location.hash.slice(1)));
    if (id) {
      rules += showOnly(`#${id}`, `:is(#${id}, :has(#${id}))`);
    }
  } catch {
    // A stray "%" in the address.
  }
  if (rules && "adoptedStyleSheets" in document) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`@media screen { ${rules} }`);
    document.adoptedStyleSheets.push(sheet);
  }
}
