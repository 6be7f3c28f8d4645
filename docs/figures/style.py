"""The look that all figures share: black on transparent, legible in print."""

from pathlib import Path

import matplotlib.pyplot as plt
from matplotlib.figure import Figure

INK = "#1a1a1a"
BLUE = "#0b5fb0"
ORANGE = "#c2500a"
GREEN = "#1b7a3d"

plt.rcParams.update(
    {
        "figure.figsize": (7, 3.6),
        "figure.constrained_layout.use": True,
        "font.family": "sans-serif",
        "font.size": 11,
        "legend.fontsize": 10,
        "xtick.labelsize": 10,
        "ytick.labelsize": 10,
        "text.color": INK,
        "axes.edgecolor": INK,
        "axes.labelcolor": INK,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "xtick.color": INK,
        "ytick.color": INK,
        "lines.linewidth": 2,
        "savefig.transparent": True,
        # As outlines: where fonts are others, labels would not fit.
        "svg.fonttype": "path",
        "svg.hashsalt": "figures",
    },
)


def save(figure: Figure, script: str) -> None:
    """Write the figure next to its script, the same bytes on every run."""
    target = Path(script).with_suffix(".svg")
    figure.savefig(target, metadata={"Date": None})
