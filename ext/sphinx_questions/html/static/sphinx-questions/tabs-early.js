// @ts-check
"use strict";

// Runs in the head, before the first paint; tabs.js comes after the last. Until then
// card.css keeps the place of the tabs free, so that the page does not jump.
{
  const root = document.documentElement;
  const pending = "question-tabs-pending";
  root.classList.add(pending);
  // If tabs.js never came, the card goes back to its linear form.
  addEventListener("load", () => root.classList.remove(pending));
  try {
    const key = localStorage.getItem("sphinx-questions.tab");
    if (key) {
      const chosen = `[data-section="${CSS.escape(key)}"]`;
      // :where() leaves the section that the address names the stronger one.
      const sections = `.${pending} .question-tabs:where(:has(> ${chosen})) > .question-section`;
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        `@media screen {
          ${sections}:not(${chosen}) { display: none; }
          ${sections}${chosen} { display: block; }
        }`,
      );
      document.adoptedStyleSheets.push(sheet);
    }
  } catch {
    // Storage is blocked: the first section stands there.
  }
}
