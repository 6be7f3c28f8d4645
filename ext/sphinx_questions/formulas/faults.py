r"""What is wrong with a formula, whatever sets it, and what to write instead.

Converters guess where a formula is broken, each in its own way: one drops a brace,
another closes it at the end. So a formula is looked at before any of them sees it.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

#: What to do about a formula of which no more is known than that it is not known.
_OTHER_COMMANDS: Final = "Write it with commands that docutils knows"


class FormulaError(ValueError):
    """A formula cannot be converted: why, and what to write instead."""

    def __init__(self, reason: str, advice: str = _OTHER_COMMANDS) -> None:
        super().__init__(reason)
        self.advice = advice


class BrokenFormulaError(FormulaError):
    """A formula that is no LaTeX: what shows it all the same shows something else."""


#: What opens, closes or divides; every other sign with a backslash is one of those
#: that are seen.
_TOKEN: Final = re.compile(
    r"\\(?P<verb>begin|end)\s*\{(?P<environment>[^{}]*)\}"
    r"|\\(?P<fence>left|right)(?![A-Za-z])"
    r"|(?P<command>\\[A-Za-z]+)?\s*(?P<brace>[{}])"
    r"|(?P<sign>\\\\|[&%])"
    r"|\\[A-Za-z]+|\\.",
    re.DOTALL,
)

#: Commands whose argument is words, without the backslash.
TEXT_COMMANDS: Final = r"(?:text(?:rm|bf|it|sf|tt|up|normal)?|[mh]box|operatorname)"

_WORDS: Final = re.compile(rf"\\{TEXT_COMMANDS}\Z")

#: Commands whose argument is made of lines.
_STACKS: Final = re.compile(r"\\(?:substack|shortstack)\Z")


class _Opened(NamedTuple):
    kind: str
    #: The command before a brace, or the name of an environment.
    name: str = ""


def quoted(formula: str) -> str:
    """Return a formula for a message: in one line, and as its author wrote it."""
    return f"'{' '.join(formula.split())}'"


def told_by_pages(formula: str, error: FormulaError, *, stops_pdf: bool = False) -> str:
    """Return what an author should know of a formula that web pages cannot show."""
    pdf = ", and no PDF can be made" if stops_pdf else ""
    return (
        f"the formula {quoted(formula)} cannot be converted to MathML: {error}; it is "
        f"shown as it was written{pdf}. {error.advice}"
    )


def told_by_pdf(formula: str, error: FormulaError) -> str:
    """Return what an author should know of a formula that keeps a PDF from being."""
    return f"the formula {quoted(formula)} cannot be set: {error}. {error.advice}"


def told_by_anki(formula: str, error: FormulaError) -> str:
    """Return what an author should know of a formula that MathJax cannot read."""
    return (
        f"the formula {quoted(formula)} is broken: {error}; Anki would show an error "
        f"instead of it. {error.advice}"
    )


def refuse_broken(formula: str, *, block: bool) -> None:
    """Raise BrokenFormulaError if *formula* is no LaTeX, whoever reads it."""
    opened: list[_Opened] = []
    lines, columns = 1, 1
    for token in _TOKEN.finditer(formula):
        if token["verb"] == "begin":
            opened.append(_Opened("begin", token["environment"]))
        elif token["fence"] == "left":
            opened.append(_Opened("left"))
        elif token["brace"] == "{":
            opened.append(_Opened("{", token["command"] or ""))
        elif kind := token["verb"] or token["fence"] or token["brace"]:
            _close(opened, kind, token["environment"] or "")
        elif (sign := token["sign"]) and not _is_at_home(sign, opened):
            if opened or not block or sign == "%":
                raise _stray(sign, block=block)
            lines += sign == r"\\"
            columns += sign == "&"
    if opened:
        raise _unclosed(opened[-1])
    if columns > 1 and lines == 1:
        fault = _stray("&", block=block)
        raise fault


def _close(opened: list[_Opened], kind: str, name: str) -> None:
    wanted = {"}": "{", "right": "left", "end": "begin"}[kind]
    if not any(outer.kind == wanted for outer in opened):
        raise _unopened(kind, name)
    last = opened.pop()
    if last.kind != wanted or (kind == "end" and last.name != name):
        raise _unclosed(last)


def _is_at_home(sign: str, opened: list[_Opened]) -> bool:
    r"""Return whether *sign* stands where it means what it says, or is words."""
    if any(_WORDS.search(outer.name) for outer in opened if outer.kind == "{"):
        return True
    last = opened[-1] if opened else _Opened("")
    if sign == r"\\" and last.kind == "{" and _STACKS.search(last.name):
        return True
    return sign != "%" and last.kind == "begin"


def _unclosed(last: _Opened) -> BrokenFormulaError:
    if last.kind == "{":
        return BrokenFormulaError(
            "its braces do not balance: a { is never closed",
            r"Write the } that is missing, or \{ for a brace that is seen",
        )
    if last.kind == "left":
        return BrokenFormulaError(
            r"a \left has no \right", r"Write one behind it; \right. is not seen"
        )
    end = rf"\end{{{last.name}}}"
    return BrokenFormulaError(
        rf"\begin{{{last.name}}} has no {end}", f"Write {end} behind its last line"
    )


def _unopened(kind: str, name: str) -> BrokenFormulaError:
    if kind == "}":
        return BrokenFormulaError(
            "its braces do not balance: a } closes nothing",
            r"Take it out, write the { that is missing, or \} for a brace that is seen",
        )
    if kind == "right":
        return BrokenFormulaError(
            r"a \right has no \left", r"Write one before it; \left. is not seen"
        )
    begin = rf"\begin{{{name}}}"
    return BrokenFormulaError(
        rf"\end{{{name}}} has no {begin}", f"Write {begin} before its first line"
    )


def _stray(sign: str, *, block: bool) -> BrokenFormulaError:
    if sign == "%":
        return BrokenFormulaError(
            "its % begins a comment in LaTeX", r"Write \% for the sign"
        )
    if sign == "&":
        return BrokenFormulaError(
            "its & divides columns, and there are none",
            r"Write \& for the sign, or \begin{aligned} and \end{aligned} around it",
        )
    place = "braces" if block else "a line of text"
    return BrokenFormulaError(
        rf"its \\ is a line break in {place}",
        r"Write one backslash before a command; lines of their own stand between "
        r"\begin{aligned} and \end{aligned}",
    )
