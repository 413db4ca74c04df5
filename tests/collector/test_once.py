"""One time through: exit codes, names, files only, and what is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from board.collector.lock import TakenError, hold
from board.collector.once import collect
from board.errors import ConfigError
from board.fetch.manners import Manners
from board.snapshot import SourceState
from board.store import Store
from tests.collector.boards import board
from tests.loopback import answer, served
from tests.refresh.made import rss

HOST = "127.0.0.1"


def lines_of(config: object, store: Path, *names: str, **how: bool) -> tuple[int, list[str]]:
    """Exit code and what was told."""
    told: list[str] = []
    code = collect(config, store, names, tell=told.append, manners=Manners(gap=0.0), **how)  # type: ignore[arg-type]
    return code, told


def test_what_is_due_is_read_once_and_kept(tmp_path: Path) -> None:
    with served({HOST: {"/a": answer(body=rss("One", "Two")), "/b": answer(body=rss())}}) as servers:
        config = board(tmp_path, {"a": servers[HOST].url("/a"), "b": servers[HOST].url("/b")})
        code, told = lines_of(config, tmp_path / "store")
        assert (code, sorted(line.partition("] ")[2] for line in told[:-1])) == (
            0,
            ["a: updated: 2 items, 2 statements", "b: empty: a good answer with nothing in it"],
        )
        assert told[-1] == "2 sources: 1 updated, 1 empty"
        assert lines_of(config, tmp_path / "store") == (0, ["nothing was due"])
        assert servers[HOST].paths().count("/a") == 1


def test_a_source_that_fails_makes_the_exit_code_one_and_the_rest_go_on(tmp_path: Path) -> None:
    with served({HOST: {"/a": answer(500), "/b": answer(body=rss("One"))}}) as servers:
        config = board(tmp_path, {"a": servers[HOST].url("/a"), "b": servers[HOST].url("/b")})
        code, told = lines_of(config, tmp_path / "store")
        assert (code, told[-1]) == (1, "2 sources: 1 failed, 1 updated")


def test_named_sources_are_read_though_they_are_not_due(tmp_path: Path) -> None:
    with served({HOST: {"/a": answer(body=rss("One")), "/b": answer(body=rss("Two"))}}) as servers:
        config = board(tmp_path, {"a": servers[HOST].url("/a"), "b": servers[HOST].url("/b")})
        lines_of(config, tmp_path / "store")
        assert lines_of(config, tmp_path / "store", "b") == (0, ["[1/1] b: unchanged", "1 source: 1 unchanged"])
        assert lines_of(config, tmp_path / "store", force=True)[1][-1] == "2 sources: 2 unchanged"


def test_a_name_that_is_not_configured_is_a_mistake_of_the_command_line(tmp_path: Path) -> None:
    config = board(tmp_path, {"a": "http://127.0.0.1:1/"})
    with pytest.raises(ConfigError, match=r"source\.c: no such source \(there are a\)"):
        lines_of(config, tmp_path / "store", "c")


def test_only_files_are_read_where_that_is_asked(tmp_path: Path) -> None:
    (tmp_path / "own.xml").write_bytes(rss("One"))
    with served({HOST: {}}) as servers:
        own = '[source.own]\nkind = "feed"\npath = "own.xml"\n'
        config = board(tmp_path, {"a": servers[HOST].url("/a")}, own)
        code, told = lines_of(config, tmp_path / "store", local=True)
        assert (code, told[-1], servers[HOST].connections) == (0, "1 source: 1 updated", 0)


def test_a_file_that_was_saved_meanwhile_is_read_though_it_is_not_due(tmp_path: Path) -> None:
    own = '[source.own]\nkind = "feed"\npath = "own.xml"\nevery = "12h"\n'
    config = board(tmp_path, {}, own)
    (tmp_path / "own.xml").write_bytes(rss("One"))
    assert lines_of(config, tmp_path / "store")[1][-1] == "1 source: 1 updated"
    assert lines_of(config, tmp_path / "store")[1] == ["nothing was due"]
    (tmp_path / "own.xml").write_bytes(rss("One", "Two"))
    assert lines_of(config, tmp_path / "store")[1][0].startswith("[1/1] own: updated: 2 items")
    narrower = board(tmp_path, {}, own + 'match = "Two"\n')
    assert lines_of(narrower, tmp_path / "store")[1][0].startswith("[1/1] own: unchanged: read, and")
    (tmp_path / "own.xml").unlink()
    assert lines_of(narrower, tmp_path / "store")[1] == ["nothing was due"]


def test_a_server_that_asks_to_be_left_alone_is_across_a_restart_and_whoever_asks(tmp_path: Path) -> None:
    with served({HOST: {"/a": answer(429, retry_after="7200")}}) as servers:
        config = board(tmp_path, {"a": servers[HOST].url("/a")})
        assert lines_of(config, tmp_path / "store")[0] == 1
        for _ in range(2):
            code, told = lines_of(config, tmp_path / "store", force=True)
            assert told[0].startswith("a: left alone until 2")
            assert (code, told[1]) == (1, "1 source: 1 left alone"), "asked for, and not read"
        assert servers[HOST].paths().count("/a") == 1


def test_a_server_that_is_gone_leaves_the_state_its_since_and_its_reason(tmp_path: Path) -> None:
    with served({HOST: {"/a": answer(body=rss("One"))}}) as servers:
        config = board(tmp_path, {"a": servers[HOST].url("/a")})
        lines_of(config, tmp_path / "store")
    lines_of(config, tmp_path / "store", force=True)
    with Store.open(tmp_path / "store") as store:
        first = store.snapshot().health()[0]
        assert (first.state, "connection refused" in first.reason) == (SourceState.FAILING, True)
        assert len(store.snapshot().statements(limit=9)) == 1
    lines_of(config, tmp_path / "store", force=True)
    with Store.open(tmp_path / "store") as store:
        second = store.snapshot().health()[0]
        assert (second.since, second.failures) == (first.since, 2)


def test_a_second_collector_says_who_is_there_and_does_nothing(tmp_path: Path) -> None:
    config = board(tmp_path, {"a": "http://127.0.0.1:1/"})
    with hold(tmp_path / "store"), pytest.raises(TakenError, match=r"another collector \(process \d+\) is at work"):
        lines_of(config, tmp_path / "store")
    assert not (tmp_path / "store").exists()
