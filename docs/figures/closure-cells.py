"""What functions made in a loop hold: cells or defaults (for PY-INT-001)."""

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch
from style import BLUE, INK, ORANGE, save

ROWS = (2.0, 1.0, 0.0)
STEPS = (1, 2, 3)


def box(panel: Axes, x: float, y: float, text: str, color: str) -> None:
    """Draw a box with a text, its centre at x and y."""
    width, height = 0.78, 0.56
    panel.add_patch(
        FancyBboxPatch(
            (x - width / 2, y - height / 2),
            width,
            height,
            boxstyle="round,pad=0,rounding_size=0.08",
            facecolor="none",
            edgecolor=color,
            linewidth=1.8,
            linestyle="-" if color == BLUE else "--",
        )
    )
    panel.text(x, y, text, ha="center", va="center", color=INK)


def arrow(panel: Axes, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Draw an arrow from a function to its cell."""
    panel.add_patch(
        FancyArrowPatch(
            start,
            end,
            arrowstyle="-|>",
            mutation_scale=14,
            color=INK,
            linewidth=1.4,
            shrinkA=0,
            shrinkB=2,
        )
    )


def headings(panel: Axes, title: str, right: str) -> None:
    """Write the name of the maker and what stands in the two columns."""
    panel.set_title(title, fontsize=11, family="monospace")
    panel.text(0, 2.58, "function", ha="center", fontsize=10)
    panel.text(1.35, 2.58, right, ha="center", fontsize=10)
    panel.set_xlim(-0.5, 1.85)
    panel.set_ylim(-0.75, 2.8)
    panel.axis("off")


def main() -> None:
    """Draw the figure and save it."""
    figure, (shared, own, defaults) = plt.subplots(1, 3, figsize=(7, 3.2))

    headings(shared, "shared_cell", "cell")
    box(shared, 1.35, 1, "3", ORANGE)
    headings(own, "own_cells", "cell")
    headings(defaults, "defaults", "default")

    for number, (y, step) in enumerate(zip(ROWS, STEPS, strict=True)):
        for panel in (shared, own, defaults):
            box(panel, 0, y, f"[{number}]", BLUE)
        arrow(shared, (0.41, y), (0.94, 1 + 0.16 * (y - 1)))
        arrow(own, (0.41, y), (0.94, y))
        box(own, 1.35, y, f"{step}", ORANGE)
        box(defaults, 1.35, y, f"{step}", ORANGE)
        defaults.plot([0.39, 0.96], [y, y], color=INK, linewidth=1.4)

    for panel, results in [
        (shared, "3, 3, 3"),
        (own, "1, 2, 3"),
        (defaults, "1, 2, 3"),
    ]:
        panel.text(0.675, -0.68, f"calls return {results}", ha="center")

    save(figure, __file__)


if __name__ == "__main__":
    main()
