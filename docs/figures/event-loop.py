"""Three tasks on one event loop, all awaiting and one blocking (for PY-ADV-002)."""

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from style import BLUE, INK, ORANGE, save

#: What a task does, from one millisecond to another.
Span = tuple[str, int, int]

HEIGHT = 0.56

ALL_AWAIT: dict[str, list[Span]] = {
    "A": [("run", 0, 10), ("wait", 10, 60), ("run", 60, 70)],
    "B": [("run", 10, 20), ("wait", 20, 70), ("run", 70, 80)],
    "C": [("run", 20, 30), ("wait", 30, 110), ("run", 110, 120)],
}
C_BLOCKS: dict[str, list[Span]] = {
    "A": [("run", 0, 10), ("wait", 10, 60), ("ready", 60, 120), ("run", 120, 130)],
    "B": [("run", 10, 20), ("wait", 20, 70), ("ready", 70, 130), ("run", 130, 140)],
    "C": [("run", 20, 30), ("block", 30, 110), ("run", 110, 120)],
}


def draw(panel: Axes, title: str, tasks: dict[str, list[Span]]) -> None:
    """Draw the spans of the tasks, the first one on top."""
    names = sorted(tasks, reverse=True)
    for row, name in enumerate(names):
        for kind, begin, end in tasks[name]:
            length = end - begin
            if kind == "run":
                panel.barh(row, length, HEIGHT, begin, color=BLUE)
                middle = (begin + end) / 2
                panel.text(middle, row, name, color="white", ha="center", va="center")
            elif kind == "wait":
                panel.plot([begin, end], [row, row], color=INK, linewidth=1.2)
            elif kind == "ready":
                panel.plot([begin, end], [row, row], ":", color=ORANGE, linewidth=3)
            else:
                bar = panel.barh(row, length, HEIGHT, begin, facecolor="none")
                bar.patches[0].set(edgecolor=ORANGE, hatch="///")
    panel.set_title(title, fontsize=11, loc="left")
    panel.set_yticks(range(len(names)), names)
    panel.set_xticks(range(0, 141, 10))
    panel.set_xlim(0, 142)
    panel.set_ylim(-0.5, len(names) - 0.5)
    panel.grid(axis="x", color="#d0d0d0", linewidth=0.6)
    panel.set_axisbelow(True)


def main() -> None:
    """Draw the figure and save it."""
    figure, (above, below) = plt.subplots(2, 1, sharex=True, figsize=(7, 4.2))
    draw(above, "all of them await", ALL_AWAIT)
    draw(below, "C blocks", C_BLOCKS)
    below.set_xlabel("milliseconds")
    late = Line2D([], [], linestyle=":", color=ORANGE, linewidth=3)
    late.set_label("ready, but late")
    blocking = Patch(facecolor="none", edgecolor=ORANGE, hatch="///")
    blocking.set_label("blocks the loop")
    figure.legend(
        handles=[
            Patch(color=BLUE, label="runs"),
            Line2D([], [], color=INK, linewidth=1.2, label="waits"),
            late,
            blocking,
        ],
        loc="outside lower center",
        ncols=4,
        frameon=False,
    )
    save(figure, __file__)


if __name__ == "__main__":
    main()
