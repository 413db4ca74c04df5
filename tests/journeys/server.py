"""A loopback server in a thread of its own: its pages change, it goes down, and it comes back at the same address."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from typing import Any

from tests.loopback import Route, Server, answer

_PATIENCE = 60


class Site:
    """What is served at one address. Pages are set from the test's thread."""

    def __init__(self) -> None:
        self._routes: dict[str, Route] = {"/robots.txt": answer(404)}
        self._server = Server("127.0.0.1", 0, self._routes)
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever)
        self._listening: asyncio.Server | None = None

    def url(self, path: str) -> str:
        return self._server.url(path)

    def asked(self, path: str) -> int:
        """How often it was asked for a page."""
        return self._server.paths().count(path)

    def serve(self, path: str, body: str | bytes, sort: str = "text/html; charset=utf-8") -> None:
        """Put a page in the place of what was there."""
        data = body.encode() if isinstance(body, str) else body
        self._routes[path] = answer(200, data, content_type=sort)

    def answer(self, path: str, data: bytes) -> None:
        """Give this answer, head and all, for a page."""
        self._routes[path] = data

    def go_down(self) -> None:
        """Nobody answers at the address any more."""
        self._do(self._close())

    def come_back(self) -> None:
        """The same pages at the same address."""
        self._do(self._open())

    @contextmanager
    def running(self) -> Iterator[Site]:
        self._thread.start()
        try:
            self.come_back()
            yield self
            self.go_down()
        finally:
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join()
            self._loop.close()

    def _do(self, what: Coroutine[Any, Any, None]) -> None:
        asyncio.run_coroutine_threadsafe(what, self._loop).result(_PATIENCE)

    async def _open(self) -> None:
        listening = await asyncio.start_server(self._server._serve, self._server.host, self._server.port)
        self._server.port = listening.sockets[0].getsockname()[1]
        self._listening = listening

    async def _close(self) -> None:
        if self._listening is not None:
            self._listening.close()
            self._listening = None
