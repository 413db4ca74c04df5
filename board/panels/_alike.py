"""Sources that all tell of one thing, told once: sixteen of them out of reach are one trouble, and not sixteen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from board.panels import _words
from board.snapshot import Change, ChangeKind
from board.spec import Config

FEWEST = 3
"""So many at least are told as one."""
_NAMED = 3
"""So many of them are named in it."""
_QUIET = "nothing new for longer than expected"
OF_SOURCES = frozenset(
    {
        ChangeKind.DIED,
        ChangeKind.BLOCKED,
        ChangeKind.NEVER_ANSWERED,
        ChangeKind.RETURNED,
        ChangeKind.SILENT,
        ChangeKind.UNCHANGED,
    }
)
"""What befalls a source, whatever it said."""


def together(changes: Iterable[Change], config: Config) -> list[tuple[Change, ...]]:
    """The changes in their order; those of several sources that say the same stand where the first of them did."""
    groups: dict[object, list[Change]] = {}
    for number, change in enumerate(changes):
        key = (change.kind, reason(change, config)) if change.kind in OF_SOURCES else number
        groups.setdefault(key, []).append(change)
    return [part for group in groups.values() for part in _parts(group)]


def _parts(group: Sequence[Change]) -> list[tuple[Change, ...]]:
    return [tuple(group)] if len(group) >= FEWEST else [(change,) for change in group]


def reason(change: Change, config: Config) -> str:
    """Its words without what alone would make those of several sources differ: the host, how long one is silent."""
    if change.kind is ChangeKind.SILENT:
        return _QUIET
    source = config.source(change.source)
    host = urlsplit(source.url or "").hostname if source else None
    return (change.text.replace(host, "") if host else change.text).rstrip(" :")


def told(changes: Sequence[Change], config: Config) -> str:
    """`name not found: Desk, Agency, Gazette and 13 more`."""
    titles = [title(change, config) for change in changes]
    more = len(titles) - _NAMED
    named = f"{', '.join(titles[:_NAMED])} and {more} more" if more > 0 else ", ".join(titles)
    return ": ".join(filter(None, (reason(changes[0], config), named)))


def who(changes: Sequence[Change]) -> str:
    """`16 sources`."""
    return _words.plural(len(changes), "source")


def title(change: Change, config: Config) -> str:
    """What the source of a change is called."""
    source = config.source(change.source)
    return source.title if source else change.source
