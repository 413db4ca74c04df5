"""The one way to the network: asks with manners, follows redirects with care, and raises nothing but FetchError."""

from __future__ import annotations

import functools
import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

import certifi

from board.errors import FetchError
from board.fetch import heads
from board.fetch.exchange import Answer, exchange, place
from board.fetch.manners import Manners
from board.fetch.redirects import STATUSES, next_hop
from board.fetch.request import Limits, Request
from board.fetch.robots import Robots, Rules
from board.fetch.wire import Budget
from board.fetch.words import EXPECTED, fetch_error, status_error
from board.model import About
from board.outcome import Fetched, NotModified, Validators
from board.text.links import safe_url

_ACCEPT = "application/atom+xml, application/rss+xml, application/xml;q=0.9, text/html;q=0.8, */*;q=0.5"


@dataclass(frozen=True, slots=True)
class _Found:
    """The last answer of a chain of redirects."""

    answer: Answer
    moved_to: str | None
    unreadable_robots: bool


class Client:
    """Reads addresses. One for the whole program, because manners are only kept together."""

    def __init__(
        self,
        agent: str,
        *,
        limits: Limits | None = None,
        manners: Manners | None = None,
        context: ssl.SSLContext | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """`agent` is the User-Agent sent. `context` replaces the usual set of trusted certificates."""
        self.agent = agent
        self._limits = limits or Limits()
        self._manners = manners or Manners()
        self._context = context or _trusted()
        self._clock = clock
        self._robots = Robots(self._ask_robots)

    async def get(self, request: Request) -> Fetched | NotModified:
        """The bytes at an address, or word that they have not changed. Raises: FetchError, and nothing else."""
        if safe_url(request.url) is None:
            raise FetchError("protocol", "not a web address")
        found = await self._follow(request)
        now = self._clock()
        said = found.answer.heads
        match found.answer.status:
            case 200:
                return _fetched(found, said, now)
            case 304 if request.validators != Validators():
                return NotModified(
                    retrieved=now,
                    fresh_until=heads.fresh_until(said, now),
                    validators=_newer(request.validators, heads.validators(said)),
                )
            case status:
                raise status_error(status, heads.retry_after(said, now, self._limits))

    async def post(self, url: str, content: bytes, media_type: str, *, allow_private: bool = False) -> None:
        """Hand `content` to an address over https; no redirect is followed.

        With `allow_private` exactly the host and port of `url` may be on a private address, and need not speak https:
        what goes into one's own network a person must have allowed in so many words, as for a source.

        Raises: FetchError, also where the answer is not one of success.
        """
        if not allow_private and not url.startswith("https:"):
            raise FetchError("protocol", "not an https address; allow_private would permit it")
        budget = Budget(self._limits.total_seconds, self._limits.wire_bytes)
        fields = {"Content-Type": media_type, "Accept": "*/*"}
        private = host_and_port(url) if allow_private else None
        answer = await self._ask(url, fields, private, budget, Rules(), content)
        if not 200 <= answer.status < 300:
            raise status_error(answer.status, None)

    async def _follow(self, request: Request) -> _Found:
        budget = Budget(self._limits.total_seconds, self._limits.wire_bytes)
        url, private, moved_to, for_good, unreadable = request.url, request.private, None, True, False
        for _ in range(self._limits.redirects + 1):
            # Once elsewhere, there is no way back in: a public page must not steer requests to a private one.
            private = private if private == host_and_port(url) else None
            try:
                rules = await self._permission(url, private) if request.respect_robots else Rules()
                answer = await self._ask(url, _asked(request.validators), private, budget, rules)
            except FetchError as error:
                raise (_led_astray(url) if error.word == "private-address" and url != request.url else error) from error
            unreadable = unreadable or rules.unreadable
            if answer.status not in STATUSES:
                return _Found(answer, moved_to, unreadable)
            hop = next_hop(answer)
            url, for_good = hop.url, for_good and hop.for_good
            moved_to = url if for_good else moved_to
        raise FetchError("redirect", f"redirected more than {self._limits.redirects} times")

    async def _permission(self, url: str, private: tuple[str, int] | None) -> Rules:
        """Raises: FetchError (`robots`) where the host does not want this program there."""
        rules = await self._robots.rules(url, private)
        if not rules.allow(url):
            raise FetchError("robots", f"robots.txt of {host_and_port(url)[0]} forbids this address")
        return rules

    async def _ask_robots(self, address: str, private: tuple[str, int] | None) -> Answer:
        """robots.txt through the same manners, after at most as many redirects."""
        budget = Budget(self._limits.total_seconds, self._limits.wire_bytes)
        for _ in range(self._limits.redirects + 1):
            private = private if private == host_and_port(address) else None
            answer = await self._ask(address, {"Accept": "text/plain"}, private, budget, Rules())
            if answer.status not in STATUSES:
                break
            address = next_hop(answer).url
        return answer

    async def _ask(
        self,
        url: str,
        asked: Mapping[str, str],
        private: tuple[str, int] | None,
        budget: Budget,
        rules: Rules,
        content: bytes = b"",
    ) -> Answer:
        """One request in its turn. The one place where what the network raises becomes a FetchError."""
        fields = {"User-Agent": self.agent, **asked}
        where = host_and_port(url)
        async with self._manners.turn(where, rules.crawl_delay):
            try:
                return await exchange(
                    url,
                    fields,
                    limits=self._limits,
                    budget=budget,
                    private=private,
                    context=self._context,
                    content=content,
                )
            except EXPECTED as error:
                raise fetch_error(error, where[0]) from error


def user_agent(version: str, contact: str) -> str:
    """`board/1.0 (+contact)`; the contact as the person gave it, in what a header may hold."""
    plain = "".join(character for character in contact if " " < character <= "~" and character not in "()\\")
    return f"board/{version} (+{plain[:100]})" if plain else f"board/{version}"


def host_and_port(url: str) -> tuple[str, int]:
    """Whom an address asks: what manners and `allow_private` go by. Raises: FetchError."""
    try:
        return place(url)
    except EXPECTED as error:
        raise FetchError("protocol", "not an address that can be read") from error


def _asked(validators: Validators) -> dict[str, str]:
    asked = {"Accept": _ACCEPT}
    if validators.etag:
        asked["If-None-Match"] = validators.etag
    if validators.last_modified:
        asked["If-Modified-Since"] = validators.last_modified
    return asked


def _newer(before: Validators, now: Validators) -> Validators:
    return Validators(etag=now.etag or before.etag, last_modified=now.last_modified or before.last_modified)


def _fetched(found: _Found, said: Mapping[str, str], now: datetime) -> Fetched:
    answer = found.answer
    about = About(
        address=answer.url,
        media_type=heads.media_type(said),
        charset=heads.charset(said),
        retrieved=now,
        headers=heads.kept(said),
    )
    return Fetched(
        body=answer.body,
        about=about,
        status=answer.status,
        validators=heads.validators(said),
        fresh_until=heads.fresh_until(said, now),
        moved_to=found.moved_to,
        unreadable_robots=found.unreadable_robots,
    )


@functools.cache
def _trusted() -> ssl.SSLContext:
    """The system's certificates (or those $SSL_CERT_FILE names) and Mozilla's, which small systems lack."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def _led_astray(url: str) -> FetchError:
    host = host_and_port(url)[0]
    return FetchError("private-address", f"redirected to {host}, a private address: only a source's own may be one")
