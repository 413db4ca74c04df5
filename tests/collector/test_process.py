"""The process around it: signals, the parent's pipe, kill -9 in the middle, and two at once."""

from __future__ import annotations

import asyncio
import signal
import subprocess
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from board.snapshot import SourceState
from board.spec import Config
from board.store import Store
from tests.collector.boards import board
from tests.loopback import Server, answer, serve
from tests.refresh.made import rss

OWN = '[source.own]\nkind = "feed"\npath = "own.xml"\nevery = "1h"\n'
PATIENCE = 60


@asynccontextmanager
async def started(config: Config, store: Path, how: str = "") -> AsyncIterator[Process]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.collector.process", str(config.file), str(store), how, stdin=PIPE, stdout=PIPE,
        stderr=PIPE,
    )  # fmt: skip
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def line_of(process: Process) -> str:
    """The next line the collector tells."""
    assert process.stdout is not None
    async with asyncio.timeout(PATIENCE):
        return (await process.stdout.readline()).decode().strip()


@pytest.fixture
def config(tmp_path: Path) -> Config:
    (tmp_path / "own.xml").write_bytes(rss("One"))
    return board(tmp_path, {}, OWN)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
async def test_a_signal_ends_it_cleanly(config: Config, tmp_path: Path, number: int) -> None:
    async with started(config, tmp_path / "store") as process:
        assert (await line_of(process)).startswith("own: updated")
        process.send_signal(number)
        async with asyncio.timeout(PATIENCE):
            assert await process.wait() == 0
    with Store.open(tmp_path / "store") as store:
        progress = store.progress()
        assert progress is not None
        assert progress.pid is None
    assert not (tmp_path / "store-wal").exists()


async def test_a_child_ends_when_its_parent_closes_the_pipe(config: Config, tmp_path: Path) -> None:
    async with started(config, tmp_path / "store", "child") as process:
        assert (await line_of(process)).startswith("own: updated")
        assert process.stdin is not None
        process.stdin.close()
        async with asyncio.timeout(PATIENCE):
            assert await process.wait() == 0


async def test_a_child_without_a_pipe_has_no_parent_and_ends(config: Config, tmp_path: Path) -> None:
    words = (sys.executable, "-m", "tests.collector.process", str(config.file), str(tmp_path / "store"), "child")
    process = await asyncio.create_subprocess_exec(*words, stdin=DEVNULL, stdout=PIPE, stderr=PIPE)
    async with asyncio.timeout(PATIENCE):
        _, said = await process.communicate()
    assert (process.returncode, said) == (0, b"")


async def test_the_second_one_says_so_and_ends(config: Config, tmp_path: Path) -> None:
    async with started(config, tmp_path / "store") as first:
        await line_of(first)
        async with started(config, tmp_path / "store") as second:
            _, said = await second.communicate()
        assert second.returncode == 1
        assert f"another collector (process {first.pid}) is at work" in said.decode()


async def test_one_that_was_killed_leaves_a_store_the_next_goes_on_with(tmp_path: Path) -> None:
    async def slow(writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(30)

    async with serve({"/a": answer(body=rss("One")), "/b": slow}) as server:
        config = board(tmp_path, {"a": server.url("/a"), "b": server.url("/b")})
        async with started(config, tmp_path / "store") as process:
            await line_of(process)
            await until_asked(server, "/b")
            process.kill()
            await process.wait()
        server.routes = {**server.routes, "/b": answer(body=rss("Two"))}
        code, told = await asyncio.to_thread(once, config, tmp_path / "store")
    assert (code, told[-1]) == (0, "1 source: 1 updated")
    with Store.open(tmp_path / "store") as store:
        assert {health.state for health in store.snapshot().health()} == {SourceState.OK}


async def until_asked(server: Server, path: str) -> None:
    for _ in range(PATIENCE * 100):
        if path in server.paths():
            return
        await asyncio.sleep(0.01)
    pytest.fail(f"{path} was never asked for")


def once(config: Config, store: Path) -> tuple[int, list[str]]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.collector.process", str(config.file), str(store), "once"],
        stdin=DEVNULL,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    return done.returncode, done.stdout.splitlines()
