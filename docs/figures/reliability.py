"""Reliability diagram before and after Platt scaling (for ML-INT-005)."""

from collections.abc import Callable

import matplotlib.pyplot as plt
import numpy as np
from numpy.typing import NDArray
from style import BLUE, INK, ORANGE, save

Array = NDArray[np.float64]
Labels = NDArray[np.bool_]


def sigmoid(z: Array) -> Array:
    """Return the logistic function of each element."""
    return 1 / (1 + np.exp(-z))


def sample(rng: np.random.Generator, n: int, copies: int = 4) -> tuple[Array, Labels]:
    """Return noisy copies of one piece of evidence, and labels: 30 % positive."""
    y = rng.random(n) < 0.3  # noqa: PLR2004 – the base rate
    evidence = np.where(y, 0.6, -0.6) + rng.standard_normal(n)
    return evidence[:, None] + 0.3 * rng.standard_normal((n, copies)), y


def fit_naive_bayes(x: Array, y: Labels) -> Callable[[Array], Array]:
    """Return a function from features to log-odds."""
    prior = np.log(y.mean() / (1 - y.mean()))
    classes = [(x[y == k].mean(axis=0), x[y == k].var(axis=0)) for k in (0, 1)]

    def log_odds(x: Array) -> Array:
        negative, positive = (
            -((x - mean) ** 2 / var + np.log(var)).sum(axis=1) / 2
            for mean, var in classes
        )
        return np.asarray(prior + positive - negative)

    return log_odds


def fit_platt(score: Array, y: Labels, steps: int = 20) -> Array:
    """Return slope and intercept of a logistic regression on the score."""
    design = np.column_stack([score, np.ones(len(score))])
    weights = np.zeros(2)
    for _ in range(steps):  # Newton's method
        p = sigmoid(design @ weights)
        hessian = (design * (p * (1 - p))[:, None]).T @ design
        weights += np.linalg.solve(hessian, design.T @ (y - p))
    return weights


def reliability(p: Array, y: Labels, bins: int = 10) -> tuple[Array, Array]:
    """Return mean prediction and share of positives in bins of equal width."""
    index = np.minimum((p * bins).astype(int), bins - 1)
    cases = np.bincount(index, minlength=bins)
    used = cases > 0
    mean = np.bincount(index, p, bins)[used] / cases[used]
    share = np.bincount(index, y, bins)[used] / cases[used]
    return mean, share


def main() -> None:
    """Draw the figure and save it."""
    rng = np.random.default_rng(0)
    model = fit_naive_bayes(*sample(rng, 5_000))
    x_fit, y_fit = sample(rng, 5_000)
    slope, intercept = fit_platt(model(x_fit), y_fit)
    x_test, y_test = sample(rng, 20_000)
    score = model(x_test)

    figure, (diagram, histogram) = plt.subplots(
        ncols=2,
        width_ratios=[1.15, 1],
        figsize=(7, 3.8),
    )
    diagram.plot([0, 1], [0, 1], color=INK, linewidth=1, linestyle=":")
    diagram.text(0.84, 0.76, "perfect", rotation=45, ha="center", va="center")
    for label, p, colour, marker, line in [
        ("before", sigmoid(score), ORANGE, "o", "-"),
        ("after", sigmoid(slope * score + intercept), BLUE, "s", "--"),
    ]:
        diagram.plot(
            *reliability(p, y_test),
            color=colour,
            marker=marker,
            markersize=5,
            linestyle=line,
            label=label,
        )
        histogram.hist(
            p,
            bins=np.linspace(0, 1, 11),
            weights=np.full(len(p), 100 / len(p)),
            histtype="step",
            color=colour,
            linewidth=2,
            linestyle=line,
            label=label,
        )
    for axes in (diagram, histogram):
        axes.set_xlabel("predicted probability")
        axes.set_xticks([0, 0.5, 1])
        axes.set_xlim(-0.02, 1.02)
        axes.grid(axis="y", alpha=0.25)
    diagram.set_ylabel("share of positives")
    diagram.set_yticks([0, 0.5, 1])
    diagram.set_aspect("equal")
    histogram.set_ylabel("share of cases (%)")
    histogram.legend(loc="upper center", frameon=False)
    save(figure, __file__)


if __name__ == "__main__":
    main()
