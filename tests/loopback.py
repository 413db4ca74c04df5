"""A loopback server that answers what a test wrote down, byte for byte, and remembers who asked for what."""

from __future__ import annotations

import asyncio
import ssl
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from concurrent.futures import Future
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, field

Script = Callable[[asyncio.StreamWriter], Awaitable[None]]
Route = bytes | Script


@dataclass(frozen=True)
class Asked:
    path: str
    heads: Mapping[str, str]
    at: float
    """When it was asked, in the server's seconds."""
    method: str = "GET"
    body: bytes = b""


@dataclass
class Server:
    host: str
    port: int
    routes: Mapping[str, Route]
    asked: list[Asked] = field(default_factory=list)
    connections: int = 0
    sent: int = 0
    """Bytes of answers."""
    busy: list[tuple[float, float]] = field(default_factory=list)
    """When somebody was connected, from and to, in the server's seconds."""

    def url(self, path: str = "/", *, scheme: str = "http") -> str:
        return f"{scheme}://{self.host}:{self.port}{path}"

    @property
    def place(self) -> tuple[str, int]:
        return self.host, self.port

    def paths(self) -> list[str]:
        return [asked.path for asked in self.asked]

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        now = asyncio.get_running_loop().time
        begun = now()
        with suppress(OSError, asyncio.IncompleteReadError):
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
            heads = dict(line.split(": ", 1) for line in head[1:] if line)
            method, path, _ = head[0].split(" ")
            asked = {name.lower(): value for name, value in heads.items()}
            body = await reader.readexactly(int(asked.get("content-length", 0)))
            self.asked.append(Asked(path, asked, now(), method, body))
            route = self.routes.get(path, answer(404))
            if callable(route):
                await route(writer)
            else:
                self.sent += len(route)
                writer.write(route)
                await writer.drain()
        writer.close()
        self.busy.append((begun, now()))


def answer(status: int = 200, body: bytes = b"", heads: Mapping[str, str] | None = None, **more: str) -> bytes:
    """A proper answer; names of heads with `_` for `-`."""
    fields = {"content_length": str(len(body)), **(heads or {}), **more}
    lines = [f"{name.replace('_', '-')}: {value}" for name, value in fields.items()]
    return "\r\n".join([f"HTTP/1.1 {status} Whatever", *lines, "", ""]).encode("latin-1") + body


@asynccontextmanager
async def serve(
    routes: Mapping[str, Route], host: str = "127.0.0.1", context: ssl.SSLContext | None = None
) -> AsyncIterator[Server]:
    served = Server(host, 0, routes)
    listening = await asyncio.start_server(served._serve, host, 0, ssl=context)
    served.port = listening.sockets[0].getsockname()[1]
    try:
        yield served
    finally:
        listening.close()


@contextmanager
def served(routes: Mapping[str, Mapping[str, Route]]) -> Iterator[dict[str, Server]]:
    """Servers by host in a thread of their own, for a test that leaves the main thread to somebody else."""
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
        yield servers.result(timeout=60)
    finally:
        loop[0].call_soon_threadsafe(done.set)
        thread.join()
