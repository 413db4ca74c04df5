"""Waits for the letters of a label that stand on the board below."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import product

from textual import events

from board.tui.screens.over import Over

_LETTERS = "asdfghjklqwertyuiopzxcvbnm"


def labels(count: int) -> Sequence[str]:
    """As many labels, none the beginning of another: one letter each, or two where they are too many for that."""
    if count <= len(_LETTERS):
        return list(_LETTERS[:count])
    return ["".join(pair) for pair in product(_LETTERS, repeat=2)][:count]


class JumpScreen(Over[str | None]):
    """Gives the label that was typed; `None` after any key that begins none."""

    key = "jump"

    def __init__(self, known: Collection[str]) -> None:
        super().__init__()
        self._known = known
        self._typed = ""

    def on_key(self, event: events.Key) -> None:
        event.stop()
        self._typed += event.character or "\x1b"
        if self._typed in self._known:
            self.dismiss(self._typed)
        elif not any(label.startswith(self._typed) for label in self._known):
            self.dismiss(None)
