"""Full text: pages behind new items, with manners, some a pass, and what could not be had is told."""

from __future__ import annotations

from asyncio import StreamWriter
from datetime import timedelta
from pathlib import Path

import pytest

from board.outcome import Outcome, Unchanged, Updated
from board.refresh import articles
from board.snapshot import ChangeKind, Sense, SourceState
from tests.loopback import answer, serve
from tests.refresh.made import desk, feed_of, rss

SENTENCE = "A KFOR spokesman said on Thursday that the number of troops would not change this year. "


def page(n: int) -> bytes:
    text = "".join(f"<p>{SENTENCE} Paragraph {part} of article {n} goes on about it.</p>" for part in range(5))
    return answer(
        body=f"<html><head><title>Article {n}</title></head><body><article>{text}</article></body></html>".encode(),
        content_type="text/html; charset=utf-8",
    )


def texts(outcome: Outcome) -> list[bool]:
    assert isinstance(outcome, Updated)
    return [bool(item.item.text) for item in outcome.reading.items]


async def test_the_article_behind_each_new_item_is_read_once(tmp_path: Path) -> None:
    async with desk(tmp_path) as at, serve({}) as server:
        server.routes = {"/feed": answer(body=rss("One", server=server)), "/1": page(1)}
        outcome = await at.read(feed_of(server, full_text=True))
        assert texts(outcome) == [True]
        assert isinstance(outcome, Updated)
        (item,) = outcome.reading.items
        assert (item.item.title, item.final_url, item.status) == ("One", server.url("/1"), 200)
        assert any(statement.stance is not None for statement in item.statements)
        assert at.store.body(item.body_hash or "") is not None
        server.routes = {
            **server.routes,
            "/feed": answer(body=rss("One", "Two", server=server, minutes=60)),
            "/2": page(2),
        }
        await at.read(feed_of(server, full_text=True))
        assert server.paths() == ["/feed", "/1", "/feed", "/2"]


async def test_an_article_that_fails_makes_it_partial_and_is_left_alone_for_a_while(tmp_path: Path) -> None:
    async with desk(tmp_path) as at, serve({}) as server:
        server.routes = {"/feed": answer(body=rss("One", "Two", server=server)), "/1": page(1), "/2": answer(403)}
        spec = feed_of(server, full_text=True)
        outcome = await at.read(spec)
        assert texts(outcome) == [True, False]
        assert isinstance(outcome, Updated)
        assert outcome.partial == "1 article could not be read (answered 403 Forbidden)"
        assert [one.stance for one in outcome.reading.items[1].statements] == [None]
        (health,) = at.store.snapshot().health()
        assert health.state is SourceState.PARTIAL
        at.later(hours=1)
        again = await at.read(spec)
        assert isinstance(again, Updated)
        assert again.partial == outcome.partial
        assert server.paths().count("/2") == 1
        at.later(hours=6)
        server.routes = {**server.routes, "/2": page(2)}
        assert texts(await at.read(spec)) == [True, True]  # the first one is looked at again by then
        assert isinstance(await at.read(spec), Unchanged)


@pytest.mark.parametrize(("expect", "between"), [(None, 503), (timedelta(minutes=30), 200)], ids=["failing", "stale"])
async def test_an_article_that_is_missing_is_asked_for_again_though_worse_has_come_between(
    tmp_path: Path, expect: timedelta | None, between: int
) -> None:
    async with desk(tmp_path) as at, serve({}) as server:
        feed = answer(body=rss("One", server=server), etag='"1"')
        server.routes = {"/feed": feed, "/1": answer(503)}
        spec = feed_of(server, full_text=True, expect=expect)
        await at.read(spec)
        if between != 200:
            server.routes = {"/feed": answer(between), "/1": answer(503)}
            await at.read(spec)
        (health,) = at.store.snapshot().health()
        assert health.state is (SourceState.STALE if expect else SourceState.FAILING)
        at.later(hours=7)
        server.routes = {"/feed": feed, "/1": page(1)}
        assert texts(await at.read(spec)) == [True]
        assert "if-none-match" not in server.asked[-2].heads


async def test_so_many_a_pass_the_newest_first_and_the_rest_the_next_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(articles, "MOST", 2)
    async with desk(tmp_path) as at, serve({}) as server:
        feed = answer(body=rss("One", "Two", "Three", server=server))
        server.routes = {"/feed": feed, **{f"/{n}": page(n) for n in (1, 2, 3)}}
        spec = feed_of(server, full_text=True)
        outcome = await at.read(spec)
        assert isinstance(outcome, Updated)
        assert (texts(outcome), outcome.partial) == ([False, True, True], "1 more article to be read")
        assert texts(await at.read(spec)) == [True, False, False]
        assert server.paths() == ["/feed", "/3", "/2", "/feed", "/1"]


async def test_a_page_that_lets_no_program_in_is_told_as_such(tmp_path: Path) -> None:
    gate = answer(body=b"<html><title>Just a moment...</title></html>", content_type="text/html")
    async with desk(tmp_path) as at, serve({}) as server:
        server.routes = {"/feed": answer(body=rss("One", server=server)), "/1": gate}
        outcome = await at.read(feed_of(server, full_text=True))
        assert isinstance(outcome, Updated)
        assert "challenge page" in outcome.partial


async def test_an_article_on_a_private_address_is_not_a_way_in(tmp_path: Path) -> None:
    async with desk(tmp_path) as at, serve({"/1": page(1)}) as inner, serve({}) as server:
        server.routes = {"/feed": answer(body=rss("One", server=inner))}
        outcome = await at.read(feed_of(server, full_text=True))
        assert isinstance(outcome, Updated)
        assert "private address" in outcome.partial
        assert inner.connections == 0


async def test_items_that_do_not_match_are_not_followed(tmp_path: Path) -> None:
    async with desk(tmp_path) as at, serve({}) as server:
        server.routes = {"/feed": answer(body=rss("Weather", "KFOR", server=server)), "/1": page(1), "/2": page(2)}
        await at.read(feed_of(server, full_text=True, match="KFOR"))
        assert server.paths() == ["/feed", "/2"]


async def test_a_young_article_is_looked_at_again_and_an_edit_is_kept(tmp_path: Path) -> None:
    async with desk(tmp_path) as at, serve({}) as server:
        spec = feed_of(server, full_text=True)
        server.routes = {"/feed": answer(body=rss("One", server=server)), "/1": page(1)}
        await at.read(spec)
        server.routes = {"/feed": answer(body=rss("One", server=server) + b"<!-- later -->"), "/1": page(7)}
        at.later(hours=1)
        await at.read(spec)
        assert server.paths().count("/1") == 1
        server.routes = {**server.routes, "/feed": answer(body=rss("One", server=server) + b"<!-- much later -->")}
        at.later(hours=6)
        outcome = await at.read(spec)
        assert texts(outcome) == [True]
        ref = next(one.item_ref for one in at.store.snapshot().statements(limit=9))
        versions = at.store.snapshot().item(ref or "")
        assert ["article 1 " in versions[0].item.text, "article 7 " in versions[1].item.text] == [True, True]


async def test_an_article_whose_headline_changes_is_read_again_at_once_however_old(tmp_path: Path) -> None:
    async with desk(tmp_path) as at, serve({}) as server:
        spec = feed_of(server, full_text=True)
        server.routes = {"/feed": answer(body=rss("It stays", server=server)), "/1": page(1)}
        await at.read(spec)
        at.later(days=5)
        server.routes = {"/feed": answer(body=rss("It goes", server=server)), "/1": page(7)}
        assert texts(await at.read(spec)) == [True]
        ref = at.store.snapshot().statements(limit=1)[0].item_ref
        (_, second) = at.store.snapshot().item(ref or "")
        assert (second.item.title, "article 7 " in second.item.text) == ("It goes", True)
        await at.read(spec)
        assert server.paths().count("/1") == 2


async def test_a_new_headline_whose_article_cannot_be_had_is_told_and_tried_again(tmp_path: Path) -> None:
    async with desk(tmp_path) as at, serve({}) as server:
        spec = feed_of(server, full_text=True)
        server.routes = {"/feed": answer(body=rss("It stays", server=server)), "/1": page(1)}
        await at.read(spec)
        server.routes = {"/feed": answer(body=rss("It goes", server=server)), "/1": answer(503)}
        outcome = await at.read(spec)
        assert isinstance(outcome, Updated)
        assert outcome.partial.startswith("1 article could not be read")
        server.routes = {**server.routes, "/1": page(7)}
        await at.read(spec)
        assert server.paths().count("/1") == 2
        at.later(hours=7)
        assert texts(await at.read(spec)) == [True]


async def test_an_article_whose_date_changes_is_read_again_once(tmp_path: Path) -> None:
    async with desk(tmp_path) as at, serve({}) as server:
        spec = feed_of(server, full_text=True)
        server.routes = {"/feed": answer(body=rss("One", server=server)), "/1": page(1)}
        await at.read(spec)
        server.routes = {"/feed": answer(body=rss("One", server=server, minutes=20)), "/1": page(7)}
        assert texts(await at.read(spec)) == [True]
        assert isinstance(await at.read(spec), Unchanged)
        assert server.paths().count("/1") == 2


async def test_what_a_person_wants_anew_is_read_though_nothing_changed(tmp_path: Path) -> None:
    async with desk(tmp_path) as at, serve({}) as server:
        spec = feed_of(server, full_text=True)
        server.routes = {"/feed": answer(body=rss("One", server=server)), "/1": page(1)}
        await at.read(spec)
        server.routes = {**server.routes, "/1": page(7)}
        assert texts(await at.read(spec, anew=True)) == [True]


async def test_a_collector_that_comes_after_another_knows_when_articles_were_looked_at(tmp_path: Path) -> None:
    """As cron has it: a new process each time."""
    async with serve({}) as server:
        server.routes = {"/feed": answer(body=rss("One", server=server)), "/1": page(1), "/2": answer(403)}
        spec = feed_of(server, full_text=True)
        for comment in (b"", b"<!-- 1 -->", b"<!-- 2 -->", b"<!-- 3 -->"):
            server.routes = {**server.routes, "/feed": answer(body=rss("One", "Two", server=server) + comment)}
            async with desk(tmp_path) as at:
                at.later(hours=8 if comment else 0)
                await at.read(spec)
        assert (server.paths().count("/1"), server.paths().count("/2")) == (2, 2)


async def test_what_took_its_time_is_new_to_whoever_looked_while_it_was_read(tmp_path: Path) -> None:
    async with desk(tmp_path) as at, serve({}) as server:

        async def slowly(writer: StreamWriter) -> None:
            at.later(minutes=1)
            writer.write(page(1))

        server.routes = {"/feed": answer(body=rss("One", server=server)), "/1": slowly}
        looked = at.clock[0] + timedelta(seconds=30)
        outcome = await at.read(feed_of(server, full_text=True))
        assert isinstance(outcome, Updated)
        assert outcome.receipt.retrieved < looked
        board = at.store.snapshot()
        assert ChangeKind.STATEMENT in {change.kind for change in board.changes(looked)}
        assert not at.store.snapshot(looked, Sense.KNOWN).statements(limit=9)
        assert board.health()[0].last_good == at.clock[0]
