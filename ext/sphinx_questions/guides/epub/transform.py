"""What is done to every document before an ePub is made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_questions.guides.epub.raw_html import mend_raw_html
from sphinx_questions.problems import Problem, warn

if TYPE_CHECKING:
    from docutils import nodes


class RawHtmlTransform(SphinxPostTransform):
    """Make XML of the HTML that authors wrote."""

    builders = ("epub",)
    # Behind FlattenTransform (190), which takes away the HTML of components.
    default_priority = 195

    def run(self, **_kwargs: object) -> None:
        """Mend the HTML, and warn of what cannot be mended."""
        mend_raw_html(self.document, _complain, strict=False)


def _complain(raw: nodes.raw, reason: str) -> None:
    warn(
        Problem.RAW,
        f"this HTML cannot stand in an ePub: {reason}. Its words are kept; write it "
        "as XML wants it, with every tag closed",
        raw,
    )
