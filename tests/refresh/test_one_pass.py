"""One pass over one source, with a real server, child and store."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from board.outcome import Empty, Failed, Held, Unchanged, Updated
from board.snapshot import Decision, SourceHealth, SourceState
from tests.loopback import answer, serve
from tests.refresh.made import NOON, desk, feed_of, rss
from tests.refresh.specs import guard


async def test_what_is_new_is_read_and_each_item_has_its_headline(tmp_path: Path) -> None:
    async with desk(tmp_path) as at, serve({"/feed": answer(body=rss("KFOR to stay", "Weather"))}) as server:
        outcome = await at.read(feed_of(server))
        assert isinstance(outcome, Updated)
        said = [(item.item.title, [one.stance for one in item.statements]) for item in outcome.reading.items]
        assert said == [("KFOR to stay", [None]), ("Weather", [None])]
        assert outcome.next_due == NOON + timedelta(hours=1)
        assert outcome.receipt.body is not None
        assert at.store.body(outcome.receipt.body_hash) == outcome.receipt.body


async def test_a_server_that_says_nothing_changed_sends_no_body(tmp_path: Path) -> None:
    async with desk(tmp_path) as at, serve({"/feed": answer(body=rss("One"), etag='"1"')}) as server:
        await at.read(feed_of(server))
        server.routes = {"/feed": answer(304)}
        outcome = await at.read(feed_of(server))
        assert isinstance(outcome, Unchanged)
        assert server.asked[1].heads["if-none-match"] == '"1"'


async def test_the_same_bytes_are_not_read_again_but_are_under_other_options(tmp_path: Path) -> None:
    async with desk(tmp_path) as at, serve({"/feed": answer(body=rss("KFOR", "Weather"), etag='"1"')}) as server:
        spec = feed_of(server)
        await at.read(spec)
        assert isinstance(await at.read(spec), Unchanged)
        again = await at.read(feed_of(server, match="KFOR"))
        assert isinstance(again, Updated)
        assert len(again.reading.items) == 1
        assert "if-none-match" not in server.asked[2].heads


@pytest.mark.parametrize("body", [b"", b" \n", rss()])
async def test_a_good_answer_with_nothing_in_it_is_empty(tmp_path: Path, body: bytes) -> None:
    async with desk(tmp_path) as at, serve({"/feed": answer(body=body)}) as server:
        assert isinstance(await at.read(feed_of(server)), Empty)


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (b"<html><title>Just a moment...</title></html>", "challenge page"),
        (b"<!doctype html><html><title>Welcome</title><p>Sign in to the network</p></html>", "web page"),
        (b"upstream timed out", "no feed"),
    ],
)
async def test_what_is_not_the_feed_is_a_failure_that_keeps_what_came(tmp_path: Path, body: bytes, told: str) -> None:
    async with desk(tmp_path) as at, serve({"/feed": answer(body=body)}) as server:
        outcome = await at.read(feed_of(server))
        assert isinstance(outcome, Failed)
        assert (outcome.word, told in outcome.reason) == ("extract", True)
        assert outcome.receipt is not None
        assert at.store.body(outcome.receipt.body_hash) == body


async def test_a_server_that_is_gone_leaves_what_was_there_and_the_reason(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        async with serve({"/feed": answer(body=rss("KFOR to stay"))}) as server:
            spec = feed_of(server)
            await at.read(spec)
        at.later(hours=1)
        for failures in (1, 2):
            outcome = await at.read(spec)
            assert isinstance(outcome, Failed)
            (health,) = at.store.snapshot().health()
            assert (health.state, health.failures) == (SourceState.FAILING, failures)
            assert (health.since, health.last_good) == (NOON + timedelta(hours=1), NOON)
            assert "connection refused" in health.reason
            at.later(hours=failures)
        assert outcome.next_due == NOON + timedelta(hours=4)
        (kept,) = at.store.snapshot().statements(limit=10)
        assert kept.statement.text == "KFOR to stay"


async def test_being_offline_does_not_put_a_source_off_for_long(tmp_path: Path) -> None:
    async with desk(tmp_path) as at, serve({}) as server:
        spec = feed_of(server, url="http://nowhere.invalid/feed", allow_private=False)
        for _ in range(5):
            outcome = await at.read(spec)
        assert isinstance(outcome, Failed)
        assert (outcome.word, outcome.next_due) == ("dns", NOON + timedelta(hours=1))


async def test_a_time_the_server_names_is_kept(tmp_path: Path) -> None:
    async with desk(tmp_path) as at, serve({"/feed": answer(429, retry_after="7200")}) as server:
        outcome = await at.read(feed_of(server))
        assert isinstance(outcome, Failed)
        assert outcome.blocked_until == outcome.next_due == NOON + timedelta(hours=2)
        (health,) = at.store.snapshot().health()
        assert (health.state, health.blocked_until) == (SourceState.BLOCKED, NOON + timedelta(hours=2))


async def test_a_count_that_collapses_is_partial_and_asked_in_full_until_it_is_well(tmp_path: Path) -> None:
    async with desk(tmp_path) as at, serve({}) as server:
        for titles, kind, partial in ((12, Updated, False), (3, Updated, True), (3, Updated, False)):
            server.routes = {"/feed": answer(body=rss(*map(str, range(titles))), etag=f'"{titles}"')}
            outcome = await at.read(feed_of(server))
            assert isinstance(outcome, kind)
            assert bool(outcome.partial) is partial


async def test_a_reading_that_fails_its_guard_is_held(tmp_path: Path) -> None:
    async with desk(tmp_path) as at, serve({"/feed": answer(body=rss("One"))}) as server:
        outcome = await at.read(feed_of(server, guard=guard(min_rows=2)))
        assert isinstance(outcome, Held)
        assert outcome.reason == "1 entry, at least 2 are expected"
        (health,) = at.store.snapshot().health()
        assert health.state is SourceState.HELD


async def test_an_address_that_moved_for_good_is_told(tmp_path: Path) -> None:
    routes = {"/feed": answer(301, location="/rss"), "/rss": answer(body=rss("One"))}
    async with desk(tmp_path) as at, serve(routes) as server:
        outcome = await at.read(feed_of(server))
        assert isinstance(outcome, Updated)
        assert outcome.receipt.moved_to == server.url("/rss")


async def test_a_file_is_read_when_it_changes(tmp_path: Path) -> None:
    file = tmp_path / "feed.xml"
    file.write_bytes(rss("One"))
    async with desk(tmp_path) as at, serve({}) as server:
        spec = feed_of(server, path="feed.xml", file=file)
        assert isinstance(await at.read(spec), Updated)
        assert isinstance(await at.read(spec), Unchanged)
        file.write_bytes(rss("One", "Two"))
        assert isinstance(await at.read(spec), Updated)
        file.unlink()
        gone = await at.read(spec)
        assert isinstance(gone, Failed)
        assert gone.reason.startswith("no such file")


async def test_the_charset_that_only_the_server_names_is_kept_with_the_bytes_and_heeded_by_the_guard(
    tmp_path: Path,
) -> None:
    body, sort = rss("Повлачење из Косова").decode().encode("windows-1251"), "text/xml; charset=windows-1251"
    async with desk(tmp_path) as at, serve({"/feed": answer(body=body, content_type=sort)}) as server:
        spec = feed_of(server, guard=guard(must_contain=("повлачење",)))
        outcome = await at.read(spec)
        assert isinstance(outcome, Updated)
        kept = at.store.snapshot().raw_body(spec.name, 9999)
        assert kept is not None
        assert (kept.charset, kept.beginning) == ("windows-1251", body)


@pytest.mark.parametrize(
    ("body", "limits", "state"),
    [(rss(), {}, SourceState.EMPTY), (rss("One"), {"guard": guard(min_rows=2)}, SourceState.HELD)],
)
async def test_what_was_wrong_with_an_answer_is_not_forgotten_over_a_failure(
    tmp_path: Path, body: bytes, limits: dict[str, Any], state: SourceState
) -> None:
    async with desk(tmp_path) as at, serve({}) as server:
        told: list[SourceHealth] = []
        spec = feed_of(server, **limits)
        for route in (answer(body=body, etag='"1"'), answer(503), answer(304)):
            server.routes = {"/feed": route}
            await at.read(spec)
            told += at.store.snapshot().health()
            at.later(hours=1)
        assert [health.state for health in told] == [state, SourceState.FAILING, state]
        assert told[2].reason == told[0].reason
        assert told[2].last_good is None


@pytest.mark.parametrize("between", [304, 503])
async def test_an_answer_that_was_refused_is_held_no_more(tmp_path: Path, between: int) -> None:
    async with desk(tmp_path) as at, serve({}) as server:
        spec = feed_of(server, guard=guard(min_rows=2))
        for route in (answer(body=rss("One"), etag='"1"'), answer(between)):
            server.routes = {"/feed": route}
            await at.read(spec)
        (waiting,) = at.store.snapshot().held()
        at.store.decide(Decision(ref=waiting.ref, kind="accept", value="refused", who="me", at=at.clock[0]))
        assert at.store.snapshot().health()[0].state is not SourceState.HELD
        server.routes = {"/feed": answer(304)}
        await at.read(spec)
        (health,) = at.store.snapshot().health()
        assert health.state is SourceState.UNCHANGED
