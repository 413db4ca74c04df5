"""Answers put together by chance from what has ever made a client stumble: one kind of error, never another."""

from __future__ import annotations

import gzip
import random

import pytest

from board.errors import FetchError
from board.fetch.request import Limits, Request
from tests.fetch.client import hurried
from tests.loopback import serve

STARTS = (
    b"HTTP/1.1 200 OK",
    b"HTTP/1.1 301 Moved",
    b"HTTP/1.1 304 No",
    b"HTTP/1.1 429 Slow",
    b"HTTP/1.0 ",
    b"\x00",
    b"",
)
NAMES = (
    b"Content-Length: ",
    b"Transfer-Encoding: ",
    b"Location: ",
    b"Content-Encoding: ",
    b"Content-Type: text/html; charset=",
    b"Retry-After: ",
    b"Expires: ",
    b"Date: ",
    b"Cache-Control: max-age=",
    b"ETag: ",
    b"\xff: ",
    b"",
)
VALUES = (
    b"5",
    b"-1",
    b"9" * 30,
    b"chunked",
    b"gzip",
    b"gzip, gzip",
    b"br",
    b"//",
    b"https://[::1",
    b"http://\xff/",
    b"http://\xc3\xa9.example/",
    b"http://127.0.0.1:99999/",
    b"http://127.0.0.1:1/",
    b"Mon, 01 Jan 0001 00:00:00 +2359",
    b"Fri, 31 Dec 9999 23:59:59 -2359",
    b"Sat, 99 Foo 2026",
    b"\x1b[31m\x9b",
    b"zlib_codec",
    b"x" * 5000,
    b"",
)
BODIES = (b"hello", b"5\r\nhello\r\n0\r\n\r\n", gzip.compress(b"hello"), b"zz\r\n", b"\x00\xff", b"")


def chance_answer(chance: random.Random) -> bytes:
    heads = [chance.choice(NAMES) + chance.choice(VALUES) for _ in range(chance.randint(0, 4))]
    end = chance.choice((b"\r\n", b"\r\n", b"\r\n", b"\n"))
    return end.join((chance.choice(STARTS), *heads, b"", chance.choice(BODIES)))


@pytest.mark.parametrize("rounds", [150, pytest.param(5000, marks=pytest.mark.long)])
async def test_whatever_is_answered_is_bytes_or_one_error_with_a_clean_message(rounds: int) -> None:
    chance = random.Random(6)
    async with serve({}) as server:
        client = hurried(Limits(total_seconds=0.3))
        for _ in range(rounds):
            server.routes = {"/": chance_answer(chance)}
            try:
                await client.get(Request(url=server.url(), private=server.place, respect_robots=False))
            except FetchError as error:
                assert str(error).isprintable(), server.routes["/"]  # noqa: PT017 - most answers are errors, some are not
