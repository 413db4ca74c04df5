"""Numbers as marks: bars in eighths of a cell, and sparklines."""

from __future__ import annotations

from collections.abc import Sequence

_EIGHTHS = " ▏▎▍▌▋▊▉█"
_LEVELS = "▁▂▃▄▅▆▇█"
UNKNOWN = "·"


def bar(share: float, width: int) -> str:
    """A bar of `share` (0 to 1) of `width` cells; anything above nothing shows at least an eighth of a cell."""
    if width <= 0:
        return ""
    eighths = round(min(1.0, max(0.0, share)) * width * 8)
    eighths = max(eighths, 1) if share > 0 else 0
    full, rest = divmod(eighths, 8)
    return ("█" * full + (_EIGHTHS[rest] if rest else "")).ljust(width)


def spark(values: Sequence[float | None]) -> str:
    """One column a value between the least and the most; `·` where a value is not known."""
    known = [value for value in values if value is not None]
    if not known:
        return UNKNOWN * len(values)
    low, high = min(known), max(known)
    return "".join(UNKNOWN if value is None else _level(value, low, high) for value in values)


def _level(value: float, low: float, high: float) -> str:
    if high == low:
        return _LEVELS[3]
    return _LEVELS[round((value - low) / (high - low) * (len(_LEVELS) - 1))]
