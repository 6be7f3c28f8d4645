"""Two join trees of one query with the rows of each step (for SQL-ADV-003)."""

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from style import BLUE, INK, ORANGE, save

#: Filtered tables in the order in which a left-deep plan joins them.
Leaves = list[tuple[str, str]]
#: Estimated and actual rows after each join.
Joins = list[tuple[int, int]]


def box(axes: Axes, place: tuple[float, float], text: str, color: str) -> None:
    """Draw a node with its text: tables thin and square, joins in color."""
    join = color != INK
    style = {
        "boxstyle": "round,pad=0.35" if join else "square,pad=0.3",
        "facecolor": "white",
        "edgecolor": color,
        "linewidth": 1.8 if join else 1,
    }
    axes.text(*place, text, ha="center", va="center", fontsize=10, bbox=style)


def tree(axes: Axes, title: str, leaves: Leaves, joins: Joins, color: str) -> None:
    """Draw a left-deep tree from the lowest join upwards."""
    step = 1.0
    places = [(0.0, 0.0), *((1.5 + i * step, i + 0.0) for i in range(3))]
    tops = [(0.75 + i * step, i + 1.0) for i in range(3)]
    for i, (x, y) in enumerate(tops):
        below = places[0] if i == 0 else tops[i - 1]
        for child in (below, places[i + 1]):
            axes.plot([x, child[0]], [y, child[1]], color=INK, lw=1.2, zorder=0)
    for place, (name, size) in zip(places, leaves, strict=True):
        box(axes, place, f"{name}\n{size}", INK)
    for place, (estimate, actual) in zip(tops, joins, strict=True):
        box(axes, place, f"estimated {estimate:,}\nactual {actual:,}", color)
    total, truth = (sum(numbers) for numbers in zip(*joins, strict=True))
    axes.set_title(
        f"{title}\nestimated {total:,}, actual {truth:,}", color=color, fontsize=11
    )
    axes.set_xlim(-0.85, 4.3)
    axes.set_ylim(-0.5, 3.4)
    axes.set_axis_off()


def main() -> None:
    """Draw the figure and save it."""
    figure, (left, right) = plt.subplots(1, 2, figsize=(7.6, 4.2))
    tree(
        left,
        "chosen: customers first",
        [
            ("customer", "50, actual 200"),
            ("orders", "10,000"),
            ("line", "30,000"),
            ("product", "50"),
        ],
        [(500, 4_000), (1_500, 12_000), (150, 1_000)],
        ORANGE,
    )
    tree(
        right,
        "better: products first",
        [
            ("product", "50"),
            ("line", "30,000"),
            ("orders", "10,000"),
            ("customer", "50, actual 200"),
        ],
        [(3_000, 3_000), (3_000, 3_000), (150, 1_000)],
        BLUE,
    )
    save(figure, __file__)


if __name__ == "__main__":
    main()
