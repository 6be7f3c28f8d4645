"""Attention as a look-up, and what reaches the last position from the first."""

import numpy as np
from matplotlib import pyplot as plt
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from numpy.typing import NDArray
from style import BLUE, INK, ORANGE, save

Array = NDArray[np.float64]
WIDTH = 64
TEXT = ["A", "3", "B", "7", "C", "5", "B"]


def attention_weights(queries: Array, keys: Array, *, causal: bool = False) -> Array:
    """Return the softmax of the scaled dot products, one row per query."""
    scores = queries @ keys.T / np.sqrt(keys.shape[-1])
    if causal:
        future = np.triu(np.ones(scores.shape, dtype=bool), k=1)
        scores = np.where(future, -np.inf, scores)
    exponentials = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(exponentials / exponentials.sum(axis=-1, keepdims=True))


def lookup_weights() -> Array:
    """Let every token look for what followed its own earlier occurrence."""
    rng = np.random.default_rng(0)
    code = {token: rng.standard_normal(WIDTH) for token in sorted(set(TEXT))}
    tokens = np.array([code[token] for token in TEXT])
    previous = np.vstack([np.zeros(WIDTH), tokens[:-1]])
    return attention_weights(tokens, previous, causal=True)


def attention_influence(distance: int, *, match: bool) -> float:
    """Weight of the first value in the last output."""
    rng = np.random.default_rng(1)
    keys = rng.standard_normal((distance + 1, WIDTH))
    queries = keys[:1] if match else rng.standard_normal((500, WIDTH))
    return float(attention_weights(queries, keys)[:, 0].mean())


def recurrent_influence(distance: int, input_scale: float = 0.3) -> float:
    """Size of the Jacobian of the last state by the first."""
    rng = np.random.default_rng(1)
    q, r = np.linalg.qr(rng.standard_normal((WIDTH, WIDTH)))
    recurrent = q * np.sign(np.diag(r))
    state, jacobian = np.zeros(WIDTH), np.eye(WIDTH)
    for _ in range(distance):
        inputs = input_scale * rng.standard_normal(WIDTH)
        state = np.tanh(recurrent @ state + inputs)
        jacobian = (1 - state**2)[:, None] * (recurrent @ jacobian)
    return float(np.linalg.norm(jacobian) / np.sqrt(WIDTH))


def draw_weights(axes: Axes) -> None:
    """Draw the weights as a grid of squares; hidden cells stay empty."""
    weights = lookup_weights()
    count = len(TEXT)
    hidden = np.triu(np.ones((count, count), dtype=bool), k=1)
    clear_to_blue = LinearSegmentedColormap.from_list("blues", [BLUE + "00", BLUE])
    mesh = axes.pcolormesh(
        np.arange(count),
        np.arange(count),
        np.ma.masked_array(weights, hidden),
        cmap=clear_to_blue,
        vmin=0,
        vmax=1,
        linewidth=0.6,
    )
    mesh.set_edgecolor(["none" if cell else INK for cell in hidden.flat])
    column = TEXT.index("7")
    axes.annotate(
        f"weight {weights[-1, column]:.2f}",
        xy=(column + 0.3, count - 1.4),
        xytext=(3.5, 0.9),
        arrowprops={"arrowstyle": "->", "color": INK},
    )
    axes.set(xlim=(-0.55, count - 0.45), ylim=(count - 0.45, -0.55), aspect="equal")
    axes.set_xticks(range(count), TEXT)
    axes.set_yticks(range(count), TEXT)
    axes.tick_params(length=0)
    axes.spines[["left", "bottom"]].set_visible(False)
    axes.set(xlabel="position looked at", ylabel="position that looks")
    axes.set_title("Causal weights", fontsize=12)


def draw_influence(axes: Axes) -> None:
    """Draw the four kinds of influence over distance."""
    distances = [1, 2, 4, 8, 16, 32, 64, 128, 256]
    matched = [attention_influence(distance, match=True) for distance in distances]
    unmatched = [attention_influence(distance, match=False) for distance in distances]
    gated = [0.99**distance for distance in distances]
    recurrent = [recurrent_influence(distance) for distance in distances]
    axes.loglog(distances, matched, "o-", color=BLUE, label="attention, match")
    axes.loglog(distances, gated, "^:", color=ORANGE, label="gate held at 0.99")
    axes.loglog(distances, unmatched, "s--", color=BLUE, label="attention, no match")
    axes.loglog(distances, recurrent, "D-", color=ORANGE, label="tanh recurrence")
    axes.set(ylim=(1e-6, 2), xlabel="distance in positions")
    axes.set_xticks([1, 4, 16, 64, 256], ["1", "4", "16", "64", "256"])
    axes.minorticks_off()
    axes.set_title("Influence of the first on the last", fontsize=12)
    axes.legend(frameon=False, loc="lower left")


def main() -> None:
    """Draw both panels."""
    figure, (left, right) = plt.subplots(1, 2, width_ratios=[1, 1.15])
    draw_weights(left)
    draw_influence(right)
    save(figure, __file__)


if __name__ == "__main__":
    main()
