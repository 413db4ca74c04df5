"""Writers killed at any moment: nothing acknowledged is missing, nothing is torn, the next start works."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from board.store import Store

WRITER = """
import sys
from pathlib import Path
from board.store import Store
from tests.store.made import item, items, later, source, statement, updated
name, store = sys.argv[2], Store.open(Path(sys.argv[1]))
for number in range(1_000_000):
    said = [item(f"{name} {number} {k}", statement(f"{name} {number} {k} says so")) for k in range(5)]
    applied = store.apply(updated(items(*said), later(number), body=f"{name}{number}".encode()), source(name))
    print(" ".join(applied.statements), flush=True)
"""


def killed(path: Path, name: str, chance: random.Random) -> list[str]:
    """Run a writer, kill it at some moment; the refs whose keeping it told of."""
    with subprocess.Popen([sys.executable, "-c", WRITER, str(path), name], stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        told = [writer.stdout.readline()]
        time.sleep(chance.random() * 0.15)
        writer.kill()
        told += writer.stdout.readlines()
    return [ref for line in told if line.endswith("\n") for ref in line.split()]


def rounds(path: Path, count: int) -> None:
    chance = random.Random(count)
    told: list[str] = []
    for number in range(count):
        told += killed(path, f"writer-{number}", chance)
        with Store.open(path) as store:
            assert store.database.value("PRAGMA integrity_check") == "ok"
            kept = {f"statement:{row[0]}" for row in store.database.rows("SELECT root FROM statements")}
            assert kept.issuperset(told)
            assert len(kept) % 5 == 0
            assert store.database.value("SELECT count(*) FROM words WHERE words MATCH 'says'") == len(kept)
    assert told


def test_ten_writers_killed_one_after_another_lose_nothing(tmp_path: Path) -> None:
    rounds(tmp_path / "board.sqlite", 10)


@pytest.mark.long
def test_two_hundred_writers_killed_one_after_another_lose_nothing(tmp_path: Path) -> None:
    rounds(tmp_path / "board.sqlite", 200)


def test_two_writers_at_once_wait_for_each_other(tmp_path: Path) -> None:
    path = tmp_path / "board.sqlite"
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(path), name], stdout=subprocess.PIPE, text=True)
        for name in ("one", "two")
    ]
    for writer in writers:
        assert writer.stdout is not None
        for _ in range(10):
            assert writer.stdout.readline().count("statement:") == 5
    for writer in writers:
        writer.kill()
        writer.communicate()
    with Store.open(path) as store:
        assert store.database.value("SELECT count(DISTINCT source) FROM statements") == 2


MAKER = """
import sys
from pathlib import Path
from board.store import Store
print("now", flush=True)
Store.open(Path(sys.argv[1]))
"""


def test_a_store_whose_making_was_killed_opens_all_the_same(tmp_path: Path) -> None:
    chance = random.Random(3)
    for number in range(8):
        path = tmp_path / f"{number}.sqlite"
        with subprocess.Popen([sys.executable, "-c", MAKER, str(path)], stdout=subprocess.PIPE, text=True) as maker:
            assert maker.stdout is not None
            assert maker.stdout.readline() == "now\n"
            time.sleep(chance.random() * 0.06)
            maker.kill()
        with Store.open(path) as store:
            assert store.database.value("PRAGMA integrity_check") == "ok"
            assert not store.snapshot().statements(limit=1)
