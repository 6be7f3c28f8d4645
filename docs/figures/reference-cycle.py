"""Objects that refer to each other, with their reference counts (for PY-ADV-003)."""

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.patches import Circle, FancyArrowPatch, FancyBboxPatch
from style import BLUE, INK, ORANGE, save

Point = tuple[float, float]

RADIUS = 0.5
SHADE = "#f6e3d6"
PLACES: dict[str, Point] = {
    "report": (1.0, 4.4),
    "order": (1.0, 2.5),
    "customer": (4.0, 2.5),
    "address": (4.0, 0.6),
}
LINKS = [
    ("report", "order", 0.0),
    ("order", "customer", 0.25),
    ("customer", "order", 0.25),
    ("customer", "address", 0.0),
]


def arrow(panel: Axes, begin: Point, end: Point, bend: float, color: str) -> None:
    """Draw an arrow that ends a little before its points."""
    panel.add_patch(
        FancyArrowPatch(
            begin,
            end,
            arrowstyle="-|>",
            mutation_scale=14,
            connectionstyle=f"arc3,rad={bend}",
            shrinkA=0,
            shrinkB=0,
            color=color,
            linewidth=1.6,
        ),
    )


def edge(begin: Point, end: Point) -> tuple[Point, Point]:
    """Return where the line between two objects leaves and enters their circles."""
    across, up = end[0] - begin[0], end[1] - begin[1]
    length = (across**2 + up**2) ** 0.5
    step = (RADIUS + 0.08) / length
    return (
        (begin[0] + step * across, begin[1] + step * up),
        (end[0] - step * across, end[1] - step * up),
    )


def draw_object(panel: Axes, name: str, count: int) -> None:
    """Draw an object with its reference count, as gone if the count is zero."""
    x, y = PLACES[name]
    gone = count == 0
    panel.add_patch(
        Circle(
            (x, y),
            RADIUS,
            facecolor="white",
            edgecolor=INK,
            linestyle="--" if gone else "-",
            linewidth=1.2 if gone else 2,
        ),
    )
    panel.text(x, y, str(count), ha="center", va="center", fontsize=13)
    left = name in {"report", "order"}
    side = -1 if left else 1
    panel.text(
        x + side * (RADIUS + 0.15),
        y,
        name,
        ha="right" if left else "left",
        va="center",
    )


def draw_link(panel: Axes, begin: str, end: str, bend: float) -> None:
    """Draw a reference from one object to another."""
    (x, y), (to_x, to_y) = edge(PLACES[begin], PLACES[end])
    if bend:  # two references between the same objects: one above, one below
        shift = 0.16 if to_x > x else -0.16
        y, to_y = y + shift, to_y + shift
        bend = -bend
    arrow(panel, (x, y), (to_x, to_y), bend, INK)


def draw_name(panel: Axes, name: str) -> None:
    """Draw the reference that a name of the program is."""
    x, y = PLACES[name]
    up = y + RADIUS
    if name == "order":
        panel.text(x - 1.05, up + 0.62, "name", ha="center", va="center", color=BLUE)
        arrow(panel, (x - 0.85, up + 0.4), (x - 0.34, up - 0.06), 0, BLUE)
    else:
        panel.text(x, up + 0.95, "name", ha="center", va="center", color=BLUE)
        arrow(panel, (x, up + 0.72), (x, up + 0.08), 0, BLUE)


def main() -> None:
    """Draw the figure and save it."""
    figure, panels = plt.subplots(1, 2, figsize=(7, 3.6))
    before = {"report": 1, "order": 3, "customer": 2, "address": 1}
    after = {"report": 0, "order": 1, "customer": 1, "address": 1}
    for panel, title, counts in zip(
        panels,
        ["with all names", "without any name"],
        [before, after],
        strict=True,
    ):
        if counts is after:
            panel.add_patch(
                FancyBboxPatch(
                    (-0.95, -0.25),
                    7.35,
                    3.5,
                    boxstyle="round,pad=0.1",
                    facecolor=SHADE,
                    edgecolor=ORANGE,
                    linestyle=":",
                ),
            )
            panel.text(0.95, 0.6, "waits for the\ncollector", ha="center", va="center")
            panel.text(1.75, 4.4, "freed at once", va="center")
        for name, count in counts.items():
            draw_object(panel, name, count)
            if counts is before and name != "address":
                draw_name(panel, name)
        for begin, end, bend in LINKS:
            if counts[begin]:
                draw_link(panel, begin, end, bend)
        panel.set_title(title, fontsize=11)
        panel.set_xlim(-1.2, 6.7)
        panel.set_ylim(-0.45, 6.2)
        panel.set_aspect("equal")
        panel.axis("off")
    save(figure, __file__)


if __name__ == "__main__":
    main()
