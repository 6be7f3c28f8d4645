"""Which rows of two tables meet, and what two joins return (for SQL-BEG-001)."""

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle
from style import BLUE, INK, ORANGE, save

CUSTOMERS = {1: "Amara", 2: "Bilal", 3: "Chiara"}
PURCHASES = {11: (1, 40), 12: (1, 40), 13: (2, 60), 14: (None, 15)}

HEIGHT = 0.8
ROW = 1.0


def draw_row(
    axes: Axes, left: float, top: float, cells: list[tuple[str, float]]
) -> None:
    """Draw the cells of a row next to each other, each a text and a width."""
    for text, width in cells:
        axes.add_patch(
            Rectangle((left, top - HEIGHT), width, HEIGHT, fill=False, edgecolor=INK),
        )
        axes.text(left + width / 2, top - HEIGHT / 2, text, ha="center", va="center")
        left += width


def middle(top: float) -> float:
    """Return the height at which lines meet a row."""
    return top - HEIGHT / 2


def main() -> None:
    """Draw the figure and save it."""
    figure, axes = plt.subplots(figsize=(7.4, 3.3))
    customer_top = {key: 3.6 - ROW * i for i, key in enumerate(CUSTOMERS)}
    purchase_top = {key: 4.1 - ROW * i for i, key in enumerate(PURCHASES)}

    for key, name in CUSTOMERS.items():
        draw_row(axes, 0, customer_top[key], [(str(key), 0.6), (name, 1.6)])
    for key, (customer, total) in PURCHASES.items():
        owner = "NULL" if customer is None else str(customer)
        cells = [(str(key), 0.8), (owner, 1.0), (str(total), 0.8)]
        draw_row(axes, 3.6, purchase_top[key], cells)

    pairs = [
        (customer, key)
        for key, (customer, _) in PURCHASES.items()
        if customer is not None
    ]
    for customer, key in pairs:
        axes.plot(
            [2.2, 3.6],
            [middle(customer_top[customer]), middle(purchase_top[key])],
            color=BLUE,
            marker="o",
            markersize=5,
        )

    result_top = 4.1
    for customer, key in pairs:
        cells = [
            (CUSTOMERS[customer], 1.6),
            (str(key), 1.0),
            (str(PURCHASES[key][1]), 1.0),
        ]
        draw_row(axes, 7.6, result_top, cells)
        result_top -= ROW
    axes.plot(
        [11.4, 11.55, 11.55, 11.4],
        [4.1, 4.1, 1.3, 1.3],
        color=BLUE,
        linewidth=1.5,
    )
    axes.text(11.75, 2.7, "inner join", va="center", color=BLUE)
    matched = {customer for customer, _ in pairs}
    for customer in CUSTOMERS.keys() - matched:
        cells = [(CUSTOMERS[customer], 1.6), ("NULL", 1.0), ("NULL", 1.0)]
        draw_row(axes, 7.6, result_top, cells)
        axes.text(
            11.4,
            middle(result_top),
            "only in the\nleft join",
            va="center",
            color=ORANGE,
        )

    for left, text in [(0, "customer"), (3.6, "purchase"), (7.6, "result")]:
        axes.text(left, 4.75, text, fontweight="bold")
    for left, text in [
        (0.3, "id"),
        (1.4, "name"),
        (4.0, "id"),
        (4.9, "cust."),
        (5.8, "total"),
        (8.4, "name"),
        (9.7, "id"),
        (10.7, "total"),
    ]:
        axes.text(left, 4.25, text, ha="center", fontsize=10)
    axes.set_xlim(-0.1, 13.7)
    axes.set_ylim(0.1, 5.2)
    axes.axis("off")
    save(figure, __file__)


if __name__ == "__main__":
    main()
