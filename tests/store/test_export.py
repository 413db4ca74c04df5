"""Everything out as lines and in again: the same board, merged without loss, and nothing hostile let in."""

from __future__ import annotations

import hashlib
import json
import os
import tracemalloc
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from board.errors import StoreError
from board.model import Event, Figure
from board.outcome import Reading
from board.snapshot import Decision, Note, Sense
from board.store import Store
from board.store.export import KINDS, LEFT_OUT
from tests.store.made import (
    day,
    edition,
    editions,
    failed,
    file_source,
    headline,
    held,
    item,
    items,
    later,
    moments,
    source,
    statement,
    updated,
)

FEED: dict[str, Any] = {"name": "feed", "body": b"5"}


def fill(store: Store) -> None:
    """A store with something of everything in it."""
    figure = Figure(subject="KFOR", nation="USA", number=600, statement=0, quote="about 600")
    told = replace(item("One", statement("About 600 in Ферижај"), headline("One"), guid="1"), figures=(figure,))
    store.apply(updated(items(told, item("Two", statement("We stay"), guid="2"))), source())
    store.apply(updated(items(item("Two, changed", statement("We go"), guid="2")), later(1), body=b"2"), source())
    store.apply(
        updated(items(item("Two, changed", statement("We go", note="!"), guid="2")), later(2), extracted_by="f 2"),
        source(),
    )
    whole = edition("2026-02", ("ITA", 907), ("USA", 590), total_stated=4767)
    event = Event(title="Summit", when=day("2026-07"))
    own = Reading(editions=(whole,), figures=(Figure(subject="KFOR", number=4500),), events=(event,))
    store.apply(updated(own, later(3), name="own", body=b"3"), file_source())
    store.apply(held(editions(edition("2026-05", ("ITA", 9))), "a jump", later(4), body=b"4"), source("table"))
    store.apply(
        held(items(item("Many", statement("So many at once"))), "ten times more", later(4.5), **FEED), source("feed")
    )
    store.apply(failed(later(5)), source())
    first = store.snapshot().statements(limit=1)[0].ref
    store.note(Note(ref=first, text="Check\nthis", who="me", at=later(6)))
    store.decide(Decision(ref="tier:3", kind="posture", value="alert", who="me", at=later(6)))
    store.mark_read([first], later(6))
    store.look("tui", later(6))


def seen(store: Store) -> list[Any]:
    """All that a board can ask, now and at every moment it changed."""
    steps = moments(store, Sense.KNOWN) + moments(store)
    boards = [store.snapshot(), *(store.snapshot(at, sense) for at in steps for sense in Sense)]
    return [
        (
            [*board.statements(limit=99)],
            [*board.statements(limit=99, query="ferizaj OR stay")],
            [*board.figures()],
            [*board.editions("KFOR")],
            [*board.held()],
            [*board.events()],
            [*board.health()],
            [*board.state_changes()],
            [*board.history(nation="USA")],
            [*board.changes(later(0.5))],
            [[*board.item(record.item_ref or "")] for record in board.statements(limit=99)],
            [[*board.notes(record.ref)] for record in board.statements(limit=99)],
            [*board.decisions("tier:3")],
            board.cut_off(),
        )
        for board in boards
    ]


def test_exported_wiped_and_imported_it_is_the_same_board(tmp_path: Path) -> None:
    file = tmp_path / "all.jsonl"
    with Store.open(tmp_path / "one.sqlite") as one, Store.open(tmp_path / "two.sqlite") as two:
        fill(one)
        count = one.export(file)
        new = two.import_(file)
        assert seen(two) == seen(one)
        assert two.body(hashlib.sha256(b"2").hexdigest()) == b"2"
        assert sum(new.values()) <= count
        assert two.looked("tui") == later(6)


def test_every_table_is_exported_or_left_out_on_purpose(store: Store) -> None:
    there = {name for (name,) in store.database.rows("SELECT name FROM sqlite_master WHERE type = 'table'")}
    of_the_index = {name for name in there if name.partition("_")[0] in ("words", "sqlite")}
    assert there - of_the_index == {*KINDS.values(), *LEFT_OUT}


def accept(store: Store, value: str = "accepted") -> None:
    store.decide(Decision(ref="held:feed", kind="accept", value=value, who="me", at=later(7)))


def test_what_waits_is_accepted_after_an_import_as_it_would_have_been_before(tmp_path: Path) -> None:
    with Store.open(tmp_path / "one.sqlite") as one, Store.open(tmp_path / "two.sqlite") as two:
        fill(one)
        one.export(tmp_path / "all.jsonl")
        assert two.import_(tmp_path / "all.jsonl")["pending"] == 1
        for store in (one, two):
            accept(store)
            assert [r.statement.text for r in store.snapshot().statements(limit=1)] == ["So many at once"]
        assert seen(two) == seen(one)


@pytest.mark.parametrize("value", ["accepted", "refused"])
def test_what_was_decided_on_here_does_not_wait_again_for_an_older_export(tmp_path: Path, value: str) -> None:
    with Store.open(tmp_path / "one.sqlite") as one:
        fill(one)
        one.export(tmp_path / "all.jsonl")
        accept(one, value)
        assert one.import_(tmp_path / "all.jsonl")["pending"] == 0
        assert "feed" not in [reading.source for reading in one.snapshot().held()]


def test_a_reading_that_waits_elsewhere_waits_here_unless_the_source_has_gone_on(tmp_path: Path) -> None:
    with Store.open(tmp_path / "one.sqlite") as one, Store.open(tmp_path / "two.sqlite") as two:
        fill(one)
        one.export(tmp_path / "all.jsonl")
        two.apply(updated(items(item("Few", statement("Later and few"))), later(6), name="feed"), source("feed"))
        two.import_(tmp_path / "all.jsonl")
        assert [reading.source for reading in two.snapshot().held()] == ["table"]


def test_importing_twice_adds_nothing(tmp_path: Path) -> None:
    file = tmp_path / "all.jsonl"
    with Store.open(tmp_path / "one.sqlite") as one:
        fill(one)
        before = seen(one)
        one.export(file)
        assert sum(one.import_(file).values()) == 0
        assert seen(one) == before


def test_two_boards_merge_and_refs_follow_their_records(tmp_path: Path) -> None:
    file = tmp_path / "all.jsonl"
    with Store.open(tmp_path / "one.sqlite") as one, Store.open(tmp_path / "two.sqlite") as two:
        one.apply(
            updated(items(item("Both", statement("Said to both")), item("One", statement("Only here")))), source()
        )
        two.apply(
            updated(items(item("Two", statement("Only there")), item("Both", statement("Said to both")))), source()
        )
        noted = next(r.ref for r in two.snapshot().statements(limit=9) if r.statement.text == "Only there")
        two.note(Note(ref=noted, text="Mine", who="me", at=later(1)))
        two.export(file)
        one.import_(file)
        records = {record.statement.text: record for record in one.snapshot().statements(limit=9)}
        assert set(records) == {"Said to both", "Only here", "Only there"}
        assert {text: record.notes for text, record in records.items()}["Only there"] == 1
        assert one.snapshot().notes(records["Only there"].ref)[0].text == "Mine"
        assert [r.statement.text for r in one.snapshot().statements(limit=9, query='"only there"')] == ["Only there"]
        assert not one.apply(updated(items(item("Two", statement("Only there"))), later(2)), source()).changed


def test_a_note_on_one_nation_of_a_table_follows_the_table(tmp_path: Path) -> None:
    with Store.open(tmp_path / "one.sqlite") as one, Store.open(tmp_path / "two.sqlite") as two:
        one.apply(updated(editions(edition("2026-02", ("USA", 1))), body=b"1"), source("other"))
        (noted,) = two.apply(updated(editions(edition("2026-02", ("ITA", 2))), body=b"2"), source("table")).editions
        two.note(Note(ref=f"{noted}#ITA", text="Mine", who="me", at=later(1)))
        two.export(tmp_path / "all.jsonl")
        one.import_(tmp_path / "all.jsonl")
        (here,) = [each.ref for each in one.snapshot().editions("KFOR") if each.value.rows[0].nation == "ITA"]
        assert here != noted
        assert [(note.ref, note.text) for note in one.snapshot().noted()] == [(f"{here}#ITA", "Mine")]


def test_a_later_reading_from_elsewhere_takes_over_and_the_older_is_history(tmp_path: Path) -> None:
    file = tmp_path / "all.jsonl"
    with Store.open(tmp_path / "one.sqlite") as one, Store.open(tmp_path / "two.sqlite") as two:
        for store in (one, two):
            store.apply(updated(items(item("A", statement("We stay"))), extracted_by="f 1"), source())
        two.apply(updated(items(item("A", statement("We stay", note="!"))), later(1), extracted_by="f 2"), source())
        two.export(file)
        one.import_(file)
        (record,) = one.snapshot().statements(limit=9)
        assert record.statement.note == "!"
        (before,) = one.snapshot(later(0.5), Sense.KNOWN).statements(limit=9)
        assert (before.ref, before.statement.note) == (record.ref, "")


def test_the_file_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    with Store.open(tmp_path / "one.sqlite") as one:
        with pytest.raises(StoreError, match="cannot be written"):
            one.export(tmp_path / "nowhere" / "all.jsonl")
        one.export(tmp_path / "all.jsonl")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["all.jsonl", "one.sqlite"]


HEAD = '{"type": "board-export", "schema": 1}'
NOTE = {"type": "note", "id": 1, "ref": "item:1", "text": "x", "who": "me", "at": 1}


@pytest.mark.parametrize(
    ("lines", "complaint"),
    [
        ([], "is empty"),
        (['{"type": "other"}'], "line 1: the first line"),
        (['{"type": "board-export", "schema": 99}'], "line 1: it was made by a newer version"),
        ([HEAD, "not json"], "line 2: Expecting value"),
        ([HEAD, "[]"], "line 2: this is not an object"),
        ([HEAD, '{"type": "rocket"}'], "line 2: there is no type 'rocket'"),
        ([HEAD, '{"type": "moment", "at": NaN}'], "line 2: NaN is not a number"),
        ([HEAD, json.dumps(NOTE | {"at": "noon"})], "line 2: at cannot be 'noon'"),
        ([HEAD, json.dumps(NOTE | {"at": 10**30})], "line 2: at is neither text nor a whole number"),
        ([HEAD, json.dumps(NOTE | {"at": 10**18})], "line 2: at is out of all bounds"),
        ([HEAD, json.dumps(NOTE | {"who": None})], "line 2: who is missing"),
        ([HEAD, "[" * 200_000], "line 2: "),
        ([HEAD, '{"type": "item_key", "key": "00", "item": 5}'], "line 2: it points to item 5"),
    ],
)
def test_what_is_no_export_is_refused_with_its_line_and_leaves_nothing(
    store: Store, tmp_path: Path, lines: list[str], complaint: str
) -> None:
    file = tmp_path / "bad.jsonl"
    good = json.dumps(NOTE)
    file.write_text("\n".join([*lines[:1], *([good] if len(lines) > 1 else []), *lines[1:]]))
    with pytest.raises(StoreError) as caught:
        store.import_(file)
    assert caught.value.word == "not-an-export"
    assert complaint.replace("line 2", "line 3") in str(caught.value)
    assert not store.snapshot().notes("item:1")


@pytest.mark.parametrize("data", ["eJwDAAAAAAE=", "AAAA", "eJwrAwAAeAB4"])
def test_a_raw_body_that_is_not_what_its_hash_says_is_left_out_and_counted(
    store: Store, tmp_path: Path, data: str
) -> None:
    body = {"type": "body", "hash": "00", "size": 1, "kept": 1, "data": data}
    (tmp_path / "all.jsonl").write_text("\n".join([HEAD, json.dumps(body), json.dumps(NOTE)]))
    assert store.import_(tmp_path / "all.jsonl") == {"damaged body": 1, "note": 1}
    assert store.body("00") is None


def test_terminal_codes_and_links_that_are_none_do_not_come_in(store: Store, tmp_path: Path) -> None:
    with Store.open(tmp_path / "one.sqlite") as one:
        one.apply(updated(items(item("One", statement("Words", url="https://a.example/")))), source())
        one.export(tmp_path / "all.jsonl")
    text = (tmp_path / "all.jsonl").read_text()
    text = text.replace("Words", "Wo\\u001b]0;x\\u0007rds\\u202e").replace("https://a.example/", "javascript:alert(1)")
    (tmp_path / "all.jsonl").write_text(text)
    store.import_(tmp_path / "all.jsonl")
    (record,) = store.snapshot().statements(limit=9)
    assert (record.statement.text, record.statement.url) == ("Wo]0;xrds", "")


def test_a_device_is_not_replaced_by_an_export(store: Store, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(StoreError, match="not a regular file"):
        store.export(pipe)
    assert pipe.is_fifo()


def test_a_line_without_end_is_not_read_to_its_end(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("board.store.import_._LONGEST_LINE", 100_000)
    with (tmp_path / "endless.jsonl").open("w") as file:
        file.write(f"{HEAD}\n")
        file.truncate(200_000_000)
    tracemalloc.start()
    with pytest.raises(StoreError, match="line 2: the line is too long"):
        store.import_(tmp_path / "endless.jsonl")
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 5_000_000
