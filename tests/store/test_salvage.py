"""A damaged store: what still reads, what is saved, what is set aside."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Collection, Iterable
from contextlib import closing
from pathlib import Path

import pytest

from board.errors import StoreError
from board.store import Store
from board.store.first_page import pages_of_list
from tests.store.made import edition, editions, item, items, later, source, statement, updated

COUNT = 400


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "board.sqlite"
    with Store.open(path) as store:
        said = [item(f"Title {n}", statement(f"Sentence {n} " + "word " * 50)) for n in range(COUNT)]
        store.apply(updated(items(*said)), source())
        store.apply(updated(editions(edition("2026", ("ITA", 907))), later(1)), source("table"))
    return path


def scramble(path: Path, share: float, seed: int, spared: Collection[int] = ()) -> None:
    """Overwrite that share of the pages with noise, the first one apart, and those `spared`."""
    chance = random.Random(seed)
    pages = range(2, path.stat().st_size // 4096 + 1)
    destroy(path, [page for page in pages if chance.random() < share and page not in spared])


def destroy(path: Path, pages: Iterable[int]) -> None:
    content = bytearray(path.read_bytes())
    for page in pages:
        content[(page - 1) * 4096 : page * 4096] = random.Random(page).randbytes(4096)
    path.write_bytes(content)


def beginnings(path: Path) -> list[int]:
    """The pages on which the tables begin: without its own, nothing of a table is found."""
    with closing(sqlite3.connect(path)) as connection:
        return [row[0] for row in connection.execute("SELECT rootpage FROM sqlite_master")]


def test_a_damaged_store_is_named_as_such_and_not_touched(path: Path) -> None:
    scramble(path, 0.6, 1)
    before = path.read_bytes()
    with pytest.raises(StoreError) as caught, Store.open(path) as store:
        store.snapshot().statements(limit=COUNT)
    assert caught.value.word == "corrupt"
    assert path.read_bytes() == before


@pytest.mark.parametrize("seed", range(4))
def test_what_can_be_read_is_saved_and_the_rest_set_aside(path: Path, seed: int) -> None:
    scramble(path, 0.03, seed, beginnings(path))
    damaged = path.read_bytes()
    salvaged = Store.salvage(path, later(9))
    assert salvaged.set_aside.read_bytes() == damaged
    with Store.open(path) as store:
        assert store.database.value("PRAGMA integrity_check") == "ok"
        assert len(store.snapshot().statements(limit=1000)) > COUNT // 4
        assert store.snapshot().statements(limit=9, query="sentence")
        said = items(item("Title 1", statement("Sentence 1 " + "word " * 50)), item("New", statement("New")))
        store.apply(updated(said, later(10)), source())


def test_all_is_saved_where_the_list_of_tables_is_lost(path: Path, tmp_path: Path) -> None:
    Store.open(tmp_path / "new.sqlite").close()
    pages = pages_of_list(tmp_path / "new.sqlite")
    assert pages
    destroy(path, pages)
    Store.salvage(path, later(9))
    with Store.open(path) as store:
        assert len(store.snapshot().statements(limit=1000)) == COUNT


def test_a_whole_store_is_salvaged_whole(path: Path) -> None:
    with Store.open(path) as store:
        before = list(store.snapshot().statements(limit=1000)), list(store.snapshot().editions("KFOR"))
    salvaged = Store.salvage(path, later(9))
    assert salvaged.torn == ()
    with Store.open(path) as store:
        assert (list(store.snapshot().statements(limit=1000)), list(store.snapshot().editions("KFOR"))) == before


def test_of_a_file_that_is_nothing_nothing_is_saved_but_the_board_opens_again(path: Path) -> None:
    path.write_bytes(b"\xff" * 20_000)
    salvaged = Store.salvage(path, later(9))
    assert salvaged.rows == 0
    assert salvaged.torn
    Store.open(path).close()


def test_there_must_be_something_to_salvage(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="does not exist"):
        Store.salvage(tmp_path / "board.sqlite", later(0))
