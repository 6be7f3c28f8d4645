"""Versions of one row and the snapshots that read them (for SQL-ADV-002)."""

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from style import BLUE, GREEN, INK, ORANGE, save

#: What happens at each step of the example, in order.
EVENTS = [
    "T1\ncommits",
    "report\nopens",
    "T2\ncommits",
    "T3\nwrites",
    "dashboard\nopens",
    "T3\ncommits",
    "dashboard\ncloses",
    "report\ncloses",
]
END = 9.0
HEIGHT = 0.52


def bar(axes: Axes, span: tuple[float, float], y: float, text: str) -> None:
    """Draw the life of a committed version."""
    axes.barh(
        y, span[1] - span[0], HEIGHT, span[0], color="#dbe7f2", edgecolor=INK, lw=1.2
    )
    axes.text(span[0] + 0.12, y, text, va="center")


def main() -> None:
    """Draw the figure and save it."""
    figure, axes = plt.subplots(figsize=(7.4, 4.2))

    bar(axes, (1, 3), 5, "100")
    bar(axes, (3, 6), 4, "150")
    bar(axes, (6, END), 3, "120")
    axes.barh(3, 2, HEIGHT, 4, fill=False, edgecolor=INK, lw=1.2, linestyle="--")
    axes.text(3.85, 3, "120, not\ncommitted", ha="right", va="center")

    for opened, closed, level, seen, color, style, name in [
        (2, 8, 1.7, 5, BLUE, "-", "report: sees 100"),
        (5, 7, 0.8, 4, ORANGE, (0, (5, 2)), "dashboard: sees 150"),
    ]:
        axes.plot([opened, opened], [level, seen], color=color, linestyle=style)
        axes.plot([opened, closed], [level, level], color=color, linestyle=style)
        axes.plot(opened, seen, "o", color=color, markersize=9)
        axes.plot(closed, level, "|", color=color, markersize=14, markeredgewidth=2)
        if name.startswith("report"):
            axes.text(opened + 0.1, level + 0.18, name, color=color, va="bottom")
        else:
            axes.text(opened - 0.12, level, name, color=color, va="center", ha="right")

    axes.text(
        END, 5, "kept until the report closes", color=GREEN, va="center", ha="right"
    )
    axes.text(
        END,
        4,
        "no reader after step 7,\nyet kept until step 8",
        color=GREEN,
        va="center",
        ha="right",
    )

    axes.set_ylim(0.2, 5.5)
    axes.set_xlim(0.6, END + 0.1)
    axes.set_yticks([5, 4, 3], ["version of T1", "version of T2", "version of T3"])
    axes.tick_params(axis="y", length=0)
    axes.set_xticks(range(1, 9), [f"{n}\n{e}" for n, e in enumerate(EVENTS, 1)])
    axes.spines["left"].set_visible(False)
    save(figure, __file__)


if __name__ == "__main__":
    main()
