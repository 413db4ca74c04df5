"""A few words of a long text, round the first place that a query looks for."""

from __future__ import annotations

from board.model import Item
from board.text.hits import Aliases, Span, hits
from board.text.query import Query

_BEFORE, _AFTER = 80, 160
_PIECE, _LAP = 2000, 200
"""A long text is looked through in pieces until one has a hit; each begins a little before the other's end."""


def headed(item: Item, asked: Query, aliases: Aliases = ()) -> str:
    """An article's title with the words round the first hit in its summary or text; the title alone without one."""
    found = excerpt(item.summary, asked, aliases) or excerpt(item.text, asked, aliases)
    return " — ".join(filter(None, (item.title, found)))


def excerpt(text: str, asked: Query, aliases: Aliases = ()) -> str:
    """The words round the first hit, on one line; empty where there is none."""
    for start in range(0, len(text), _PIECE - _LAP):
        if found := hits(asked, text[start : start + _PIECE], aliases):
            return _round(text, (start + found[0][0], start + found[0][1]))
    return ""


def _round(text: str, hit: Span) -> str:
    """Whole words, with dots where the text goes on."""
    start, end = max(hit[0] - _BEFORE, 0), min(hit[1] + _AFTER, len(text))
    if start:
        start = _after_space(text, start, hit[0])
    if end < len(text):
        end = max(text.rfind(" ", hit[1], end), hit[1])
    words = " ".join(text[start:end].split())
    return f"{'… ' if start else ''}{words}{' …' if end < len(text) else ''}"


def _after_space(text: str, start: int, hit: int) -> int:
    found = text.find(" ", start, hit)
    return found + 1 if found >= 0 else hit
