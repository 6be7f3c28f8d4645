"""A small bank that uses what questions are made of, in both markups."""

from __future__ import annotations

from typing import Final

#: Sentences of which every output must hold each one.
SENTENCES: Final = (
    "A list can change and a tuple cannot.",
    "Name the two kinds of equality.",
    "A tuple of lists still changes inside.",
    "Hash values need content that stays.",
    "The fine print stands here.",
    "Tuples are not lists that save memory.",
    "A cache key was a list, and the service failed.",
    "What does frozen mean for a dataclass?",
    "Overfitting is learning the noise.",
    "The gap between training and validation grows.",
    "A loss is what training makes small.",
)

FILES: Final = {
    "index.md": """
        # A bank

        ```{toctree}
        python
        learning
        ```
        """,
    "python.md": """
        :::::{question} When is a tuple better than a list?
        :id: PY-BEG-001
        :technology: python
        :level: beginner
        :difficulty: 2
        :topics: data-model
        :reviewed: 2026-11-23

        A list can change and a tuple cannot.

        ## Key points
        - Name the two kinds of equality.

        ## Explanation
        A tuple of lists still changes inside.

        $$
        h(x) = \\sum_{i=1}^{n} x_i
        $$

        ### Hashing
        Hash values need content that stays.

        | value | hashable |
        | --- | --- |
        | `()` | yes |

        ## Example
        ```python
        print(hash(()) == hash(()))
        ```

        :::{note}
        The fine print stands here.
        :::

        ## Mistakes
        - Tuples are not lists that save memory.

        ## Scenario
        A cache key was a list, and the service failed.

        ## Follow-ups
        - {question}`ML-BEG-001`
        - What does frozen mean for a dataclass?

        ## Sources
        - [Data model](https://docs.python.org/3/reference/datamodel.html)
        :::::
        """,
    "learning.rst": """
        Learning
        ========

        .. question:: What is overfitting?
           :id: ML-BEG-001
           :technology: machine-learning
           :level: beginner
           :difficulty: 2
           :requires: ML-BEG-002

           Overfitting is learning the noise.

           Explanation
           -----------
           The gap between training and validation grows.

        .. question:: What is a loss?
           :id: ML-BEG-002
           :technology: machine-learning
           :level: beginner
           :difficulty: 1
           :related: PY-BEG-001

           A loss is what training makes small.
        """,
}
