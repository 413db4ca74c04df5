"""Where in time something stands that has no date, or one that lies ahead: where it was first read, and it says so."""

from __future__ import annotations

from board.model import When
from board.snapshot import FoundItem
from board.store import Store
from tests.store.made import day, item, items, later, source, statement, updated


def put(store: Store, title: str, published: When | None, hours: float, text: str = "", **changes: str) -> None:
    said = statement(f"{title} says no", published=published)
    told = item(title, said, published=published, text=text)
    store.apply(updated(items(told), later(hours), body=title.encode(), **changes), source())


def order(store: Store) -> list[tuple[str, bool]]:
    """The statements, newest first, and whether each is dated ahead."""
    found = store.snapshot().statements(limit=9)
    return [(record.statement.text.split()[0], record.dated_ahead) for record in found]


def at(hours: float) -> When:
    return When(later(hours))


def test_what_is_dated_ahead_stands_where_it_was_first_read_below_what_is_published_later(store: Store) -> None:
    put(store, "Ahead", at(9), 0)
    put(store, "Later", at(2), 3)
    put(store, "Earlier", at(-2), 3)
    assert order(store) == [("Later", False), ("Ahead", True), ("Earlier", False)]


def test_so_it_does_with_a_date_beyond_all_belief(store: Store) -> None:
    put(store, "Ahead", day("2030-01-01"), 0)
    put(store, "Later", at(2), 3)
    assert order(store) == [("Later", False), ("Ahead", True)]


def test_an_undated_one_that_is_read_again_stays_where_it_was_first_read(store: Store) -> None:
    put(store, "Undated", None, 0)
    put(store, "Later", at(2), 3)
    for hours in (5, 10, 30):
        put(store, "Undated", None, hours, text=f"Read {hours}", extracted_by=f"feed {hours}")
        assert order(store) == [("Later", False), ("Undated", False)]


def test_a_reading_with_a_date_that_has_come_puts_it_there(store: Store) -> None:
    put(store, "Ahead", at(6), 0)
    put(store, "Later", at(2), 3)
    put(store, "Ahead", at(6), 9, extracted_by="feed 2")
    told = store.snapshot().statements(limit=9)
    assert [(record.statement.text, record.dated_ahead) for record in told][1] == ("Ahead says no", True)
    better = item("Ahead", statement("Ahead says no", published=at(6), note="better"), published=at(6))
    store.apply(updated(items(better), later(9), extracted_by="feed 3"), source())
    assert order(store) == [("Ahead", False), ("Later", False)]


def test_a_day_that_has_begun_further_east_is_not_called_ahead(store: Store) -> None:
    put(store, "East", day("2026-11-23"), 11)
    assert order(store) == [("East", False)]
    put(store, "West", day("2026-11-24"), 11)
    assert ("West", True) in order(store)


def test_it_had_been_said_once_it_was_read_in_the_past_too(store: Store) -> None:
    put(store, "Ahead", at(9), 0)
    assert [len(store.snapshot(later(hours)).statements(limit=9)) for hours in (-1, 1)] == [0, 1]


def test_an_article_that_is_searched_for_stands_there_too_and_says_so(store: Store) -> None:
    told = item("Ahead", published=at(9), text="patrol")
    store.apply(updated(items(told), later(0), body=b"1"), source())
    store.apply(updated(items(item("Later", published=at(2), text="patrol")), later(3), body=b"2"), source())
    found = store.snapshot().found(limit=9, query="patrol")
    assert [(each.item.title, each.dated_ahead) for each in found if isinstance(each, FoundItem)] == [
        ("Later", False),
        ("Ahead", True),
    ]
