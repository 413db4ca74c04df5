"""Items: what makes them the same, and what makes a new version of one."""

from __future__ import annotations

import pytest

from board.model import Item
from board.store import Applied, Store
from tests.store.made import headline, item, items, later, source, statement, updated


def put(store: Store, *readings: object, hours: float = 0, extracted_by: str = "feed 1") -> Applied:
    body = f"{readings}".encode()
    reading = items(*readings)  # type: ignore[arg-type]
    return store.apply(updated(reading, later(hours), body=body, extracted_by=extracted_by), source())


def versions(store: Store, applied: Applied) -> list[str]:
    return [version.item.title for version in store.snapshot().item(applied.items[0])]


def test_an_item_seen_again_unchanged_is_the_same_item_with_one_version(store: Store) -> None:
    first = put(store, item("One"))
    again = put(store, item("One"), hours=1)
    assert not again.changed
    assert versions(store, first) == ["One"]


def test_a_changed_title_makes_a_new_version_and_marks_its_statements_edited(store: Store) -> None:
    said, link = statement("Nothing changes"), "https://desk.example/1"
    first = put(store, item("One", said, guid="g1", link=link))
    second = put(store, item("One, corrected", said, guid="g1", link=link), hours=1)
    assert second.edited == first.items
    assert versions(store, first) == ["One", "One, corrected"]
    (record,) = store.snapshot().statements(limit=10)
    assert record.edited
    assert record.ref == first.statements[0]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("One  and\u00a0two", "One and two\n"),
        ("Read https://a.example/x?utm_source=rss&id=3", "Read https://a.example/x?id=3&utm_campaign=b"),
        ("Updated 12:30:05 today", "Updated 12:41:55 today"),
        ("Posted 3 minutes ago", "Posted 2 hours ago"),
    ],
)
def test_white_space_trackers_and_a_pages_own_clock_make_no_new_version(store: Store, before: str, after: str) -> None:
    first = put(store, item("One", text=before))
    assert not put(store, item("One", text=after), hours=1).changed
    assert len(versions(store, first)) == 1


def test_an_hour_in_a_report_is_content(store: Store) -> None:
    put(store, item("One", text="The road was closed at 14:30"))
    assert put(store, item("One", text="The road was closed at 15:30"), hours=1).edited


def test_the_same_link_title_and_date_under_a_new_guid_is_the_same_item(store: Store) -> None:
    put(store, item("One", guid="a"))
    assert not put(store, item("One", guid="b"), hours=1).changed
    assert not put(store, item("One", guid="a"), hours=2).changed


def test_entries_that_share_one_guid_stay_apart(store: Store) -> None:
    sloppy = (item("One", guid="same"), item("Two", guid="same"))
    assert len(put(store, *sloppy).items) == 2
    assert not put(store, *sloppy, hours=1).changed


def test_an_article_read_later_completes_its_item_and_is_no_edit(store: Store) -> None:
    first = put(store, item("One", guid="a"))
    second = put(store, item("One", statement("Nothing changes"), guid="a", text="Nothing changes, he said."), hours=1)
    assert not second.edited
    assert second.statements
    assert len(versions(store, first)) == 2


def test_an_article_that_could_not_be_read_this_time_takes_nothing_away(store: Store) -> None:
    put(store, item("One", statement("Nothing changes"), guid="a", text="Nothing changes, he said."))
    assert not put(store, item("One", guid="a"), hours=1).changed
    assert len(store.snapshot().statements(limit=10)) == 1


def test_a_title_changed_after_the_article_was_read_is_an_edit_that_keeps_the_article(store: Store) -> None:
    first = put(store, item("One", statement("Said inside"), headline("One"), guid="a", text="Said inside."))
    second = put(store, item("Two", headline("Two"), guid="a"), hours=1)
    assert second.edited == first.items
    assert [version.item.text for version in store.snapshot().item(first.items[0])] == ["Said inside.", "Said inside."]
    assert {record.statement.text for record in store.snapshot().statements(limit=9)} == {"Said inside", "Two"}


def test_the_collector_can_ask_which_articles_it_has(store: Store) -> None:
    put(store, item("One", guid="a"), item("Two", guid="b", text="Read."))
    asked = [Item(title="One", guid="a"), Item(title="Two", guid="b"), Item(title="Three", guid="c")]
    assert store.full_texts("desk", asked) == [False, True, False]
    assert store.full_texts("desk", asked, "feed 1") == [False, True, False]
    assert store.full_texts("desk", asked, "feed 2") == [False, False, False]


def test_of_undated_items_the_topmost_of_the_page_is_the_newest(store: Store) -> None:
    put(store, *(item(name, statement(name), published=None) for name in ("Top", "Middle", "Bottom")))
    assert [record.statement.text for record in store.snapshot().statements(limit=3)] == ["Top", "Middle", "Bottom"]
