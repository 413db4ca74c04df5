"""The whole face over a real store, on a real terminal: another process writes, an editor edits, a time is given."""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from board.config import load
from board.model import Edition, Identity, Row, Stance, Statement, When
from board.outcome import Reading, Receipt, Updated
from board.snapshot import Note
from board.store import Store
from tests.terminal.pty_run import OnTerminal

NOW = datetime.now(UTC).replace(microsecond=0)
BOARD = """
[board]
title = "A board of the tests"

[[panel]]
kind = "troops"
title = "Contributions"

[[panel]]
kind = "statements"
title = "Statements"

[force.KFOR]

[source.table]
kind = "csv"
path = "table.csv"
gives = "troops"
force = "KFOR"
every = "12h"

[source.news]
kind = "feed"
url = "https://example.org/feed"
gives = "statements"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "board.toml").write_text(BOARD)
    (tmp_path / "table.csv").write_text("nation,troops\nITA,907\n")
    fill(tmp_path, "NATO will stay")
    return tmp_path


def fill(folder: Path, text: str) -> None:
    """Write an edition and a statement into the store, as the collector does."""
    config = load(folder / "board.toml", "board.toml")
    with Store.open(folder / "board.sqlite") as store:
        store.register(config.sources, NOW)
        for source in config.sources:
            store.apply(outcome(source.name, text), source)


def outcome(source: str, text: str) -> Updated:
    receipt = Receipt(
        retrieved=datetime.now(UTC),
        url="https://example.org/",
        final_url="https://example.org/",
        status=200,
        body_hash="0" * 64,
        extracted_by="test",
    )
    rows = (Row(name="Italy", nation="ITA", troops=907, raw="907"),)
    edition = Edition(force="KFOR", as_of=When.day(2026, 2, 19), rows=rows)
    said = Statement(
        speaker="a spokesman",
        organisation="NATO",
        identity=Identity.ROLE,
        stance=Stance.CLAIMS,
        text=text,
        published=When(NOW),
    )
    reading = Reading(editions=(edition,)) if source == "table" else Reading(statements=(said,))
    return Updated(source=source, receipt=receipt, reading=reading, next_due=NOW + timedelta(hours=1))


def on(folder: Path, *more: str, **environ: str) -> OnTerminal:
    command = (sys.executable, "-m", "board", "--offline", *more)
    where = ("--config", str(folder / "board.toml"), "--store", str(folder / "board.sqlite"))
    home = {"XDG_STATE_HOME": str(folder / "state"), "XDG_CONFIG_HOME": str(folder / "config")}
    return OnTerminal((*command, *where), size=(120, 40), environ={**home, **environ})


def test_what_another_process_writes_is_shown_while_the_cursor_stays(folder: Path) -> None:
    with on(folder) as terminal:
        terminal.until("NATO will stay")
        terminal.send(b"2")
        terminal.quiet()
        fill(folder, "NATO will leave")
        terminal.until("NATO will leave")
        terminal.send(b"q")
        assert terminal.ended() == 0
        assert terminal.left_on() == []


def test_notes_and_looks_are_in_the_store_when_it_is_left(folder: Path) -> None:
    with on(folder) as terminal:
        terminal.until("NATO will stay")
        terminal.send(b"e")
        terminal.until("A note on")
        terminal.send(b"asked again\r")
        terminal.until("noted")
        terminal.send(b"q")
        assert terminal.ended() == 0
    with Store.open(folder / "board.sqlite") as store:
        ref = f"{store.snapshot().editions('KFOR')[0].ref}#ITA"
        notes = store.snapshot().notes(ref)
        assert [note.text for note in notes] == ["asked again"]
        assert isinstance(notes[0], Note)
        assert store.looked("tui") is not None


def test_the_editor_gets_the_terminal_and_what_it_saves_applies(folder: Path) -> None:
    editor = folder / "editor.py"
    editor.write_text(
        "import sys, pathlib\n"
        "print('the editor has the terminal', flush=True)\n"
        "sys.stdin.readline()\n"
        "file = pathlib.Path(sys.argv[1])\n"
        "file.write_text(file.read_text().replace('A board of the tests', 'Edited title'))\n"
    )
    with on(folder, EDITOR=f"{sys.executable} {editor}", VISUAL="") as terminal:
        terminal.until("NATO will stay")
        terminal.send(b"E")
        terminal.until("the editor has the terminal")
        assert terminal.left_on() == []
        terminal.send(b"\n")
        terminal.until("Edited title", "Italy")
        terminal.send(b"q")
        assert terminal.ended() == 0
        assert terminal.left_on() == []


@pytest.mark.parametrize(
    ("editor", "said"),
    [("nosuchvi", "nosuchvi did not start"), ("vi 'x", "the editor cannot be read"), ("/", "did not start")],
)
def test_an_editor_that_does_not_start_leaves_the_board_as_it_was(folder: Path, editor: str, said: str) -> None:
    with on(folder, EDITOR=editor, VISUAL="") as terminal:
        terminal.until("NATO will stay")
        terminal.quiet()
        terminal.send(b"E")
        terminal.until(said)
        terminal.send(b"?")
        terminal.until("How to read this board")
        terminal.send(b"\x1b")
        terminal.until_gone("How to read this board")
        terminal.send(b"q")
        assert terminal.ended() == 0
        assert terminal.left_on() == []


def test_a_time_on_the_command_line_opens_the_board_as_it_stood(folder: Path) -> None:
    with on(folder, "--at", "2020-01-01") as terminal:
        terminal.until("AS IT STOOD 1 Jan 2020")
        assert "NATO will stay" not in terminal.text()
        terminal.send(b".")
        terminal.until("NATO will stay")
        terminal.send(b"q")
        assert terminal.ended() == 0


def test_no_colour_is_sent_where_none_is_wanted(folder: Path) -> None:
    with on(folder, NO_COLOR="1") as terminal:
        terminal.until("NATO will stay")
        assert b"\x1b[38;" not in terminal.raw
        assert b"\x1b[48;" not in terminal.raw
        terminal.send(b"q")
        assert terminal.ended() == 0


def test_a_crash_is_one_line_and_a_trace_in_a_file_only_the_person_can_read(folder: Path) -> None:
    (folder / "board.sqlite").write_bytes(b"this is no store at all" * 100)
    with on(folder) as terminal:
        assert terminal.ended(20) == 1
        assert terminal.left_on() == []
        assert "Traceback" not in terminal.text()
