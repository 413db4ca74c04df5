"""Search over everything: articles and notes are found by their words too, each once, and only as of the time."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from board.snapshot import Found, FoundItem, FoundNote, Note, Sense
from board.store import Store
from board.store.schema import WORD_INDEXES
from tests.store.made import LATER_STEPS, NOON, day, headline, item, items, later, source, statement, updated

LONG = "The mission stays. Soldiers from many nations patrol. A spokeswoman said nothing of Uroševac."


def named(found: Found) -> str:
    match found:
        case FoundItem():
            return f"article {found.item.title}"
        case FoundNote():
            return f"note {found.note.text}"
        case _:
            return found.statement.text


def finds(store: Store, query: str, *, headlines: bool = True) -> list[str]:
    return [named(each) for each in store.snapshot().found(limit=100, query=query, headlines=headlines)]


def put(store: Store, *readings: object, hours: float = 0) -> None:
    body = json.dumps([str(reading) for reading in readings]).encode()
    store.apply(updated(items(*readings), later(hours), body=body), source())  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "query", ["patrol", '"many nations"', "spokes*", "УРОШЕВАЦ", "patrol NOT eulex", "mission AND source:desk", "quiet"]
)
def test_an_article_is_found_by_its_title_summary_and_text(store: Store, query: str) -> None:
    put(store, item("Quiet days", text=LONG, summary="In short"), item("Other", text="Nothing of it"))
    assert finds(store, query) == ["article Quiet days"]


@pytest.mark.parametrize(
    "query",
    ["patrol org:NATO", "patrol NOT org:NATO", "stance:denies", "nation:ITA", "patrol is:unread", "patrol eulex", ""],
)
def test_what_only_statements_have_finds_no_article(store: Store, query: str) -> None:
    put(store, item("Quiet days", text=LONG + " Italy."))
    assert finds(store, query) == []


def test_an_article_is_not_told_beside_its_own_statement(store: Store) -> None:
    put(store, item("Quiet days", statement("Soldiers patrol"), headline("Quiet days"), text=LONG))
    assert finds(store, "patrol") == ["Soldiers patrol"]
    assert finds(store, "uroševac") == ["article Quiet days"]


def test_another_name_of_the_same_thing_finds_an_article(store: Store) -> None:
    put(store, item("Quiet days", text=LONG))
    assert finds(replace(store, aliases=(("Ferizaj", "Uroševac"),)), "ferizaj") == ["article Quiet days"]
    assert finds(store, "ferizaj") == []


def test_without_headlines_no_article_is_told_either(store: Store) -> None:
    put(store, item("Quiet days", text=LONG), item("B", statement("They patrol")))
    assert finds(store, "patrol", headlines=False) == ["They patrol"]


def test_a_note_is_found_by_its_words_and_by_who_wrote_it(store: Store) -> None:
    store.note(Note(ref="tier:2", text="Ask about the pâtrol", who="Mira", at=later(1)))
    assert finds(store, "patrol") == finds(store, "from:mira") == ["note Ask about the pâtrol"]
    assert finds(store, "patrol source:desk") == finds(store, "NOT patrol") == []


def test_an_edited_article_is_found_by_the_words_it_has_now(store: Store) -> None:
    put(store, item("Quiet days", text=LONG))
    put(store, item("Quiet days", text="All was rewritten"), hours=1)
    assert finds(store, "patrol") == []
    assert finds(store, "rewritten") == finds(store, "is:edited") == ["article Quiet days"]


def test_dates_and_edits_bound_articles_too(store: Store) -> None:
    put(store, *(item(f"On {date}", text="patrol", published=day(date)) for date in ("2025-05-01", "2026-05-01")))
    assert finds(store, "patrol after:2026") == ["article On 2026-05-01"]
    assert finds(store, "patrol before:2026") == ["article On 2025-05-01"]
    assert finds(store, "patrol is:edited") == []
    assert len(finds(store, "patrol NOT is:edited")) == 2


def test_words_are_asked_of_the_edited_and_the_noted_ones(store: Store) -> None:
    put(store, item("A", text="patrol"), item("B", text="patrol"), item("C", text="quiet"))
    put(store, item("A", text="patrol again"), item("C", text="quiet again"), hours=1)
    (kept,) = (each for each in store.snapshot().found(limit=9, query="patrol") if named(each) == "article B")
    assert isinstance(kept, FoundItem)
    store.note(Note(ref=kept.ref, text="Hm", who="me", at=later(2)))
    assert finds(store, "patrol is:edited") == ["article A"]
    assert finds(store, "is:edited NOT patrol") == ["article C"]
    assert finds(store, "patrol is:noted") == ["article B"]


def test_pages_of_all_three_follow_each_other_without_gap_or_overlap(store: Store) -> None:
    for hour in range(20):
        when = {"published": None}
        put(store, item(f"S{hour}", statement(f"patrol {hour}"), text="patrol", **when),
            item(f"A{hour}", text="patrol", **when), hours=hour)  # fmt: skip
        store.note(Note(ref="tier:1", text=f"patrol {hour}", who="me", at=later(hour)))
    board, before = store.snapshot(), None
    seen: list[Found] = []
    while page := board.found(limit=7, before=before, query="patrol"):
        seen += page
        before = page[-1].id
    assert [named(each) for each in seen] == finds(store, "patrol")
    assert len(seen) == len({named(each) for each in seen}) == 60
    assert [each.id for each in seen] == sorted((each.id for each in seen), reverse=True)


def test_at_a_past_time_only_what_had_been_published_by_then_is_found(store: Store) -> None:
    put(store, item("Old", text="patrol", published=day("2026-01-01")), item("New", text="patrol"))
    then = store.snapshot(day("2026-06-01").start)
    assert [named(each) for each in then.found(limit=9, query="patrol")] == ["article Old"]


def test_at_a_past_time_only_what_was_known_by_then_is_found(store: Store) -> None:
    put(store, item("One", text="patrol at noon"))
    put(store, item("One", text="patrol at night"), item("Two", text="patrol"), hours=2)
    store.note(Note(ref="tier:1", text="patrol", who="me", at=later(2)))
    then = store.snapshot(NOON + timedelta(hours=1), Sense.KNOWN)
    (found,) = then.found(limit=9, query="patrol")
    assert isinstance(found, FoundItem)
    assert (found.item.text, found.edited) == ("patrol at noon", False)
    assert not then.found(limit=9, query="night")


@pytest.mark.parametrize("published", ["2026-11-22T20:00:00Z", "2026-11-23T11:00:00Z"])
def test_what_is_dated_ahead_of_its_retrieval_was_known_from_then_all_the_same(store: Store, published: str) -> None:
    """A wrong clock or an untold zone: it is believed for a day."""
    put(store, item("Summit", statement("A patrol goes out."), text="patrol", published=day(published)))
    then = store.snapshot(later(1), Sense.KNOWN)
    assert [named(each) for each in then.found(limit=9, query="patrol")] == ["A patrol goes out."]
    assert [record.statement.text for record in then.statements(limit=9)] == ["A patrol goes out."]
    assert not store.snapshot(later(-1), Sense.KNOWN).statements(limit=9)


def known_at(store: Store, hours: float, query: str) -> list[str]:
    then = store.snapshot(NOON + timedelta(hours=hours), Sense.KNOWN)
    return [each.item.text for each in then.found(limit=9, query=query) if isinstance(each, FoundItem)]


def edited_thrice(store: Store) -> None:
    for hours, text in enumerate(("patrol at noon", "patrol at dawn", "all was rewritten")):
        put(store, item("One", text=text), hours=hours)


def test_words_that_were_edited_away_are_found_at_the_time_they_stood_there_and_at_no_other(store: Store) -> None:
    edited_thrice(store)
    assert [known_at(store, hours + 0.5, "noon") for hours in range(3)] == [["patrol at noon"], [], []]
    assert [known_at(store, hours + 0.5, "dawn") for hours in range(3)] == [[], ["patrol at dawn"], []]
    assert [known_at(store, hours + 0.5, "patrol NOT noon") for hours in range(3)] == [[], ["patrol at dawn"], []]
    assert finds(store, "patrol") == []


def test_former_words_come_through_an_export_a_rescue_and_a_migration(store: Store, tmp_path: Path) -> None:
    edited_thrice(store)
    store.export(tmp_path / "all.jsonl")
    with Store.open(tmp_path / "other.sqlite") as other:
        other.import_(tmp_path / "all.jsonl")
        assert known_at(other, 1.5, "dawn") == ["patrol at dawn"]
    store.close()
    with closing(sqlite3.connect(store.path)) as older:
        older.executescript(
            f"{LATER_STEPS}"
            "DROP TABLE words_of_versions; ALTER TABLE bodies DROP COLUMN charset; PRAGMA user_version = 7"
        )
    with Store.open(store.path) as now:
        assert known_at(now, 1.5, "dawn") == ["patrol at dawn"]
    Store.salvage(store.path, later(9))
    with Store.open(store.path) as saved:
        assert known_at(saved, 1.5, "dawn") == ["patrol at dawn"]


def test_an_edited_article_that_is_let_go_leaves_no_former_words(store: Store) -> None:
    edited_thrice(store)
    put(store, *(item(f"T{n}", text=f"{n}") for n in range(3)), hours=4)
    assert store.retire(later(24 * 90), keep=timedelta(1), keep_mib=1, keep_items=1).items == 3
    assert known_at(store, 1.5, "dawn") == []
    assert store.database.value("SELECT count(*) FROM words_of_versions WHERE words_of_versions MATCH 'dawn'") == 0


def test_an_export_brings_articles_and_notes_that_are_found(store: Store, tmp_path: Path) -> None:
    put(store, item("Quiet days", text=LONG))
    store.note(Note(ref="tier:2", text="patrol", who="me", at=later(1)))
    store.export(tmp_path / "all.jsonl")
    with Store.open(tmp_path / "other.sqlite") as other:
        put(other, item("Quiet days", text="An older form of it, of patrols"), hours=-1)
        other.import_(tmp_path / "all.jsonl")
        assert finds(other, "patrol") == ["note patrol", "article Quiet days"]
        assert finds(other, "older") == []


def test_a_rescued_store_finds_articles_and_notes(store: Store) -> None:
    put(store, item("Quiet days", text=LONG))
    store.note(Note(ref="tier:2", text="patrol", who="me", at=later(1)))
    store.close()
    Store.salvage(store.path, later(2))
    with Store.open(store.path) as saved:
        assert finds(saved, "patrol") == ["note patrol", "article Quiet days"]


def test_a_store_from_before_finds_its_articles_and_notes_once_it_is_brought_forward(store: Store) -> None:
    put(store, item("Quiet days", text=LONG))
    store.note(Note(ref="tier:2", text="patrol", who="me", at=later(1)))
    store.close()
    with closing(sqlite3.connect(store.path)) as older:
        older.executescript(
            f"{LATER_STEPS}"
            "DROP TABLE words_of_versions; ALTER TABLE bodies DROP COLUMN charset;"
            "DROP TABLE words_of_items; DROP TABLE words_of_notes; PRAGMA user_version = 6"
        )
    told: list[str] = []
    with Store.open(store.path, tell=told.append) as now:
        assert finds(now, "patrol") == ["note patrol", "article Quiet days"]
    assert "from version 6 to" in told[0]
    assert store.path.with_name(f"{store.path.name}.schema-6.backup").exists()


def test_an_article_that_retention_lets_go_is_found_no_more(store: Store) -> None:
    put(store, *(item(f"T{n}", text=f"patrol {n}", published=day("2026-01-01")) for n in range(4)))
    gone = store.retire(later(24 * 90), keep=timedelta(1), keep_mib=1, keep_items=1)
    assert gone.items == 3
    assert len(finds(store, "patrol")) == 1
    for table in WORD_INDEXES:
        store.database.run(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")


def test_a_damaged_article_is_left_out_and_the_others_are_found(store: Store) -> None:
    put(store, item("A", text="patrol"), item("B", text="patrol"))
    store.database.run("UPDATE item_versions SET value = '{' WHERE title = 'A'")
    assert finds(store, "patrol") == ["article B"]
