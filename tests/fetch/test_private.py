"""Rules 7 and 8: nothing inside is reached, whatever the name, the redirect or the second answer of the resolver."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Sequence
from typing import Any

import pytest

from board.errors import FetchError
from board.fetch.request import Request
from tests.fetch.client import hurried, read, refusal
from tests.loopback import answer, serve

PUBLIC = "93.184.216.34"


def resolve_to(monkeypatch: pytest.MonkeyPatch, answers: Sequence[str]) -> list[str]:
    """Make the resolver give one address after the other; returns the list of names it is asked."""
    asked: list[str] = []

    def getaddrinfo(host: str, port: int, **_: object) -> list[Any]:
        asked.append(host)
        address = answers[min(len(asked), len(answers)) - 1]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    return asked


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.1", "2130706433", "0x7f000001", "0.0.0.0", "localhost", "[::1]", "[::ffff:127.0.0.1]"]
)
async def test_a_private_address_is_refused_in_every_spelling(host: str) -> None:
    async with serve({"/": answer(body=b"secret")}) as server:
        with pytest.raises(FetchError) as caught:
            await hurried().get(Request(url=f"http://{host}:{server.port}/", respect_robots=False))
        assert caught.value.word in {"private-address", "protocol"}
        assert server.connections == 0


async def test_a_literal_of_the_new_kind_is_read_where_it_was_permitted() -> None:
    async with serve({"/": answer(body=b"ours")}, "::1") as server:
        request = Request(url=f"http://[::1]:{server.port}/", private=("::1", server.port), respect_robots=False)
        await hurried().get(request)
        assert server.asked[0].heads["host"] == f"[::1]:{server.port}"


async def test_a_private_address_is_read_where_exactly_it_was_permitted() -> None:
    async with serve({"/": answer(body=b"ours")}) as server, serve({"/": answer(body=b"theirs")}) as other:
        await read(server)
        with pytest.raises(FetchError, match="private address"):
            await hurried().get(Request(url=other.url(), private=server.place, respect_robots=False))
        assert other.connections == 0


async def test_a_redirect_does_not_lead_to_another_private_port() -> None:
    async with serve({"/": answer(body=b"secret")}) as inner:
        async with serve({"/": answer(302, location=inner.url())}) as server:
            refused = await refusal(server)
        assert (refused.word, "allow_private" in str(refused)) == ("private-address", False)
        assert inner.connections == 0


async def test_robots_is_not_a_way_in_either() -> None:
    async with serve({"/robots.txt": answer(body=b"secret")}) as inner:
        with pytest.raises(FetchError) as caught:
            await hurried().get(Request(url=inner.url()))
        assert caught.value.word == "private-address"
        assert inner.connections == 0


async def test_a_public_name_that_resolves_inside_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    async with serve({"/": answer(body=b"secret")}) as server:
        resolve_to(monkeypatch, ["127.0.0.1"])
        with pytest.raises(FetchError) as caught:
            await hurried().get(Request(url=f"http://news.example:{server.port}/", respect_robots=False))
        assert caught.value.word == "private-address"
        assert server.connections == 0


async def test_a_name_is_resolved_once_and_the_checked_address_is_the_one_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rebinding: a second look-up, by the connection itself, would give the address inside."""
    connected: list[str] = []

    async def create_connection(self: object, _factory: object, host: str, port: int, **_: object) -> None:
        connected.append(host)
        raise ConnectionRefusedError

    asked = resolve_to(monkeypatch, [PUBLIC, "127.0.0.1"])
    monkeypatch.setattr(asyncio.BaseEventLoop, "create_connection", create_connection)
    with pytest.raises(FetchError) as caught:
        await hurried().get(Request(url="http://news.example/", respect_robots=False))
    assert (caught.value.word, asked, connected) == ("refused", ["news.example"], [PUBLIC])


async def test_an_outside_page_cannot_send_a_request_back_to_the_permitted_address(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with serve({}) as server:
        there = f"http://desk.example:{server.port}/"
        server.routes = {
            "/": answer(302, location=f"http://outside.example:{server.port}/away"),
            "/away": answer(302, location=there + "delete-everything"),
        }
        resolve_to(monkeypatch, ["127.0.0.1"])
        monkeypatch.setattr("board.fetch.wire.is_public", lambda _: True)
        wanted = Request(url=there, private=("desk.example", server.port), respect_robots=False)
        assert server.connections == 0
        monkeypatch.setattr("board.fetch.wire.is_public", lambda _: server.paths()[-1:] == ["/"])
        with pytest.raises(FetchError) as caught:
            await hurried().get(wanted)
        assert caught.value.word == "private-address"
        assert server.paths() == ["/", "/away"]


async def test_what_is_posted_goes_inside_only_where_that_was_allowed() -> None:
    async with serve({"/hook": answer(204)}) as server:
        for url in (server.url("/hook"), server.url("/hook", scheme="https")):
            with pytest.raises(FetchError, match="allow_private would permit it"):
                await hurried().post(url, b"{}", "application/json")
        assert server.connections == 0
        await hurried().post(server.url("/hook"), b'{"a": 1}', "application/json", allow_private=True)
        (asked,) = server.asked
        assert (asked.method, asked.body, asked.heads["content-type"]) == ("POST", b'{"a": 1}', "application/json")


async def test_what_is_posted_follows_no_redirect() -> None:
    async with serve({"/there": answer(204)}) as other, serve({"/hook": answer(307, location=other.url())}) as server:
        with pytest.raises(FetchError) as caught:
            await hurried().post(server.url("/hook"), b"{}", "application/json", allow_private=True)
        assert (caught.value.word, other.connections) == ("status", 0)
