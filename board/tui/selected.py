"""What the cursor is on, as the actions on it need it."""

from __future__ import annotations

from dataclasses import dataclass

from board.shapes import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Selected:
    """One line of a panel, or the thing a page is about."""

    ref: str
    view: View | None = None
    value: str = ""
    """What `y` copies."""
    line: str = ""
    """What `Y` copies."""
    said: str = ""
    """What a question about it calls it."""
