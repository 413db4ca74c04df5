"""Boards on disk, and servers beside the test, for a collector that wants the main thread to itself."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator, Mapping
from concurrent.futures import Future
from contextlib import AsyncExitStack, contextmanager
from pathlib import Path

from board.config import load
from board.spec import Config
from tests.fetch.server import Route, Server, serve


def board(folder: Path, sources: Mapping[str, str], more: str = "") -> Config:
    """A board.toml with feeds by name and address, loaded."""
    file = folder / "board.toml"
    blocks = [
        f'[source.{name}]\nkind = "feed"\nurl = "{url}"\nevery = "1h"\nallow_private = true\n'
        for name, url in sources.items()
    ]
    file.write_text("\n".join(['[[panel]]\nkind = "sources"\n', more, *blocks]))
    return load(file, "board.toml")


@contextmanager
def served(routes: Mapping[str, Mapping[str, Route]]) -> Iterator[dict[str, Server]]:
    """Servers by host, in a thread of their own."""
    servers: Future[dict[str, Server]] = Future()
    done = asyncio.Event()
    loop: list[asyncio.AbstractEventLoop] = []

    async def run() -> None:
        loop.append(asyncio.get_running_loop())
        async with AsyncExitStack() as stack:
            servers.set_result(
                {host: await stack.enter_async_context(serve(given, host)) for host, given in routes.items()}
            )
            await done.wait()

    thread = threading.Thread(target=lambda: asyncio.run(run()))
    thread.start()
    try:
        yield servers.result(timeout=10)
    finally:
        loop[0].call_soon_threadsafe(done.set)
        thread.join()
