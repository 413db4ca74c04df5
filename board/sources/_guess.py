"""Which kind a body is, told by its bytes and then by its name."""

from __future__ import annotations

from pathlib import PurePosixPath
from urllib.parse import urlsplit

from board import plugins
from board.model import About

PACKAGE = "board.sources"
_SURE = 0.8
_ENDINGS = {
    ".txt": "article",
    ".html": "article",
    ".htm": "article",
    ".csv": "csv",
    ".tsv": "csv",
    ".json": "json",
    ".pdf": "pdf",
    ".toml": "curated",
    ".xml": "feed",
    ".rss": "feed",
    ".atom": "feed",
}


def guess(body: bytes, about: About) -> tuple[str, str]:
    """The kind that reads `body` best, and the reason in words.

    What the bytes plainly are comes first, then the ending of the name, then what they most look like. Falls back to
    `article`, which reads any text.
    """
    known = plugins.names(PACKAGE)
    scores = {kind: plugins.load(PACKAGE, kind).suits(body, about) for kind in known}
    best = max(scores, key=lambda kind: (scores[kind], kind == "article"))
    if scores[best] >= _SURE:
        return best, f"the bytes look like {_described(best)}"
    ending = PurePosixPath(urlsplit(about.address).path).suffix.lower()
    if (kind := _ENDINGS.get(ending)) in known and kind is not None:
        return kind, f"the name ends in {ending}"
    if scores[best] > 0:
        return best, f"the bytes look most like {_described(best)}"
    return "article", "nothing tells what it is, so it is read as a text"


def _described(kind: str) -> str:
    """`feed: Feeds: RSS …` cut to its first clause."""
    about = plugins.describe(plugins.load(PACKAGE, kind))
    return f"{kind} ({about.partition(':')[0].partition(';')[0].rstrip('.')})"
