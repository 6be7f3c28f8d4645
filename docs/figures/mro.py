"""A diamond of classes and its method resolution order (for PY-INT-004)."""

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch
from style import BLUE, INK, ORANGE, save

Point = tuple[float, float]

WIDTH = 1.5
HEIGHT = 0.42
#: The vertical gap between a box and the end of an arrow.
GAP = 0.08
#: From class to class in the line.
STEP = 0.87
#: The middle of a title over the line, as a share of the width.
TITLE_X = 0.35


class Store:
    """The base of the page's example."""


class Logged(Store):
    """One refinement."""


class Cached(Store):
    """Another refinement."""


class LoggedCache(Logged, Cached):
    """Both."""


PLACES: dict[type, Point] = {
    object: (2.0, 4.0),
    Store: (2.0, 2.84),
    Logged: (1.0, 1.68),
    Cached: (3.0, 1.68),
    LoggedCache: (2.0, 0.52),
}


def draw_class(axes: Axes, middle: Point, label: str) -> None:
    """Draw a class as a box."""
    x, y = middle
    axes.add_patch(
        FancyBboxPatch(
            (x - WIDTH / 2, y - HEIGHT / 2),
            WIDTH,
            HEIGHT,
            boxstyle="round,pad=0,rounding_size=0.08",
            facecolor="none",
            edgecolor=BLUE,
            linewidth=1.5,
        ),
    )
    axes.text(x, y, label, ha="center", va="center", family="monospace", fontsize=10)


def draw_arrow(
    axes: Axes, start: Point, end: Point, *, color: str = INK, style: str = "-"
) -> None:
    """Draw an arrow between two points."""
    axes.add_patch(
        FancyArrowPatch(
            start,
            end,
            arrowstyle="-|>",
            mutation_scale=14,
            shrinkA=0,
            shrinkB=0,
            color=color,
            linestyle=style,
            linewidth=1.8,
        ),
    )


def main() -> None:
    """Draw the figure and save it."""
    figure, (left, right) = plt.subplots(
        1, 2, figsize=(7, 4), gridspec_kw={"width_ratios": [1.35, 1]}
    )
    order = LoggedCache.__mro__
    for number, cls in enumerate(order, start=1):
        draw_class(left, PLACES[cls], f"{number} {cls.__name__}")
        for base in cls.__bases__:
            (x, y), (base_x, base_y) = PLACES[cls], PLACES[base]
            shift = 0.35 * (base_x - x)
            draw_arrow(
                left,
                (x + shift, y + HEIGHT / 2 + GAP),
                (base_x - shift, base_y - HEIGHT / 2 - GAP),
            )
    left.set_title("inherits from", fontsize=11)
    left.set_xlim(0.1, 3.9)

    for i, cls in enumerate(order):
        y = 4.0 - STEP * i
        draw_class(right, (1, y), f"{i + 1} {cls.__name__}")
        if i + 1 == len(order):
            continue
        between_siblings = not issubclass(cls, order[i + 1])
        draw_arrow(
            right,
            (1, y - HEIGHT / 2 - 0.02),
            (1, y - STEP + HEIGHT / 2 + 0.02),
            color=ORANGE if between_siblings else INK,
            style=":" if between_siblings else "-",
        )
        right.text(
            1.15,
            y - STEP / 2,
            "super(): a sibling" if between_siblings else "super()",
            va="center",
            fontsize=10,
        )
    right.set_title("the line", fontsize=11, x=TITLE_X)
    right.set_xlim(0.1, 2.7)
    for axes in (left, right):
        axes.set_ylim(0.2, 4.4)
        axes.axis("off")
    save(figure, __file__)


if __name__ == "__main__":
    main()
