"""A feed that fails its guard: held with the reason, and shown when a person accepts it. From server to screen."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from board.cli import main
from board.collector.once import collect
from board.config import load
from board.fetch.manners import Manners
from board.snapshot import SourceState
from board.store import Store
from tests.collector.boards import board
from tests.loopback import Route, Server, answer, served
from tests.refresh.made import rss

HOST = "127.0.0.1"
GUARD = '[source.desk.guard]\nmin_rows = 3\nmust_contain = ["Desk"]\n'
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def command(*words: str) -> tuple[int, str, str]:
        code = main([*words, "--config", str(tmp_path / "board.toml"), "--store", str(tmp_path / "store")])
        said = capsys.readouterr()
        return code, said.out, said.err

    return command


def prepare(folder: Path, server: Server) -> None:
    """A board with one guarded feed."""
    file = board(folder, {"desk": server.url("/feed")}, '[[panel]]\nkind = "statements"\n').file
    file.write_text(file.read_text() + GUARD)


def read(folder: Path) -> None:
    """Quietly: what is printed is the commands'."""
    config = load(folder / "board.toml", "board.toml")
    collect(config, folder / "store", tell=lambda _: None, force=True, manners=Manners(gap=0.0))


def state(folder: Path) -> SourceState:
    with Store.open(folder / "store") as store:
        return store.snapshot().health()[0].state


def test_a_held_feed_is_listed_and_shown_once_it_is_accepted(tmp_path: Path, run: Run) -> None:
    body = rss("Desk says one", "Desk says two")
    with served({HOST: {"/feed": answer(body=body)}}) as servers:
        prepare(tmp_path, servers[HOST])
        read(tmp_path)
        assert "Desk says one" not in run("show", "statements")[1]
        assert "2 entries, at least 3 are expected" in run("accept")[1]
        code, said, _ = run("accept", "desk", "--why", "a quiet day")
        assert (code, "accepted: desk" in said) == (0, True)
        assert "Desk says one" in run("show", "statements")[1]
        assert state(tmp_path) is SourceState.OK
        assert run("accept")[1] == ""
        read(tmp_path)
        assert state(tmp_path) is SourceState.UNCHANGED
        assert run("accept", "desk")[0] == 1


def test_what_is_refused_is_never_shown_and_a_good_answer_ends_the_waiting(tmp_path: Path, run: Run) -> None:
    routes: dict[str, Route] = {"/feed": answer(body=rss("Desk says one"))}
    with served({HOST: routes}) as servers:
        prepare(tmp_path, servers[HOST])
        read(tmp_path)
        assert run("accept", "desk", "--refuse")[0] == 0
        assert run("accept")[1] == ""
        routes["/feed"] = answer(body=rss("Desk says two"))
        read(tmp_path)
        held = run("accept")[1]
        assert (held.startswith("desk  held since"), "1 entry, at least 3" in held) == (True, True)
        routes["/feed"] = answer(body=rss("Desk a", "Desk b", "Desk c"))
        read(tmp_path)
        assert (run("accept")[1], state(tmp_path)) == ("", SourceState.OK)
        shown = run("show", "statements")[1]
        assert ("Desk says" in shown, "Desk a" in shown) == (False, True)


def test_what_is_held_is_still_held_after_an_export_a_wipe_and_an_import(tmp_path: Path, run: Run) -> None:
    with served({HOST: {"/feed": answer(body=rss("Desk says one"))}}) as servers:
        prepare(tmp_path, servers[HOST])
        read(tmp_path)
    before, listed = shown(run), run("accept")[1]
    assert run("export", str(tmp_path / "all.jsonl"))[0] == 0
    for left in tmp_path.glob("store*"):
        left.unlink()
    assert run("import", str(tmp_path / "all.jsonl"))[0] == 0
    assert (shown(run), run("accept")[1]) == (before, listed)
    assert run("accept", "desk")[0] == 0
    assert "Desk says one" in run("show", "statements")[1]


def shown(run: Run) -> dict[str, object]:
    """The whole board, but for the time it is shown at."""
    board: dict[str, object] = json.loads(run("show", "--format", "json")[1])
    del board["now"]
    return board
