"""A bank that uses everything that prose documents are made of, in both markups."""

from __future__ import annotations

from typing import Any, Final

#: What the bank needs besides what every test project has.
CONF: Final[dict[str, Any]] = {
    "extensions": ["sphinx_questions", "myst_parser", "sphinx_design"],
    "myst_enable_extensions": [
        "colon_fence",
        "dollarmath",
        "amsmath",
        "deflist",
        "fieldlist",
        "attrs_inline",
        "attrs_block",
    ],
    "html_baseurl": "https://bank.example.org/",
    "release": "1.2",
}

#: An image of each kind that is text.
SVG: Final = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40">'
    '<rect x="4" y="4" width="112" height="32" fill="#8ab" stroke="#000"/></svg>'
)

#: Words of which every complete guide must hold each one, once.
WORDS: Final = (
    "alphaanswer",
    "bravopoint",
    "charlienested",
    "deltanumbered",
    "echodefinition",
    "foxtrotcell",
    "golfcaption",
    "hotellegend",
    "indiafootnote",
    "juliettnote",
    "kilotab",
    "limadropdown",
    "mikecard",
    "novembercode",
    "oscarquote",
    "papafield",
    "quebecoption",
    "romeoline",
    "sierracitation",
    "tangotopic",
    "uniformparsed",
    "victorheading",
    "whiskeybadge",
    "xrayspan",
    "yankeeversion",
    "zuluproduction",
)

FILES: Final = {
    "index.md": """
        # Everything

        ```{toctree}
        myst
        rest
        ```
        """,
    "picture.svg": SVG,
    "myst.md": """
        :::::::{question} What does **MyST** make of `everything`?
        :id: PY-001
        :technology: python
        :level: beginner
        :difficulty: 2
        :topics: markup, books
        :reviewed: 2026-11-20

        The alphaanswer is *short*, **strong**, `literal` and has $a_i^2$ in it[^note].

        ## Key points
        - A bravopoint with {sup}`super` and {sub}`sub`.
        - See {question}`PY-002`, and [a page](https://example.org/a_b?c=d&e=f#g).

        ## Explanation
        ### A victorheading
        1. First
           - nested charlienested
             - and deeper
        2. deltanumbered

        Term
        : echodefinition

        | left | right |
        | :--- | ---: |
        | `foxtrotcell` | $x$ |

        $$
        \\sum_{i=1}^{n} x_i = \\frac{a}{b}
        $$ (sum)

        As {eq}`sum` says, and $\\stackrel{a}{=}$ too.

        \\begin{align}
        a &= b \\\\
        c &= d
        \\end{align}

        ```{figure} picture.svg
        :alt: A grey box
        :name: box
        :width: 60%

        A golfcaption

        The hotellegend.
        ```

        ![inline](picture.svg) stands in a line. [The box](#box) shows it.

        ## Example
        ```{code-block} python
        :linenos:
        :emphasize-lines: 2
        :caption: A listing

        def novembercode(x: int) -> str:
            # Comment: <b>&amp;</b> #let $x$ @ref
            return f"{x!r}" + 'a' * 3  # a line that is long
        ```

        ```text
        plain    spaces   kept
        ```

        ## Mistakes
        :::{note}
        The juliettnote.
        :::

        :::{warning}
        Take care.
        :::

        ::::{tab-set}
        :::{tab-item} Label
        The kilotab.
        :::
        ::::

        :::{dropdown} Title
        The limadropdown.
        :::

        ::::{grid} 2
        :::{grid-item-card} Mike
        :link: https://example.org/card
        The mikecard {bdg-primary}`whiskeybadge`.
        :::
        ::::

        > The oscarquote.
        >
        > -- Somebody

        ## Scenario
        :papafield: value

        A [xrayspan]{.special} and a [link to a section](#py-002).

        ## Follow-ups
        - {question}`PY-002`

        ## Sources
        - A [source](https://doi.org/10.1000/1)
        :::::::

        [^note]: The indiafootnote, with **strong** words.
        """,
    "rest.rst": """
        Rest
        ====

        .. question:: What does reStructuredText make of the rest?
           :id: PY-002
           :technology: python
           :level: advanced
           :difficulty: 7
           :topics: markup

           An answer with :kbd:`Ctrl`, :abbr:`API (application programming interface)`,
           :samp:`a{b}c` and :math:`x`. See [Book]_, [#auto]_, and [#auto]_ again.

           Explanation
           -----------

           -a          quebecoption
           --long=X    other

           | romeoline
           |   indented

           .. topic:: Aside

              tangotopic

           .. parsed-literal::

              **uniformparsed**   spaces

           .. versionadded:: 1.0
              yankeeversion

           .. productionlist::
              zuluproduction: "a" | "b"

           .. list-table:: A title
              :header-rows: 1
              :widths: 1 2

              * - a
                - b
              * - one
                - .. code-block:: python

                     print(1)

           >>> 1 + 1
           2

           .. hlist::

              * one
              * two

           .. centered:: In the middle

           .. image:: picture.svg
              :alt: a box

           .. rubric:: A rubric

           .. epigraph:: Words

              -- Who

           .. only:: html or epub or typst or latex

              Only for books.

           .. index:: entry

           .. glossary::

              word
                 Its meaning.

        .. [Book] The sierracitation.
        .. [#auto] An automatic footnote.
        """,
}
