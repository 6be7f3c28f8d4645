"""Books on shelves."""


def place(book: str, shelf: int = 1) -> str:
    """Say where a book goes.

    Asked in reviews:

    .. question-list::
       :topics: place
       :show: answers
    """
    return f"{book} → shelf {shelf}"
