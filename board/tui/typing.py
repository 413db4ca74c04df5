"""Keys one after another: each is done with before the next one is given to what has the focus by then.

Textual gives every key that came in one read to what had the focus when the first of them came: of `/abc` typed in one
burst, the letters would be keys of the board and not words of the filter that `/` opens.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Sequence

from textual import events
from textual.app import App
from textual.message_pump import MessagePump

from board.tui.screens.over import Over

_PATIENCE = 1.0
"""Seconds after which a key is taken to be done with, where what it was given to has gone meanwhile."""
_LOOK_AGAIN = 0.01
"""Seconds until it is looked again whether a field that was just opened can be typed into."""


class TypedApp(App[int]):
    """Hands keys out in the order they were typed in."""

    def __init__(self, *, ansi_color: bool | None = None) -> None:
        super().__init__(ansi_color=ansi_color)
        self._typed: deque[events.Key] = deque()
        self._busy_since: float | None = None

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.Key) and not event.is_forwarded:
            self._typed.append(event)
            await self._give_next()
        else:
            await super().on_event(event)

    async def _give_next(self) -> None:
        """Give the next key, unless one is still on its way."""
        if not self._typed or (self._busy_since is not None and time.monotonic() - self._busy_since < _PATIENCE):
            return
        if not self.screen_stack:
            return  # the board has ended: there is nobody to give it to
        if isinstance(self.screen, Over) and self.screen.takes_text and self.focused is None:
            self.set_timer(_LOOK_AGAIN, self._give_next)
            return
        self._busy_since = time.monotonic()
        way = (self.focused or self.screen).ancestors_with_self
        await super().on_event(self._typed.popleft())
        await self._follow((*way, *way))

    async def _follow(self, way: Sequence[MessagePump]) -> None:
        """Go behind the key the way it goes, and once more behind what it came to; then the next key is given."""
        for number, pump in enumerate(way):
            if pump.call_later(self._follow, way[number + 1 :]):
                return
        self._busy_since = None
        await self._give_next()
