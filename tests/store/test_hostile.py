"""Records made to break a store: they are cleaned or left out, and the next start works."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from board.model import Edition, Figure, Row
from board.outcome import Reading
from board.snapshot import Decision, Note
from board.store import Store
from board.store.codec import UnreadableError, UnstorableError, dump, load
from board.text.query import words_of
from tests.store.made import day, edition, editions, item, items, later, source, statement, updated

NASTY = [
    "lone \ud800 surrogate",
    "nul \x00 in it",
    "[@click=app.quit]x[/] [/]",
    "\x1b]0;title\x07",
    "\u202eevil\u202c",
    "'; DROP TABLE statements; --",
    "a" + "\u0301" * 5000,
    "x" * 300_000,
    '"quoted" AND (NOT',
]


@pytest.mark.parametrize("text", NASTY)
def test_nasty_words_are_kept_and_the_board_opens_again(tmp_path: Path, text: str) -> None:
    told = item(text, statement(text, speaker=text, organisation=text, note=text), guid=text, summary=text, text=text)
    table = edition("2026", (text, 5), said_by=text, note=text)
    figure = Figure(subject=text, number=5, quote=text, nation=text)
    with Store.open(tmp_path / "board.sqlite") as store:
        reading = replace(items(told), editions=(table,), figures=(figure,))
        applied = store.apply(updated(reading), source())
        store.note(Note(ref=applied.statements[0], text=text, who=text, at=later(0)))
        store.decide(Decision(ref="tier:1", kind="posture", value=text, who=text, at=later(0)))
    with Store.open(tmp_path / "board.sqlite") as store:
        board = store.snapshot()
        assert len(board.statements(limit=9)) == len(board.figures()) == len(board.editions("KFOR")) == 1
        assert board.statements(limit=9)[0].notes == 1
        assert board.health()[0].count == 1
        assert store.database.value("PRAGMA integrity_check") == "ok"
        assert not store.apply(updated(reading, later(1)), source()).changed
        assert board.statements(limit=9, query=words_of(text)[0][:50] + "*")


@pytest.mark.parametrize("number", [1 << 63, -(1 << 63) - 1, 10**400])
def test_a_number_without_bounds_is_left_out_and_said_so_and_the_rest_is_kept(store: Store, number: int) -> None:
    figures = (Figure(subject="KFOR", number=number), Figure(subject="KFOR", number=4767))
    tables = (Edition(force="KFOR", as_of=day("2026"), rows=(Row(name="Italy", troops=number),)),)
    applied = store.apply(updated(Reading(figures=figures, editions=tables)), source())
    assert applied.left_out == 2
    assert [found.value.number for found in store.snapshot().figures()] == [4767]
    assert store.snapshot().health()[0].warnings == ("2 records could not be kept",)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), {"a": float("nan")}, object(), b"bytes"])
def test_what_json_cannot_hold_is_refused(value: Any) -> None:
    with pytest.raises(UnstorableError):
        dump(value)


@pytest.mark.parametrize(
    "text", ["", "[]", "null x", '{"subject": 1', '{"number": 1, "as_of": "soon"}', '{"kind": "none"}', "[" * 9999]
)
def test_a_stored_record_that_cannot_be_understood_is_an_error_of_its_own(text: str) -> None:
    with pytest.raises(UnreadableError):
        load(Figure, text)


def spoil(store: Store, table: str, value: str) -> None:
    """Put something else in the place of the first record of a table."""
    column, key = {"sources": ("health", "name"), "edition_rows": ("value", "edition")}.get(table, ("value", "id"))
    with store.database.write():
        store.database.run(f"UPDATE {table} SET {column} = ? WHERE {key} = (SELECT min({key}) FROM {table})", (value,))


@pytest.mark.parametrize("table", ["statements", "figures", "editions", "edition_rows", "item_versions", "sources"])
@pytest.mark.parametrize("value", ["{", '{"published": "x"}', "[1]", '"text"', "7"])
def test_one_spoiled_record_does_not_take_the_board_with_it(store: Store, table: str, value: str) -> None:
    told = items(item("A", statement("a"), guid="a"), item("B", statement("b"), guid="b"))
    tables = editions(edition("2026-01", ("ITA", 1)), edition("2026-02", ("ITA", 2)))
    figures = (Figure(subject="KFOR", number=1), Figure(subject="KFOR", number=2))
    store.apply(updated(replace(told, editions=tables.editions, figures=figures)), source())
    spoil(store, table, value)
    board = store.snapshot()
    lengths = (len(board.statements(limit=9)), len(board.figures()), len(board.editions("KFOR")))
    assert sum(lengths) >= 5
    assert len(board.health()) == 1
    assert list(board.changes(later(-1)))
    assert board.history(subject="KFOR")
    [board.item(record.item_ref or "") for record in board.statements(limit=9)]
    store.apply(updated(told, later(1), body=b"2", extracted_by="feed 2"), source())
