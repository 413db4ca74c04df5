"""JSON Feed 1.0 and 1.1."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NoReturn

from board.errors import ExtractError
from board.sources._entry import Entry, RawFeed, Words
from board.sources._items import MAX_ITEMS


def looks_like_json_feed(text: str) -> bool:
    """Whether it is an object with the list that every JSON Feed has."""
    return text.lstrip()[:1] == "{" and '"items"' in text


def read_json_feed(text: str) -> RawFeed:
    """Raises: ExtractError where it is not JSON or has no list `items`."""
    try:
        feed = json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise ExtractError("this is not readable JSON") from error
    if not isinstance(feed, dict) or not isinstance(feed.get("items"), list):
        raise ExtractError("this JSON is not a JSON Feed: it has no list “items”")
    items = [item for item in feed["items"] if isinstance(item, dict)]
    return RawFeed(
        entries=tuple(_entry(item) for item in items[: 2 * MAX_ITEMS]),
        count=len(items),
        title=Words(_text(feed, "title"), literal=True),
        link=_text(feed, "home_page_url"),
        language=_text(feed, "language"),
    )


def _entry(item: dict[str, Any]) -> Entry:
    html = _text(item, "content_html")
    return Entry(
        title=Words(_text(item, "title"), literal=True),
        summary=Words(_text(item, "summary"), literal=True),
        content=Words(html) if html else Words(_text(item, "content_text"), literal=True),
        link=_text(item, "url") or _text(item, "external_url"),
        guid=_text(item, "id"),
        published=_text(item, "date_published"),
        updated=_text(item, "date_modified"),
        authors=tuple(_authors(item)),
        language=_text(item, "language"),
    )


def _authors(item: dict[str, Any]) -> Iterator[str]:
    listed = item.get("authors")
    for author in [*(listed if isinstance(listed, list) else ()), item.get("author")]:
        if isinstance(author, dict) and (name := _text(author, "name")):
            yield name


def _text(holder: dict[str, Any], key: str) -> str:
    """A string, or a number that stands where an id should be; everything else is nothing."""
    value = holder.get(key)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(value)


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not JSON")
