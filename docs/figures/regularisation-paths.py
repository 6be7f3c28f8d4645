"""Coefficients of ridge and lasso against the penalty (for ML-INT-002)."""

from collections.abc import Callable

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray
from style import BLUE, GREEN, ORANGE, save

Array = NDArray[np.float64]
Fit = Callable[[Array, Array, float], Array]
TOLERANCE = 1e-8
STRENGTHS = np.geomspace(0.01, 10, 61)


def ridge(features: Array, target: Array, strength: float) -> Array:
    """Return the solution with a penalty on the squares."""
    n, p = features.shape
    products = features.T @ features / n + strength * np.eye(p)
    return np.linalg.solve(products, features.T @ target / n)


def lasso(features: Array, target: Array, strength: float) -> Array:
    """Return the solution with a penalty on the absolute values."""
    n, p = features.shape
    products, slopes = features.T @ features / n, features.T @ target / n
    w = np.zeros(p)
    while True:
        before = w.copy()
        for j in range(p):
            alone = slopes[j] - products[j] @ w + products[j, j] * w[j]
            shrunk = np.sign(alone) * max(abs(alone) - strength, 0)
            w[j] = shrunk / products[j, j]
        if np.abs(w - before).max() < TOLERANCE:
            return w


def sample() -> tuple[Array, Array]:
    """Return two correlated features, one single feature, three of pure noise."""
    rng = np.random.default_rng(0)
    correlation = 0.95
    features = rng.normal(size=(100, 6))
    features[:, 1] *= np.sqrt(1 - correlation**2)
    features[:, 1] += correlation * features[:, 0]
    target = features @ np.array([1, 1, -1, 0, 0, 0]) + 1.5 * rng.normal(size=100)
    standardised = (features - features.mean(axis=0)) / features.std(axis=0)
    return standardised, target - target.mean()


def draw(axes: Axes, title: str, fit: Fit) -> None:
    """Draw the paths of the six coefficients."""
    features, target = sample()
    paths = np.array([fit(features, target, strength) for strength in STRENGTHS])
    for j, (label, colour, line, marker) in enumerate(
        [
            ("correlated, first", BLUE, "-", "o"),
            ("correlated, second", BLUE, "--", "s"),
            ("single", ORANGE, "-", "D"),
            ("noise", GREEN, ":", ""),
            ("", GREEN, ":", ""),
            ("", GREEN, ":", ""),
        ],
    ):
        axes.semilogx(
            STRENGTHS,
            paths[:, j],
            color=colour,
            linestyle=line,
            marker=marker,
            markevery=(5, 10),
            markersize=5,
            label=label or None,
        )
    axes.axhline(0, color="0.6", linewidth=0.8, zorder=0)
    axes.set(xlabel="penalty λ", ylim=(-1.25, 1.5))
    axes.set_xticks([0.01, 0.1, 1, 10], ["0.01", "0.1", "1", "10"])
    axes.minorticks_off()
    axes.set_title(title, fontsize=12)


def main() -> None:
    """Draw both panels."""
    figure, (left, right) = plt.subplots(1, 2, sharey=True, figsize=(7, 4))
    draw(left, "Ridge (L2)", ridge)
    draw(right, "Lasso (L1)", lasso)
    left.set_ylabel("coefficient")
    handles = left.get_legend_handles_labels()
    figure.legend(*handles, frameon=False, loc="outside lower center", ncols=4)
    save(figure, __file__)


if __name__ == "__main__":
    main()
