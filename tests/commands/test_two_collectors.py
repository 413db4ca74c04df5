"""One collector works on a store: whoever comes second leaves the work to it, and is no failure."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from board.collector.lock import TakenError, hold
from board.commands import watch
from board.commands._child import Kept
from board.config import load
from board.store import Store
from tests.commands.person import PATIENCE, Person
from tests.refresh.made import rss
from tests.store.made import item, items, later, source, statement, updated

BOARD = """
[[panel]]
kind = "statements"

[source.news]
kind = "feed"
path = "news.xml"
every = "12h"
"""


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Person]:
    """Somebody on whose store a collector is at work that has read what is due; it stays at work through all tests."""
    person = Person(tmp_path_factory.mktemp("served"))
    person.writes(BOARD)
    person.writes(rss("NATO has not changed its force").decode(), "news.xml")
    collector = person.started("collect")
    assert collector.stderr is not None
    while not collector.stderr.readline().startswith("news: "):
        assert collector.poll() is None
    yield person
    collector.terminate()
    collector.communicate(timeout=PATIENCE)


def test_a_store_under_another_name_has_the_same_collector(tmp_path: Path) -> None:
    store, link = tmp_path / "board.sqlite", tmp_path / "elsewhere" / "link.sqlite"
    Store.open(store).close()
    link.parent.mkdir()
    link.symlink_to(store)
    with hold(link), pytest.raises(TakenError), hold(store):
        pytest.fail("two collectors work on one store")


def test_all_that_a_long_answer_brings_is_told_to_whoever_watches(tmp_path: Path) -> None:
    (tmp_path / "board.toml").write_text('[[panel]]\nkind = "statements"\n')
    config = load(tmp_path / "board.toml", "board.toml")
    with Store.open(tmp_path / "board.sqlite") as store:
        said = [item(f"Title {number}", statement(f"Sentence {number}")) for number in range(300)]
        store.apply(updated(items(*said), later(1)), source())
        told, until = watch._news(store, config, later(0))
        assert (len(told), until) == (300, later(1))
        assert watch._news(store, config, until)[0] == []


def test_whoever_watches_collects_once_the_other_collector_is_gone() -> None:
    ends, seconds = [0, 1, 1, None], [0.0]
    kept = Kept(lambda: ended(ends.pop(0)), lambda: seconds[0])
    told = []
    for after, left in ((59, 3), (1, 2), (1, 2), (2, 1), (3, 1), (1, 0)):
        told += [kept.look()]
        seconds[0] += after
        told += [kept.look()]
        assert len(ends) == left
    assert [sentence for sentence in told if sentence] == [
        "the collector ended (status 1); another starts in 2 s",
        "the collector ended (status 1); another starts in 4 s",
    ]
    kept.close()


def ended(status: int | None) -> subprocess.Popen[bytes]:
    """A program that has ended so; `None` goes on until its pipe is closed."""
    code = "import sys; sys.stdin.read()" if status is None else f"raise SystemExit({status})"
    child = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE)
    if status is not None:
        child.wait()
    return child


def tried(person: Person) -> object:
    with Store.open(person.store) as store:
        return store.snapshot().health()[0].last_tried


def test_what_is_due_is_left_to_the_collector_at_work(served: Person) -> None:
    done = served.board("collect", "--once")
    assert (done.code, done.out) == (0, "")
    assert "another collector (process" in done.err
    assert done.err.endswith("it reads what is due\n")


def test_what_is_named_is_asked_of_the_collector_at_work(served: Person) -> None:
    before = tried(served)
    done = served.board("collect", "--once", "news")
    assert (done.code, done.err.splitlines()[-1].partition("; ")[2]) == (0, "it was asked for news")
    end = time.monotonic() + PATIENCE
    while tried(served) == before and time.monotonic() < end:
        time.sleep(0.05)
    assert tried(served) != before


def test_a_name_that_is_no_source_is_still_a_mistake(served: Person) -> None:
    assert served.board("collect", "--once", "nwes").code == 2


def test_the_collector_of_a_second_face_ends_without_a_word_of_failure(served: Person) -> None:
    done = served.python("-m", "board", "collect", "--child", "--alone")
    assert (done.code, "another collector (process" in done.err) == (0, True)


def test_a_second_service_says_who_is_there(served: Person) -> None:
    done = served.board("collect")
    assert (done.code, "another collector (process" in done.err) == (1, True)


def test_the_lock_is_free_when_the_collector_is_gone(person: Person) -> None:
    person.writes(BOARD)
    person.writes(rss("NATO has not changed its force").decode(), "news.xml")
    collector = person.started("collect")
    assert collector.stderr is not None
    assert collector.stderr.readline()
    collector.kill()
    collector.wait(PATIENCE)
    assert person.board("collect", "--once", "--force").code == 0
