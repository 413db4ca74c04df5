"""How fast the collector is, and what it weighs: `python -m tests.bench.fetch_many [SOURCES] [HOSTS]`.

A server in a process of its own answers on many loopback addresses with feeds of twenty items and with an article;
the gap between requests is taken out, so that what is measured is the program and not its manners. Prints requests
a second through the client alone, sources a second and memory of a first and of an unchanged pass, and the time of an
article in the child. Without numbers it is 1,000 sources on 50 hosts.
"""

from __future__ import annotations

import asyncio
import resource
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from board.collector.once import collect
from board.fetch.manners import Manners
from board.fetch.request import Request
from board.model import About
from board.reading.words.vocabulary import Vocabulary
from board.sources import article
from board.workshop.job import job_of
from board.workshop.warm import Workshop
from tests.collector.boards import board
from tests.fetch.client import hurried
from tests.loopback import answer, serve
from tests.refresh.made import rss
from tests.refresh.specs import source

ITEMS = 20
PARAGRAPH = (
    "<p>A NATO official said on Thursday that about 600 troops of the United States serve in KFOR. “There is no "
    "change to announce,” a spokesman of the Ministry of Defence, Agron Krasniqi, told reporters in Pristina. In "
    "February 2025 the alliance counted 4,767 troops from 33 countries, among them 907 from "
    "Italy and 590 from the United States.</p>"
)
ARTICLE = f"<html><head><title>KFOR</title></head><body><article>{PARAGRAPH * 12}</article></body></html>".encode()


class AnyFeed(dict[str, bytes]):
    """The same feed, with an ETag, at every address."""

    def get(self, path: str, default: object = None) -> bytes:
        if path == "/robots.txt":
            return answer(404)
        return answer(body=rss(*(f"{path} says {n}" for n in range(ITEMS))), etag=f'"{path}"')


async def serve_hosts(hosts: int) -> None:
    """Print the ports, then serve until standard input ends."""
    servers = [serve(AnyFeed(), f"127.0.1.{n + 1}") for n in range(hosts)]
    started = [await one.__aenter__() for one in servers]
    print(*(f"{server.host}:{server.port}" for server in started), flush=True)
    await asyncio.to_thread(sys.stdin.read)


async def requests_alone(addresses: list[str]) -> float:
    """Requests a second through the client, 50 hosts at once, nothing parsed or stored."""
    client = hurried()
    by_host: dict[str, list[str]] = {}
    for address in addresses:
        by_host.setdefault(address.split("/")[2], []).append(address)

    async def one_host(mine: list[str]) -> None:
        for address in mine:
            host, port = address.split("/")[2].split(":")
            await client.get(Request(url=address, private=(host, int(port)), respect_robots=False))

    began = time.perf_counter()
    await asyncio.gather(*map(one_host, by_host.values()))
    return len(addresses) / (time.perf_counter() - began)


async def article_seconds(count: int) -> tuple[float, float]:
    """Seconds of the first article (the child starts) and of each later one."""
    workshop = Workshop()
    spec = source(kind="article", options=article.Options())
    about = About(address="https://desk.example/1", media_type="text/html", retrieved=datetime.now(UTC))
    took = []
    for _ in range(count):
        began = time.perf_counter()
        await workshop.read(job_of(spec, ARTICLE, about, Vocabulary()))
        took.append(time.perf_counter() - began)
    await workshop.close()
    return took[0], sorted(took[1:])[len(took) // 2]


def main(sources: int = 1000, hosts: int = 50) -> None:
    """Measure and print."""
    server = subprocess.Popen(
        [sys.executable, "-m", "tests.bench.fetch_many", "serve", str(hosts)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert server.stdout is not None
    places = server.stdout.readline().split()
    addresses = {f"s{n}": f"http://{places[n % hosts]}/s{n}" for n in range(sources)}
    rate = asyncio.run(requests_alone(list(addresses.values())))
    print(f"requests alone: {rate:.0f}/s over {hosts} hosts")
    with tempfile.TemporaryDirectory() as folder:
        config = board(Path(folder), addresses)
        for word in ("first", "second, unchanged"):
            began = time.perf_counter()
            collect(config, Path(folder) / "store", force=True, tell=lambda _: None, manners=Manners(gap=0.0))
            took = time.perf_counter() - began
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(f"{word} pass: {sources} sources in {took:.1f} s, {sources / took:.0f}/s; peak {peak:.0f} MiB")
    first, later = asyncio.run(article_seconds(30))
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"an article of {len(ARTICLE)} bytes: {later * 1000:.0f} ms, the first {first:.1f} s; peak {child:.0f} MiB")
    server.kill()
    server.wait()


if __name__ == "__main__":
    if sys.argv[1:2] == ["serve"]:
        asyncio.run(serve_hosts(int(sys.argv[2])))
    else:
        main(*map(int, sys.argv[1:3]))
