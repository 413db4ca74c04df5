"""One request and its answer over a connection of its own."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Mapping
from dataclasses import dataclass

import httpcore
import httpx

from board.errors import FetchError
from board.fetch import heads
from board.fetch.inflate import ACCEPTED, too_large, unpacker
from board.fetch.request import Limits
from board.fetch.wire import Budget, CheckedNetwork

_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server answered; `body` is only read with status 200."""

    url: str
    status: int
    sent: Mapping[str, tuple[str, ...]]
    """All heads by lower-case name, uncleaned."""
    body: bytes

    @property
    def heads(self) -> dict[str, str]:
        """The first value of each head."""
        return {name: values[0] for name, values in self.sent.items()}


def place(url: str) -> tuple[str, int]:
    """Host (as the resolver is asked for it) and port. Raises: httpx.InvalidURL, ValueError."""
    parsed = httpx.URL(url)
    return parsed.raw_host.decode("ascii"), parsed.port or _PORTS[parsed.scheme]


async def exchange(
    url: str,
    asked: Mapping[str, str],
    *,
    limits: Limits,
    budget: Budget,
    private: tuple[str, int] | None,
    context: ssl.SSLContext,
    content: bytes = b"",
) -> Answer:
    """Ask for `url` with the heads `asked`, or post `content` there.

    No connection is kept: a host is asked again only minutes later. Raises: FetchError and `words.EXPECTED`.
    """
    started = asyncio.get_running_loop().time()
    try:
        async with asyncio.timeout(budget.seconds) as deadline:
            request = _request(url, asked, limits, content)
            return await _answer(request, url, limits, CheckedNetwork(budget, private), context)
    except TimeoutError as error:
        if deadline.expired():
            raise FetchError("timeout", f"no whole answer within {limits.total_seconds:g} seconds") from error
        raise
    finally:
        budget.seconds -= asyncio.get_running_loop().time() - started


def _request(url: str, asked: Mapping[str, str], limits: Limits, content: bytes) -> httpcore.Request:
    parsed = httpx.URL(url)
    fields = {"Host": parsed.netloc.decode("ascii"), "Accept-Encoding": ACCEPTED, "Connection": "close", **asked}
    if content:
        fields["Content-Length"] = str(len(content))
    address = httpcore.URL(scheme=parsed.raw_scheme, host=parsed.raw_host, port=place(url)[1], target=parsed.raw_path)
    seconds = {"connect": limits.connect_seconds, "read": limits.read_seconds, "write": limits.read_seconds}
    return httpcore.Request(
        "POST" if content else "GET",
        address,
        headers=list(fields.items()),
        content=content or None,
        extensions={"timeout": seconds},
    )


async def _answer(
    request: httpcore.Request, url: str, limits: Limits, network: CheckedNetwork, context: ssl.SSLContext
) -> Answer:
    origin = request.url.origin
    async with httpcore.AsyncHTTPConnection(origin, ssl_context=context, network_backend=network) as connection:
        response = await connection.handle_async_request(request)
        try:
            sent = heads.collect(response.headers)
            body = await _body(response, sent, limits.body_bytes) if response.status == 200 else b""
        finally:
            await response.aclose()
    return Answer(url=url, status=response.status, sent=sent, body=body)


async def _body(response: httpcore.Response, sent: Mapping[str, tuple[str, ...]], limit: int) -> bytes:
    """The unpacked body. Raises: FetchError (`too-large`, `encoding`)."""
    unpack = unpacker(", ".join(sent.get("content-encoding", ())), limit)
    said = sent.get("content-length", ("",))[0]
    if said.isascii() and said.isdigit() and int(said[:19]) > limit:
        raise too_large(limit)
    parts = [unpack.feed(chunk) async for chunk in response.aiter_stream()]
    unpack.finish()
    return b"".join(parts)
