// @ts-check
"use strict";

// What filters select from the bank, in which order, and how an address says so.
// Pure: neither the document nor the address bar is touched here, so that Node can
// test it. One block because the top-level declarations of a classic script are
// shared with every other script of the page.

/**
 * Text as it is, or a style ("e" stressed, "s" strong, "c" code) and a text.
 *
 * @typedef {string | [string, string]} QuestionSpan
 */

/**
 * The bank in columns: position i of each is one question. Technology and level are
 * positions in their lists, or -1; difficulty is 0 where none is given.
 *
 * @typedef {object} QuestionBank
 * @property {number} version
 * @property {[string, string][]} technologies key and label
 * @property {[string, string][]} levels key and label
 * @property {string[]} topics
 * @property {string[]} ids
 * @property {string[]} titles
 * @property {number[]} technology
 * @property {number[]} level
 * @property {number[]} difficulty
 * @property {number[][]} topic
 * @property {string[]} urls relative to the root of the site
 * @property {QuestionSpan[][][]} answers paragraphs of spans
 */

/** @typedef {"technology" | "level" | "topic"} QuestionListFacet */
/** @typedef {QuestionListFacet | "difficulty" | "text"} QuestionFacet */
/** @typedef {"relevance" | "difficulty" | "id" | "title"} QuestionSort */

/**
 * What a reader asks for. Positions ascend; an empty list filters nothing.
 *
 * @typedef {object} QuestionFilters
 * @property {number[]} technology
 * @property {number[]} level
 * @property {number[]} topic
 * @property {[number, number]} difficulty lowest and highest, both included
 * @property {string} text
 * @property {QuestionSort | null} sort null for the default
 */

/**
 * One thing to remove: a value of a facet, or a whole one that has a single value.
 *
 * @typedef {object} ActiveFilter
 * @property {QuestionFacet} facet
 * @property {number} value position in the facet's list, else -1
 */

/**
 * The bank, and what is worked out once, when it is first needed.
 *
 * @typedef {object} QuestionIndex
 * @property {QuestionBank} bank
 * @property {Partial<Record<QuestionSort, Uint32Array>>} orders
 * @property {{heads: string[], bodies: string[]} | null} texts
 * @property {{text: string, ranks: Uint8Array} | null} lastSearch
 */

/**
 * @typedef {object} QuestionSelection
 * @property {Uint32Array} rows positions in the bank, in order
 * @property {Record<QuestionListFacet | "difficulty", Uint32Array>} counts how many
 *   results each value would give, whatever else is chosen in its own facet
 * @property {Record<QuestionFacet, number>} missing how many questions only this
 *   facet keeps out
 */

/**
 * @typedef {object} QuestionFunctions
 * @property {[number, number]} DIFFICULTIES
 * @property {(bank: QuestionBank) => QuestionIndex} createIndex
 * @property {(index: QuestionIndex, filters: QuestionFilters) => QuestionSelection}
 *   selectQuestions
 * @property {() => QuestionFilters} createFilters
 * @property {(address: string, bank: QuestionBank) => QuestionFilters} parseFilters
 * @property {(filters: QuestionFilters, bank: QuestionBank) => string} formatFilters
 * @property {(filters: QuestionFilters) => ActiveFilter[]} listActive
 * @property {(filters: QuestionFilters, active: ActiveFilter) => QuestionFilters}
 *   removeFilter
 * @property {(filters: QuestionFilters, facet: QuestionFacet) => QuestionFilters}
 *   clearFacet
 * @property {(selection: QuestionSelection) => QuestionFacet | null} suggestFacet
 * @property {(filters: QuestionFilters) => QuestionSort[]} listSorts
 * @property {(filters: QuestionFilters) => QuestionSort} currentSort
 * @property {(text: string) => string} tidyText
 * @property {(text: string) => string} foldText
 */

{
  /** @type {[number, number]} */
  const DIFFICULTIES = [1, 10];

  /** @type {QuestionFacet[]} */
  const FACETS = ["technology", "level", "topic", "difficulty", "text"];

  /** @type {QuestionSort[]} */
  const SORTS = ["difficulty", "id", "title"];

  /** A question that carries the searched text as its ID comes before all others. */
  const EXACT_RANK = 255;

  /** @returns {QuestionFilters} */
  function createFilters() {
    return {
      technology: [],
      level: [],
      topic: [],
      difficulty: [...DIFFICULTIES],
      text: "",
      sort: null,
    };
  }

  /** @param {QuestionFilters} filters */
  function filtersDifficulty({ difficulty: [lowest, highest] }) {
    return lowest > DIFFICULTIES[0] || highest < DIFFICULTIES[1];
  }

  // Text

  /** @param {string} text */
  function tidyText(text) {
    return text.trim().replace(/\s+/gu, " ");
  }

  /**
   * Text without accents and case, with one kind of quotation mark. Capitals, because
   * what a small letter becomes may depend on its place in the word (σ, ς), or be two
   * letters (ß).
   *
   * @param {string} text
   */
  function foldText(text) {
    return text
      .normalize("NFKD")
      .replace(/\p{M}+/gu, "")
      .replace(/[`'«»‘-‟‹›「-』]/gu, '"')
      .toUpperCase();
  }

  /**
   * How a word may be written in a text: ä is folded to A, and typed as ae too.
   *
   * @param {string} word
   */
  function spellings(word) {
    const typed = foldText(word.replace(/[äöüÄÖÜ]/gu, (letter) => `${letter}e`));
    const folded = foldText(word);
    return [...new Set([folded, folded.replace(/([AOU])E/gu, "$1"), typed])];
  }

  /**
   * @param {string} text
   * @param {string[]} words
   */
  function includesAny(text, words) {
    return words.some((word) => text.includes(word));
  }

  /** @param {QuestionSpan[][]} answer */
  function plainAnswer(answer) {
    return answer
      .map((spans) =>
        spans.map((span) => (typeof span === "string" ? span : span[1])).join(""),
      )
      .join("\n");
  }

  /** @param {QuestionIndex} index */
  function foldTexts(index) {
    const { ids, titles, topic, topics, answers } = index.bank;
    index.texts ??= {
      heads: ids.map((id, row) => foldText(`${id}\n${titles[row]}`)),
      bodies: ids.map((_, row) => {
        const names = topic[row].map((position) => topics[position]);
        return foldText([...names, plainAnswer(answers[row])].join("\n"));
      }),
    };
    return index.texts;
  }

  /**
   * Rank every question by a text: 0 where a word is missing, else one more than the
   * number of words in the title or the ID.
   *
   * @param {QuestionIndex} index
   * @param {string} text
   */
  function rankText(index, text) {
    if (index.lastSearch?.text === text) {
      return index.lastSearch.ranks;
    }
    const folded = foldText(text);
    const words = [...new Set(text.normalize("NFC").split(/\s+/u))]
      .filter((word) => foldText(word))
      .map(spellings);
    const { heads, bodies } = foldTexts(index);
    const ranks = new Uint8Array(heads.length);
    for (let row = 0; row < heads.length; row += 1) {
      const head = heads[row];
      let rank = 1;
      for (const word of words) {
        if (includesAny(head, word)) {
          rank = Math.min(rank + 1, EXACT_RANK - 1);
        } else if (!includesAny(bodies[row], word)) {
          rank = 0;
          break;
        }
      }
      ranks[row] = rank && head.startsWith(`${folded}\n`) ? EXACT_RANK : rank;
    }
    index.lastSearch = { text, ranks };
    return ranks;
  }

  // Order

  /**
   * The default comes first.
   *
   * @param {QuestionFilters} filters
   * @returns {QuestionSort[]}
   */
  function listSorts(filters) {
    return filters.text ? ["relevance", ...SORTS] : SORTS;
  }

  /** @param {QuestionFilters} filters */
  function currentSort(filters) {
    const sorts = listSorts(filters);
    return filters.sort && sorts.includes(filters.sort) ? filters.sort : sorts[0];
  }

  /**
   * @param {string[]} texts
   * @returns {(one: number, other: number) => number}
   */
  function compareBy(texts) {
    return (one, other) =>
      texts[one] < texts[other] ? -1 : Number(texts[one] > texts[other]);
  }

  /**
   * All questions in order; those without a difficulty come last, and the ID decides
   * between equals.
   *
   * @param {QuestionIndex} index
   * @param {QuestionSort} sort
   * @returns {Uint32Array}
   */
  function orderBy(index, sort) {
    const { ids, titles, difficulty } = index.bank;
    const known = index.orders[sort];
    if (known) {
      return known;
    }
    let order;
    if (sort === "id") {
      order = Uint32Array.from(ids.keys()).sort(compareBy(ids.map(foldText)));
    } else if (sort === "title") {
      order = orderBy(index, "id")
        .slice()
        .sort(compareBy(titles.map(foldText)));
    } else {
      const hardness = difficulty.map((value) => value || DIFFICULTIES[1] + 1);
      order = orderBy(index, "id")
        .slice()
        .sort((one, other) => hardness[one] - hardness[other]);
    }
    index.orders[sort] = order;
    return order;
  }

  // Selection

  /**
   * @param {QuestionBank} bank
   * @returns {QuestionIndex}
   */
  function createIndex(bank) {
    return { bank, orders: {}, texts: null, lastSearch: null };
  }

  /**
   * @param {number[]} chosen
   * @param {number} size
   */
  function createMask(chosen, size) {
    const mask = new Uint8Array(size).fill(chosen.length ? 0 : 1);
    for (const position of chosen) {
      mask[position] = 1;
    }
    return mask;
  }

  /**
   * Values of one facet are alternatives; every facet has to hold. One pass notes
   * for each question which facets keep it out: none for a result, and at most its
   * own for what a facet counts.
   *
   * @param {QuestionIndex} index
   * @param {QuestionFilters} filters
   * @returns {QuestionSelection}
   */
  function selectQuestions(index, filters) {
    const { bank } = index;
    const size = bank.ids.length;
    const [lowest, highest] = filters.difficulty;
    const ranks = filters.text ? rankText(index, filters.text) : null;
    const masks = {
      technology: createMask(filters.technology, bank.technologies.length),
      level: createMask(filters.level, bank.levels.length),
      topic: createMask(filters.topic, bank.topics.length),
      difficulty: new Uint8Array(DIFFICULTIES[1] + 1).fill(1, lowest, highest + 1),
    };
    masks.difficulty[0] = filtersDifficulty(filters) ? 0 : 1;
    const counts = {
      technology: new Uint32Array(masks.technology.length),
      level: new Uint32Array(masks.level.length),
      topic: new Uint32Array(masks.topic.length),
      difficulty: new Uint32Array(masks.difficulty.length),
    };
    const missing = { technology: 0, level: 0, topic: 0, difficulty: 0, text: 0 };
    const isResult = new Uint8Array(size);
    let total = 0;
    for (let row = 0; row < size; row += 1) {
      const technology = bank.technology[row];
      const level = bank.level[row];
      const topics = bank.topic[row];
      const difficulty = bank.difficulty[row];
      /** @type {QuestionFacet | null} */
      let failed = null;
      let failures = 0;
      if (technology < 0 ? filters.technology.length : !masks.technology[technology]) {
        failed = "technology";
        failures += 1;
      }
      if (level < 0 ? filters.level.length : !masks.level[level]) {
        failed = "level";
        failures += 1;
      }
      if (filters.topic.length && !topics.some((topic) => masks.topic[topic])) {
        failed = "topic";
        failures += 1;
      }
      if (!masks.difficulty[difficulty]) {
        failed = "difficulty";
        failures += 1;
      }
      if (ranks && !ranks[row]) {
        failed = "text";
        failures += 1;
      }
      if (failures > 1) {
        continue;
      }
      if (failed) {
        missing[failed] += 1;
      } else {
        isResult[row] = 1;
        total += 1;
      }
      if ((!failed || failed === "technology") && technology >= 0) {
        counts.technology[technology] += 1;
      }
      if ((!failed || failed === "level") && level >= 0) {
        counts.level[level] += 1;
      }
      if (!failed || failed === "topic") {
        for (const topic of topics) {
          counts.topic[topic] += 1;
        }
      }
      if (!failed || failed === "difficulty") {
        counts.difficulty[difficulty] += 1;
      }
    }
    const sort = currentSort(filters);
    const rows = new Uint32Array(total);
    let next = 0;
    for (const row of orderBy(index, sort === "relevance" ? "difficulty" : sort)) {
      if (isResult[row]) {
        rows[next] = row;
        next += 1;
      }
    }
    if (sort === "relevance" && ranks) {
      rows.sort((one, other) => ranks[other] - ranks[one]);
    }
    return { rows, counts, missing };
  }

  /**
   * The facet to drop where nothing is left: the one that keeps out the most.
   *
   * @param {QuestionSelection} selection
   */
  function suggestFacet({ missing }) {
    /** @type {QuestionFacet | null} */
    let best = null;
    for (const facet of FACETS) {
      if (missing[facet] > (best ? missing[best] : 0)) {
        best = facet;
      }
    }
    return best;
  }

  // Filters one by one

  /**
   * Every value to remove, in the order in which a page names them.
   *
   * @param {QuestionFilters} filters
   * @returns {ActiveFilter[]}
   */
  function listActive(filters) {
    /** @type {QuestionListFacet[]} */
    const facets = ["level", "technology", "topic"];
    /** @type {ActiveFilter[]} */
    const active = facets.flatMap((facet) =>
      filters[facet].map((value) => ({ facet, value })),
    );
    if (filtersDifficulty(filters)) {
      active.push({ facet: "difficulty", value: -1 });
    }
    if (filters.text) {
      active.push({ facet: "text", value: -1 });
    }
    return active;
  }

  /**
   * @param {QuestionFilters} filters
   * @param {QuestionFacet} facet
   * @returns {QuestionFilters}
   */
  function clearFacet(filters, facet) {
    return { ...filters, [facet]: createFilters()[facet] };
  }

  /**
   * @param {QuestionFilters} filters
   * @param {ActiveFilter} active
   * @returns {QuestionFilters}
   */
  function removeFilter(filters, { facet, value }) {
    if (facet === "difficulty" || facet === "text") {
      return clearFacet(filters, facet);
    }
    const left = filters[facet].filter((position) => position !== value);
    return { ...filters, [facet]: left };
  }

  // The address

  /** @param {string} text */
  function parseDifficulty(text) {
    const match = /^(\d+)(?:-(\d+))?$/u.exec(text);
    const lowest = Number(match?.[1]);
    const highest = Number(match?.[2] ?? match?.[1]);
    const isRange =
      DIFFICULTIES[0] <= lowest && lowest <= highest && highest <= DIFFICULTIES[1];
    return isRange ? { lowest, highest } : null;
  }

  /**
   * Read the query part of an address; what it says that the bank does not know is
   * left out.
   *
   * @param {string} address
   * @param {QuestionBank} bank
   */
  function parseFilters(address, bank) {
    const parameters = new URLSearchParams(address);
    /**
     * @param {string} name
     * @param {string[]} declared
     */
    function parseList(name, declared) {
      const keys = new Set(parameters.getAll(name).flatMap((text) => text.split(",")));
      return [...declared.keys()].filter((position) => keys.has(declared[position]));
    }
    const filters = createFilters();
    filters.technology = parseList(
      "technology",
      bank.technologies.map(([key]) => key),
    );
    filters.level = parseList(
      "level",
      bank.levels.map(([key]) => key),
    );
    filters.topic = parseList("topic", bank.topics);
    const range = parseDifficulty(parameters.get("difficulty") ?? "");
    if (range) {
      filters.difficulty = [range.lowest, range.highest];
    }
    filters.text = tidyText(parameters.get("q") ?? "");
    const sort = parameters.get("sort");
    filters.sort = listSorts(filters).find((name) => name === sort) ?? null;
    return filters;
  }

  /**
   * Write filters as the query part of an address, always in the same order and
   * without what is the default.
   *
   * @param {QuestionFilters} filters
   * @param {QuestionBank} bank
   */
  function formatFilters(filters, bank) {
    const [lowest, highest] = filters.difficulty;
    const range = lowest === highest ? `${lowest}` : `${lowest}-${highest}`;
    const sort = currentSort(filters);
    const values = {
      technology: filters.technology.map((value) => bank.technologies[value][0]).join(),
      level: filters.level.map((value) => bank.levels[value][0]).join(),
      topic: filters.topic.map((value) => bank.topics[value]).join(),
      difficulty: filtersDifficulty(filters) ? range : "",
      q: filters.text,
      sort: sort === listSorts(filters)[0] ? "" : sort,
    };
    const given = Object.entries(values).filter(([, value]) => value);
    return new URLSearchParams(given).toString().replaceAll("%2C", ",");
  }

  /** @type {{ sphinxQuestions?: Partial<QuestionFunctions> }} */
  const shared = /** @type {any} */ (globalThis);
  /** @type {QuestionFunctions} */
  const functions = {
    DIFFICULTIES,
    createIndex,
    selectQuestions,
    createFilters,
    parseFilters,
    formatFilters,
    listActive,
    removeFilter,
    clearFacet,
    suggestFacet,
    listSorts,
    currentSort,
    tidyText,
    foldText,
  };
  Object.assign((shared.sphinxQuestions ??= {}), functions);
}
