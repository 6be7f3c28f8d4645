"""First principal component against Fisher's direction (for ML-INT-006)."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray
from style import BLUE, INK, ORANGE, save

Array = NDArray[np.float64]
Labels = NDArray[np.bool_]


def two_classes(rng: np.random.Generator, n: int = 300) -> tuple[Array, Labels]:
    """Return two parallel elongated clouds, turned by 30 degrees, and labels."""
    labels = np.repeat([False, True], n)
    along = 3 * rng.standard_normal(2 * n)
    across = np.where(labels, 1, -1) + 0.5 * rng.standard_normal(2 * n)
    cos, sin = np.cos(np.pi / 6), np.sin(np.pi / 6)
    return np.column_stack([along, across]) @ [[cos, sin], [-sin, cos]], labels


def first_component(x: Array) -> Array:
    """Return the direction of largest variance, pointing to the right."""
    directions = np.linalg.svd(x - x.mean(axis=0), full_matrices=False)[2]
    return np.asarray(directions[0] * np.sign(directions[0, 0]))


def fisher(x: Array, labels: Labels) -> Array:
    """Return the direction that separates the classes best."""
    within = np.cov(x[labels].T) + np.cov(x[~labels].T)
    gap = x[labels].mean(axis=0) - x[~labels].mean(axis=0)
    direction = np.linalg.solve(within, gap)
    return np.asarray(direction / np.linalg.norm(direction))


def draw_arrow(axes: Axes, direction: Array, length: float, line: str) -> None:
    """Draw an arrow from the origin, legible on top of the points."""
    axes.annotate(
        "",
        xy=tuple(length * direction),
        xytext=(0, 0),
        arrowprops={
            "arrowstyle": "-|>",
            "linestyle": line,
            "linewidth": 2.2,
            "color": INK,
            "shrinkA": 0,
            "shrinkB": 0,
        },
    )


def main() -> None:
    """Draw the figure and save it."""
    x, labels = two_classes(np.random.default_rng(0))
    component, discriminant = first_component(x), fisher(x, labels)

    figure, panels = plt.subplot_mosaic(
        [["points", "first"], ["points", "fisher"]],
        width_ratios=[1.5, 1],
        figsize=(7, 3.7),
    )
    points = panels["points"]
    for group, colour, marker in [(~labels, ORANGE, "o"), (labels, BLUE, "x")]:
        points.scatter(
            x[group, 0],
            x[group, 1],
            s=12,
            marker=marker,
            linewidth=0.8,
            alpha=0.55,
            color=colour,
        )
    draw_arrow(points, component, 7.5, "-")
    draw_arrow(points, discriminant, 4.5, "--")
    points.text(6.2, 5.4, "first principal\ncomponent", ha="center", va="center")
    points.text(-2.6, 4.6, "Fisher's direction", ha="center", va="center")
    points.set_aspect("equal")
    points.set_xlim(-8.5, 10)
    points.set_ylim(-6.5, 6.5)
    points.set_xlabel("feature 1")
    points.set_ylabel("feature 2")
    points.set_xticks([-5, 0, 5])
    points.set_yticks([-5, 0, 5])

    for name, direction, reach, title in [
        ("first", component, 9, "on the first component"),
        ("fisher", discriminant, 3, "on Fisher's direction"),
    ]:
        panel = panels[name]
        for group, colour, line in [(~labels, ORANGE, "-"), (labels, BLUE, "--")]:
            panel.hist(
                x[group] @ direction,
                bins=20,
                range=(-reach, reach),
                histtype="step",
                linewidth=2,
                linestyle=line,
                color=colour,
            )
        panel.set_title(title, fontsize=11)
        panel.set_yticks([])
        panel.spines["left"].set_visible(False)
    save(figure, __file__)


if __name__ == "__main__":
    main()
