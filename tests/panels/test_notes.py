"""The notes panel: what persons wrote, with what it is about."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from board.shapes import Condition
from board.snapshot import Note
from board.store import Store
from tests.panels.building import feed, view
from tests.panels.description import described
from tests.panels.memory import Memory

GIVEN = """
[[statement]]
id = 5
organisation = "NATO"
stance = "claims"
text = "nothing has changed"
[[note]]
ref = "statement:5"
text = "ask them again"
who = "m"
at = 2026-11-22T10:00:00Z
[[note]]
ref = "source:bta"
text = "slow"
who = "n"
at = 2026-11-21T10:00:00Z
"""


def test_a_note_tells_who_wrote_it_and_on_what() -> None:
    entries = feed(view("notes", described(GIVEN))).entries
    assert [(entry.who, entry.how, entry.text) for entry in entries] == [
        ("m", "on NATO: nothing has changed", "ask them again"),
        ("n", "on source:bta", "slow"),
    ]


def test_no_notes_is_said_so() -> None:
    built = view("notes", Memory())
    assert (built.condition, built.empty) == (Condition.EMPTY, "nobody has written a note")


def test_a_store_gives_notes_newest_first_and_only_those_of_the_time(tmp_path: Path) -> None:
    with Store.open(tmp_path / "board.sqlite") as store:
        for hour in (9, 11, 10):
            store.note(Note(ref="source:a", text=str(hour), who="m", at=datetime(2026, 11, 22, hour, tzinfo=UTC)))
        assert [note.text for note in store.snapshot().noted()] == ["11", "10", "9"]
        assert [note.text for note in store.snapshot(datetime(2026, 11, 22, 10, 30, tzinfo=UTC)).noted(1)] == ["10"]
