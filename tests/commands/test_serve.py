"""The board in a browser: only with the token that was printed, and the real board behind it."""

from __future__ import annotations

import asyncio
import select
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.commands.person import PATIENCE, Person

aiohttp = pytest.importorskip("aiohttp", reason="the extra `serve` is not installed")
pytest.importorskip("textual_serve")


@contextmanager
def serving(person: Person) -> Iterator[str]:
    """A `board serve` and the address it printed; it is ended with SIGINT, and ends well."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = person.started("serve", "--offline", "--port", str(port))
    try:
        assert process.stdout is not None
        ready, _, _ = select.select([process.stdout], [], [], PATIENCE)
        assert ready
        yield process.stdout.readline().strip()
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 0
    finally:
        process.kill()
        process.communicate()


async def seen(address: str) -> tuple[list[int], str]:
    """What somebody without the token is answered, somebody with a wrong one, and one with the right one; and what
    the last one's browser is sent to draw."""
    root = address.partition("?")[0]
    screen = ""
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as browser:
        statuses = []
        for page in (root, f"{root}?token=guessed", f"{root}ws", f"{root}static/js/textual.js", address):
            async with browser.get(page) as answer:
                statuses.append(answer.status)
        async with asyncio.timeout(PATIENCE), browser.ws_connect(f"{root}ws?width=120&height=40") as socket_:
            while "907" not in screen:
                message = await socket_.receive()
                screen += message.data.decode("utf-8", "replace") if isinstance(message.data, bytes) else ""
    return statuses, screen


def test_only_the_printed_address_opens_the_board(informed: Person) -> None:
    with serving(informed) as address:
        assert address.startswith("http://127.0.0.1:")
        statuses, screen = asyncio.run(seen(address))
    assert statuses == [403, 403, 403, 403, 200]
    assert "Italy" in screen


def test_without_the_extra_it_says_what_to_install(person: Person) -> None:
    (person.folder / "without.py").write_text(
        "import importlib.util, sys\n"
        "from board.cli import main\n"
        "find = importlib.util.find_spec\n"
        "importlib.util.find_spec = lambda name, *more: None if name == 'textual_serve' else find(name, *more)\n"
        "sys.exit(main(['serve']))\n"
    )
    done = person.python("without.py")
    assert (done.code, "pip install 'board[serve]'" in done.err) == (2, True)


def test_a_port_that_is_taken_is_a_sentence(person: Person) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = person.board("serve", "--port", str(taken.getsockname()[1]))
    assert (done.code, "cannot be listened on" in done.err, "Traceback" in done.err) == (1, True, False)
