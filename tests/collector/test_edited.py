"""An article that is silently changed: two versions, marked, their difference in the face. From server to screen."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from board.cli import main
from board.collector.once import collect
from board.config import load
from board.fetch.manners import Manners
from board.store import Store
from tests.collector.boards import board
from tests.loopback import Route, Server, answer, served
from tests.terminal.pty_run import OnTerminal

HOST = "127.0.0.1"
Run = Callable[..., str]
FIRST = "A NATO spokesman said on Thursday that KFOR would leave the bridge in spring."
SECOND = "A NATO spokesman said on Thursday that KFOR would not leave the bridge in spring."


def page(sentence: str, gap: str = " ", clock: str = "11:02:03", tracker: str = "utm_source=a") -> Route:
    """An article with what changes on a page though nobody edits it."""
    rest = f"<p>The bridge was closed in 2011, as https://desk.example/bridge?{tracker} tells, read at {clock}.</p>"
    text = f"<p>{sentence}</p>{gap}{rest}"
    body = f"<html><head><title>The bridge</title></head><body><article>{text}</article></body></html>"
    return answer(body=body.encode(), content_type="text/html; charset=utf-8")


def feed(server: Server, tracker: str) -> Route:
    when = f"{datetime.now(UTC) - timedelta(hours=7):%a, %d %b %Y %H:%M:%S} +0000"
    one = f"<title>The bridge</title><link>{server.url('/1')}?{tracker}</link><guid>1</guid><pubDate>{when}</pubDate>"
    return answer(body=f'<rss version="2.0"><channel><item>{one}</item></channel></rss>'.encode())


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def command(*words: str) -> str:
        assert main([*words, "--config", str(tmp_path / "board.toml"), "--store", str(tmp_path / "store")]) == 0
        return capsys.readouterr().out

    return command


def read(folder: Path) -> None:
    config = load(folder / "board.toml", "board.toml")
    assert collect(config, folder / "store", ["desk"], tell=lambda _: None, force=True, manners=Manners(gap=0.0)) == 0


def changes(run: Run) -> list[str]:
    """What of these is told since this was asked last, each as often as it is."""
    told = run("since", "--look")
    return [word for word in ("would leave", "would not leave", "EDITED") for _ in range(told.count(word))]


def versions(folder: Path) -> int:
    with Store.open(folder / "store") as store:
        record = store.snapshot().statements(limit=1, headlines=False)[0]
        return len(store.snapshot().item(record.item_ref or ""))


def test_an_edit_is_one_version_more_and_one_line_in_since_and_white_space_is_none(tmp_path: Path, run: Run) -> None:
    routes: dict[str, Route] = {}
    with served({HOST: routes}) as servers:
        server = servers[HOST]
        file = board(tmp_path, {"desk": server.url("/feed")}, '[[panel]]\nkind = "statements"\n').file
        file.write_text(file.read_text() + "full_text = true\n")
        answers = (
            (page(FIRST, gap="\n\n  ", clock="12:30:00", tracker="utm_source=b"), "utm_source=2", 1),
            (page(SECOND), "utm_source=3", 2),
            (page(SECOND, gap="\n\t"), "utm_source=4", 2),
        )
        routes |= {"/feed": feed(server, "utm_source=1"), "/1?utm_source=1": page(FIRST)}
        read(tmp_path)
        assert changes(run) == ["would leave"]
        for article, tracker, wanted in answers:
            routes["/feed"] = feed(server, tracker)
            routes[f"/1?{tracker}"] = article
            read(tmp_path)
            assert versions(tmp_path) == wanted, tracker
    assert changes(run) == ["would leave", "would not leave", "EDITED"], "told once, with both"
    shown = run("show", "statements")
    assert "would not leave" in shown
    assert "edited" in shown
    places = ("--config", str(tmp_path / "board.toml"), "--store", str(tmp_path / "store"))
    command = (sys.executable, "-m", "board", "--offline", *places)
    home = {f"XDG_{name}_HOME": str(tmp_path / name.lower()) for name in ("STATE", "CONFIG", "DATA")}
    with OnTerminal(command, size=(120, 60), environ=home) as terminal:
        terminal.until("would not leave")
        terminal.send(b"2\r")
        terminal.until("Changed after publication", "{+not+}")
        terminal.send(b"\x1b")
        terminal.quiet()
        terminal.send(b"d")
        terminal.until("Edited: The bridge", "{+not+}")
        terminal.send(b"\x1b")
        terminal.quiet()
        terminal.send(b"D")
        terminal.until("EDITED")
