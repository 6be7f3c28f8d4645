"""Decision boundary of a shallow and a full-grown tree (for ML-BEG-006)."""

from collections.abc import Iterator

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patches import Rectangle
from numpy.typing import NDArray
from style import BLUE, INK, ORANGE, save

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Corner = tuple[float, float]
Box = tuple[Corner, Corner]
#: A leaf is the share of positives; a node holds feature, threshold and children.
Tree = float | tuple[int, float, "Tree", "Tree"]

SHADE = "#b9cfe4"


def gini(share: Floats) -> Floats:
    """Return the Gini impurity of a node with two classes."""
    return 2 * share * (1 - share)


def best_split(x: Floats, y: Flags) -> tuple[int, float] | None:
    """Return feature and threshold of the largest gain, as on the page."""
    best_gain, best = 0.0, None
    left = np.arange(1, len(y))
    right = len(y) - left
    for feature in range(x.shape[1]):
        order = np.argsort(x[:, feature], kind="stable")
        values, labels = x[order, feature], y[order]
        positives = np.cumsum(labels)[:-1]
        weighted = left * gini(positives / left)
        weighted += right * gini((labels.sum() - positives) / right)
        gains = gini(y.mean()) - weighted / len(y)
        gains = np.where(values[1:] > values[:-1], gains, 0)
        i = int(np.argmax(gains))
        if gains[i] > best_gain:
            best_gain = gains[i]
            best = feature, float(values[i] + values[i + 1]) / 2
    return best


def grow(x: Floats, y: Flags, depth: int) -> Tree:
    """Grow a tree until its leaves are pure or the depth is used up."""
    split = best_split(x, y) if depth and len(y) > 1 else None
    if split is None:
        return float(y.mean())
    feature, threshold = split
    low = x[:, feature] <= threshold
    return (
        feature,
        threshold,
        grow(x[low], y[low], depth - 1),
        grow(x[~low], y[~low], depth - 1),
    )


def positive_boxes(tree: Tree, low: Corner, high: Corner) -> Iterator[Box]:
    """Yield the corners of all boxes that the tree takes for positive."""
    if not isinstance(tree, tuple):
        if tree > 0.5:  # noqa: PLR2004
            yield low, high
        return
    feature, threshold, low_child, high_child = tree
    if feature == 0:
        yield from positive_boxes(low_child, low, (threshold, high[1]))
        yield from positive_boxes(high_child, (threshold, low[1]), high)
    else:
        yield from positive_boxes(low_child, low, (high[0], threshold))
        yield from positive_boxes(high_child, (low[0], threshold), high)


def main() -> None:
    """Draw the figure and save it."""
    rng = np.random.default_rng(0)
    x = rng.random((300, 2))
    inside = ((x - 0.5) ** 2).sum(axis=1) < 0.15  # noqa: PLR2004
    y = inside ^ (rng.random(300) < 0.15)  # noqa: PLR2004

    angle = np.linspace(0, 2 * np.pi, 200)
    figure, panels = plt.subplots(1, 2, sharey=True, figsize=(7, 3.7))
    for panel, depth, title in [
        (panels[0], 4, "depth 4"),
        (panels[1], 100, "full-grown"),
    ]:
        for low, high in positive_boxes(grow(x, y, depth), (0, 0), (1, 1)):
            size = high[0] - low[0], high[1] - low[1]
            panel.add_patch(Rectangle(low, *size, color=SHADE, linewidth=0.4))
        panel.plot(
            0.5 + np.sqrt(0.15) * np.cos(angle),
            0.5 + np.sqrt(0.15) * np.sin(angle),
            color=INK,
            linestyle="--",
            linewidth=1.5,
        )
        panel.plot(*x[y].T, "o", color=BLUE, markersize=3.5, label="inner class")
        panel.plot(*x[~y].T, "x", color=ORANGE, markersize=4, label="outer class")
        panel.set_title(title, fontsize=11)
        panel.set_aspect("equal")
        panel.set_xlim(0, 1)
        panel.set_ylim(0, 1)
        panel.set_xticks([0, 0.5, 1])
        panel.set_yticks([0, 0.5, 1])
        panel.set_xlabel("feature 0")
    panels[0].set_ylabel("feature 1")
    figure.legend(
        *panels[0].get_legend_handles_labels(),
        loc="outside lower center",
        ncols=2,
        frameon=False,
    )
    save(figure, __file__)


if __name__ == "__main__":
    main()
