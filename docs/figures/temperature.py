"""Next-token probabilities at three temperatures, cut by top-p (for ML-INT-008)."""

import matplotlib.pyplot as plt
import numpy as np
from numpy.typing import NDArray
from style import BLUE, INK, save

Array = NDArray[np.float64]

TOKENS = ["mat", "floor", "sofa", "bed", "chair", "roof", "moon", "idea"]
LOGITS = np.array([3.0, 2.3, 1.8, 1.4, 1.0, 0.4, -0.6, -1.5])
MASS = 0.9
LEAST_SHOWN = 0.005


def softmax(logits: Array, temperature: float) -> Array:
    """Return probabilities; a temperature above one flattens them."""
    exponentials = np.exp((logits - np.max(logits)) / temperature)
    return np.asarray(exponentials / exponentials.sum())


def top_p(p: Array, mass: float) -> NDArray[np.bool_]:
    """Mark the fewest most probable tokens that hold this mass."""
    order = np.argsort(-p, kind="stable")
    before = np.cumsum(p[order]) - p[order]
    keep = np.zeros(len(p), dtype=np.bool_)
    keep[order[before < mass]] = True
    return keep


def main() -> None:
    """Draw the figure and save it."""
    figure, panels = plt.subplots(ncols=3, sharey=True, figsize=(7, 3.6))
    rows = np.arange(len(TOKENS))
    for panel, temperature in zip(panels, (0.5, 1.0, 1.5), strict=True):
        p = softmax(LOGITS, temperature)
        keep = top_p(p, MASS)
        panel.barh(rows[keep], p[keep], color=BLUE, edgecolor=BLUE)
        panel.barh(
            rows[~keep],
            p[~keep],
            facecolor="none",
            edgecolor=INK,
            hatch="////",
        )
        for row, share in zip(rows, p, strict=True):
            label = f"{share:.0%}" if share >= LEAST_SHOWN else "<1%"
            panel.text(share + 0.02, row, label, va="center", fontsize=10)
        cut = keep.sum() - 0.5
        panel.axhline(cut, color=INK, linestyle=":", linewidth=1.2)
        panel.text(0.92, cut - 0.12, "kept", ha="right", va="bottom", fontsize=10)
        panel.text(0.92, cut + 0.12, "cut off", ha="right", va="top", fontsize=10)
        panel.set_title(f"temperature {temperature:g}", fontsize=11)
        panel.set_xlim(0, 0.95)
        panel.set_xticks([0, 0.5])
        panel.set_xticklabels(["0", "50%"])
        panel.set_yticks(rows, TOKENS)
        panel.tick_params(axis="y", length=0, labelsize=11)
    panels[0].invert_yaxis()
    figure.supxlabel("probability", fontsize=11)
    save(figure, __file__)


if __name__ == "__main__":
    main()
