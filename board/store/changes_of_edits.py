"""What an edit of an article did to what stands in it: who is no longer quoted so, and what is said now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from board.model import Figure, Item, Statement
from board.snapshot import Change, ChangeKind
from board.store.between import Between, readable
from board.store.times import from_stamp

if TYPE_CHECKING:
    from collections.abc import Hashable

_Said = Statement | Figure


def edited(between: Between) -> Iterator[Change]:
    """Articles whose words changed, each with what it no longer says and what it says instead. Raises: StoreError."""
    sql = """
        SELECT v.item, v.known_from, i.source, v.title, v.value FROM item_versions v JOIN items i ON i.id = v.item
        WHERE v.cause = 'edited' AND v.known_from > ? AND v.known_from <= ? ORDER BY v.known_from DESC, v.id DESC"""
    for item, known, source, title, value in between.rows(sql, *between.bounds):
        now = readable(Item, value)
        ended, begun = _said(between, item, known, "known_to"), _said(between, item, known, "known_from")
        yield Change(
            kind=ChangeKind.EDITED,
            ref=f"item:{item}",
            at=from_stamp(known),
            source=source,
            text=title,
            when=now.published if now else None,
            withdrawn=_only_in(ended, begun),
            came=_only_in(begun, ended),
        )


def _said(between: Between, item: int, known: int, column: str) -> list[_Said]:
    """The statements and figures of an item that began, or ended, with an edit."""
    sql = f"SELECT value FROM {{}} WHERE item = ? AND {column} = ? ORDER BY id"
    stated = (readable(Statement, value) for (value,) in between.rows(sql.format("statements"), item, known))
    counted = (readable(Figure, value) for (value,) in between.rows(sql.format("figures"), item, known))
    return [said for said in (*stated, *counted) if said is not None]


def _only_in(some: Sequence[_Said], others: Sequence[_Said]) -> tuple[_Said, ...]:
    """What only moved to another place in the article is in both."""
    known = {_words(said) for said in others}
    return tuple(said for said in some if _words(said) not in known)


def _words(said: _Said) -> Hashable:
    if isinstance(said, Figure):
        return said.subject, said.nation, said.number, said.qualifier, said.kind
    return said.speaker, said.organisation, said.stance, said.strength, said.text
