"""The notes panel: what persons wrote, with what it is about."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from board.shapes import Condition
from board.snapshot import Note
from board.spec import TierSpec
from board.store import Store
from tests.panels.building import claim, config, feed, source, view
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
        ("m", "on CLAIMS NATO: nothing has changed", "ask them again"),
        ("n", "on source:bta", "slow"),
    ]


TABLE = """
[[edition]]
as_of = "2026-02-19"
rows = { ITA = 907 }
"""


@pytest.mark.parametrize(
    ("ref", "about"),
    [
        ("edition:1#ITA", "on Italy in KFOR, 19 Feb 2026"),
        ("edition:1", "on the table of KFOR, 19 Feb 2026"),
        ("edition:4#ITA", "on edition:4#ITA"),
        ("tier:3", "on EULEX"),
        ("tier:1", "on tier:1"),
        ("source:bta", "on Bta"),
        ("claim:cut", "on It is cut"),
        ("place:pristina", "on place:pristina"),
    ],
)
def test_what_it_is_on_is_told_in_words_as_long_as_that_is_there(ref: str, about: str) -> None:
    note = f'[[note]]\nref = "{ref}"\ntext = "x"\nwho = "m"\nat = 2026-11-22T10:00:00Z\n'
    board = config(
        tiers=(TierSpec(level=3, name="EULEX"),), sources=(source("bta"),), claims=(claim("cut", "cut", "It is cut"),)
    )
    assert [entry.how for entry in feed(view("notes", described(TABLE + note), board)).entries] == [about]


def test_no_notes_is_said_so() -> None:
    built = view("notes", Memory())
    assert (built.condition, built.empty) == (
        Condition.EMPTY,
        "nobody has written a note: the key e writes one on what the cursor is on",
    )


def test_a_store_gives_notes_newest_first_and_only_those_of_the_time(tmp_path: Path) -> None:
    with Store.open(tmp_path / "board.sqlite") as store:
        for hour in (9, 11, 10):
            store.note(Note(ref="source:a", text=str(hour), who="m", at=datetime(2026, 11, 22, hour, tzinfo=UTC)))
        assert [note.text for note in store.snapshot().noted()] == ["11", "10", "9"]
        assert [note.text for note in store.snapshot(datetime(2026, 11, 22, 10, 30, tzinfo=UTC)).noted(1)] == ["10"]
