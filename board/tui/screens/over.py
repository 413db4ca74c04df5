"""A screen over the board that closes once, however fast its keys come."""

from __future__ import annotations

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen

T = TypeVar("T")


class Over(ModalScreen[T]):
    """The base of all that opens over the board."""

    _left = False

    def dismiss(self, result: T | None = None) -> AwaitComplete:
        """Close with a result; what was typed before it was gone closes nothing else."""
        if self._left:
            return AwaitComplete()
        self._left = True
        return super().dismiss(result)
