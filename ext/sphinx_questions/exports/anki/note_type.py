"""The note type: the fields of a note, and how Anki makes two sides of them."""

from __future__ import annotations

import html
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from pygments.formatters import HtmlFormatter

from sphinx_questions.guides.direction import direction_of_language
from sphinx_questions.labels import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sphinx_questions.exports.anki.flashcard import Flashcard, Part

#: When the templates, the styles or the fields here were last changed, in seconds:
#: 2026-11-25. Anki takes them over if this is later than those that it has.
CHANGED: Final = 1_795_564_800

#: The fields. Anki keeps notes apart whose fields have other names: another name here
#: would part readers from the cards that they have learned.
FIELDS: Final = ("ID", "Question", "Badges", "Answer", "Key points", "More", "Page")

#: The name of the one kind of card.
TEMPLATE: Final = "Question"

STYLE: Final = Path(__file__).parent / "card.css"

#: Colours of code, by Pygments' names: not those of the theme, whose page has another
#: ground. All of them can be read on theirs.
_DAY: Final = "default"
_NIGHT: Final = "github-dark"

#: The section that is open on the back; the others open at a touch.
KEY_POINTS: Final = "key-points"

_FRONT: Final = """\
<div class="sq-front" lang="{language}" dir="{direction}">
<div class="sq-question">{{{{Question}}}}</div>
<div class="sq-badges">
<span class="sq-badge sq-id">{{{{ID}}}}</span>
{{{{Badges}}}}
</div>
</div>
"""

_BACK: Final = """\
{{{{FrontSide}}}}
<hr id="answer">
<div class="sq-back" lang="{language}" dir="{direction}">
<div class="sq-answer">{{{{Answer}}}}</div>
{{{{Key points}}}}
{{{{More}}}}
{{{{#Page}}}}<p class="sq-page"><a href="{{{{Page}}}}">{page}</a></p>{{{{/Page}}}}
</div>
"""


def templates(language: str) -> tuple[str, str]:
    """Return the front and the back, as Anki fills them with the fields."""
    words = {
        "language": html.escape(language),
        "direction": direction_of_language(language),
        "page": html.escape(_("This question on the web")),
    }
    return _FRONT.format(**words), _BACK.format(**words)


def fields(card: Flashcard) -> tuple[str, ...]:
    """Return the fields of a note, in the order of :data:`FIELDS`."""
    points = [part for part in card.parts if part.key == KEY_POINTS]
    rest = [part for part in card.parts if part.key != KEY_POINTS]
    return (
        html.escape(card.question_id),
        card.title,
        "".join(
            f'<span class="sq-badge sq-{kind}">{text}</span>'
            for kind, text in card.badges
        ),
        card.answer,
        "\n".join(map(_open, points)),
        "\n".join(map(_closed, rest)),
        html.escape(card.address),
    )


def _open(part: Part) -> str:
    return f'<h2 class="sq-heading">{part.label}</h2>\n{part.html}'


def _closed(part: Part) -> str:
    if not part.label:
        return f'<div class="sq-notes">{part.html}</div>'
    return (
        f'<details class="sq-more"><summary>{part.label}</summary>\n'
        f"<div>{part.html}</div></details>"
    )


def style() -> str:
    """Return the styles of the cards, with the colours of code by day and by night."""
    nights = (".nightMode .highlight", ".night_mode .highlight")
    return "\n".join(
        (
            STYLE.read_text(encoding="utf-8"),
            *_colours(_DAY, [".highlight"]),
            *_colours(_NIGHT, nights),
            "",
        )
    )


def _colours(name: str, prefixes: Sequence[str]) -> Iterable[str]:
    formatter: Any = HtmlFormatter(style=name)
    rules: Iterable[str] = formatter.get_style_defs(list(prefixes)).splitlines()
    # The formatter has rules for the rest of a page besides.
    return (rule for rule in rules if rule.startswith(tuple(prefixes)))
