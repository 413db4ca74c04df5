"""kill -9 at any moment: the store opens, is whole, and the next start goes on."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from board.snapshot import SourceState
from board.store import Store
from tests.collector.boards import board
from tests.loopback import Route, answer, served
from tests.refresh.made import rss

HOST = "127.0.0.1"
SOURCES, ITEMS = 30, 10


@pytest.mark.parametrize("rounds", [3, pytest.param(200, marks=pytest.mark.long)])
def test_a_collector_killed_again_and_again_loses_nothing_that_was_kept(rounds: int, tmp_path: Path) -> None:
    chance = random.Random(7)
    store, kept = tmp_path / "store", 0
    with served({HOST: {}}) as servers:
        server = servers[HOST]
        config = board(tmp_path, {f"s{n}": server.url(f"/s{n}") for n in range(SOURCES)})
        command = [sys.executable, "-m", "tests.collector.process", str(config.file), str(store), "force"]
        for round_ in range(rounds):
            server.routes = feeds(round_)
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True)
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(chance.random() / 4)
            process.kill()
            process.communicate()
            with Store.open(store) as opened:
                assert opened.database.value("PRAGMA integrity_check") == "ok"
                count = opened.database.value("SELECT count(*) FROM items")
            assert count >= kept
            assert count % ITEMS == 0, "a source was kept in part"
            kept = count
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=120, check=False)
        assert done.returncode == 0
    with Store.open(store) as opened:
        assert opened.database.value("SELECT count(*) FROM items") >= SOURCES * ITEMS
        assert {health.state for health in opened.snapshot().health()} <= {SourceState.OK, SourceState.UNCHANGED}


def feeds(round_: int) -> dict[str, Route]:
    """New items in every feed for every round."""
    return {
        f"/s{n}": answer(body=rss(*(f"s{n} of {round_}, {k}" for k in range(ITEMS)), guids=f"{n}-{round_}"))
        for n in range(SOURCES)
    }
