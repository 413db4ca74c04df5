"""All day long: what is due, what the face asks, what changes in board.toml, and how it ends."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from board.collector import service
from board.collector.equipment import open_store
from board.collector.service import Collector
from board.collector.stamps import Stamps
from board.errors import StoreError
from board.fetch.manners import Manners
from board.outcome import Reading
from board.snapshot import SourceState
from board.spec import Config
from board.store import EVERY, Store
from board.workshop.job import Job
from board.workshop.warm import Workshop
from tests.collector.boards import board
from tests.loopback import Script, Server, answer, serve
from tests.refresh.made import rss


@dataclass
class Running:
    """A collector at work, and the store as a face has it open."""

    face: Store
    told: list[str] = field(default_factory=list)
    looks: list[set[Path]] = field(default_factory=list)
    """What each look at the files found changed."""

    def states(self) -> dict[str, SourceState]:
        return {health.name: health.state for health in self.face.snapshot().health()}

    def look(self, changed: Callable[[], set[Path]]) -> set[Path]:
        self.looks.append(changed())
        return self.looks[-1]

    def is_done(self) -> bool:
        """Whether something was read, and nothing is left to be."""
        progress = self.face.progress()
        return progress is not None and 0 < progress.done == progress.due

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait for what must come; a test that waits in vain fails with what was told."""
        for _ in range(1000):
            if holds():
                return
            await asyncio.sleep(0.01)
        pytest.fail(f"never came; told: {self.told}, states: {self.states()}")


def slowly(asked: asyncio.Event, go_on: asyncio.Event, body: bytes) -> Script:
    """An answer that waits; nothing but the first one does."""

    async def answered(writer: asyncio.StreamWriter) -> None:
        asked.set()
        await go_on.wait()
        writer.write(answer(body=body))

    return answered


@asynccontextmanager
async def running(config: Config, store: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Running]:
    monkeypatch.setattr(service, "LOOK_EVERY", 0.02)
    ending, workshop = asyncio.Event(), Workshop()
    with open_store(store, config) as opened, Store.open(store) as face:
        seen = Running(face)
        collector = Collector(config, opened, workshop, Manners(gap=0.0), seen.told.append)
        monkeypatch.setattr(Stamps, "changed", partial(seen.look, collector._stamps.changed))
        task = asyncio.create_task(collector.run(ending))
        try:
            yield seen
        finally:
            ending.set()
            assert await task == 0
            await workshop.close()
        progress = face.progress()
        assert progress is not None
        assert progress.pid is None


async def test_what_is_due_is_read_and_progress_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with serve({"/a": answer(body=rss("One")), "/b": answer(404)}) as server:
        config = board(tmp_path, {"a": server.url("/a"), "b": server.url("/b")})
        async with running(config, tmp_path / "store", monkeypatch) as at:
            await at.until(lambda: at.states() == {"a": SourceState.OK, "b": SourceState.FAILING})
            await at.until(lambda: (said := at.face.progress()) is not None and (said.done, said.due) == (2, 2))
            progress = at.face.progress()
            assert progress is not None
            assert (progress.running, progress.pid is not None) == ((), True)


async def test_what_a_person_asks_for_is_read_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with serve({"/a": answer(body=rss("One")), "/b": answer(body=rss("Two"))}) as server:
        config = board(tmp_path, {"a": server.url("/a"), "b": server.url("/b")})
        async with running(config, tmp_path / "store", monkeypatch) as at:
            await at.until(lambda: len(at.told) == 2)
            at.face.ask_refresh(["b"], datetime.now(UTC))
            await at.until(lambda: at.told[2:] == ["b: unchanged"])
            at.face.ask_refresh([EVERY], datetime.now(UTC))
            await at.until(lambda: sorted(at.told[3:]) == ["a: unchanged", "b: unchanged"])


async def test_a_server_that_asked_to_be_left_alone_is_not_asked_for_a_person(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with serve({"/a": answer(503, retry_after="3600"), "/b": answer(body=rss("Two"))}) as server:
        config = board(tmp_path, {"a": server.url("/a"), "b": server.url("/b")})
        async with running(config, tmp_path / "store", monkeypatch) as at:
            await at.until(lambda: at.states() == {"a": SourceState.BLOCKED, "b": SourceState.OK})
            at.face.ask_refresh(["a", "b"], datetime.now(UTC))
            await at.until(lambda: at.told[2:] == ["b: unchanged"])
            config.file.write_text(config.file.read_text().replace('every = "1h"', 'every = "2h"'))
            await at.until(lambda: at.told[3:] == ["board.toml was read again", "b: unchanged"])
            assert server.paths().count("/a") == 1


async def test_a_saved_board_applies_at_once_and_reads_only_what_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with serve({"/a": answer(body=rss("One")), "/b": answer(body=rss("Two"))}) as server:
        config = board(tmp_path, {"a": server.url("/a")})
        async with running(config, tmp_path / "store", monkeypatch) as at:
            await at.until(lambda: at.states() == {"a": SourceState.OK})
            board(tmp_path, {"a": server.url("/a"), "b": server.url("/b")})
            await at.until(lambda: at.states() == {"a": SourceState.OK, "b": SourceState.OK})
            board(tmp_path, {"b": server.url("/b")})
            await at.until(lambda: list(at.states()) == ["b"])
            assert server.paths().count("/a") == 1


async def test_a_saved_table_of_persons_applies_at_once_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = tmp_path / "persons.csv"
    table.write_text("name,organisation\nAna Berg,NATO\n")
    async with serve({"/a": answer(body=rss("One"))}) as server:
        config = board(tmp_path, {"a": server.url("/a")}, '[board]\npersons = "persons.csv"\n')
        async with running(config, tmp_path / "store", monkeypatch) as at:
            await at.until(lambda: at.states() == {"a": SourceState.OK})
            table.write_text("name,organisation\nAna Berg,UNMIK\n")
            await at.until(lambda: at.told[1:] == ["board.toml was read again"])
            table.write_text("name,organisation\nAna Berg,\n")
            await at.until(lambda: "persons.csv:2: 'organisation' is missing" in at.told[-1])


async def test_a_source_taken_off_the_board_while_it_is_read_stays_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, go_on = asyncio.Event(), asyncio.Event()

    async def slow(writer: asyncio.StreamWriter) -> None:
        asked.set()
        await go_on.wait()
        writer.write(answer(body=rss("One")))

    async with serve({"/a": slow, "/b": answer(body=rss("Two"))}) as server, serve({}) as other:
        config = board(tmp_path, {"a": server.url("/a"), "b": other.url("/b")})
        async with running(config, tmp_path / "store", monkeypatch) as at:
            await asked.wait()
            board(tmp_path, {"b": other.url("/b")})
            await at.until(lambda: any("was read again" in line for line in at.told))
            go_on.set()
            await at.until(lambda: any(line.startswith("a: updated") for line in at.told))
            assert list(at.states()) == ["b"]


@asynccontextmanager
async def saved_in_the_midst(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, lines: str, feed: bytes
) -> AsyncIterator[tuple[Running, Server]]:
    """A collector that took over `lines` more for source `name` while it was reading `a`, and `b` waited."""
    asked, go_on = asyncio.Event(), asyncio.Event()
    async with serve({"/a": slowly(asked, go_on, feed), "/b": answer(body=feed)}) as server:
        config = board(folder, {"a": server.url("/a"), "b": server.url("/b")})
        async with running(config, folder / "store", monkeypatch) as at:
            await asked.wait()
            block = f"[source.{name}]\n"
            config.file.write_text(config.file.read_text().replace(block, block + lines))
            await at.until(lambda: any("was read again" in line for line in at.told))
            go_on.set()
            yield at, server


@pytest.mark.parametrize("name", ["a", "b"], ids=["being read", "waiting"])
async def test_a_source_switched_off_in_the_midst_of_a_pass_is_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    async with saved_in_the_midst(tmp_path, monkeypatch, name, "enabled = false\n", rss("One")) as (at, server):
        await at.until(at.is_done)
        other = "b" if name == "a" else "a"
        assert at.states() == {name: SourceState.OFF, other: SourceState.OK}
        assert ("/b" in server.paths()) is (name == "a")


@pytest.mark.parametrize("name", ["a", "b"], ids=["being read", "waiting"])
async def test_options_saved_in_the_midst_of_a_pass_apply_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    lines, feed = 'title = "Desk"\nmatch = "KFOR"\n', rss("KFOR stays", "Weather")
    async with saved_in_the_midst(tmp_path, monkeypatch, name, lines, feed) as (at, _):
        await at.until(lambda: any(line == f"{name}: updated: 1 item, 1 statement" for line in at.told))
        titles = {said.provenance.source_title for said in at.face.snapshot().statements(limit=9)}
        assert "Desk" in titles


async def test_a_file_that_is_saved_while_it_is_read_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "own.xml"
    file.write_bytes(rss("One"))
    config = board(tmp_path, {}, '[source.own]\nkind = "feed"\npath = "own.xml"\nlanguage = "en"\n')
    reading, go_on = asyncio.Event(), asyncio.Event()

    async def read(self: Workshop, job: Job) -> Reading:
        reading.set()
        await go_on.wait()
        return await at_once(self, job)

    at_once = Workshop.read
    monkeypatch.setattr(Workshop, "read", read)
    async with running(config, tmp_path / "store", monkeypatch) as at:
        await reading.wait()
        seen = len(at.looks)
        file.write_bytes(rss("One", "Two"))
        await at.until(lambda: len(at.looks) > seen + 1)
        go_on.set()
        await at.until(lambda: len(at.face.snapshot().statements(limit=9)) == 2)


async def test_a_board_saved_with_a_mistake_changes_nothing_but_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with serve({"/a": answer(body=rss("One"))}) as server:
        config = board(tmp_path, {"a": server.url("/a")})
        good = config.file.read_text()
        async with running(config, tmp_path / "store", monkeypatch) as at:
            await at.until(lambda: at.states() == {"a": SourceState.OK})
            config.file.write_text(good.replace('kind = "feed"', 'kind = "fed"'))
            await at.until(lambda: len(at.face.problems()) == 1)
            assert "no source kind 'fed'" in at.face.problems()[0].message
            at.face.ask_refresh(["a"], datetime.now(UTC))
            await at.until(lambda: at.told[-1] == "a: unchanged")
            config.file.write_text(good + "\n")
            await at.until(lambda: at.face.problems() == ())


async def test_a_file_that_changes_is_read_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "own.xml"
    file.write_bytes(rss("One"))
    config = board(tmp_path, {}, '[source.own]\nkind = "feed"\npath = "own.xml"\n')
    async with running(config, tmp_path / "store", monkeypatch) as at:
        await at.until(lambda: len(at.face.snapshot().statements(limit=9)) == 1)
        file.write_bytes(rss("One", "Two"))
        await at.until(lambda: len(at.face.snapshot().statements(limit=9)) == 2)


async def test_whoever_ends_it_in_the_midst_of_a_pass_hears_the_alerts_of_what_was_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, never = asyncio.Event(), asyncio.Event()
    alert = '[alert.trouble]\nwhen = "sources"\nnotify = ["webhook:{url}"]\nallow_private = true\n'
    good = answer(body=rss("One"))
    async with serve({"/a": good, "/hook": answer(204)}) as server, serve({"/b": good}) as slow:
        sources = {"a": server.url("/a"), "b": slow.url("/b")}
        config = board(tmp_path, sources, alert.format(url=server.url("/hook")))
        async with running(config, tmp_path / "store", monkeypatch) as at:
            await at.until(lambda: at.states() == {"a": SourceState.OK, "b": SourceState.OK})
            await at.until(at.is_done)
            server.routes = {**server.routes, "/a": answer(500)}
            slow.routes = {"/b": slowly(asked, never, b"")}
            at.face.ask_refresh([EVERY], datetime.now(UTC))
            await asked.wait()
            await at.until(lambda: at.states()["a"] is SourceState.FAILING)
            assert "/hook" not in server.paths()
        assert server.paths().count("/hook") == 1


async def test_an_idle_collector_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with serve({"/a": answer(body=rss("One"))}) as server:
        config = board(tmp_path, {"a": server.url("/a")})
        async with running(config, tmp_path / "store", monkeypatch) as at:
            await at.until(lambda: (said := at.face.progress()) is not None and said.done == 1)
            before = at.face.data_version()
            await asyncio.sleep(0.3)
            assert at.face.data_version() == before
            assert server.connections == 2


async def test_a_store_that_takes_no_more_ends_the_work_with_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "LOOK_EVERY", 0.02)
    workshop = Workshop()
    async with serve({"/a": answer(body=rss(*map(str, range(200))))}) as server:
        config = board(tmp_path, {"a": server.url("/a")})
        with open_store(tmp_path / "store", config) as store:
            store.database.connection.execute("PRAGMA max_page_count = 1")
            collector = Collector(config, store, workshop, Manners(gap=0.0), lambda _: None)
            with pytest.raises(StoreError, match="full") as caught:
                await collector.run(asyncio.Event())
            assert caught.value.word == "full"
            store.database.connection.execute("PRAGMA max_page_count = 1000000")
    await workshop.close()
