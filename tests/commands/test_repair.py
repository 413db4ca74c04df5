"""`board repair` on files that are really damaged, through the command line."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from board.cli import main
from board.collector.lock import hold
from board.store import Store
from board.store.schema import APPLICATION_ID, MIGRATIONS
from tests.room import largest_file
from tests.store.made import item, items, source, statement, updated

COUNT = 400
BOARD = '[[panel]]\nkind = "statements"\n'
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "board.sqlite"
    with Store.open(path) as opened:
        said = [item(f"Title {n}", statement(f"Sentence {n} " + "word " * 50)) for n in range(COUNT)]
        opened.apply(updated(items(*said)), source())
    return path


@pytest.fixture
def run(tmp_path: Path, store: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    (tmp_path / "board.toml").write_text(BOARD)

    def command(*words: str) -> tuple[int, str, str]:
        code = main([*words, "--config", str(tmp_path / "board.toml"), "--store", str(store)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return command


def aside(store: Path) -> Path:
    return next(store.parent.glob("board.sqlite.damaged-*"))


def overwrite(path: Path, start: int, content: bytes) -> bytes:
    """Put these bytes over the file's own; what the file is then."""
    with path.open("r+b") as file:
        file.seek(start)
        file.write(content)
    return path.read_bytes()


def page_of(path: Path, text: bytes) -> int:
    """Where the page begins that a text stands on."""
    return path.read_bytes().index(text) // 4096 * 4096


def kept(path: Path) -> int:
    with Store.open(path) as opened:
        assert opened.database.value("PRAGMA integrity_check") == "ok"
        return len(opened.snapshot().statements(limit=1000, query="sentence"))


def test_a_whole_store_is_left_alone(run: Run, store: Path) -> None:
    before = store.read_bytes()
    assert run("repair") == (0, f"{store} is whole; nothing was done\n", "")
    assert store.read_bytes() == before


def test_a_scrambled_page_is_told_of_with_the_command_that_saves_the_rest(run: Run, store: Path) -> None:
    damaged = overwrite(store, page_of(store, b"Sentence 200 "), random.Random(1).randbytes(4096))
    code, _, told = run("search", "sentence", "--limit", "1000")
    assert (code, "is damaged" in told, "`board repair`" in told) == (1, True, True)
    code, said, told = run("repair")
    assert (code, "statements" in told) == (1, True)
    assert f"set aside: {aside(store)}" in said
    assert aside(store).read_bytes() == damaged
    assert COUNT - 30 <= kept(store) < COUNT
    assert run("show")[0] == 0


@pytest.mark.parametrize("length", [16, 100, 4096])
def test_of_a_store_with_a_zeroed_header_everything_is_saved(run: Run, store: Path, length: int) -> None:
    overwrite(store, 0, bytes(length))
    code, _, told = run("show")
    assert (code, "`board repair`" in told) == (1, True)
    assert run("repair")[0] == 0
    assert kept(store) == COUNT
    assert not list(store.parent.glob("*.part*"))


def test_a_scrambled_word_index_is_made_anew(run: Run, store: Path) -> None:
    with closing(sqlite3.connect(store)) as connection:
        connection.execute("UPDATE words_data SET block = randomblob(60) WHERE id > 10")
        connection.commit()
    assert run("repair")[0] == 0
    assert kept(store) == COUNT


def test_where_the_disk_is_full_the_damaged_store_stays_where_it_is(run: Run, store: Path) -> None:
    damaged = overwrite(store, page_of(store, b"Sentence 200 "), random.Random(1).randbytes(4096))
    with largest_file(len(damaged) // 2):
        code, _, told = run("repair")
    assert (code, "set aside" in told) == (1, False)
    assert {file.name for file in store.parent.glob("board.sqlite*")} == {"board.sqlite", "board.sqlite.lock"}
    assert store.read_bytes() == damaged
    assert run("repair")[0] == 1
    assert COUNT - 30 <= kept(store) < COUNT


def test_a_whole_store_of_an_older_version_is_left_alone(run: Run, store: Path) -> None:
    store.unlink()
    with closing(sqlite3.connect(store)) as connection:
        connection.executescript(MIGRATIONS[0])
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA user_version = 1")
    before = store.read_bytes()
    assert run("repair") == (0, f"{store} is whole; nothing was done\n", "")
    assert store.read_bytes() == before


def test_a_store_that_a_collector_works_on_is_not_repaired(run: Run, store: Path) -> None:
    overwrite(store, 0, bytes(100))
    with hold(store):
        code, _, told = run("repair")
    assert (code, "is at work" in told) == (1, True)
    assert not list(store.parent.glob("*.damaged-*"))


def test_another_programs_database_is_not_set_aside(run: Run, store: Path) -> None:
    store.unlink()
    with closing(sqlite3.connect(store)) as connection:
        connection.execute("CREATE TABLE bookmarks (id)")
    before = store.read_bytes()
    code, _, told = run("repair")
    assert (code, "another program's database" in told) == (1, True)
    assert store.read_bytes() == before


def test_where_there_is_no_store_there_is_nothing_to_repair(run: Run, store: Path) -> None:
    store.unlink()
    code, _, told = run("repair")
    assert (code, "does not exist" in told) == (1, True)
