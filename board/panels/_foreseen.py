"""What lies ahead, on a board that is shown as it stood: only what had been said by then."""

from __future__ import annotations

from datetime import datetime

from board.model import When


def had_been_said(at: datetime | None, when: When, published: When | None, here: datetime | None = None) -> bool:
    """Whether a dated thing belongs on the board as it stood at a time; at no time but now where `at` is `None`.

    It does where it was published by then. Where nobody says when it was published, it was by the time it was `here`,
    in board.toml or retrieved; of a time before that, only what had begun was surely known.
    """
    if at is None or (published or when).start <= at:
        return True
    return published is None and here is not None and here <= at
