"""Frames of ROWS, RANGE and GROUPS around one row with ties (for SQL-INT-002)."""

import matplotlib.pyplot as plt
from matplotlib.patches import Rectangle
from style import BLUE, INK, ORANGE, save

DAYS = [1, 2, 2, 4, 4, 5]
AMOUNTS = [10, 20, 30, 40, 50, 60]
CURRENT = 3

SHADE = "#b9cfe4"
HEIGHT = 0.8
COLUMNS = {"sale_id": 0.6, "day": 1.7, "amount": 2.8}


def frames() -> dict[str, list[int]]:
    """Return the rows from 1 PRECEDING to CURRENT ROW, as on the page."""
    groups = sorted(set(DAYS))
    places = {
        "ROWS": list(range(len(DAYS))),
        "RANGE": DAYS,
        "GROUPS": [groups.index(day) for day in DAYS],
    }
    return {
        mode: [
            row
            for row, place in enumerate(place_of)
            if place_of[CURRENT] - 1 <= place <= place_of[CURRENT]
        ]
        for mode, place_of in places.items()
    }


def main() -> None:
    """Draw the figure and save it."""
    figure, axes = plt.subplots(figsize=(7, 3.9))
    for name, x in COLUMNS.items():
        axes.text(x, 1.0, name, ha="center", fontsize=10)
    for row, (day, amount) in enumerate(zip(DAYS, AMOUNTS, strict=True)):
        weight = "bold" if row == CURRENT else "normal"
        for x, value in zip(COLUMNS.values(), (row + 1, day, amount), strict=True):
            axes.text(x, -row, str(value), ha="center", va="center", fontweight=weight)
        if row and DAYS[row - 1] != day:
            axes.plot([0, 8.6], [0.5 - row] * 2, color=INK, linewidth=1, linestyle=":")
    axes.annotate(
        "current row",
        xy=(0.2, -CURRENT),
        xytext=(-0.35, -CURRENT),
        ha="right",
        va="center",
        color=ORANGE,
        arrowprops={"arrowstyle": "->", "color": ORANGE},
    )

    for column, (mode, rows) in enumerate(frames().items()):
        left = 4.0 + 1.6 * column
        axes.text(left + 0.6, 1.0, mode, ha="center", fontweight="bold", fontsize=10)
        for row in rows:
            axes.add_patch(
                Rectangle(
                    (left, -row - HEIGHT / 2),
                    1.2,
                    HEIGHT,
                    facecolor=SHADE,
                    edgecolor=BLUE,
                ),
            )
            axes.text(left + 0.6, -row, str(AMOUNTS[row]), ha="center", va="center")
        total = sum(AMOUNTS[row] for row in rows)
        axes.text(
            left + 0.6, -6.1, str(total), ha="center", va="center", fontweight="bold"
        )
    axes.text(3.5, -6.1, "SUM(amount)", ha="right", va="center", fontsize=10)
    axes.set_xlim(-2.2, 8.8)
    axes.set_ylim(-6.5, 1.5)
    axes.axis("off")
    save(figure, __file__)


if __name__ == "__main__":
    main()
