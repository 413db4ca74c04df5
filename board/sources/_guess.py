"""Which kind a body is, told by its bytes and then by its name."""

from __future__ import annotations

from pathlib import PurePosixPath
from urllib.parse import urlsplit

from board import plugins
from board.model import About

PACKAGE = "board.sources"
_SURE = 0.7
_ENDINGS = {
    ".txt": "article",
    ".html": "article",
    ".htm": "article",
    ".csv": "csv",
    ".tsv": "csv",
    ".pdf": "pdf",
    ".toml": "curated",
}
"""Endings that say enough; `.xml` and `.json` may hold several things."""


def guess(body: bytes, about: About) -> tuple[str, str]:
    """The kind that reads `body` best, and the reason in words.

    A file is what its name says; else the bytes are looked at. What looks like nothing is read as an article.
    """
    known = plugins.names(PACKAGE)
    named = _ENDINGS.get(_ending(about.address))
    if named in known and named is not None and not _is_web(about.address):
        return named, f"the name ends in {_ending(about.address)}"
    scores = {kind: plugins.load(PACKAGE, kind).suits(body, about) for kind in known}
    best = max(scores, key=lambda kind: (scores[kind], kind == "article"))
    if scores[best] >= _SURE:
        return best, f"the bytes look like {_described(best)}"
    if named in known and named is not None:
        return named, f"the address ends in {_ending(about.address)}"
    if scores[best] > 0:
        return best, f"the bytes look most like {_described(best)}"
    return "article", "nothing tells what it is, so it is read as a text"


def _is_web(address: str) -> bool:
    return urlsplit(address).scheme in {"http", "https"}


def _ending(address: str) -> str:
    return PurePosixPath(urlsplit(address).path).suffix.lower()


def _described(kind: str) -> str:
    """`feed: Feeds: RSS …` cut to its first clause."""
    about = plugins.describe(plugins.load(PACKAGE, kind))
    return f"{kind} ({about.partition(':')[0].partition(';')[0].rstrip('.')})"
