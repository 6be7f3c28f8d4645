"""Six data sets as k-means divides them, right and wrong (for ML-BEG-007)."""

from itertools import permutations

import numpy as np
from matplotlib import pyplot as plt
from matplotlib.axes import Axes
from numpy.typing import NDArray
from style import BLUE, GREEN, INK, ORANGE, save

Points = NDArray[np.float64]
Labels = NDArray[np.intp]
Run = tuple[Labels, float]
STYLES = [(BLUE, "o"), (ORANGE, "^"), (GREEN, "s")]


def assign(points: Points, centres: Points) -> Run:
    """Return the nearest centre of each point, and the sum of squares."""
    squares = ((points[:, None] - centres) ** 2).sum(axis=2)
    return squares.argmin(axis=1), float(squares.min(axis=1).sum())


def lloyd(points: Points, centres: Points) -> Run:
    """Assign and average until nothing changes."""
    while True:
        labels, total = assign(points, centres)
        groups = [points[labels == c] for c in range(len(centres))]
        moved = np.array([group.mean(axis=0) for group in groups])
        if np.array_equal(moved, centres):
            return labels, total
        centres = moved


def spread_start(points: Points, k: int, rng: np.random.Generator) -> Points:
    """Return the centres that k-means++ starts from."""
    centres = points[[rng.integers(len(points))]]
    while len(centres) < k:
        squares = ((points[:, None] - centres) ** 2).sum(axis=2).min(axis=1)
        chosen = rng.choice(len(points), p=squares / squares.sum())
        centres = np.vstack([centres, points[chosen]])
    return centres


def k_means(points: Points, k: int) -> Labels:
    """Return the best of ten runs."""
    rng = np.random.default_rng(0)
    runs = [lloyd(points, spread_start(points, k, rng)) for _ in range(10)]
    return min(runs, key=lambda run: run[1])[0]


def make_data() -> dict[str, tuple[Points, Labels]]:
    """Return points and true groups of each data set."""
    rng = np.random.default_rng(0)
    noise = rng.normal(size=(300, 2))
    two, three = np.repeat([0, 1], 150), np.repeat([0, 1, 2], 100)
    uneven = np.repeat([0, 1, 2], [200, 50, 50])
    angle = rng.uniform(0, 2 * np.pi, 300)
    circle = 6 * np.column_stack([np.cos(angle), np.sin(angle)])
    centres = np.array([[0, 0], [7, 0], [3.5, 6]])
    beside = np.array([[0, 0], [7, 1], [7, -1]])
    spread = np.array([3, 0.4, 0.4])
    rows = np.array([[0, -1.5], [0, 1.5]])
    stretched = rows[two] + noise * [4, 0.5]
    return {
        "round": (centres[three] + noise, three),
        "stretched": (stretched, two),
        "rescaled": (stretched / stretched.std(axis=0), two),
        "uneven": (beside[uneven] + noise * spread[uneven, None], uneven),
        "ring": (circle * two[:, None] + 0.7 * noise, two),
    }


def agreement(found: Labels, truth: Labels) -> float:
    """Return the share of points in the right group."""
    names = permutations(range(np.unique(truth).size))
    return float(max((np.array(name)[found] == truth).mean() for name in names))


def draw(axes: Axes, title: str, points: Points, found: Labels, truth: Labels) -> None:
    """Draw half of the points, and the share of right ones in the title."""
    for c, (colour, marker) in enumerate(STYLES[: np.unique(truth).size]):
        x, y = points[::2][found[::2] == c].T
        axes.scatter(x, y, s=12, marker=marker, facecolor="none", edgecolor=colour)
        x_mean, y_mean = points[found == c].mean(axis=0)
        axes.scatter(x_mean, y_mean, s=90, marker="X", color=INK, zorder=3)
    axes.set_title(f"{title}: {agreement(found, truth):.0%}", fontsize=11)
    axes.set(xticks=[], yticks=[], aspect="equal")
    axes.set_adjustable("datalim")
    axes.spines[["left", "bottom"]].set_visible(False)


def main() -> None:
    """Draw the six panels."""
    data = make_data()
    figure, grid = plt.subplots(2, 3, figsize=(7, 4.6))
    panels = iter(grid.flat)

    points, truth = data["round"]
    draw(next(panels), "round", points, k_means(points, 3), truth)
    start = np.array([[-1.0, 0.0], [1.0, 0.0], [5.0, 3.0]])
    draw(next(panels), "round, bad start", points, lloyd(points, start)[0], truth)
    for name in ("uneven", "stretched", "rescaled", "ring"):
        points, truth = data[name]
        draw(next(panels), name, points, k_means(points, np.unique(truth).size), truth)
    save(figure, __file__)


if __name__ == "__main__":
    main()
