"""The face on a store that is of an older version, or that cannot be written."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

from board.store import Store
from board.store.schema import VERSION
from tests.store.made import item, items, source, statement, updated
from tests.store.test_opening import first_schema
from tests.terminal.pty_run import OnTerminal

BOARD = """
[[panel]]
kind = "statements"

[source.table]
kind = "csv"
path = "table.csv"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "board.toml").write_text(BOARD)
    (tmp_path / "table.csv").write_text("nation,troops\nITA,907\n")
    return tmp_path


def on(folder: Path, *bound: str) -> OnTerminal:
    """The face with a collector of its own; its state lies elsewhere than the store."""
    places = ("--config", str(folder / "board.toml"), "--store", str(folder / "board.sqlite"))
    home = {f"XDG_{name}_HOME": str(folder.parent / f"home-{name}") for name in ("STATE", "CONFIG", "DATA")}
    return OnTerminal((*bound, sys.executable, "-m", "board", *places), size=(110, 30), environ=home)


def test_a_store_of_an_older_version_is_told_of_before_the_first_frame(folder: Path) -> None:
    first_schema(folder / "board.sqlite")
    with on(folder) as terminal:
        terminal.until("cut-off")
        terminal.send(b"q")
        assert terminal.ended() == 0
        before = bytes(terminal.raw).partition(b"\x1b[?1049h")[0].decode()
    assert f"is brought from version 1 to {VERSION}" in before
    assert "board.sqlite.schema-1.backup" in before
    assert "the store is ready" in before


@pytest.mark.skipif(os.geteuid() == 0 and shutil.which("setpriv") is None, reason="root writes everywhere")
@pytest.mark.parametrize("what", ["the folder", "the file alone"])
def test_a_store_that_cannot_be_written_is_shown_and_the_header_says_so(folder: Path, what: str) -> None:
    with Store.open(folder / "board.sqlite") as store:
        store.apply(updated(items(item("A", statement("It was said before")))), source())
    (folder / "board.sqlite").chmod(0o444)
    if what == "the folder":
        folder.chmod(0o555)
    bound = ("setpriv", "--bounding-set=-dac_override,-dac_read_search") if os.geteuid() == 0 else ()
    try:
        with on(folder, *bound) as terminal:
            terminal.until("It was said before", "read-only")
            terminal.send(b"e")
            terminal.until("A note on")
            terminal.send(b"nothing\r")
            terminal.until("written")
            terminal.send(b"q")
            assert terminal.ended() == 0
            assert terminal.left_on() == []
    finally:
        folder.chmod(0o755)
    with Store.open(folder / "board.sqlite") as store:
        assert (store.snapshot().noted(), store.looked("tui")) == ([], None)
