"""Feeds of every sort and state, read by feedparser: slow, forgiving, and it keeps dates as they are written."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from board.sources._entry import Entry, RawFeed, Words


def read_any_feed(text: str) -> RawFeed:
    """Whatever entries can be found; links are resolved against `xml:base` alone."""
    import feedparser

    headers = {"content-type": "application/xml; charset=utf-8"}
    parsed = feedparser.parse(
        io.BytesIO(text.encode()), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
    )
    version = parsed.get("version") or ""
    is_atom = version.startswith("atom")
    feed = parsed["feed"]
    return RawFeed(
        entries=tuple(_entry(entry, is_atom=is_atom) for entry in parsed["entries"]),
        title=_words(feed, "title", is_atom=is_atom),
        link=_string(feed, "link"),
        language=_string(feed, "language"),
    )


def _entry(entry: Any, *, is_atom: bool) -> Entry:
    published = _string(entry, "published") or _string(entry, "created")
    updated = _string(entry, "updated") if "updated" in entry else ""
    if not is_atom and not published:  # `dc:date` does not say which of the two it is
        published = updated
    return Entry(
        title=_words(entry, "title", is_atom=is_atom),
        summary=_words(entry, "summary", is_atom=is_atom),
        content=_content(entry, is_atom=is_atom),
        link=_string(entry, "link"),
        guid=_string(entry, "id"),
        published=published,
        updated=updated,
        authors=tuple(_authors(entry)),
        language=str((entry.get("title_detail") or {}).get("language") or ""),
    )


def _words(holder: Any, key: str, *, is_atom: bool) -> Words:
    return Words(_string(holder, key), literal=is_atom and _is_plain(holder.get(f"{key}_detail")))


def _is_plain(detail: Any) -> bool:
    """Atom says of each text what it is; RSS does not, and what looks like markup there is markup."""
    return bool(detail) and detail.get("type") == "text/plain"


def _content(entry: Any, *, is_atom: bool) -> Words:
    best = max(entry.get("content") or (), key=lambda content: len(content.get("value") or ""), default=None)
    return Words(str(best.get("value") or ""), literal=is_atom and _is_plain(best)) if best else Words()


def _authors(entry: Any) -> Iterator[str]:
    for author in entry.get("authors") or ():
        if name := author.get("name"):
            yield str(name)


def _string(holder: Any, key: str) -> str:
    value = holder.get(key)
    return value if isinstance(value, str) else ""
