"""Where a redirect may lead: decided hop by hop, before anything is asked there."""

from __future__ import annotations

from dataclasses import dataclass

from board.errors import FetchError
from board.fetch.exchange import Answer
from board.text.links import safe_url

STATUSES = frozenset({301, 302, 303, 307, 308})
_FOR_GOOD = frozenset({301, 308})


@dataclass(frozen=True, slots=True)
class Hop:
    url: str
    for_good: bool
    """The server says the address has changed, not only for now."""


def next_hop(answer: Answer) -> Hop:
    """Where to go on. Raises: FetchError (`redirect`) for no, several or an unsafe address, or from https to http."""
    named = answer.sent.get("location", ())
    if len(set(named)) != 1:
        raise FetchError("redirect", f"answered {answer.status} without saying where to")
    url = safe_url(_as_utf8(named[0]), answer.url)
    if url is None:
        raise FetchError("redirect", "redirected to something that is not a web address")
    if answer.url.startswith("https:") and not url.startswith("https:"):
        raise FetchError("redirect", "redirected from https to http")
    return Hop(url, answer.status in _FOR_GOOD)


def _as_utf8(location: str) -> str:
    """Heads are read as Latin-1; servers that send a raw address mostly mean UTF-8."""
    try:
        return location.encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return location
