"""When a book was made: a matter of its content, and not of the clock."""

from __future__ import annotations

import datetime
import os

#: Of a book without a date of its own, which must name one all the same.
_NEVER = datetime.date(1980, 1, 1)


def modified(reviewed: datetime.date | None) -> str:
    """Return the time of the last change as the format writes it.

    That of ``SOURCE_DATE_EPOCH`` if it is set, or the day of the newest review.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        time = datetime.datetime.fromtimestamp(int(epoch), tz=datetime.UTC)
    else:
        day = reviewed or _NEVER
        time = datetime.datetime.combine(day, datetime.time(), tzinfo=datetime.UTC)
    return time.strftime("%Y-%m-%dT%H:%M:%SZ")
