"""robots.txt is asked once, heeded, and its absence or failure is told apart."""

from __future__ import annotations

import time

import pytest

from board.errors import FetchError
from board.fetch.request import Request
from board.outcome import Fetched
from tests.fetch.client import hurried
from tests.loopback import answer, serve

PAGE = answer(body=b"news")


async def test_an_address_that_is_forbidden_is_not_asked_for() -> None:
    rules = b"User-agent: *\nDisallow: /private\n"
    async with serve({"/robots.txt": answer(body=rules), "/private/feed": PAGE, "/feed": PAGE}) as server:
        client = hurried()
        with pytest.raises(FetchError, match="forbids") as caught:
            await client.get(Request(url=server.url("/private/feed"), private=server.place))
        assert caught.value.word == "robots"
        await client.get(Request(url=server.url("/feed"), private=server.place))
        assert server.paths() == ["/robots.txt", "/feed"]


async def test_rules_for_this_program_by_name_come_before_those_for_all() -> None:
    rules = b"User-agent: *\nAllow: /\n\nUser-agent: board\nDisallow: /\n"
    async with serve({"/robots.txt": answer(body=rules), "/": PAGE}) as server:
        with pytest.raises(FetchError):
            await hurried().get(Request(url=server.url(), private=server.place))


@pytest.mark.parametrize("line", ["User-agent: *", "user-agent BOARD # us", "User agent: Board*", "useragent:bo*"])
async def test_rules_below_several_names_hold_for_this_program_where_one_of_them_is_meant(line: str) -> None:
    rules = f"User-agent: other\n{line}\nUser-agent: a-third\nDisallow: /private\n\nUser-agent: fourth\nDisallow: /\n"
    routes = {"/robots.txt": answer(body=rules.encode()), "/private": PAGE, "/": PAGE}
    async with serve(routes) as server:
        client = hurried()
        with pytest.raises(FetchError, match="forbids"):
            await client.get(Request(url=server.url("/private"), private=server.place))
        await client.get(Request(url=server.url(), private=server.place))


async def test_thousands_of_names_above_thousands_of_rules_cost_no_more_than_the_rules() -> None:
    forms = ("User-agent: a{}", "user agent a{}", "USERAGENT:a{}*", "user-agent: b*{}")
    names = (forms[number % len(forms)].format(number) for number in range(2000))
    rules = "\n".join((*names, "User-agent: *", *(f"Disallow: /private{number}" for number in range(2000))))
    async with serve({"/robots.txt": answer(body=rules.encode()), "/private7": PAGE, "/": PAGE}) as server:
        client = hurried()
        spent = time.process_time()
        await client.get(Request(url=server.url(), private=server.place))
        assert time.process_time() - spent < 2
        with pytest.raises(FetchError, match="forbids"):
            await client.get(Request(url=server.url("/private7"), private=server.place))


async def test_a_redirect_to_a_forbidden_address_is_not_followed() -> None:
    rules = b"User-agent: *\nDisallow: /private\n"
    routes = {"/robots.txt": answer(body=rules), "/": answer(302, location="/private"), "/private": PAGE}
    async with serve(routes) as server:
        with pytest.raises(FetchError, match="forbids"):
            await hurried().get(Request(url=server.url(), private=server.place))
        assert "/private" not in server.paths()


@pytest.mark.parametrize(("status", "unreadable"), [(404, False), (403, False), (503, True), (429, True)])
async def test_a_missing_one_permits_and_a_failing_one_is_told(status: int, unreadable: bool) -> None:
    async with serve({"/robots.txt": answer(status), "/": PAGE}) as server:
        fetched = await hurried().get(Request(url=server.url(), private=server.place))
        assert isinstance(fetched, Fetched)
        assert fetched.unreadable_robots is unreadable


async def test_one_that_has_moved_is_read_where_it_is() -> None:
    routes = {
        "/robots.txt": answer(301, location="/rules.txt"),
        "/rules.txt": answer(body=b"User-agent: *\nDisallow: /"),
        "/": PAGE,
    }
    async with serve(routes) as server:
        with pytest.raises(FetchError, match="forbids"):
            await hurried().get(Request(url=server.url(), private=server.place))


async def test_a_source_that_is_told_to_may_pass_it_by() -> None:
    async with serve({"/robots.txt": answer(body=b"User-agent: *\nDisallow: /"), "/": PAGE}) as server:
        await hurried().get(Request(url=server.url(), private=server.place, respect_robots=False))
        assert server.paths() == ["/"]
