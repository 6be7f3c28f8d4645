"""Rows that OFFSET and a keyset look at for one page (for SQL-INT-005)."""

import sqlite3

import matplotlib.pyplot as plt
from matplotlib.patches import Patch
from style import BLUE, ORANGE, save

SIZE = 10
PAGES = (1, 250, 500, 750, 1000)


class Posts:
    """The table of the example, with a count of the rows that are looked at."""

    def __init__(self) -> None:
        """Fill the table."""
        self.looked_at = 0
        self.connection = sqlite3.connect(":memory:")
        self.connection.execute(
            "CREATE TABLE post (id INTEGER PRIMARY KEY, posted_at INTEGER NOT NULL)"
        )
        self.connection.execute("CREATE INDEX post_order ON post (posted_at, id)")
        self.connection.executemany(
            "INSERT INTO post VALUES (?, ?)",
            ((i, i * 7919 % 10_000) for i in range(1, 10_001)),
        )
        self.connection.create_function("look", 1, self.look)

    def look(self, _: int) -> bool:
        """Count a row."""
        self.looked_at += 1
        return True

    def select(self, condition: str, skip: int, *values: int) -> list[tuple[int, int]]:
        """Return a page, newest first; the count starts again."""
        self.looked_at = 0
        query = f"""
            SELECT posted_at, id FROM post WHERE look(id) AND {condition}
            ORDER BY posted_at DESC, id DESC LIMIT {SIZE} OFFSET {skip}
        """  # noqa: S608 – no input in it
        return self.connection.execute(query, values).fetchall()


def main() -> None:
    """Draw the figure and save it."""
    posts = Posts()
    figure, panel = plt.subplots(figsize=(7, 3.9))
    for place, page in enumerate(PAGES):
        skipped = (page - 1) * SIZE
        posts.select("TRUE", skipped)
        offset = posts.looked_at
        if page == 1:
            keyset = offset
        else:
            last = posts.select("TRUE", skipped - SIZE)[-1]
            posts.select("(posted_at, id) < (?, ?)", 0, *last)
            keyset = posts.looked_at
        panel.barh(
            place - 0.2,
            offset - SIZE,
            height=0.36,
            facecolor="none",
            edgecolor=ORANGE,
            hatch="////",
            linewidth=1.2,
        )
        panel.barh(place - 0.2, SIZE, height=0.36, left=offset - SIZE, color=ORANGE)
        panel.barh(place + 0.2, keyset, height=0.36, color=BLUE, edgecolor=BLUE)
        text = f"{offset:,} read, {offset - SIZE:,} thrown away"
        panel.text(offset + 150, place - 0.2, text, va="center", fontsize=10)
        panel.text(
            keyset + 150, place + 0.2, f"{keyset} read", va="center", fontsize=10
        )
    panel.set_yticks(range(len(PAGES)), [f"page {page:,}" for page in PAGES])
    panel.invert_yaxis()
    panel.set_xlim(0, 16_800)
    panel.set_xticks([0, 5_000, 10_000], ["0", "5,000", "10,000"])
    panel.set_xlabel("rows read for one page of ten")
    panel.legend(
        handles=[
            Patch(facecolor="none", edgecolor=ORANGE, hatch="////", label="OFFSET"),
            Patch(facecolor=BLUE, label="keyset"),
        ],
        loc="upper right",
        frameon=False,
    )
    save(figure, __file__)
    posts.connection.close()


if __name__ == "__main__":
    main()
