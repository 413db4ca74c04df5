"""The child reads, is kept warm, and whatever happens to it costs one body."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from board.errors import ExtractError
from board.model import About, Item
from board.options import Choice
from board.reading.words.vocabulary import Vocabulary
from board.sources import csv
from board.sources.feed import Options
from board.workshop.job import Job, completed, job_of, recipe
from board.workshop.read import read
from board.workshop.warm import Workshop
from tests.refresh.specs import source

FEED = source(match="KFOR")
ABOUT = About(address="https://desk.example/feed", retrieved=datetime(2026, 2, 19, 12, tzinfo=UTC))
RSS = b"""<rss version="2.0"><channel><title>Desk</title>
<item><title>KFOR to stay</title><link>https://desk.example/1</link>
<pubDate>Thu, 19 Feb 2026 10:00:00 +0000</pubDate></item>
<item><title>Weather</title><link>https://desk.example/2</link>
<pubDate>Thu, 19 Feb 2026 11:00:00 +0000</pubDate></item></channel></rss>"""

HOSTILE = '''"""A source kind that does what a broken parser might."""
import os, sys, time
from dataclasses import dataclass
from board.model import Extract, Item
SHAPE = "items"
@dataclass(frozen=True)
class Options: ...
def suits(body, about): return 0.0
def extract(body, options, about):
    print("noise on standard output"); sys.stdout.flush()
    match body:
        case b"hang":
            while True: pass
        case b"memory": return bytes(2_000_000_000)
        case b"recurse": return extract_again(body)
        case b"die": os._exit(3)
        case b"crash": os.kill(os.getpid(), 11)
        case b"spend": os.kill(os.getpid(), 24)
        case b"raise": raise KeyError("what is this")
        case b"write": os.posix_fallocate(os.open(__file__ + ".out", os.O_CREAT | os.O_WRONLY), 0, 200_000_000)
        case b"sockets": return [os.dup(0) for _ in range(500)]
        case b"limits": return Extract(items=(Item(title=str(os.nice(0))),))
    return Extract(items=(Item(title="fine"),))
def extract_again(body): return extract_again(body)
'''


@pytest.fixture
async def workshop() -> AsyncIterator[Workshop]:
    made = Workshop()
    yield made
    await made.close()


@pytest.fixture
def hostile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A source kind of the test's own, put where source kinds lie by way of the package's path."""
    (tmp_path / "hostile.py").write_text(HOSTILE)
    (tmp_path / "sitecustomize.py").write_text(
        f"import board.sources; board.sources.__path__.append({str(tmp_path)!r})\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    yield
    sys.modules.pop("board.sources.hostile", None)


async def gone(pid: int) -> None:
    """Wait until a process has ended; one that nobody has asked after yet still has a number."""
    for _ in range(200):
        if not is_running(pid):
            return
        await asyncio.sleep(0.05)
    pytest.fail("the child is still there")


def is_running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def job(body: bytes) -> Job:
    return Job(spec=source(), kind="hostile", options=None, body=body, about=ABOUT, vocabulary=Vocabulary())


async def test_a_feed_is_read_and_only_what_matches_is_kept(workshop: Workshop) -> None:
    reading = await workshop.read(job_of(FEED, RSS, ABOUT, Vocabulary()))
    assert [item.item.title for item in reading.items] == ["KFOR to stay"]
    assert (reading.count, str(reading.newest)) == (2, "2026-02-19T11:00:00Z")


async def test_the_child_is_kept_for_the_next_body(workshop: Workshop) -> None:
    await workshop.read(job_of(FEED, RSS, ABOUT, Vocabulary()))
    first = workshop.pid
    await workshop.read(job_of(FEED, RSS, ABOUT, Vocabulary()))
    assert first == workshop.pid


async def test_a_body_that_cannot_be_read_is_an_extract_error_and_keeps_the_child(workshop: Workshop) -> None:
    for _ in range(2):
        with pytest.raises(ExtractError):
            await workshop.read(job_of(FEED, b"not a feed", ABOUT, Vocabulary()))
    assert workshop.pid is not None


DEEDS = (
    (b"hang", "took longer than 3 seconds"),
    (b"memory", "more memory than is allowed"),
    (b"recurse", "nested too deep"),
    (b"die", "ended the reading process: exit code 3"),
    (b"crash", "ended the reading process: signal SIGSEGV"),
    (b"spend", "ended the reading process: too much memory or time"),
    (b"raise", r"KeyError in hostile\.py:\d+"),
    (b"write", "OSError in"),
    (b"sockets", "OSError in"),
)
"""What a parser is made to do, and what is told of it."""


@pytest.mark.usefixtures("hostile")
async def test_whatever_a_parser_does_costs_one_body() -> None:
    workshop = Workshop(seconds=3.0)
    try:
        assert (await workshop.read(job(b"fine"))).items[0].item.title == "fine"
        for body, told in DEEDS:
            with pytest.raises(ExtractError, match=told):
                await workshop.read(job(body))
            assert (await workshop.read(job(b"fine"))).items[0].item.title == "fine", body
    finally:
        await workshop.close()


@pytest.mark.usefixtures("hostile")
async def test_the_child_gives_way_to_everything_else(workshop: Workshop) -> None:
    assert (await workshop.read(job(b"limits"))).items[0].item.title == "19"


@pytest.mark.usefixtures("hostile")
async def test_a_reading_given_up_half_way_is_not_taken_for_the_next(workshop: Workshop) -> None:
    await workshop.read(job(b"fine"))
    given_up = asyncio.create_task(workshop.read(job(b"hang")))
    await asyncio.sleep(0.05)
    given_up.cancel()
    reading = await workshop.read(job_of(FEED, RSS, ABOUT, Vocabulary()))
    assert [item.item.title for item in reading.items] == ["KFOR to stay"]


async def test_a_child_without_work_is_let_go() -> None:
    workshop = Workshop(rest=0.05)
    await workshop.read(job_of(FEED, RSS, ABOUT, Vocabulary()))
    pid = workshop.pid
    assert pid is not None
    await gone(pid)
    assert workshop.pid is None
    assert (await workshop.read(job_of(FEED, RSS, ABOUT, Vocabulary()))).count == 2
    await workshop.close()


async def test_the_child_ends_when_its_parent_is_killed(tmp_path: Path) -> None:
    """Its input closes, however the parent came to its end."""
    script = (
        "import asyncio, os\n"
        "from tests.workshop.test_child import FEED, RSS, ABOUT, Vocabulary, Workshop, job_of\n"
        "async def main():\n"
        "    workshop = Workshop()\n"
        "    await workshop.read(job_of(FEED, RSS, ABOUT, Vocabulary()))\n"
        "    print(workshop.pid, flush=True)\n"
        "    os.kill(os.getpid(), 9)\n"
        "asyncio.run(main())\n"
    )
    parent = await asyncio.create_subprocess_exec(sys.executable, "-c", script, stdout=asyncio.subprocess.PIPE)
    said, _ = await parent.communicate()
    await gone(int(said))


def test_the_entry_keeps_its_name_and_gets_the_text_of_its_page() -> None:
    from board.workshop.read import _of_entry

    entry = Item(title="KFOR to stay", link="https://desk.example/1", guid="1", summary="In short")
    page = Item(title="KFOR to stay | Desk", link="https://desk.example/amp/1", text="In full.")
    whole = _of_entry(entry, (page,))
    assert (whole.title, whole.link, whole.guid, whole.summary, whole.text) == (
        "KFOR to stay",
        "https://desk.example/1",
        "1",
        "In short",
        "In full.",
    )


def test_what_the_kind_leaves_open_is_taken_from_the_source() -> None:
    spec = source(language="sq")
    assert completed(spec.options, spec, Vocabulary()) == Options(language="sq")
    assert completed(Options(language="sr"), spec, Vocabulary()) == Options(language="sr")


async def test_tables_know_the_names_of_nations_the_board_knows(workshop: Workshop) -> None:
    words = Vocabulary(nations=(("Boot", "ITA"), ("Seat", "ALB")))
    spec = source("table", kind="csv", gives="troops", force="KFOR", options=csv.Options(nations={"Seat": "USA"}))
    (edition,) = (await workshop.read(job_of(spec, b"nation,troops\nBoot,907\nSeat,590\n", ABOUT, words))).editions
    assert [(row.nation, row.troops) for row in edition.rows] == [("ITA", 907), ("USA", 590)]


def test_the_recipe_changes_with_what_bears_on_reading_and_with_nothing_else() -> None:
    words = Vocabulary()
    same = source("other", url="https://elsewhere.example/", match="KFOR")
    assert recipe(FEED, words) == recipe(same, words)
    assert recipe(FEED, words) != recipe(FEED, Vocabulary(nations=(("Turska", "TUR"),)))
    assert recipe(FEED, words).startswith("feed ")
    different = source(match="EULEX")
    assert recipe(FEED, words) != recipe(different, words)


def test_figures_that_stand_alone_are_counted_and_dated() -> None:
    body = b"as_of,total,source,url\n2026-02-19,4767,NATO,https://t.example\n"
    reading = read(
        Job(
            spec=source(gives=Choice("troops"), force="KFOR"),
            kind="csv",
            options=csv.Options(),
            body=body,
            about=ABOUT,
            vocabulary=Vocabulary(),
        )
    )
    assert (len(reading.figures), reading.count, str(reading.newest)) == (1, 1, "2026-02-19")
