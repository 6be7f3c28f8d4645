"""A hash ring before and after a node joins (for SQL-ADV-005)."""

from bisect import bisect
from hashlib import sha256

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Wedge
from style import BLUE, INK, ORANGE, save

#: Place on the circle, as a share of it, and the owner of the arc that ends there.
Ring = list[tuple[float, str]]

KEYS = [f"customer {number}" for number in range(20_000)]
OLD = ["db1", "db2", "db3", "db4"]
NEW = [*OLD, "db5"]
POINTS = 4
#: One hatch for each of the old nodes, so that colour is not needed.
HATCHES = {"db1": "", "db2": "////", "db3": "....", "db4": "xx"}


def position(text: str) -> float:
    """Return the place of a text on the circle, as on the page."""
    return int.from_bytes(sha256(text.encode()).digest()[:4], "big") / 2**32


def ring_of(nodes: list[str]) -> Ring:
    """Return the points of all nodes in the order of the circle."""
    names = [(f"{node} {point}", node) for node in nodes for point in range(POINTS)]
    return sorted((position(name), node) for name, node in names)


def share_of(node: str, ring: Ring) -> float:
    """Return the share of the keys that a node holds."""
    places = [place for place, _ in ring]
    owners = [ring[bisect(places, position(key)) % len(ring)][1] for key in KEYS]
    return owners.count(node) / len(KEYS)


def draw(axes: Axes, ring: Ring, title: str) -> None:
    """Draw the arcs of a ring, clockwise from the top, and label the wide ones."""
    for i, (end, node) in enumerate(ring):
        start = ring[i - 1][0] - (1 if i == 0 else 0)
        joined = node == "db5"
        axes.add_patch(
            Wedge(
                (0, 0),
                1.12 if joined else 1,
                90 - 360 * end,
                90 - 360 * start,
                width=0.42 if joined else 0.3,
                facecolor=ORANGE if joined else "#eef3f8",
                edgecolor=INK,
                linewidth=1,
                hatch="" if joined else HATCHES[node],
            )
        )
        middle = 2 * np.pi * (start + end) / 2
        radius = 1.27 if joined else 1.14
        if end - start > 0.012:  # noqa: PLR2004
            axes.text(
                radius * np.sin(middle),
                radius * np.cos(middle),
                node.removeprefix("db"),
                ha="center",
                va="center",
                color=ORANGE if joined else INK,
                fontweight="bold" if joined else "normal",
            )
    axes.set_title(title, fontsize=11)
    axes.set_xlim(-1.45, 1.45)
    axes.set_ylim(-1.45, 1.45)
    axes.set_aspect("equal")
    axes.set_axis_off()


def main() -> None:
    """Draw the figure and save it."""
    figure, (left, right) = plt.subplots(1, 2, figsize=(7.4, 4.0))
    draw(left, ring_of(OLD), "four nodes, four points each")
    left.text(0, 0, "db1 to db4", ha="center", va="center", color=BLUE)
    after = ring_of(NEW)
    draw(right, after, "db5 joins")
    moved = f"moves to db5:\n{share_of('db5', after):.1%} of the keys"
    right.text(0, 0, moved, ha="center", va="center", color=ORANGE)
    save(figure, __file__)


if __name__ == "__main__":
    main()
