"""What changed goes out by the ways an alert names; a way that fails is told and stops nothing."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from board.collector import line
from board.collector.once import collect
from board.fetch.manners import Manners
from board.store import Store
from tests.collector.boards import board
from tests.loopback import answer, served
from tests.refresh.made import rss

HOST = "127.0.0.1"
ALERT = '[alert.trouble]\nwhen = "sources"\nnotify = ["webhook:{url}"]\nallow_private = true\n'


def test_a_source_that_fails_is_posted_to_the_webhook_once(tmp_path: Path) -> None:
    with served({HOST: {"/a": answer(body=rss("One")), "/hook": answer(204)}}) as servers:
        server = servers[HOST]
        config = board(tmp_path, {"a": server.url("/a")}, ALERT.format(url=server.url("/hook")))
        told: list[str] = []
        for route in (answer(body=rss("One")), answer(500), answer(500)):
            server.routes = {**server.routes, "/a": route}
            collect(config, tmp_path / "store", force=True, tell=told.append, manners=Manners(gap=0.0))
        posted = [asked for asked in server.asked if asked.path == "/hook"]
        assert [asked.method for asked in posted] == ["POST"]
        said = json.loads(posted[0].body)
        assert said["alert"] == "trouble"
        assert "500" in said["text"]
        assert any(line.startswith("alert trouble") for line in told)


def test_an_alert_does_not_wait_for_the_end_of_a_long_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(line, "REST_EVERY", 0.0)
    alert = '[alert.trouble]\nwhen = "sources"\nnotify = ["bell"]\n'
    with served({HOST: {"/a": answer(body=rss("One")), "/b": answer(body=rss("Two"))}}) as servers:
        server = servers[HOST]
        config = board(tmp_path, {"a": server.url("/a"), "b": server.url("/b")}, alert)
        told: list[str] = []
        for route in (answer(body=rss("One")), answer(500)):
            server.routes = {**server.routes, "/a": route}
            told.clear()
            collect(config, tmp_path / "store", force=True, tell=told.append, manners=Manners(gap=0.0))
    assert [each.partition(":")[0] for each in told] == ["[1/2] a", "alert trouble", "[2/2] b", "2 sources"]


def test_a_webhook_that_is_gone_is_told_on_the_board(tmp_path: Path) -> None:
    with served({HOST: {"/a": answer(body=rss("One")), "/hook": answer(500)}}) as servers:
        server = servers[HOST]
        config = board(tmp_path, {"a": server.url("/a")}, ALERT.format(url=server.url("/hook")))
        for route, code in ((answer(body=rss("One")), 0), (answer(404), 1)):
            server.routes = {**server.routes, "/a": route}
            assert (
                collect(config, tmp_path / "store", force=True, tell=lambda _: None, manners=Manners(gap=0.0)) == code
            )
    with Store.open(tmp_path / "store") as store:
        (trouble,) = store.problems()
        assert (trouble.name, "the webhook failed: answered 500" in trouble.message) == ("alert trouble", True)


def test_the_trouble_of_an_alert_goes_with_the_alert(tmp_path: Path) -> None:
    with served({HOST: {"/a": answer(body=rss("One")), "/hook": answer(500)}}) as servers:
        server = servers[HOST]
        config = board(tmp_path, {"a": server.url("/a")}, ALERT.format(url=server.url("/hook")))
        for route in (answer(body=rss("One")), answer(404)):
            server.routes = {**server.routes, "/a": route}
            collect(config, tmp_path / "store", force=True, tell=lambda _: None, manners=Manners(gap=0.0))
        with Store.open(tmp_path / "store") as store:
            assert [trouble.name for trouble in store.problems()] == ["alert trouble"]
        config = board(tmp_path, {"a": server.url("/a")})
        collect(config, tmp_path / "store", tell=lambda _: None, manners=Manners(gap=0.0))
    with Store.open(tmp_path / "store") as store:
        assert store.problems() == ()


def undated(*titles: str) -> bytes:
    """A feed's answer whose items do not say when they were published: news whatever the day."""
    return answer(body=re.sub(rb"<pubDate>.*?</pubDate>", b"", rss(*titles)))


BELL = '[alert.words]\nwhen = "statements"\nnotify = ["bell"]\n'


def test_a_bell_is_announced_on_the_board_and_a_first_answer_is_no_news(tmp_path: Path) -> None:
    store = tmp_path / "store"

    def announced() -> str:
        collect(config, store, force=True, tell=lambda _: None, manners=Manners(gap=0.0))
        with Store.open(store) as opened:
            said = opened.announced()
        return said.sentence if said else ""

    with served({HOST: {"/a": undated("One"), "/b": undated("Two")}}) as servers:
        server = servers[HOST]
        config = board(tmp_path, {"a": server.url("/a")}, BELL)
        assert announced() == ""
        config = board(tmp_path, {"a": server.url("/a"), "b": server.url("/b")}, BELL)
        assert announced() == ""
        server.routes = {**server.routes, "/b": undated("Two", "Three")}
        assert announced().startswith("words: B headline: Three")


def test_a_webhook_inside_is_not_reached_unless_the_alert_allows_it(tmp_path: Path) -> None:
    with served({HOST: {"/a": answer(body=rss("One")), "/hook": answer(204)}}) as servers:
        server = servers[HOST]
        hook = server.url("/hook", scheme="https")
        config = board(tmp_path, {"a": server.url("/a")}, ALERT.format(url=hook).replace("true", "false"))
        for route in (answer(body=rss("One")), answer(500)):
            server.routes = {**server.routes, "/a": route}
            collect(config, tmp_path / "store", force=True, tell=lambda _: None, manners=Manners(gap=0.0))
        assert "/hook" not in server.paths()
    with Store.open(tmp_path / "store") as store:
        assert [trouble.message for trouble in store.problems()] == [
            "the webhook failed: 127.0.0.1 is a private address; allow_private would permit it"
        ]
