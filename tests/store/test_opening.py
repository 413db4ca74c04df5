"""Opening: what is ours, what is not, what is older, and what a disk can do to a store."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from board.errors import StoreError
from board.store import Store, reindex
from board.store.schema import APPLICATION_ID, MIGRATIONS, VERSION
from tests.store.made import edition, editions, item, items, later, source, statement, updated


def first_schema(path: Path) -> None:
    """A store as the first version left it, with one note in it."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(f"BEGIN; {MIGRATIONS[0]} COMMIT;")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA user_version = 1")
        connection.execute("INSERT INTO notes VALUES (1, 'tier:3', 'kept', 'me', 1)")
        connection.commit()


def version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def error_of(path: Path) -> StoreError:
    with pytest.raises(StoreError) as caught:
        Store.open(path)
    return caught.value


def test_a_store_of_the_first_schema_is_brought_forward_and_backed_up(tmp_path: Path) -> None:
    path = tmp_path / "board.sqlite"
    first_schema(path)
    with Store.open(path) as store:
        assert store.snapshot().notes("tier:3")[0].text == "kept"
        store.apply(updated(items(item("A", statement("a")))), source())
        assert len(store.snapshot().statements(limit=9)) == 1
    assert version(path) == VERSION
    backup = tmp_path / "board.sqlite.schema-1.backup"
    assert version(backup) == 1
    Store.open(path).close()
    assert {found.name for found in tmp_path.iterdir()} == {"board.sqlite", backup.name}


def test_bringing_it_forward_is_told_of_and_a_store_of_today_says_nothing(tmp_path: Path) -> None:
    path = tmp_path / "board.sqlite"
    told: list[str] = []
    Store.open(path, tell=told.append).close()
    assert told == []
    path.unlink()
    first_schema(path)
    Store.open(path, tell=told.append).close()
    assert (str(path) in told[0], f"from version 1 to {VERSION}" in told[0]) == (True, True)
    assert str(tmp_path / "board.sqlite.schema-1.backup") in told[1]
    assert told[2:] == ["the store is ready"]
    Store.open(path, tell=told.append).close()
    assert len(told) == 3


def test_two_who_open_an_older_store_at_once_bring_it_forward_once(tmp_path: Path) -> None:
    path = tmp_path / "board.sqlite"
    first_schema(path)
    told: list[str] = []

    def open_it() -> None:
        Store.open(path, tell=told.append).close()

    openers = [threading.Thread(target=open_it) for _ in range(6)]
    for opener in openers:
        opener.start()
    for opener in openers:
        opener.join()
    assert told.count("the store is ready") == 1
    assert version(path) == VERSION
    assert {found.name for found in tmp_path.iterdir()} == {"board.sqlite", "board.sqlite.schema-1.backup"}


def test_in_a_large_store_one_hears_how_far_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reindex, "_BATCH", 2)
    monkeypatch.setattr(reindex, "_TOLD_EVERY", 4)
    told: list[str] = []
    with Store.open(tmp_path / "board.sqlite") as store:
        said = (statement(f"Words number {number}") for number in range(9))
        store.apply(updated(items(item("A", *said))), source())
        with store.database.write():
            reindex.index_all(store.database, told.append)
    assert told == [f"the words of {done} of 9 statements are indexed" for done in (4, 8)]


def test_what_was_said_in_an_older_store_is_still_found(tmp_path: Path) -> None:
    path = tmp_path / "board.sqlite"
    first_schema(path)
    with Store.open(tmp_path / "new.sqlite") as store:
        store.apply(updated(items(item("A", statement("The ministry denies withdrawal")))), source())
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("ATTACH ? AS new", (str(tmp_path / "new.sqlite"),))
        for table in ("sources", "receipts", "items", "item_versions", "statements"):
            names = ", ".join(row[1] for row in connection.execute(f"PRAGMA main.table_info({table})"))
            connection.execute(f"INSERT INTO {table} ({names}) SELECT {names} FROM new.{table}")
        connection.commit()
    with Store.open(path) as store:
        for query in ("withdra*", "withd*", "denies org:nato"):
            assert len(store.snapshot().statements(limit=9, query=query)) == 1


def test_a_migrated_store_has_the_tables_of_a_new_one(tmp_path: Path) -> None:
    first_schema(tmp_path / "old.sqlite")
    shapes = []
    for name in ("old.sqlite", "new.sqlite"):
        Store.open(tmp_path / name).close()
        with closing(sqlite3.connect(tmp_path / name)) as connection:
            shapes.append(sorted(connection.execute("SELECT name, sql FROM sqlite_master").fetchall()))
    assert shapes[0] == shapes[1]


def test_a_newer_store_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "board.sqlite"
    Store.open(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    before = path.read_bytes()
    error = error_of(path)
    assert (error.word, str(VERSION + 1) in str(error)) == ("newer", True)
    assert path.read_bytes() == before
    assert [found.name for found in tmp_path.iterdir()] == ["board.sqlite"]


def test_another_programs_database_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "places.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmarks (id)")
    before = path.read_bytes()
    assert error_of(path).word == "not-a-store"
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"Dear diary, " * 1000, b"\x00" * 8192, os.urandom(8192)])
def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "diary.txt"
    path.write_bytes(content)
    assert error_of(path).word == "not-a-store"
    assert path.read_bytes() == content


def test_an_empty_file_becomes_a_store(tmp_path: Path) -> None:
    (tmp_path / "board.sqlite").touch()
    Store.open(tmp_path / "board.sqlite").close()
    assert version(tmp_path / "board.sqlite") == VERSION


def test_the_folder_is_made_and_one_that_cannot_be_is_a_sentence_that_tells_what_helps(tmp_path: Path) -> None:
    Store.open(tmp_path / "a" / "b" / "board.sqlite").close()
    (tmp_path / "file").touch()
    error = error_of(tmp_path / "file" / "board.sqlite")
    assert error.word == "cannot-open"
    assert str(error).endswith("; --store FILE or $BOARD_STORE keeps the board elsewhere.")
    assert error_of(tmp_path).word == "cannot-open"


def test_a_clean_close_leaves_one_file(tmp_path: Path) -> None:
    with Store.open(tmp_path / "board.sqlite") as store:
        store.apply(updated(items(item("A", statement("a")))), source())
    assert [path.name for path in tmp_path.iterdir()] == ["board.sqlite"]


def test_reading_only_reads(tmp_path: Path) -> None:
    path = tmp_path / "board.sqlite"
    with Store.open(path) as store:
        store.apply(updated(items(item("A", statement("a")))), source())
    before = path.read_bytes()
    with Store.open_readonly(path) as store:
        assert len(store.snapshot().statements(limit=9)) == 1
        with pytest.raises(StoreError) as caught:
            store.mark_read(["statement:1"], later(0))
    assert caught.value.word == "readonly"
    assert path.read_bytes() == before
    with pytest.raises(StoreError):
        Store.open_readonly(tmp_path / "nowhere.sqlite")


def test_a_reader_sees_what_a_writer_beside_it_commits(tmp_path: Path) -> None:
    path = tmp_path / "board.sqlite"
    with Store.open(path) as writer, Store.open_readonly(path) as reader:
        before = reader.data_version()
        writer.apply(updated(editions(edition("2026", ("ITA", 1)))), source())
        assert reader.data_version() != before
        assert len(reader.snapshot().editions("KFOR")) == 1


def test_an_older_store_is_not_read_without_being_brought_forward(tmp_path: Path) -> None:
    first_schema(tmp_path / "board.sqlite")
    with pytest.raises(StoreError, match="older version"):
        Store.open_readonly(tmp_path / "board.sqlite")


FULL = """
import sys
from pathlib import Path
from board.errors import StoreError
from board.store import Store
from tests.store.made import item, items, later, source, statement, updated
store = Store.open(Path(sys.argv[1]))
store.database.connection.execute("PRAGMA max_page_count = 200")
done = 0
try:
    for number in range(100):
        said = items(*(item(f"{number} {k}", statement("word " * 400)) for k in range(20)))
        store.apply(updated(said, later(number), body=b"%d" % number), source())
        done += 1
except StoreError as error:
    print(error.word, done, len(store.snapshot().statements(limit=1000)))
"""


def test_a_full_disk_is_a_sentence_and_loses_nothing_that_was_committed(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", FULL, str(tmp_path / "board.sqlite")], capture_output=True, text=True, check=True
    )
    word, done, kept = run.stdout.split()
    assert (word, int(kept)) == ("full", int(done) * 20)
    with Store.open(tmp_path / "board.sqlite") as store:
        assert len(store.snapshot().statements(limit=1000)) == int(kept)


def test_a_store_that_another_program_keeps_locked_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("board.store.connect.PATIENCE", 0.05)
    with Store.open(tmp_path / "board.sqlite") as store, closing(sqlite3.connect(store.path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError) as caught:
            store.look("tui", later(0))
        assert caught.value.word == "busy"
        other.rollback()
        store.look("tui", later(0))


def test_a_copy_of_the_file_alone_is_a_whole_store(tmp_path: Path) -> None:
    with Store.open(tmp_path / "board.sqlite") as store:
        store.apply(updated(items(item("A", statement("a")))), source())
    shutil.copy(tmp_path / "board.sqlite", tmp_path / "copy.sqlite")
    with Store.open(tmp_path / "copy.sqlite") as copy:
        assert len(copy.snapshot().statements(limit=9)) == 1
