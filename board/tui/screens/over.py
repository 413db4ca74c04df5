"""A screen over the board that closes once, however fast its keys come."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen

T = TypeVar("T")


class Over(ModalScreen[T]):
    """The base of all that opens over the board."""

    key = ""
    """What it shows, in a word: of two with one key only one is open."""
    takes_text: ClassVar[bool] = False
    """Whether it has a field that is typed into from the first."""
    _left = False

    def dismiss(self, result: T | None = None) -> AwaitComplete:
        """Close with a result; what was typed before it was gone closes nothing else.

        While another screen is in front it stays, and can be closed when that one is gone.
        """
        if self._left or not self.is_active:
            return AwaitComplete()
        self._left = True
        return super().dismiss(result)
