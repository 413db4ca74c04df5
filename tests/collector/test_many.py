"""Many sources on many hosts: manners under load, and a second pass that costs next to nothing."""

from __future__ import annotations

import asyncio
import hashlib
from itertools import pairwise
from pathlib import Path

import pytest

from board.collector.once import collect
from board.fetch.manners import Manners
from tests.collector.boards import board
from tests.loopback import Route, Server, answer, served
from tests.refresh.made import rss

SHORT = (60, 6, 0.02)
LONG = (1000, 50, 0.05)


class Feed:
    """One feed that knows its ETag."""

    def __init__(self, server: list[Server], name: str) -> None:
        self._server = server
        self._name = name
        self._body = rss(*(f"{name} item {n}" for n in range(5)))
        self._etag = f'"{hashlib.sha256(self._body).hexdigest()[:8]}"'
        self.bodies = 0

    async def __call__(self, writer: asyncio.StreamWriter) -> None:
        asked = self._server[0].asked[-1]
        await asyncio.sleep(0.001)
        if asked.heads.get("if-none-match") == self._etag:
            writer.write(answer(304))
        else:
            self.bodies += 1
            writer.write(answer(body=self._body, etag=self._etag))
        await writer.drain()


@pytest.mark.parametrize("size", [SHORT, pytest.param(LONG, marks=pytest.mark.long)])
def test_no_host_is_hurried_and_an_unchanged_pass_moves_no_body(size: tuple[int, int, float], tmp_path: Path) -> None:
    sources, hosts, gap = size
    behind: dict[str, list[Server]] = {f"127.0.1.{n + 1}": [] for n in range(hosts)}
    feeds: dict[str, Feed] = {}
    routes: dict[str, dict[str, Route]] = {host: {} for host in behind}
    for n in range(sources):
        host = list(behind)[n % hosts]
        feeds[f"/s{n}"] = Feed(behind[host], f"s{n}")
        routes[host][f"/s{n}"] = feeds[f"/s{n}"]
    with served(routes) as servers:
        for host, server in servers.items():
            behind[host].append(server)
        addresses = {path[1:]: servers[host].url(path) for host in routes for path in routes[host]}
        config = board(tmp_path, addresses)
        told: list[str] = []
        assert collect(config, tmp_path / "store", tell=told.append, manners=Manners(gap=gap)) == 0
        assert told[-1] == f"{sources} sources: {sources} updated"
        assert collect(config, tmp_path / "store", force=True, tell=told.append, manners=Manners(gap=gap)) == 0
        assert told[-1] == f"{sources} sources: {sources} unchanged"
    assert [feed.bodies for feed in feeds.values()] == [1] * sources
    for server in servers.values():
        assert server.paths().count("/robots.txt") == 2
        visits = sorted(server.busy)
        # A server sees the next connection a little after the last one's end on our side: never sooner than the gap.
        assert all(later[0] - earlier[0] >= gap for earlier, later in pairwise(visits))
        assert all(later[0] >= earlier[1] for earlier, later in pairwise(visits))
