"""Two versions of a text, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from board.tui.draw.lines import Run, Runs

_WORDS = re.compile(r"\S+\s*")
_MOST_WORDS = 4000
_AROUND = 8
"""Unchanged words that are shown on either side of a change."""


def word_diff(old: str, new: str) -> Runs:
    """What was taken out in `[-…-]`, what was put in in `{+…+}`, with words around; empty where it is the same."""
    before, after = _WORDS.findall(old)[:_MOST_WORDS], _WORDS.findall(new)[:_MOST_WORDS]
    matcher = SequenceMatcher(None, [word.strip() for word in before], [word.strip() for word in after], autojunk=False)
    return tuple(run for group in matcher.get_grouped_opcodes(_AROUND) for run in _group(group, before, after))


def _group(group: list[tuple[str, int, int, int, int]], before: list[str], after: list[str]) -> Iterator[Run]:
    if group[0][1]:
        yield Run("… ", "muted")
    for operation, start, end, new_start, new_end in group:
        if operation == "equal":
            yield Run("".join(before[start:end]))
            continue
        if end > start:
            yield Run(f"[-{''.join(before[start:end]).strip()}-] ", "down")
        if new_end > new_start:
            yield Run(f"{{+{''.join(after[new_start:new_end]).strip()}+}} ", "up")
    yield Run("… " if group[-1][2] < len(before) else "", "muted")
