"""How much is new is counted in the store, beyond the page that is loaded."""

from __future__ import annotations

from board.snapshot import MOST_UNREAD
from board.store import Store
from board.store.statements import LOOKED_AT
from tests.store.made import headline, item, items, later, source, statement, updated


def put(store: Store, count: int, name: str = "desk", word: str = "patrols") -> list[str]:
    """So many statements of one source; the refs of all there are."""
    said = [
        item(f"{name} {n}", statement(f"KFOR {word} {name} {n}"), link=f"https://{name}.example/{n}")
        for n in range(count)
    ]
    store.apply(updated(items(*said), name=name, body=name.encode()), source(name))
    return [record.ref for record in store.snapshot().statements(limit=count * 2)]


def test_all_that_nobody_has_read_is_counted_and_not_a_page_of_it(store: Store) -> None:
    refs = put(store, 120)
    assert store.snapshot().unread() == 120
    store.mark_read(refs[:20], later(1))
    assert store.snapshot().unread() == 100
    assert store.snapshot(later(0.5)).unread() == 120


def test_only_what_the_query_finds_is_counted_and_each_once(store: Store) -> None:
    put(store, 10)
    put(store, 5, "other", "withdraws")
    assert store.snapshot().unread(query="withdraws OR other") == 5
    assert store.snapshot().unread(query="NOT withdraws") == 10


def test_headlines_and_sources_that_are_left_out_are_not_counted(store: Store) -> None:
    put(store, 3)
    put(store, 4, "shipped")
    store.apply(updated(items(item("H", headline("Headline of the desk"))), name="desk", body=b"h"), source("desk"))
    assert store.snapshot().unread(but={"shipped"}, headlines=False) == 3
    assert store.snapshot().unread(but={"shipped"}) == 4


def test_of_very_many_no_more_are_counted_than_anybody_wants_to_know(store: Store) -> None:
    put(store, MOST_UNREAD + 5)
    assert store.snapshot().unread() == MOST_UNREAD
    assert LOOKED_AT > MOST_UNREAD
