"""A bank full of what breaks out of where it is put, in both markups."""

from __future__ import annotations

from typing import Any, Final

from markups import MYST, REST

#: Ends elements, comments, sections, strings and commands of every output.
BREAKERS: Final = (
    "</script><script>alert(1)</script>",
    "<!-- <img src=x onerror=alert(1)>",
    "]]>",
    "'\"><b>",
    "&lt;i&gt; &amp;amp;",
    "\\end{document} \\input{/etc/passwd} $x$ %",
    "#eval(1) @ref `raw`",
)

#: Turns around what stands behind it.
OVERRIDE: Final = "\u202egnol"

#: Unlikely to be words.
CONTROLS: Final = "\x01\x08\x1b\x7f\u2028\ufeff"

LONG: Final = "word " * 1999 + "word?"

LINK: Final = "java\tscript:alert(1)"

CONF: Final[dict[str, Any]] = {
    "extensions": ["sphinx_questions", "myst_parser"],
    "html_baseurl": "https://bank.example.org/",
    "html_math_renderer": "mathml",
    "myst_enable_extensions": ["colon_fence"],
    "root_doc": "index",
    "version": "1",
    "copyright": "nobody",
    "epub_uid": "bank",
    "latex_engine": "xelatex",
    "questions_llms_txt": True,
    "questions_sitemap": True,
    "questions_id_pattern": ".+",
    # Its warnings are what the tests of sources are about.
    "suppress_warnings": ["questions.id", "questions.character", "questions.link"],
}

#: What stands in the title and in the answer of the first question, as code so that
#: no markup takes a part of it.
BREAKING: Final = " ".join(b for b in BREAKERS if "`" not in b)

FILES: Final = {
    "index.md": """
        # Bank

        ```{question-explorer}
        ```

        ```{question-list}
        :show: answers
        ```

        See {question}`PY-001` and {question}`PY-002`.

        ```{toctree}
        breaking
        turning
        programs
        ```
        """,
    "breaking.md": MYST.question(
        "PY-001",
        f"Answer: ``{BREAKING}``",
        "## Example",
        f"```text\n{BREAKING}\n```",
        title=f"``{BREAKING}``",
        topics="</script>, ]]>",
        added="2026-01-02",
    ),
    "turning.md": MYST.question(
        "PY-002",
        f"Turned {OVERRIDE}. Controls A{CONTROLS}Z.",
        title=f"Turned {OVERRIDE}",
        reviewed="2026-01-03",
    ),
    "programs.rst": REST.page(
        REST.question(
            "../../PY-003",
            f"Follow `this <{LINK}>`_.",
            title=LONG,
            added="2026-01-04",
        )
    ),
}
