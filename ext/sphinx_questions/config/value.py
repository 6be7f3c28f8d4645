"""What the declaration of a configuration value says."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """The declaration of one configuration value."""

    #: Name in ``conf.py`` and, without ``questions_``, in :class:`Settings`.
    name: str
    default: object
    #: What a change of the value makes Sphinx do again.
    rebuild: Literal["env", ""]
    types: tuple[type, ...]
    #: One sentence for the reference page.
    help: str
    #: From the configured value to the one in :class:`Settings`; raises
    #: ValueError with a message that names what is wrong and what to write.
    read: Callable[[Any], object]

    @property
    def field(self) -> str:
        """The field of :class:`Settings` that holds the value."""
        return self.name.removeprefix("questions_")
