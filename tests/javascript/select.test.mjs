// What a reader gets for the filters of the explorer, without a browser.

import assert from "node:assert/strict";
import { test } from "node:test";

await import("../../ext/sphinx_questions/html/static/sphinx-questions/select.js");

const {
    clearFacet,
    createFilters,
    createIndex,
    currentSort,
    foldText,
    formatFilters,
    listActive,
    listSorts,
    parseFilters,
    removeFilter,
    selectQuestions,
    suggestFacet,
} = globalThis.sphinxQuestions;

const TECHNOLOGIES = ["machine-learning", "python", "sql"];
const LEVELS = ["beginner", "intermediate", "advanced"];
const TOPICS = ["deep-learning", "mlops", "typing"];

// ID, title, technology, level, difficulty, topics, answer
const QUESTIONS = [
    ["ML-ADV-001", "Why do gradients vanish?", 0, 2, 8, [0], "A product of Jacobians."],
    ["ML-ADV-002", "What is model drift?", 0, 2, 7, [0, 1], "The world moves on."],
    ["ML-BEG-001", "What is a test set?", 0, 0, 2, [], "It shows no drift yet."],
    ["PY-ADV-001", "Is a naïve café thread-safe?", 1, 2, 10, [2], "Straße: no."],
    ["PY-BEG-001", "What is a tuple?", 1, 0, 1, [2], "A record."],
    ["XX-001", "An old question", -1, -1, 0, [], "Nobody graded it."],
];

const bank = {
    version: 1,
    technologies: TECHNOLOGIES.map((key) => [key, key.toUpperCase()]),
    levels: LEVELS.map((key) => [key, key.toUpperCase()]),
    topics: TOPICS,
    ids: QUESTIONS.map((question) => question[0]),
    titles: QUESTIONS.map((question) => question[1]),
    technology: QUESTIONS.map((question) => question[2]),
    level: QUESTIONS.map((question) => question[3]),
    difficulty: QUESTIONS.map((question) => question[4]),
    topic: QUESTIONS.map((question) => question[5]),
    urls: QUESTIONS.map((question) => `${question[0]}.html`),
    answers: QUESTIONS.map((question) => [["", ["e", question[6]]]]),
};

const index = createIndex(bank);

function find(filters) {
    const { rows } = selectQuestions(index, { ...createFilters(), ...filters });
    return [...rows].map((row) => bank.ids[row]);
}

function search(text) {
    return find({ text });
}

/** The same by the definition, one question and one facet at a time. */
function passes(row, filters, without) {
    const tests = {
        technology: () =>
            !filters.technology.length ||
            filters.technology.includes(bank.technology[row]),
        level: () => !filters.level.length || filters.level.includes(bank.level[row]),
        topic: () =>
            !filters.topic.length ||
            bank.topic[row].some((topic) => filters.topic.includes(topic)),
        difficulty: () => {
            const [lowest, highest] = filters.difficulty;
            const value = bank.difficulty[row];
            return (
                (lowest === 1 && highest === 10) ||
                (lowest <= value && value <= highest)
            );
        },
        text: () => {
            const answer = bank.answers[row][0].map((span) => span[1] ?? span).join("");
            const topics = bank.topic[row].map((topic) => TOPICS[topic]);
            const whole = [bank.ids[row], bank.titles[row], ...topics, answer].join(
                "\n",
            );
            return filters.text
                .split(" ")
                .every((word) => foldText(whole).includes(foldText(word)));
        },
    };
    return Object.entries(tests).every(([name, holds]) => name === without || holds());
}

test("without filters everything is there, by difficulty, then ID", () => {
    assert.deepEqual(find({}), [
        "PY-BEG-001",
        "ML-BEG-001",
        "ML-ADV-002",
        "ML-ADV-001",
        "PY-ADV-001",
        "XX-001",
    ]);
});

test("values of one facet are alternatives, facets all have to hold", () => {
    assert.deepEqual(find({ technology: [0, 1], level: [2] }), [
        "ML-ADV-002",
        "ML-ADV-001",
        "PY-ADV-001",
    ]);
    assert.deepEqual(find({ topic: [1, 2], level: [2] }), ["ML-ADV-002", "PY-ADV-001"]);
});

test("a range of difficulty has both its ends, and only graded questions", () => {
    assert.deepEqual(find({ difficulty: [7, 8] }), ["ML-ADV-002", "ML-ADV-001"]);
    assert.deepEqual(find({ difficulty: [1, 1] }), ["PY-BEG-001"]);
});

test("every word has to occur, in ID, title, topics or answer", () => {
    assert.deepEqual(search("xx-001"), ["XX-001"]);
    assert.deepEqual(search("vanish"), ["ML-ADV-001"]);
    assert.deepEqual(search("mlops"), ["ML-ADV-002"]);
    assert.deepEqual(search("jacobians gradients"), ["ML-ADV-001"]);
    assert.deepEqual(search("jacobians tuple"), []);
});

test("accents and case do not matter, on either side", () => {
    for (const text of ["naive CAFE", "NAÏVE café", "strasse", "nai\u0308ve"]) {
        assert.deepEqual(search(text), ["PY-ADV-001"], text);
    }
});

test("umlauts are found as typed without them, on either side", () => {
    const words = createIndex({
        ...bank,
        titles: ["Räumung", "Raeumung", "Größe", "Queue", ...bank.titles.slice(4)],
    });
    const rows = (text) =>
        [...selectQuestions(words, { ...createFilters(), text, sort: "id" }).rows];
    for (const text of ["raeumung", "Räumung", "RA\u0308UMUNG"]) {
        assert.deepEqual(rows(text), [0, 1], text);
    }
    assert.deepEqual(rows("raumung"), [0]);
    assert.deepEqual(rows("groesse"), [2]);
    assert.deepEqual(rows("queue"), [3]);
});

test("quotation marks are all alike", () => {
    const marks = ["„normal“", "“normal”", "»normal«", "'normal'", '"normal"'];
    const quoted = createIndex({ ...bank, titles: [...marks, "normal"] });
    for (const text of marks) {
        const { rows } = selectQuestions(quoted, { ...createFilters(), text });
        assert.deepEqual([...rows].sort(), [0, 1, 2, 3, 4], text);
    }
});

test("a hit in the title comes before one in the answer, an exact ID first", () => {
    assert.deepEqual(search("drift"), ["ML-ADV-002", "ML-BEG-001"]);
    const twins = createIndex({
        ...bank,
        titles: ["Unlike ML-ADV-002", ...bank.titles.slice(1)],
    });
    const { rows } = selectQuestions(twins, { ...createFilters(), text: "ml-adv-002" });
    assert.deepEqual([...rows], [1, 0]);
});

test("relevance is the default with a text, and only offered with one", () => {
    assert.deepEqual(listSorts(createFilters()), ["difficulty", "id", "title"]);
    assert.equal(currentSort({ ...createFilters(), text: "a" }), "relevance");
    assert.equal(currentSort({ ...createFilters(), sort: "relevance" }), "difficulty");
});

test("titles sort without regard to case and accents", () => {
    assert.deepEqual(find({ sort: "title" }), [
        "XX-001",
        "PY-ADV-001",
        "ML-BEG-001",
        "PY-BEG-001",
        "ML-ADV-002",
        "ML-ADV-001",
    ]);
    assert.equal(find({ sort: "id" })[0], "ML-ADV-001");
});

test("each value is counted without the filter of its own facet", () => {
    const { rows, counts } = selectQuestions(index, {
        ...createFilters(),
        technology: [0],
        level: [2],
    });
    assert.equal(rows.length, 2);
    assert.deepEqual([...counts.technology], [2, 1, 0]);
    assert.deepEqual([...counts.level], [1, 0, 2]);
    assert.deepEqual([...counts.topic], [2, 1, 0]);
    assert.deepEqual([...counts.difficulty], [0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0]);
});

test("results, counts and gaps agree with the definition for every combination", () => {
    const lists = [[], [0], [1, 2]];
    const ranges = [
        [1, 10],
        [2, 8],
    ];
    for (const technology of lists) {
        for (const level of lists) {
            for (const topic of lists) {
                for (const difficulty of ranges) {
                    for (const text of ["", "a", "drift"]) {
                        const filters = {
                            technology,
                            level,
                            topic,
                            difficulty,
                            text,
                            sort: null,
                        };
                        const selection = selectQuestions(index, filters);
                        const rows = [...bank.ids.keys()];
                        const found = rows.filter((row) => passes(row, filters));
                        assert.deepEqual([...selection.rows].sort(), found);
                        for (const facet of ["technology", "level"]) {
                            const others = rows.filter((row) =>
                                passes(row, filters, facet),
                            );
                            selection.counts[facet].forEach((count, value) => {
                                const expected = others.filter(
                                    (row) => bank[facet][row] === value,
                                );
                                assert.equal(count, expected.length);
                            });
                        }
                        const untopiced = rows.filter((row) =>
                            passes(row, filters, "topic"),
                        );
                        selection.counts.topic.forEach((count, value) => {
                            const expected = untopiced.filter((row) =>
                                bank.topic[row].includes(value),
                            );
                            assert.equal(count, expected.length);
                        });
                        for (const facet of Object.keys(selection.missing)) {
                            const without = rows.filter((row) =>
                                passes(row, filters, facet),
                            );
                            assert.equal(
                                selection.missing[facet],
                                without.length - found.length,
                            );
                        }
                    }
                }
            }
        }
    }
});

test("where nothing is left, the facet that keeps out most is to be dropped", () => {
    const filters = { ...createFilters(), technology: [1], level: [1], text: "tuple" };
    assert.equal(suggestFacet(selectQuestions(index, filters)), "level");
    const nothing = selectQuestions(index, {
        ...createFilters(),
        text: "qqq",
        level: [1],
    });
    assert.equal(suggestFacet(nothing), null);
});

test("filters are named by level, technology, topic, difficulty, text", () => {
    const filters = parseFilters(
        "?q=a&difficulty=2-3&topic=mlops&technology=sql,python&level=advanced",
        bank,
    );
    assert.deepEqual(listActive(filters), [
        { facet: "level", value: 2 },
        { facet: "technology", value: 1 },
        { facet: "technology", value: 2 },
        { facet: "topic", value: 1 },
        { facet: "difficulty", value: -1 },
        { facet: "text", value: -1 },
    ]);
});

test("one value or a whole facet can be removed, and the filters before stay", () => {
    const filters = parseFilters("?technology=sql,python&difficulty=2-3&q=a", bank);
    const left = removeFilter(filters, { facet: "technology", value: 1 });
    assert.equal(formatFilters(left, bank), "technology=sql&difficulty=2-3&q=a");
    assert.equal(
        formatFilters(removeFilter(left, { facet: "difficulty", value: -1 }), bank),
        "technology=sql&q=a",
    );
    assert.equal(
        formatFilters(clearFacet(filters, "technology"), bank),
        "difficulty=2-3&q=a",
    );
    assert.deepEqual(filters.technology, [1, 2]);
});

test("an address has one order, and no defaults", () => {
    const address =
        "technology=python,sql&level=beginner&difficulty=7&q=a+b&sort=title";
    for (const written of [
        address,
        "?sort=title&q=%20a%20%20b&difficulty=7-7&level=beginner&technology=sql%2Cpython",
        "?technology=sql&technology=python&level=beginner&difficulty=7&q=a+b&sort=title",
    ]) {
        assert.equal(formatFilters(parseFilters(written, bank), bank), address);
    }
    assert.equal(formatFilters(createFilters(), bank), "");
    assert.equal(
        formatFilters(parseFilters("difficulty=1-10&sort=difficulty", bank), bank),
        "",
    );
});

test("what the bank does not know is left out of an address", () => {
    for (const written of [
        "?technology=cobol,",
        "?level=__proto__",
        "?difficulty=0-11",
        "?difficulty=9-7",
        "?difficulty=x",
        "?sort=relevance",
        "?sort=constructor",
        "?q=%20",
        "?page=2",
        "?%",
    ]) {
        assert.equal(formatFilters(parseFilters(written, bank), bank), "", written);
    }
});

test("text with signs of its own survives the address", () => {
    for (const text of ["a,b & c=d", "50 % + 1", "“σίγμα” #1", "🙂"]) {
        const address = formatFilters({ ...createFilters(), text }, bank);
        assert.equal(parseFilters(`?${address}`, bank).text, text);
    }
});

test("an empty bank selects nothing", () => {
    const empty = {
        ...bank,
        technologies: [],
        topics: [],
        ids: [],
        titles: [],
        technology: [],
        level: [],
        difficulty: [],
        topic: [],
        urls: [],
        answers: [],
    };
    const { rows } = selectQuestions(createIndex(empty), {
        ...createFilters(),
        text: "a",
    });
    assert.equal(rows.length, 0);
});
