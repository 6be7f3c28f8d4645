"""A look-up and a range scan in a B-tree of three levels (for SQL-INT-004)."""

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle
from style import BLUE, INK, ORANGE, save

Point = tuple[float, float]

GREY = "#8a8a8a"
KEYS = list(range(3, 82, 3))
#: Width of the cell of a key, height of a node, and room between two leaves.
CELL, HEIGHT, GAP = 0.24, 0.34, 0.12
LEAF = 3 * CELL
ROOT_Y, INNER_Y, LEAF_Y = 2.5, 1.5, 0.5


def node(panel: Axes, left: float, y: float, keys: list[int], color: str) -> None:
    """Draw a node as a box with its keys in cells."""
    used = color != GREY
    panel.add_patch(
        Rectangle(
            (left, y),
            len(keys) * CELL,
            HEIGHT,
            facecolor="none",
            edgecolor=color,
            linewidth=2.2 if used else 0.9,
        )
    )
    for i, key in enumerate(keys):
        panel.text(
            left + (i + 0.5) * CELL,
            y + HEIGHT / 2,
            str(key),
            ha="center",
            va="center_baseline",
            fontsize=10,
        )


def mark(panel: Axes, key: int, color: str) -> None:
    """Underline a key that is part of the answer."""
    left = KEYS.index(key) * CELL + KEYS.index(key) // 3 * GAP
    panel.plot(
        [left + 0.05, left + CELL - 0.05],
        [LEAF_Y + 0.06] * 2,
        color=color,
        linewidth=2,
    )


def arrow(
    panel: Axes, start: Point, end: Point, color: str = GREY, style: str = "-"
) -> None:
    """Draw an arrow, thick if it belongs to a path."""
    panel.annotate(
        "",
        end,
        start,
        arrowprops={
            "arrowstyle": "-|>" if color != GREY else "->",
            "color": color,
            "linestyle": style,
            "linewidth": 2 if color != GREY else 0.8,
            "shrinkA": 0,
            "shrinkB": 1,
        },
    )


def main() -> None:
    """Draw the figure and save it."""
    figure, panel = plt.subplots(figsize=(7.6, 3.3))
    panel.set_axis_off()

    width = 9 * LEAF + 8 * GAP
    leaf_colors = {4: BLUE, 6: ORANGE, 7: ORANGE}
    inner_colors = {1: BLUE, 2: ORANGE}
    root_left = width / 2 - CELL
    for group in range(3):
        middle = (group * 3 + 1.5) * LEAF + (group * 3 + 1) * GAP
        left = middle - CELL
        color = inner_colors.get(group, GREY)
        first = group * 3
        node(panel, left, INNER_Y, [KEYS[3 * first + 3], KEYS[3 * first + 6]], color)
        arrow(
            panel,
            (root_left + group * CELL, ROOT_Y),
            (middle, INNER_Y + HEIGHT),
            color,
            "--" if color == ORANGE else "-",
        )
        for child in range(3):
            leaf = first + child
            leaf_left = leaf * (LEAF + GAP)
            color = leaf_colors.get(leaf, GREY)
            node(panel, leaf_left, LEAF_Y, KEYS[3 * leaf : 3 * leaf + 3], color)
            on_path = leaf in (4, 6)
            arrow(
                panel,
                (left + child * CELL, INNER_Y),
                (leaf_left + LEAF / 2, LEAF_Y + HEIGHT),
                color if on_path else GREY,
                "--" if leaf == 6 else "-",  # noqa: PLR2004 – leaf where the scan begins
            )
            if leaf:
                scan = leaf == 7  # noqa: PLR2004 – leaf where the scan goes on
                arrow(
                    panel,
                    (leaf_left - GAP, LEAF_Y + HEIGHT / 2),
                    (leaf_left, LEAF_Y + HEIGHT / 2),
                    ORANGE if scan else GREY,
                )
    node(panel, root_left, ROOT_Y, [30, 57], INK)
    mark(panel, 42, BLUE)
    for key in (60, 63, 66, 69):
        mark(panel, key, ORANGE)

    for x, y, text, color in [
        (4.5 * LEAF + 4 * GAP, LEAF_Y - 0.12, "look-up of 42:\n3 nodes read", BLUE),
        (7 * LEAF + 6.5 * GAP, LEAF_Y - 0.12, "60 to 70:\n4 nodes read", ORANGE),
    ]:
        panel.text(x, y, text, color=color, ha="center", va="top")
    for y, text in [(ROOT_Y, "root"), (INNER_Y, "inner nodes")]:
        panel.text(0, y + HEIGHT / 2, text, va="center")
    panel.text(0, LEAF_Y - 0.12, "leaves, chained", va="top")
    panel.set_xlim(-0.03, width + 0.03)
    panel.set_ylim(-0.05, ROOT_Y + HEIGHT + 0.05)
    save(figure, __file__)


if __name__ == "__main__":
    main()
