"""`board show` where nothing can be written: by somebody who may not, and on a disk that is full. As it really is."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from board.store import Store
from tests.store.made import item, items, later, source, statement, updated

BOARD = '[[panel]]\nkind = "statements"\n'
ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(
    os.geteuid() == 0 and shutil.which("setpriv") is None, reason="root writes everywhere, and setpriv is not there"
)
Done = subprocess.CompletedProcess[str]


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder with a store of one statement."""
    fill(tmp_path)
    yield tmp_path
    tmp_path.chmod(0o755)


def fill(folder: Path) -> None:
    (folder / "board.toml").write_text(BOARD)
    with Store.open(folder / "board.sqlite") as store:
        store.apply(updated(items(item("A", statement("It was said before")))), source())


def board(folder: Path, *words: str) -> Done:
    """One command line, without the right of root to write everywhere."""
    places = ["--config", str(folder / "board.toml"), "--store", str(folder / "board.sqlite")]
    bound = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
    return subprocess.run(
        [*bound, sys.executable, "-m", "board", *words, *places],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "HOME": "/nonexistent", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def lock(folder: Path) -> None:
    for file in folder.iterdir():
        file.chmod(0o444)
    folder.chmod(0o555)


def test_a_store_in_a_read_only_folder_is_shown_and_left_as_it_is(folder: Path) -> None:
    before = (folder / "board.sqlite").read_bytes()
    lock(folder)
    for words in (("show",), ("search", "said"), ("since", "2026-01-01")):
        done = board(folder, *words)
        assert (done.returncode, "It was said before" in done.stdout) == (0, True), done.stderr
    assert (folder / "board.sqlite").read_bytes() == before
    assert sorted(file.name for file in folder.iterdir()) == ["board.sqlite", "board.toml"]


def test_what_would_write_there_says_that_it_cannot(folder: Path) -> None:
    lock(folder)
    for words in (("since", "--look"), ("collect", "--once")):
        done = board(folder, *words)
        assert (done.returncode, "Traceback" in done.stderr) == (1, False), done.stderr
        assert done.stderr.splitlines()[-1].startswith("board: ")
    assert "read-only" in board(folder, "since", "--look").stderr


def test_commits_that_lie_in_the_log_alone_are_never_passed_over_in_silence(folder: Path) -> None:
    """A log with content can be read only with its index beside it; without one the store is not shown as older."""
    with Store.open(folder / "board.sqlite") as store:
        store.apply(updated(items(item("B", statement("It was said after"))), later(1), body=b"2"), source())
        for name in ("board.sqlite", "board.sqlite-wal"):
            shutil.copy(folder / name, folder / f"kept-{name}")
    for name in ("board.sqlite", "board.sqlite-wal"):
        (folder / f"kept-{name}").rename(folder / name)
    assert (folder / "board.sqlite-wal").stat().st_size > 0
    lock(folder)
    done = board(folder, "show")
    assert ("It was said after" in done.stdout) or (done.returncode == 1 and done.stderr.startswith("board: "))
    assert ("It was said before" in done.stdout) == ("It was said after" in done.stdout)


@pytest.fixture
def full(folder: Path) -> Iterator[Path]:
    """A disk of its own with a store on it, and no room left."""
    disk = folder / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=4m,mode=777", "tmpfs", str(disk)]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no disk can be mounted here")
    try:
        fill(disk)
        for file in disk.iterdir():
            file.chmod(0o666)
        with (disk / "rest").open("wb", buffering=0) as rest, pytest.raises(OSError, match="No space"):  # noqa: PT012
            while True:
                rest.write(bytes(4096))
        yield disk
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_on_a_full_disk_the_board_is_shown_and_a_write_says_so(full: Path) -> None:
    done = board(full, "show")
    assert (done.returncode, "It was said before" in done.stdout) == (0, True), done.stderr
    done = board(full, "since", "--look")
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("board: ")
    assert "Traceback" not in done.stderr
