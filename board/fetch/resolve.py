"""Names to addresses, in a thread that nobody has to wait for."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import threading

ADDRESSES_TRIED = 4
"""Of one name; a host with more that are all dead is dead enough."""


async def resolve(host: str, port: int) -> list[str]:
    """The host's addresses in the resolver's order, each once, at most `ADDRESSES_TRIED`. Raises: OSError, ValueError.

    A resolver cannot be interrupted and may take half a minute over a dead name. In a pool of threads a few such names
    would hold up all the others, and the program's end; a thread of its own does neither.
    """
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[list[str]] = loop.create_future()

    def ask() -> None:
        found: list[str] | OSError | ValueError
        try:
            entries = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            found = list(dict.fromkeys(str(entry[4][0]) for entry in entries))[:ADDRESSES_TRIED]
        except (OSError, ValueError) as error:
            found = error
        with contextlib.suppress(RuntimeError):  # the loop is closed: nobody waits any more
            loop.call_soon_threadsafe(_settle, answer, found)

    threading.Thread(target=ask, name=f"resolve {host}", daemon=True).start()
    return await answer


def _settle(answer: asyncio.Future[list[str]], found: list[str] | OSError | ValueError) -> None:
    if answer.done():
        return
    if isinstance(found, list):
        answer.set_result(found)
    else:
        answer.set_exception(found)
