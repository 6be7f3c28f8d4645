"""Precision and recall at two base rates from the same scores (for ML-BEG-003)."""

import matplotlib.pyplot as plt
import numpy as np
from style import BLUE, INK, ORANGE, save

RNG = np.random.default_rng(0)
POSITIVES = RNG.normal(2, 1, 20_000)
NEGATIVES = RNG.normal(0, 1, 200_000)


def recall_and_precision(threshold: float, base_rate: float) -> tuple[float, float]:
    """Return both at a threshold, as the first block of the page does."""
    recall, false_positive_rate = (
        float((scores > threshold).mean()) for scores in (POSITIVES, NEGATIVES)
    )
    hits = base_rate * recall
    false_alarms = (1 - base_rate) * false_positive_rate
    return recall, hits / (hits + false_alarms)


def main() -> None:
    """Draw the figure and save it."""
    figure, axes = plt.subplots()
    for base_rate, colour, line, marker in [
        (0.5, BLUE, "-", "o"),
        (0.01, ORANGE, "--", "s"),
    ]:
        curve = [
            recall_and_precision(threshold, base_rate)
            for threshold in np.arange(-2.5, 3.8, 0.05)
        ]
        axes.plot(*zip(*curve, strict=True), color=colour, linestyle=line)
        axes.axhline(base_rate, color=colour, linestyle=":", linewidth=1.5)
        for threshold in (1, 2, 3):
            recall, precision = recall_and_precision(threshold, base_rate)
            axes.plot(recall, precision, marker, color=colour, markersize=7)
            axes.annotate(
                str(threshold),
                (recall, precision),
                xytext=(0, -16 if base_rate == 0.5 else 7),  # noqa: PLR2004
                textcoords="offset points",
                ha="center",
                color=INK,
            )
    axes.annotate("base rate 50 %", (0.24, 0.9), color=BLUE)
    axes.annotate("base rate 1 %", (0.32, 0.36), color=ORANGE)
    axes.set_xlabel("recall")
    axes.set_ylabel("precision")
    axes.set_xlim(0, 1.01)
    axes.set_ylim(0, 1.03)
    save(figure, __file__)


if __name__ == "__main__":
    main()
