"""Gradient norm per layer of four 20-layer networks (for ML-ADV-001)."""

from collections.abc import Callable

import matplotlib.pyplot as plt
import numpy as np
from numpy.typing import NDArray
from style import BLUE, ORANGE, save

Array = NDArray[np.floating]
Function = Callable[[Array], Array]


def sigmoid(z: Array) -> Array:
    """Return the logistic function of each element."""
    return 1 / (1 + np.exp(-z))


ACTIVATIONS: dict[str, tuple[Function, Function]] = {  # name: (function, slope)
    "sigmoid": (sigmoid, lambda z: sigmoid(z) * (1 - sigmoid(z))),
    "relu": (lambda z: np.maximum(z, 0), lambda z: (z > 0) * 1.0),
}


def gradient_norms(
    gain: float,
    activation: str,
    *,
    skip: bool,
    depth: int = 20,
    width: int = 128,
) -> list[float]:
    """Return the gradient norm of each weight matrix, first layer first."""
    rng = np.random.default_rng(0)
    std = np.sqrt(gain / width)
    weights = [rng.normal(0, std, (width, width)) for _ in range(depth)]
    inputs, targets = rng.normal(size=(64, width)), rng.normal(size=(64, width))
    phi, slope = ACTIVATIONS[activation]
    scale = 1 / np.sqrt(depth) if skip else 1.0

    states = [inputs]
    for w in weights:
        branch = scale * phi(states[-1]) @ w
        states.append(states[-1] + branch if skip else branch)

    delta = (states[-1] - targets) / len(inputs)
    norms = []
    for w, z in zip(reversed(weights), reversed(states[:-1]), strict=True):
        norms.append(float(np.linalg.norm(scale * phi(z).T @ delta)))
        through_branch = scale * (delta @ w.T) * slope(z)
        delta = delta + through_branch if skip else through_branch
    return norms[::-1]


def main() -> None:
    """Draw the figure and save it."""
    figure, axes = plt.subplots()
    for label, gain, activation, skip, colour, marker in [
        ("ReLU + He, plain", 2, "relu", False, ORANGE, "s"),
        ("ReLU + He, residual", 2, "relu", True, ORANGE, "D"),
        ("sigmoid, residual", 1, "sigmoid", True, BLUE, "^"),
        ("sigmoid, plain", 1, "sigmoid", False, BLUE, "o"),
    ]:
        norms = gradient_norms(gain, activation, skip=skip)
        axes.semilogy(
            range(1, len(norms) + 1),
            norms,
            color=colour,
            linestyle="--" if skip else "-",
            marker=marker,
            markersize=4.5,
            label=label,
        )
    axes.set_xlabel("layer (1 is next to the input)")
    axes.set_ylabel("gradient norm")
    axes.set_xticks([1, 5, 10, 15, 20])
    axes.set_yticks([10.0**k for k in range(-12, 4, 3)])
    axes.minorticks_off()
    axes.grid(axis="y", alpha=0.25)
    axes.legend(loc="lower right", frameon=False)
    save(figure, __file__)


if __name__ == "__main__":
    main()
