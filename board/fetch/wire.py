"""The network as the HTTP client sees it: connects only to checked addresses and counts every byte that comes in."""

from __future__ import annotations

import ssl
from collections.abc import Iterable
from typing import Any

import httpcore

from board.errors import FetchError
from board.fetch.addresses import is_public
from board.fetch.resolve import resolve


class Budget:
    """What is left of an answer's seconds and bytes; one for all redirects of a request."""

    def __init__(self, seconds: float, wire_bytes: int) -> None:
        self.seconds = seconds
        self._bytes = wire_bytes
        self._allowed = wire_bytes

    def spend(self, count: int) -> None:
        """Raises: FetchError (`too-large`) once more came in than was allowed."""
        self._bytes -= count
        if self._bytes < 0:
            raise FetchError("too-large", f"more than {self._allowed // (1024 * 1024)} MiB came over the wire")


class CheckedNetwork(httpcore.AsyncNetworkBackend):
    """Resolves a name, refuses addresses that are not public, and connects to exactly the one it checked.

    Checking here, and not the URL, is what makes a name that resolves differently the second time harmless.
    """

    def __init__(self, budget: Budget, private: tuple[str, int] | None) -> None:
        self._budget = budget
        self._private = private
        self._plain = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - the signature is httpcore's
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Raises: FetchError (`private-address`), socket.gaierror, httpcore.ConnectError, httpcore.ConnectTimeout."""
        addresses = await resolve(host, port)
        if (host, port) != self._private:
            addresses = [address for address in addresses if is_public(address)]
        if not addresses:
            raise FetchError("private-address", f"{host} is a private address; allow_private would permit it")
        for address in addresses[:-1]:
            try:
                return await self._connect(address, port, timeout)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
        return await self._connect(addresses[-1], port, timeout)

    async def _connect(self, address: str, port: int, seconds: float | None) -> httpcore.AsyncNetworkStream:
        return _CountedStream(await self._plain.connect_tcp(address, port, timeout=seconds), self._budget)


class _CountedStream(httpcore.AsyncNetworkStream):
    """A stream whose reads are paid from the budget."""

    def __init__(self, inner: httpcore.AsyncNetworkStream, budget: Budget) -> None:
        self._inner = inner
        self._budget = budget

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109
        data = await self._inner.read(max_bytes, timeout)
        self._budget.spend(len(data))
        return data

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109
        await self._inner.write(buffer, timeout)

    async def aclose(self) -> None:
        await self._inner.aclose()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109
    ) -> httpcore.AsyncNetworkStream:
        return _CountedStream(await self._inner.start_tls(ssl_context, server_hostname, timeout), self._budget)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)
