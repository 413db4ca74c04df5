"""robots.txt: who is welcome where, asked once a day for each host and kept in mind."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from protego import Protego

from board.errors import FetchError
from board.fetch.exchange import Answer

NAME = "board"
"""What robots.txt calls this program."""
_NOBODY = "-"
_AGENT = re.compile(r"\s*user[- ]?agent(?:\s*:|\s)\s*(?P<name>.*)", re.IGNORECASE)
_LARGEST = 200_000
"""Bytes of robots.txt that are looked at; real ones have a few thousand."""
_GOOD_FOR = 86_400.0
_UNREADABLE_FOR = 3_600.0
_REMEMBERED = 1_000


@dataclass(frozen=True, slots=True)
class Rules:
    """What a host's robots.txt says to this program."""

    parsed: Protego | None = None
    """`None`: there is none, or it could not be read."""
    unreadable: bool = False
    """The server failed over it: nobody knows what it says."""

    def allow(self, url: str) -> bool:
        return self.parsed is None or bool(self.parsed.can_fetch(url, NAME))

    @property
    def crawl_delay(self) -> float:
        return float((self.parsed and self.parsed.crawl_delay(NAME)) or 0.0)


@dataclass(slots=True)
class _Host:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    rules: Rules = Rules()
    good_until: float = 0.0


class Robots:
    """Rules by host. `read` fetches an address; it raises FetchError, and answers with a status otherwise."""

    def __init__(self, read: Callable[[str, tuple[str, int] | None], Awaitable[Answer]]) -> None:
        self._read = read
        self._hosts: dict[str, _Host] = {}

    async def rules(self, url: str, private: tuple[str, int] | None) -> Rules:
        """The rules that hold for `url`. Raises: FetchError where the host cannot be reached at all."""
        address = robots_address(url)
        host = self._hosts.setdefault(address, _Host())
        async with host.lock:
            if host.good_until <= _now():
                host.rules = await self._ask(address, private)
                host.good_until = _now() + (_UNREADABLE_FOR if host.rules.unreadable else _GOOD_FOR)
        self._forget()
        return host.rules

    async def _ask(self, address: str, private: tuple[str, int] | None) -> Rules:
        try:
            answer = await self._read(address, private)
        except FetchError as error:
            if error.word in {"dns", "refused", "tls", "private-address"}:
                raise  # the host is not there for the page either
            return Rules(unreadable=True)
        if answer.status == 200:
            return Rules(parsed=Protego.parse(_for_us(answer.body[:_LARGEST].decode("utf-8", "replace"))))
        return Rules(unreadable=answer.status >= 500 or answer.status == 429)

    def _forget(self) -> None:
        if len(self._hosts) > _REMEMBERED:
            now = _now()
            self._hosts = {
                address: host for address, host in self._hosts.items() if host.lock.locked() or host.good_until > now
            }


def _for_us(text: str) -> str:
    """The same rules, with one name in place of all others: under each name the parser keeps a copy of every rule below
    it, and thousands of names above thousands of rules would cost minutes and gigabytes."""
    return "\n".join(_renamed(line.partition("#")[0]) for line in text.splitlines())


def _renamed(line: str) -> str:
    match = _AGENT.match(line)
    if match is None:
        return line
    name = match["name"].strip().lower()
    bare = name.replace("*", "")
    return f"User-agent: {name if name == '*' else bare if bare and NAME.startswith(bare) else _NOBODY}"


def robots_address(url: str) -> str:
    """Where the robots.txt lies that speaks of `url`."""
    scheme, _, rest = url.partition("://")
    host = rest.partition("/")[0].partition("?")[0].partition("#")[0]
    return f"{scheme}://{host}/robots.txt"


def _now() -> float:
    return asyncio.get_running_loop().time()
