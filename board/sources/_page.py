"""What the head of a web page says of it: its address, dates, language and feeds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from board.errors import ExtractError
from board.model import When
from board.sources._dates import DateReader
from board.sources._entry import language_code
from board.sources._markup import plain
from board.text.clean import clean
from board.text.links import safe_url

MAX_LINKS = 20
_MOST_METAS = 300
_PUBLISHED = (
    "article:published_time", "og:published_time", "datepublished", "pubdate", "publishdate", "parsely-pub-date",
    "sailthru.date", "dc.date.issued", "dcterms.created", "dc.date", "date",
)  # fmt: skip
"""Names of `meta` and `time` elements, the surest first."""
_UPDATED = ("article:modified_time", "og:updated_time", "datemodified", "lastmod", "dcterms.modified")
_JSON_DATE = re.compile(r'"(datePublished|dateModified)"\s*:\s*"([^"]{4,40})"')
_FEEDS = ("application/rss+xml", "application/atom+xml", "application/feed+json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The facts of a page's head; nothing in it is guessed."""

    title: str = ""
    canonical: str | None = None
    published: When | None = None
    updated: When | None = None
    language: str | None = None
    description: str = ""
    feeds: tuple[str, ...] = ()


def parse_html(text: str) -> Any:
    """The tree. Call the guards first: the parser does not defend itself."""
    from selectolax.lexbor import LexborHTMLParser

    return LexborHTMLParser(text)


def select(node: Any, selector: str) -> list[Any]:
    """The elements below a node that a person's selector means. Raises: ExtractError where it is none."""
    from selectolax.lexbor import SelectolaxError

    try:
        return list(node.css(selector))
    except (SelectolaxError, ValueError) as error:
        raise ExtractError(f"“{clean(selector, 80)}” is not a CSS selector") from error


def read_head(tree: Any, address: str, dates: DateReader) -> Head:
    """What can be read of the head of `tree`, which came from `address`."""
    root = tree.root
    metas = _metas(tree)
    json_dates = dict(reversed(list(_json_dates(tree))))
    title = tree.css_first("title")
    return Head(
        title=plain(title.text(), 300) if title else "",
        canonical=_canonical(tree, address),
        published=_when((*_of(metas, _PUBLISHED), json_dates.get("datePublished", ""), _stamp(tree)), dates),
        updated=_when((*_of(metas, _UPDATED), json_dates.get("dateModified", "")), dates),
        language=language_code(root.attributes.get("lang")) if root else None,
        description=next(_of(metas, ("og:description", "description")), ""),
        feeds=tuple(_feeds(tree, address))[:MAX_LINKS],
    )


def _metas(tree: Any) -> dict[str, str]:
    """What each `meta` says, and each `time` that has a name, by its name; the first of a name counts."""
    said: dict[str, str] = {}
    for node in tree.css("meta[content], time[itemprop][datetime]")[:_MOST_METAS]:
        attributes = node.attributes
        value = attributes.get("content") or attributes.get("datetime")
        for kind in ("property", "itemprop", "name"):
            if value and (name := attributes.get(kind)):
                said.setdefault(name.lower(), value)
    return said


def _of(metas: dict[str, str], names: tuple[str, ...]) -> Iterator[str]:
    return (metas[name] for name in names if name in metas)


def _stamp(tree: Any) -> str:
    node = tree.css_first("time[pubdate][datetime]")
    return node.attributes.get("datetime") or "" if node else ""


def _json_dates(tree: Any) -> Iterator[tuple[str, str]]:
    for node in tree.css('script[type="application/ld+json"]')[:20]:
        for match in _JSON_DATE.finditer(node.text()[:200_000]):
            yield match[1], match[2]


def _when(candidates: tuple[str, ...], dates: DateReader) -> When | None:
    return next((when for text in candidates if text and (when := dates.read(text))), None)


def _canonical(tree: Any, address: str) -> str | None:
    """The address the page calls its own: of the same site, and not its front door."""
    for selector, attribute in (('link[rel="canonical" i]', "href"), ('meta[property="og:url"]', "content")):
        node = tree.css_first(selector)
        link = safe_url((node.attributes.get(attribute) or "") if node else "", address)
        if link and _is_twin(link, address):
            return link
    return None


def _is_twin(link: str, address: str) -> bool:
    here, there = urlsplit(address), urlsplit(link)
    if here.scheme not in {"http", "https"}:
        return True
    if there.path in {"", "/"} and not there.query and here.path not in {"", "/"}:
        return False
    return _site(here.hostname) == _site(there.hostname)


def _site(host: str | None) -> str:
    """The host without the names that only tell the way it is served."""
    return re.sub(r"^(?:www|amp|m|mobile)\d?\.", "", (host or "").lower())


def _feeds(tree: Any, address: str) -> Iterator[str]:
    seen = set()
    for node in tree.css('link[rel~="alternate" i][href]'):
        if (node.attributes.get("type") or "").lower() in _FEEDS:
            link = safe_url(node.attributes.get("href") or "", address)
            if link and link not in seen:
                seen.add(link)
                yield link
