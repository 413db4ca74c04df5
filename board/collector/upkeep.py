"""Keeping the store in shape: bodies and items let go of when their time is over, the file put in order; once a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from board.spec import Config
from board.store import Store

EVERY = timedelta(days=1)


@dataclass(slots=True)
class Upkeep:
    """Remembers when it was last done; a collector that starts does it after its first pass."""

    _next: datetime | None = None

    def when_due(self, store: Store, config: Config, now: datetime) -> None:
        """Do it if its time has come. Raises: StoreError."""
        if self._next is not None and now < self._next:
            return
        self._next = now + EVERY
        board, queries = config.board, [claim.match for claim in config.claims]
        store.retire(now, keep=board.keep_bodies, keep_mib=board.keep_bodies_mib, queries=queries)
        store.tidy()
