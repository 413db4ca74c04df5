"""Read otherwise, because the options or the program changed: told as that, and never as news."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from board.cli import main
from board.collector.once import collect
from board.config import load
from board.fetch.manners import Manners
from tests.collector.boards import board
from tests.loopback import Route, Server, answer, served
from tests.refresh.made import rss

HOST = "127.0.0.1"
Changes = Callable[[], str]


def page(words: str) -> Route:
    text = f"<p>A NATO spokesman said on Thursday that {words}.</p>" + "<p>It goes on and on about it.</p>" * 3
    body = f"<html><head><title>A page</title></head><body><article>{text}</article></body></html>"
    return answer(body=body.encode(), content_type="text/html; charset=utf-8")


PAGES = {
    "/1": page("KFOR would send 300 more troops to Kosovo"),
    "/2": page("EULEX would stay"),
    "/3": page("KFOR would leave the bridge"),
}


def prepare(folder: Path, server: Server, match: str) -> None:
    """A board with one feed whose articles are read."""
    file = board(folder, {"desk": server.url("/feed")}, '[[panel]]\nkind = "statements"\n').file
    file.write_text(file.read_text() + f'full_text = true\nmatch = "{match}"\n')


def read(folder: Path) -> None:
    config = load(folder / "board.toml", "board.toml")
    assert collect(config, folder / "store", tell=lambda _: None, force=True, manners=Manners(gap=0.0)) == 0


@pytest.fixture
def changes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Changes:
    """What came since this was asked last."""
    names = ["--config", str(tmp_path / "board.toml"), "--store", str(tmp_path / "store")]

    def since() -> str:
        assert main(["since", "--look", *names]) == 0
        return capsys.readouterr().out

    return since


def test_a_changed_match_lets_older_items_in_and_none_of_them_is_news(tmp_path: Path, changes: Changes) -> None:
    routes: dict[str, Route] = {**PAGES}
    with served({HOST: routes}) as servers:
        server = servers[HOST]
        routes["/feed"] = answer(body=rss("KFOR more", "EULEX stays", server=server))
        prepare(tmp_path, server, "KFOR")
        read(tmp_path)
        assert "300 more troops" in changes()
        prepare(tmp_path, server, "KFOR OR EULEX")
        read(tmp_path)
        told = changes()
    assert "STATEMENT" not in told
    assert "EULEX would stay" not in told
    assert "read otherwise" in told


def test_of_a_page_that_went_on_meanwhile_only_what_was_published_since_is_news(
    tmp_path: Path, changes: Changes
) -> None:
    routes: dict[str, Route] = {**PAGES}
    with served({HOST: routes}) as servers:
        server = servers[HOST]
        routes["/feed"] = answer(body=rss("KFOR more", "EULEX stays", server=server))
        prepare(tmp_path, server, "KFOR")
        read(tmp_path)
        changes()
        prepare(tmp_path, server, "KFOR OR EULEX")
        newer = rss("KFOR more", "EULEX stays", "KFOR leaves", server=server)
        last = newer.rpartition(b"<pubDate>")
        routes["/feed"] = answer(body=last[0] + b"</item></channel></rss>")
        read(tmp_path)
        told = changes()
    assert "EULEX would stay" not in told
    assert "leave the bridge" in told


def test_a_new_version_of_the_program_reads_again_and_nothing_is_news(
    tmp_path: Path, changes: Changes, monkeypatch: pytest.MonkeyPatch
) -> None:
    routes: dict[str, Route] = {**PAGES}
    with served({HOST: routes}) as servers:
        server = servers[HOST]
        routes["/feed"] = answer(body=rss("KFOR more", "EULEX stays", server=server))
        prepare(tmp_path, server, "KFOR OR EULEX")
        read(tmp_path)
        changes()
        asked = len(server.paths())
        monkeypatch.setattr("board.workshop.job.__version__", "99")
        read(tmp_path)
        told = changes()
        assert server.paths()[asked:].count("/1") == 1
        read(tmp_path)
        assert server.paths()[asked:].count("/1") == 1
    for news in ("STATEMENT", "EDITED", "FIGURE"):
        assert news not in told
