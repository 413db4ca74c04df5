"""Ctrl+C while sources are read: once is enough for every board, and more of them are no mistake of the program's."""

from __future__ import annotations

import asyncio
import signal

import pytest

from tests.commands.person import PATIENCE, Person
from tests.loopback import Script, Server, serve

BOARD = """
[board]
title = "A board"
{tabs}

[[panel]]
kind = "statements"

[source.slow]
kind = "feed"
url = "{url}"
allow_private = true
respect_robots = false
"""


def never(asked: asyncio.Event) -> Script:
    """A server that takes the request and says nothing."""

    async def wait(_: asyncio.StreamWriter) -> None:
        asked.set()
        await asyncio.sleep(PATIENCE)

    return wait


@pytest.mark.parametrize("times", [1, 3])
async def test_an_interruption_ends_all_boards_with_130_however_often_it_comes(person: Person, times: int) -> None:
    asked = asyncio.Event()
    async with serve({"/first": never(asked), "/second": never(asked)}) as server:
        boards(person, server)
        process = person.started("collect", "--once")
        async with asyncio.timeout(PATIENCE):
            await asked.wait()
        for _ in range(times):
            process.send_signal(signal.SIGINT)
        _, said = await asyncio.to_thread(process.communicate, timeout=PATIENCE)
    assert (process.returncode, "Traceback" in said, server.paths()) == (130, False, ["/first"])


def boards(person: Person, server: Server) -> None:
    person.writes(BOARD.format(tabs='tabs = ["second.toml"]', url=server.url("/first")))
    person.writes(BOARD.format(tabs="", url=server.url("/second")), "second.toml")
