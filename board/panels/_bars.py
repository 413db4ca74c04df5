"""Numbers drawn in characters: bars in eighths of a cell, and sparklines."""

from __future__ import annotations

from collections.abc import Sequence

_EIGHTHS = " ▏▎▍▌▋▊▉"
_STEPS = "▁▂▃▄▅▆▇█"
_UNKNOWN = "·"


def bar(share: float, cells: int) -> str:
    """A share of 0 to 1 of so many cells; what is more than nothing shows at least an eighth of one."""
    eighths = round(min(1.0, max(0.0, share)) * max(0, cells) * 8)
    if share > 0 and cells > 0:
        eighths = max(1, eighths)
    full, rest = divmod(eighths, 8)
    return "█" * full + (_EIGHTHS[rest] if rest else "")


def sparkline(values: Sequence[float | None]) -> str:
    """One step a value, from nought to the largest, so that a small change looks small; `·` where it is not known."""
    largest = max((value for value in values if value is not None), default=0)
    return "".join(_UNKNOWN if value is None else _step(value, largest) for value in values)


def _step(value: float, largest: float) -> str:
    return _STEPS[round(max(0.0, value) / largest * 7)] if largest > 0 else _STEPS[0]
