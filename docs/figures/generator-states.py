"""The four states of a generator and what moves between them (for PY-INT-002)."""

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch
from style import BLUE, INK, save

WIDTH, HEIGHT = 1.9, 0.62
CREATED, RUNNING, SUSPENDED, CLOSED = (1.0, 2.0), (4.6, 2.0), (8.2, 2.0), (4.6, 0.0)

Point = tuple[float, float]


def box(axes: Axes, centre: Point, text: str) -> None:
    """Draw a state."""
    x, y = centre
    axes.add_patch(
        FancyBboxPatch(
            (x - WIDTH / 2, y - HEIGHT / 2),
            WIDTH,
            HEIGHT,
            boxstyle="round,pad=0,rounding_size=0.12",
            facecolor="none",
            edgecolor=BLUE,
            linewidth=1.8,
        )
    )
    axes.text(x, y, text, ha="center", va="center", family="monospace", fontsize=10)


def arrow(axes: Axes, start: Point, end: Point, bend: float = 0) -> None:
    """Draw a transition."""
    axes.add_patch(
        FancyArrowPatch(
            start,
            end,
            arrowstyle="-|>",
            mutation_scale=15,
            color=INK,
            linewidth=1.4,
            shrinkA=0,
            shrinkB=1,
            connectionstyle=f"arc3,rad={bend}",
        )
    )


def main() -> None:
    """Draw the figure and save it."""
    figure, axes = plt.subplots(figsize=(7, 3.4))
    axes.axis("off")
    axes.set_xlim(-0.1, 9.3)
    axes.set_ylim(-0.45, 3.55)

    for centre, name in [
        (CREATED, "GEN_CREATED"),
        (RUNNING, "GEN_RUNNING"),
        (SUSPENDED, "GEN_SUSPENDED"),
        (CLOSED, "GEN_CLOSED"),
    ]:
        box(axes, centre, name)

    left, right = WIDTH / 2, WIDTH / 2
    top, bottom = HEIGHT / 2, HEIGHT / 2

    arrow(axes, (1.0, 3.1), (1.0, 2.0 + top))
    axes.text(1.0, 3.2, "call of the function", ha="center", va="bottom")

    arrow(axes, (1.0 + right, 2.0), (4.6 - left, 2.0))
    axes.text(2.8, 2.1, "next()", ha="center", va="bottom")
    axes.text(2.8, 1.88, "send(None)", ha="center", va="top")

    arrow(axes, (4.9, 2.0 + top), (7.9, 2.0 + top), bend=-0.28)
    axes.text(6.4, 2.85, "yield", ha="center", va="bottom")

    arrow(axes, (7.9, 2.0 - bottom), (4.9, 2.0 - bottom), bend=-0.28)
    axes.text(6.4, 1.12, "next(), send()", ha="center", va="top")
    axes.text(6.4, 0.82, "throw(), close()", ha="center", va="top")

    arrow(axes, (4.6, 2.0 - bottom), (4.6, 0.0 + top))
    axes.text(4.5, 1.12, "return", ha="right", va="center")
    axes.text(4.5, 0.82, "exception", ha="right", va="center")

    arrow(axes, (1.0, 2.0 - bottom), (4.6 - left, 0.0), bend=0.28)
    axes.text(1.25, 0.35, "close()", ha="right", va="center")
    axes.text(1.25, 0.05, "throw()", ha="right", va="center")

    save(figure, __file__)


if __name__ == "__main__":
    main()
