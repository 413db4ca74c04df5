"""Rules 9 and 10: no answer takes longer, or becomes larger, than it may."""

from __future__ import annotations

import asyncio
import gzip
import socket
import threading
import time
import zlib

import pytest

from board.errors import FetchError
from board.fetch.request import Limits, Request
from tests.fetch.client import body, hurried, refusal
from tests.loopback import Route, answer, serve

MIB = 1024 * 1024
IMPATIENT = Limits(total_seconds=0.3, read_seconds=5.0)


async def _dribble(writer: asyncio.StreamWriter, first: bytes, piece: bytes) -> None:
    writer.write(first)
    while not writer.is_closing():
        writer.write(piece)
        await writer.drain()
        await asyncio.sleep(0.02)


async def silent(writer: asyncio.StreamWriter) -> None:
    await asyncio.sleep(5)


async def slow_heads(writer: asyncio.StreamWriter) -> None:
    await _dribble(writer, b"HTTP/1.1 200 OK\r\n", b"X-More: and more\r\n")


async def slow_body(writer: asyncio.StreamWriter) -> None:
    await _dribble(writer, b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n", b"x")


async def always_continue(writer: asyncio.StreamWriter) -> None:
    await _dribble(writer, b"", b"HTTP/1.1 100 Continue\r\n\r\n")


@pytest.mark.parametrize("route", [silent, slow_heads, slow_body, always_continue])
async def test_the_time_limit_holds_for_the_whole_answer(route: Route) -> None:
    async with serve({"/": route}) as server:
        started = time.monotonic()
        assert (await refusal(server, limits=IMPATIENT)).word == "timeout"
        assert time.monotonic() - started < 2


async def test_a_resolver_that_hangs_holds_up_neither_the_others_nor_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    hanging = threading.Event()

    def hang(*_: object, **__: object) -> None:
        hanging.wait(30)
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", hang)
    client = hurried(IMPATIENT)
    started = time.monotonic()
    requests = [Request(url=f"http://dead-{n}.example/", respect_robots=False) for n in range(20)]
    found = await asyncio.gather(*map(client.get, requests), return_exceptions=True)
    hanging.set()
    assert {error.word for error in found if isinstance(error, FetchError)} == {"timeout"}
    assert time.monotonic() - started < 5


async def test_slow_redirects_share_one_time_limit() -> None:
    async def slowly(writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.12)
        writer.write(answer(302, location="/"))

    async with serve({"/": slowly}) as server:
        assert (await refusal(server, limits=IMPATIENT)).word == "timeout"
        assert len(server.asked) <= 3


async def test_chunk_marks_count_as_bytes() -> None:
    async def long_marks(writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        while not writer.is_closing():
            writer.write(b"1;" + b"x" * 10_000 + b"\r\na\r\n")
            await writer.drain()

    async with serve({"/": long_marks}) as server:
        error = await refusal(server, limits=Limits(wire_bytes=2 * MIB))
        assert (error.word, str(error)) == ("too-large", "more than 2 MiB came over the wire")


async def test_endless_heads_end() -> None:
    async def endless(writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\n")
        while not writer.is_closing():
            writer.write(b"X-Head: " + b"x" * 5000 + b"\r\n")
            await writer.drain()

    async with serve({"/": endless}) as server:
        assert (await refusal(server)).word in {"protocol", "too-large"}


async def test_a_body_is_refused_by_its_announced_size() -> None:
    async with serve({"/": b"HTTP/1.1 200 OK\r\nContent-Length: 6000000\r\n\r\n"}) as server:
        assert str(await refusal(server)) == "larger than 5.2 MB"


async def test_a_body_is_refused_once_it_grows_too_large() -> None:
    async with serve({"/": b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * 2000}) as server:
        assert (await refusal(server, limits=Limits(body_bytes=1000))).word == "too-large"


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress])
async def test_a_small_body_cannot_unpack_to_a_large_one(pack: type) -> None:
    bomb = pack(bytes(64 * MIB))
    encoding = "gzip" if pack is gzip.compress else "deflate"
    async with serve({"/": answer(body=bomb, content_encoding=encoding)}) as server:
        assert (await refusal(server)).word == "too-large"


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("gzip", gzip.compress(b"news", mtime=0)),
        ("X-GZIP", gzip.compress(b"news", mtime=0)),
        ("gzip", gzip.compress(b"ne", mtime=0) + gzip.compress(b"ws", mtime=0)),
        ("gzip", gzip.compress(b"news", mtime=0) + b"trailing rubbish"),
        ("deflate", zlib.compress(b"news")),
        ("deflate", zlib.compress(b"news", wbits=-15)),
        ("identity", b"news"),
    ],
)
async def test_what_was_asked_for_is_unpacked(encoding: str, packed: bytes) -> None:
    async with serve({"/": answer(body=packed, content_encoding=encoding)}) as server:
        assert await body(server) == b"news"
        assert server.asked[0].heads["accept-encoding"] == "gzip, deflate"


@pytest.mark.parametrize("encoding", ["br", "zstd", "gzip, gzip", "gzip,identity", "compress", "x\x1b]0;"])
async def test_an_encoding_that_was_not_asked_for_is_refused(encoding: str) -> None:
    async with serve({"/": answer(body=gzip.compress(b"news", mtime=0), content_encoding=encoding)}) as server:
        error = await refusal(server)
        assert error.word in {"encoding", "protocol"}
        assert str(error).isprintable()


@pytest.mark.parametrize("packed", [gzip.compress(b"news" * 100, mtime=0)[:-20], b"not packed at all"])
async def test_a_packed_body_that_is_damaged_or_breaks_off_is_an_error(packed: bytes) -> None:
    async with serve({"/": answer(body=packed, content_encoding="gzip")}) as server:
        assert (await refusal(server)).word == "encoding"
