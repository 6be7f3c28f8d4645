"""Error, bias and variance over the degree of a polynomial (for ML-BEG-001)."""

import matplotlib.pyplot as plt
import numpy as np
from numpy.polynomial.legendre import legvander
from numpy.typing import NDArray
from style import BLUE, GREEN, INK, ORANGE, save

Array = NDArray[np.float64]

NOISE = 0.3
DEGREES = range(17)
X_TRAIN = np.linspace(-1, 1, 25)
X_NEW = np.linspace(-0.98, 0.98, 50)


def truth(x: Array) -> Array:
    """Return the curve that the data scatter around."""
    return np.sin(4 * x) + x / 2


def sample(x: Array, runs: int, rng: np.random.Generator) -> Array:
    """Return noisy targets, one column per run."""
    return truth(x)[:, None] + NOISE * rng.standard_normal((len(x), runs))


def fit_and_predict(degree: int, x: Array, y: Array) -> tuple[Array, Array]:
    """Fit polynomials by least squares; predict at x and at X_NEW."""
    weights = np.linalg.lstsq(legvander(x, degree), y)[0]
    return legvander(x, degree) @ weights, legvander(X_NEW, degree) @ weights


def curves() -> dict[str, list[float]]:
    """Return each error for each degree, as the second block of the page does."""
    rng = np.random.default_rng(1)
    y_train, y_new = sample(X_TRAIN, 2000, rng), sample(X_NEW, 2000, rng)
    errors: dict[str, list[float]] = {
        name: [] for name in ("training", "validation", "bias²", "variance")
    }
    for degree in DEGREES:
        fitted, predicted = fit_and_predict(degree, X_TRAIN, y_train)
        bias = predicted.mean(axis=1) - truth(X_NEW)
        errors["training"].append(float(((fitted - y_train) ** 2).mean()))
        errors["validation"].append(float(((predicted - y_new) ** 2).mean()))
        errors["bias²"].append(float((bias**2).mean()))
        errors["variance"].append(float(predicted.var(axis=1).mean()))
    return errors


def main() -> None:
    """Draw the figure and save it."""
    figure, axes = plt.subplots()
    errors = curves()
    axes.axhline(NOISE**2, color=INK, linestyle=":", linewidth=1.5)
    axes.annotate("noise", (16.3, NOISE**2), va="center", annotation_clip=False)
    for name, colour, line, marker in [
        ("training", BLUE, "-", "o"),
        ("validation", ORANGE, "-", "s"),
        ("bias²", GREEN, "--", "^"),
        ("variance", INK, "--", "D"),
    ]:
        axes.plot(
            DEGREES,
            errors[name],
            color=colour,
            linestyle=line,
            marker=marker,
            markersize=4.5,
            label=f"{name} error" if line == "-" else name,
        )
    axes.set_xlabel("degree of the polynomial")
    axes.set_ylabel("squared error")
    axes.set_xlim(-0.4, 16.2)
    axes.set_ylim(-0.02, 0.78)
    axes.legend(loc="upper center", frameon=False)
    save(figure, __file__)


if __name__ == "__main__":
    main()
