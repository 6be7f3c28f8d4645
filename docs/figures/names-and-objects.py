"""Names, objects, assignment and mutation (for PY-BEG-001)."""

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch, Rectangle
from style import BLUE, INK, ORANGE, save

NAME_X = 3.6
OBJECT_X = 5.6
CELL = 1.0
HEIGHT = 0.56
#: Where the two names stand above and below the middle of a row.
OFFSET = 0.48


def draw_name(axes: Axes, name: str, y: float) -> None:
    """Draw a name as a label."""
    axes.add_patch(
        FancyBboxPatch(
            (NAME_X - 0.45, y - 0.2),
            0.9,
            0.4,
            boxstyle="round,pad=0.05,rounding_size=0.2",
            facecolor="none",
            edgecolor=BLUE,
            linewidth=1.5,
        ),
    )
    axes.text(NAME_X, y, name, ha="center", va="center", family="monospace")


def draw_list(axes: Axes, y: float, items: list[str], new_from: int) -> None:
    """Draw a list; cells from a given one on are new and have a dashed edge."""
    for i, item in enumerate(items):
        is_new = i >= new_from
        axes.add_patch(
            Rectangle(
                (OBJECT_X + i * CELL, y - HEIGHT / 2),
                CELL,
                HEIGHT,
                facecolor="none",
                edgecolor=ORANGE if is_new else INK,
                linestyle="--" if is_new else "-",
                linewidth=2 if is_new else 1.5,
                zorder=3 if is_new else 2,
            ),
        )
        axes.text(
            OBJECT_X + (i + 0.5) * CELL,
            y,
            f'"{item}"',
            ha="center",
            va="center",
            family="monospace",
            fontsize=10,
        )


def draw_arrow(axes: Axes, start_y: float, end_y: float, *, is_new: bool) -> None:
    """Draw the reference from a name to an object."""
    axes.add_patch(
        FancyArrowPatch(
            (NAME_X + 0.52, start_y),
            (OBJECT_X - 0.04, end_y),
            arrowstyle="-|>",
            mutation_scale=14,
            shrinkA=0,
            shrinkB=0,
            color=ORANGE if is_new else INK,
            linestyle="--" if is_new else "-",
            linewidth=1.8,
        ),
    )


def draw_code(axes: Axes, y: float, code: str) -> None:
    """Write the statement that leads to this row."""
    axes.text(0, y, code, ha="left", va="center", family="monospace")


def main() -> None:
    """Draw the figure and save it."""
    figure, axes = plt.subplots(figsize=(7, 4.4))
    first, second, third = 5.2, 3.1, 1.0
    for y in (first, second, third):
        draw_name(axes, "menu", y + OFFSET)
        draw_name(axes, "lunch", y - OFFSET)
    for y in ((first + second) / 2, (second + third) / 2):
        axes.plot([0, 8.7], [y, y], color=INK, linewidth=0.5, alpha=0.4)

    draw_code(axes, first, "lunch = menu")
    draw_list(axes, first, ["tea", "rice"], new_from=2)
    draw_arrow(axes, first + OFFSET, first + 0.1, is_new=False)
    draw_arrow(axes, first - OFFSET, first - 0.1, is_new=True)

    draw_code(axes, second, 'lunch.append("soup")')
    draw_list(axes, second, ["tea", "rice", "soup"], new_from=2)
    draw_arrow(axes, second + OFFSET, second + 0.1, is_new=False)
    draw_arrow(axes, second - OFFSET, second - 0.1, is_new=False)

    draw_code(axes, third, 'lunch = ["bread"]')
    draw_list(axes, third + OFFSET, ["tea", "rice", "soup"], new_from=3)
    draw_list(axes, third - OFFSET, ["bread"], new_from=0)
    draw_arrow(axes, third + OFFSET, third + OFFSET, is_new=False)
    draw_arrow(axes, third - OFFSET, third - OFFSET, is_new=True)

    axes.text(0, 6.35, "statement", fontsize=10, style="italic")
    axes.text(NAME_X, 6.35, "names", fontsize=10, style="italic", ha="center")
    axes.text(OBJECT_X, 6.35, "objects", fontsize=10, style="italic")
    axes.set_xlim(-0.1, 8.8)
    axes.set_ylim(0.1, 6.7)
    axes.axis("off")
    save(figure, __file__)


if __name__ == "__main__":
    main()
