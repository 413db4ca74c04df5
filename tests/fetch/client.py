"""A client that waits for nobody, for tests that are not about waiting."""

from __future__ import annotations

import pytest

from board.errors import FetchError
from board.fetch.client import Client
from board.fetch.manners import Manners
from board.fetch.request import Limits, Request
from board.outcome import Fetched, NotModified, Validators
from tests.loopback import Server


def hurried(limits: Limits | None = None) -> Client:
    return Client("board/test", limits=limits, manners=Manners(gap=0.0))


async def read(
    server: Server,
    path: str = "/",
    *,
    limits: Limits | None = None,
    validators: Validators | None = None,
    respect_robots: bool = False,
) -> Fetched | NotModified:
    request = Request(
        url=server.url(path),
        private=server.place,
        validators=validators or Validators(),
        respect_robots=respect_robots,
    )
    return await hurried(limits).get(request)


async def body(server: Server, path: str = "/", *, limits: Limits | None = None) -> bytes:
    fetched = await read(server, path, limits=limits)
    assert isinstance(fetched, Fetched)
    return fetched.body


async def refusal(server: Server, path: str = "/", *, limits: Limits | None = None) -> FetchError:
    with pytest.raises(FetchError) as caught:
        await read(server, path, limits=limits)
    return caught.value
