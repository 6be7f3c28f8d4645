// @ts-check
"use strict";

// Turns the place of an explorer into a form with filters and the questions that they
// select. Until the form stands, and without this script, the links to the index
// pages that the server wrote do the job. What is selected is the business of
// select.js; the address keeps the filters, so that a link shares them and the way
// back restores them.
{
  /** How many rows a page has, and how many more are added at a time. */
  const PAGE_ROWS = 50;

  /** With more topics than this, only the most frequent are shown at first. */
  const TOPICS_SHOWN = 8;

  /** A screen reader hears the result once the reader has paused. */
  const ANNOUNCEMENT_DELAY = 400;

  /** Browsers limit how often the address may change; typing waits for a pause. */
  const ADDRESS_DELAY = 300;

  const SHOWN_KEY = "sphinx-questions.shown";

  /** What a project can translate, by the attribute `data-labels`. */
  const LABELS = {
    form: "Find questions",
    search: "Search questions and answers",
    random: "Random question",
    filters: "Filters",
    filtersActive: "Filters ({count})",
    technology: "Technology",
    level: "Level",
    topic: "Topic",
    allTopics: "Show all {count} topics",
    fewerTopics: "Show fewer topics",
    difficulty: "Difficulty",
    from: "From",
    to: "To",
    difficultyOne: "Difficulty {lowest}",
    difficultyRange: "Difficulty {lowest}–{highest}",
    text: "“{text}”",
    results: "Questions found",
    showingOne: "Showing 1 question",
    showing: "Showing {count} questions",
    remove: "Remove filter: {filter}",
    clear: "Clear all filters",
    sort: "Sort by",
    sortRelevance: "Relevance",
    sortDifficulty: "Difficulty",
    sortId: "ID",
    sortTitle: "Title",
    answer: "Answer",
    more: "Show more",
    shown: "{count} of {total} shown",
    nothing: "No question matches all of these filters.",
    dropOne: "Without {filter}: 1 question",
    drop: "Without {filter}: {count} questions",
    found: "{count} of {total} questions",
  };

  /** @typedef {keyof typeof LABELS} LabelKey */

  /**
   * A value that can be ticked, and its count.
   *
   * @typedef {object} Choice
   * @property {HTMLLIElement} item
   * @property {HTMLInputElement} box
   * @property {HTMLSpanElement} count
   */

  /**
   * @typedef {object} Facet
   * @property {HTMLFieldSetElement} fieldset
   * @property {HTMLUListElement} list
   * @property {Choice[]} choices
   */

  /** @type {{ sphinxQuestions?: QuestionFunctions & { bank?: QuestionBank } }} */
  const { sphinxQuestions: shared } = /** @type {any} */ (globalThis);

  /**
   * @template {keyof HTMLElementTagNameMap} Name
   * @param {Name} name
   * @param {string} [className]
   * @param {(Node | string)[]} content
   * @returns {HTMLElementTagNameMap[Name]}
   */
  function create(name, className = "", ...content) {
    const element = document.createElement(name);
    if (className) {
      element.className = className;
    }
    element.append(...content);
    return element;
  }

  /**
   * @param {string} className
   * @param {string} text
   * @param {() => void} onClick
   */
  function createButton(className, text, onClick) {
    const button = create("button", className, text);
    button.type = "button";
    button.addEventListener("click", onClick);
    return button;
  }

  /**
   * Put children in order, and touch only those that change.
   *
   * @param {Element} parent
   * @param {Element[]} wanted
   */
  function updateChildren(parent, wanted) {
    const kept = new Set(wanted);
    for (const child of [...parent.children]) {
      if (!kept.has(child)) {
        child.remove();
      }
    }
    wanted.forEach((child, position) => {
      if (parent.children[position] !== child) {
        parent.insertBefore(child, parent.children[position] ?? null);
      }
    });
  }

  /** @param {HTMLElement} place */
  function readLabels(place) {
    /** @type {Record<string, string>} */
    let translated = {};
    try {
      translated = JSON.parse(place.dataset.labels ?? "{}");
    } catch {
      // English is better than no explorer.
    }
    return { ...LABELS, ...translated };
  }

  /**
   * @param {HTMLElement} place
   * @param {QuestionBank} bank
   * @param {QuestionFunctions} functions
   */
  function createExplorer(place, bank, functions) {
    const {
      DIFFICULTIES,
      createFilters,
      createIndex,
      currentSort,
      clearFacet,
      formatFilters,
      listActive,
      listSorts,
      parseFilters,
      removeFilter,
      selectQuestions,
      suggestFacet,
      tidyText,
    } = functions;
    const labels = readLabels(place);
    const index = createIndex(bank);
    const total = bank.ids.length;
    const root = document.documentElement.dataset.content_root ?? "./";

    let filters = createFilters();
    let selection = selectQuestions(index, filters);
    let shown = PAGE_ROWS;

    /** The rows that stand in the page, by position: a row that stays keeps its state.
     *
     * @type {Map<number, HTMLElement>} */
    let rows = new Map();

    /**
     * @param {LabelKey} key
     * @param {Record<string, string | number>} [values]
     */
    function say(key, values = {}) {
      return labels[key].replace(/\{(\w+)\}/gu, (whole, name) =>
        String(values[name] ?? whole),
      );
    }

    /** @param {ActiveFilter} active */
    function nameFilter({ facet, value }) {
      const [lowest, highest] = filters.difficulty;
      switch (facet) {
        case "technology":
          return bank.technologies[value][1];
        case "level":
          return bank.levels[value][1];
        case "topic":
          return bank.topics[value];
        case "difficulty":
          return say(lowest === highest ? "difficultyOne" : "difficultyRange", {
            lowest,
            highest,
          });
        default:
          return say("text", { text: filters.text });
      }
    }

    // Rows, with the markup of the index pages

    /** @param {QuestionSpan} span */
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
        case "c": {
          const code = create("code", "docutils literal notranslate");
          code.append(create("span", "pre", text));
          return code;
        }
        default:
          return document.createTextNode(text);
      }
    }

    /** @param {number} row */
    function createFacts(row) {
      const facts = create("ul", "question-row-facts");
      facts.append(create("li", "question-id", bank.ids[row]));
      const technology = bank.technologies[bank.technology[row]];
      const level = bank.levels[bank.level[row]];
      const difficulty = bank.difficulty[row];
      for (const named of [technology, level]) {
        if (named) {
          facts.append(create("li", "", named[1]));
        }
      }
      if (difficulty) {
        const meter = create("span", "question-meter");
        meter.setAttribute("aria-hidden", "true");
        for (let mark = 1; mark <= DIFFICULTIES[1]; mark += 1) {
          meter.append(create("i", mark <= difficulty ? "on" : ""));
        }
        const text = ` ${difficulty}/${DIFFICULTIES[1]}`;
        facts.append(create("li", "question-difficulty", meter, text));
      }
      if (bank.topic[row].length) {
        const topics = bank.topic[row].map((topic) => bank.topics[topic]);
        facts.append(create("li", "question-topics", topics.join(" · ")));
      }
      return facts;
    }

    /** @param {number} row */
    function createRow(row) {
      const link = create("a", "reference internal", bank.titles[row]);
      link.href = root + bank.urls[row];
      const element = create(
        "div",
        "question-row",
        create("p", "question-row-title", link),
        createFacts(row),
      );
      element.dataset.questionId = bank.ids[row];
      if (bank.answers[row].length) {
        const answer = create("details", "question-row-answer");
        answer.append(create("summary", "", labels.answer));
        for (const paragraph of bank.answers[row]) {
          answer.append(create("p", "", ...paragraph.map(createSpan)));
        }
        element.append(answer);
      }
      return element;
    }

    // Controls

    /**
     * @param {QuestionListFacet} name
     * @param {string[]} keys
     * @param {string[]} texts
     * @returns {Facet}
     */
    function createFacet(name, keys, texts) {
      const list = create("ul", "question-options");
      const choices = keys.map((key, position) => {
        const box = create("input");
        box.type = "checkbox";
        box.name = name;
        box.value = key;
        const count = create("span", "question-option-count");
        const text = create("span", "question-option-name", texts[position]);
        // With spaces between them, the three are one readable name.
        const label = create("label", "question-option", box, " ", text, " ", count);
        const item = create("li", "", label);
        list.append(item);
        box.addEventListener("change", () => {
          const chosen = choices.flatMap((choice, at) =>
            choice.box.checked ? [at] : [],
          );
          change({ ...filters, [name]: chosen });
        });
        return { item, box, count };
      });
      const fieldset = create("fieldset", "question-facet");
      fieldset.append(create("legend", "", labels[name]), list);
      fieldset.hidden = choices.length === 0;
      return { fieldset, list, choices };
    }

    /** Many topics: the frequent ones at first, all in a box that scrolls. */
    function foldTopics() {
      const { fieldset, list, choices } = facets.topic;
      if (choices.length <= TOPICS_SHOWN + 2) {
        return;
      }
      const { counts } = selectQuestions(index, createFilters());
      const byCount = [...choices.keys()].sort(
        (one, other) => counts.topic[other] - counts.topic[one],
      );
      for (const position of byCount.slice(TOPICS_SHOWN)) {
        choices[position].item.classList.add("question-option-rare");
      }
      const all = say("allTopics", { count: choices.length });
      const toggle = createButton("question-link", all, () => {
        const isOpen = list.classList.toggle("question-options-all");
        toggle.setAttribute("aria-expanded", String(isOpen));
        toggle.textContent = isOpen ? labels.fewerTopics : all;
      });
      toggle.setAttribute("aria-expanded", "false");
      fieldset.append(toggle);
    }

    /** @param {0 | 1} end */
    function createBound(end) {
      const input = create("input", "question-field");
      input.type = "number";
      input.min = String(DIFFICULTIES[0]);
      input.max = String(DIFFICULTIES[1]);
      input.inputMode = "numeric";
      // A number on the way to another, such as the 1 of 10, waits for the rest.
      input.addEventListener("input", () => {
        const range = readRange();
        if (range[0] <= range[1]) {
          change({ ...filters, difficulty: range });
        }
      });
      input.addEventListener("change", () => {
        const range = readRange();
        if (range[0] > range[1]) {
          range[1 - end] = range[end];
        }
        change({ ...filters, difficulty: range });
        showRange(null);
      });
      return input;
    }

    /** @returns {[number, number]} */
    function readRange() {
      const [lowest, highest] = bounds.map(({ value }, end) => {
        const number = value === "" ? DIFFICULTIES[end] : Math.round(Number(value));
        return Math.min(Math.max(number, DIFFICULTIES[0]), DIFFICULTIES[1]);
      });
      return [lowest, highest];
    }

    /** @param {Element | null} inUse a field that is left as the reader has it */
    function showRange(inUse) {
      bounds.forEach((input, end) => {
        if (input !== inUse) {
          input.value = String(filters.difficulty[end]);
        }
      });
    }

    function createDifficulty() {
      const fieldset = create("fieldset", "question-facet");
      const range = create("div", "question-range");
      bounds.forEach((input, end) => {
        range.append(create("label", "", end ? labels.to : labels.from, " ", input));
      });
      fieldset.append(create("legend", "", labels.difficulty), bars, range);
      fieldset.hidden = !bank.difficulty.some(Boolean);
      return fieldset;
    }

    const facets = {
      technology: createFacet(
        "technology",
        bank.technologies.map(([key]) => key),
        bank.technologies.map(([, label]) => label),
      ),
      level: createFacet(
        "level",
        bank.levels.map(([key]) => key),
        bank.levels.map(([, label]) => label),
      ),
      topic: createFacet("topic", bank.topics, bank.topics),
    };
    foldTopics();

    const bounds = [createBound(0), createBound(1)];
    // The fields say the range and the results say the count: the bars are a picture.
    const bars = create("div", "question-bars");
    bars.setAttribute("aria-hidden", "true");
    for (let value = DIFFICULTIES[0]; value <= DIFFICULTIES[1]; value += 1) {
      bars.append(create("i"));
    }

    const search = create("input", "question-field");
    search.type = "search";
    search.name = "q";
    search.placeholder = labels.search;
    search.setAttribute("aria-label", labels.search);

    const random = createButton("question-button", labels.random, () => {
      const pick = selection.rows[Math.floor(Math.random() * selection.rows.length)];
      if (pick !== undefined) {
        location.assign(root + bank.urls[pick]);
      }
    });

    const sort = create("select", "question-field");
    sort.name = "sort";
    const sortOptions = {
      relevance: new Option(labels.sortRelevance, "relevance"),
      difficulty: new Option(labels.sortDifficulty, "difficulty"),
      id: new Option(labels.sortId, "id"),
      title: new Option(labels.sortTitle, "title"),
    };

    const showing = create("p", "question-showing");
    showing.tabIndex = -1;
    const chips = create("ul", "question-chips");
    const clear = createButton("question-link", labels.clear, clearAll);
    const active = create("div", "question-active", chips, clear);
    const status = create("p", "question-status");
    status.setAttribute("role", "status");
    const list = create("div", "question-rows");
    const drop = createButton("question-button", "", () => {
      const facet = suggestFacet(selection);
      if (facet) {
        change(clearFacet(filters, facet));
        showing.focus();
      } else {
        clearAll();
      }
    });
    const nothing = create("div", "question-nothing");
    nothing.append(create("p", "", labels.nothing), drop);
    const shownCount = create("span", "question-more-count");
    const showMore = createButton("question-button", labels.more, () => {
      const first = shown;
      shown += PAGE_ROWS;
      renderRows();
      writeAddress();
      const link = list.children[first]?.querySelector("a");
      link?.focus();
    });
    const more = create("p", "question-more", showMore, " ", shownCount);

    const summary = create("summary", "", labels.filters);
    const panel = create(
      "details",
      "question-filters",
      summary,
      create(
        "div",
        "question-facets",
        facets.technology.fieldset,
        facets.level.fieldset,
        createDifficulty(),
        facets.topic.fieldset,
      ),
    );
    const results = create(
      "section",
      "question-results",
      showing,
      active,
      status,
      list,
      nothing,
      more,
    );
    results.setAttribute("aria-label", labels.results);
    const form = create(
      "form",
      "question-form",
      create(
        "div",
        "question-search",
        search,
        create("label", "question-sort", labels.sort, " ", sort),
        random,
      ),
      create("div", "question-columns", panel, results),
    );
    form.method = "get";
    form.autocomplete = "off";
    form.setAttribute("aria-label", labels.form);

    // What the page shows

    function renderFacets() {
      for (const name of /** @type {const} */ (["technology", "level", "topic"])) {
        const chosen = new Set(filters[name]);
        const counts = selection.counts[name];
        facets[name].choices.forEach(({ item, box, count }, position) => {
          box.checked = chosen.has(position);
          count.textContent = String(counts[position]);
          item.classList.toggle("empty", !counts[position] && !box.checked);
        });
      }
      const [lowest, highest] = filters.difficulty;
      const counts = selection.counts.difficulty;
      const most = Math.max(1, ...counts.subarray(1));
      [...bars.children].forEach((bar, position) => {
        const value = position + 1;
        if (bar instanceof HTMLElement) {
          bar.style.setProperty("--question-share", String(counts[value] / most));
          bar.className = lowest <= value && value <= highest ? "on" : "";
        }
      });
      showRange(document.activeElement);
      const count = listActive(filters).filter(({ facet }) => facet !== "text").length;
      summary.textContent = say(count ? "filtersActive" : "filters", { count });
    }

    /**
     * @param {ActiveFilter} filter
     * @param {number} position
     */
    function createChip(filter, position) {
      const name = nameFilter(filter);
      const cross = create("span", "question-chip-cross", "×");
      cross.setAttribute("aria-hidden", "true");
      const chip = createButton("question-chip", name, () => {
        change(removeFilter(filters, filter));
        // The button is gone: its neighbour takes the focus that it had.
        const left = chips.querySelectorAll("button");
        (left[position] ?? left[position - 1] ?? showing).focus();
      });
      chip.append(" ", cross);
      chip.setAttribute("aria-label", say("remove", { filter: name }));
      return create("li", "", chip);
    }

    function renderActive() {
      const all = listActive(filters);
      const count = selection.rows.length;
      const parts = [
        say(count === 1 ? "showingOne" : "showing", { count }),
        ...all.map(nameFilter),
      ];
      showing.replaceChildren(
        ...parts.flatMap((part, position) =>
          position < parts.length - 1
            ? [create("span", "", `${part} ·`), " "]
            : [create("span", "", part)],
        ),
      );
      chips.replaceChildren(...all.map(createChip));
      active.hidden = all.length === 0;
      const sorts = listSorts(filters).map((name) => sortOptions[name]);
      updateChildren(sort, sorts);
      sort.value = currentSort(filters);
    }

    function renderRows() {
      const count = Math.min(shown, selection.rows.length);
      /** @type {typeof rows} */
      const next = new Map();
      for (const row of selection.rows.subarray(0, count)) {
        next.set(row, rows.get(row) ?? createRow(row));
      }
      rows = next;
      updateChildren(list, [...rows.values()]);
      more.hidden = count === selection.rows.length;
      shownCount.textContent = say("shown", { count, total: selection.rows.length });
    }

    function renderNothing() {
      const isEmpty = selection.rows.length === 0;
      random.disabled = isEmpty;
      list.hidden = isEmpty;
      nothing.hidden = !isEmpty;
      const facet = suggestFacet(selection);
      const values = listActive(filters).filter((filter) => filter.facet === facet);
      const count = facet ? selection.missing[facet] : 0;
      const filter = values.map(nameFilter).join(", ");
      drop.textContent = facet
        ? say(count === 1 ? "dropOne" : "drop", { filter, count })
        : labels.clear;
      drop.hidden = total === 0;
    }

    function render() {
      selection = selectQuestions(index, filters);
      renderFacets();
      renderActive();
      renderRows();
      renderNothing();
    }

    // The address, and what a screen reader hears

    let addressTimer = 0;
    let announcementTimer = 0;

    function writeAddress() {
      window.clearTimeout(addressTimer);
      addressTimer = 0;
      const query = formatFilters(filters, bank);
      const address = location.pathname + (query && `?${query}`) + location.hash;
      const state = { ...history.state, [SHOWN_KEY]: shown };
      try {
        history.replaceState(state, "", address);
      } catch {
        // Some browsers refuse this for file:// or in a sandboxed frame.
      }
    }

    function readAddress() {
      filters = parseFilters(location.search, bank);
      const stored = Number(history.state?.[SHOWN_KEY]);
      shown = stored > PAGE_ROWS ? stored : PAGE_ROWS;
      search.value = filters.text;
      render();
    }

    /** @param {QuestionFilters} next */
    function change(next) {
      const isTyping = next.text !== filters.text && document.activeElement === search;
      const before = formatFilters(filters, bank);
      filters = next;
      if (formatFilters(filters, bank) === before) {
        return;
      }
      shown = PAGE_ROWS;
      if (tidyText(search.value) !== filters.text) {
        search.value = filters.text;
      }
      render();
      window.clearTimeout(addressTimer);
      if (isTyping) {
        addressTimer = window.setTimeout(writeAddress, ADDRESS_DELAY);
      } else {
        writeAddress();
      }
      window.clearTimeout(announcementTimer);
      announcementTimer = window.setTimeout(() => {
        status.textContent = say("found", { count: selection.rows.length, total });
      }, ANNOUNCEMENT_DELAY);
    }

    function clearAll() {
      change({ ...createFilters(), sort: filters.sort });
      showing.focus();
    }

    /** The address may have changed behind our back: by hand, or on the way back. */
    function onReturn() {
      const stored = formatFilters(parseFilters(location.search, bank), bank);
      if (stored !== formatFilters(filters, bank)) {
        readAddress();
      }
    }

    search.addEventListener("input", () => {
      change({ ...filters, text: tidyText(search.value) });
    });
    search.addEventListener("change", writeAddress);
    sort.addEventListener("change", () => {
      const chosen = listSorts(filters).find((name) => name === sort.value) ?? null;
      change({ ...filters, sort: chosen });
    });
    window.addEventListener("popstate", onReturn);
    window.addEventListener("pageshow", (event) => {
      if (event.persisted) {
        onReturn();
      }
    });
    window.addEventListener("pagehide", () => {
      if (addressTimer) {
        writeAddress();
      }
    });

    /** Where there is room the filters stand open, and the style hides the fold. */
    let isFolded = false;
    panel.open = true;
    function updateFold() {
      const fold = getComputedStyle(summary).display !== "none";
      if (fold !== isFolded) {
        isFolded = fold;
        panel.open = !fold;
      }
    }

    readAddress();
    writeAddress();
    for (const child of place.querySelectorAll(".question-explorer-static")) {
      child.setAttribute("hidden", "");
    }
    place.append(form);
    updateFold();
    new ResizeObserver(updateFold).observe(place);
  }

  function start() {
    const place = document.querySelector(".question-explorer");
    // One of the other scripts may have been lost on the way.
    if (place instanceof HTMLElement && shared?.bank && "createIndex" in shared) {
      createExplorer(place, shared.bank, shared);
    }
  }

  start();
}
