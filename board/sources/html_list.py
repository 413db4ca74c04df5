"""Lists of news on web pages without a feed: what is an item, and what in it, is told by CSS selectors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from board.errors import ExtractError
from board.model import About, Extract, Item, LeftOut, When
from board.options import option
from board.sources._dates import DateReader
from board.sources._gate import refuse_gate
from board.sources._guards import refuse_hostile_html
from board.sources._items import SUMMARY_LIMIT, Gathering, moment
from board.sources._markup import plain
from board.sources._page import parse_html, read_head, select
from board.text.clean import clean
from board.text.dates import LONGEST
from board.text.decode import decode
from board.text.links import safe_url

SHAPE = "items"
_HEADINGS = "h1, h2, h3, h4, h5, h6"
_PIECES = 40
"""Pieces of text of an item that are looked at for a date where no selector says where it is."""
_LONGEST_DATE = 40
_MOST_MATCHES = 5_000
_HAS_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """Where the items are; only `item` is needed, the rest is found by what is usual."""

    item: str = option("selector of one item", example="div.news-item")
    link: str | None = option("selector of the link inside an item", None, example="h3 a")
    headline: str | None = option("selector of the headline inside an item", None, example="h3")
    date: str | None = option("selector of the date inside an item", None, example="span.date")
    lead: str | None = option("selector of the first words inside an item", None, example="p")
    language: str | None = option("language of the dates and words, where the page does not say", None, example="sr")
    time_zone: ZoneInfo | None = option("zone of times without an offset", None, example="Europe/Belgrade")


def suits(body: bytes, about: About) -> float:
    """Hardly ever by itself: a page is taken for an article unless selectors say that it is a list."""
    head = body[:4_000].lower()
    return 0.1 if b"<html" in head or about.media_type == "text/html" else 0.0


def extract(body: bytes, options: Options, about: About) -> Extract:
    """Items in the order of the page. Raises: ExtractError where the page has no such items: it has changed."""
    decoded = decode(body, about.charset)
    refuse_hostile_html(decoded.text)
    tree = parse_html(decoded.text)
    gathering = Gathering(moment(about), warnings=[decoded.warning] if decoded.warning else [])
    head = read_head(tree, about.address, DateReader())
    nodes = select(tree, options.item)
    if not nodes:
        refuse_gate(decoded.text, head.title, len(tree.body.text()) if tree.body else 0)
        page = f"the page “{head.title}”" if head.title else "the page, which has no title,"
        raise ExtractError(f"nothing on {page} matches “{options.item}”: has it changed?")
    language = options.language or head.language
    reader = _Reader(options, about.address, language, DateReader((language,) if language else (), options.time_zone))
    _gather(nodes, reader, gathering)
    gathering.warnings += _found_nothing(nodes[:_MOST_MATCHES], options, gathering.items)
    return gathering.extract(title=head.title, language=language, links=head.feeds)


def _gather(nodes: list[Any], reader: _Reader, gathering: Gathering) -> None:
    """Take the items; matches within others are told of, and not read."""
    outermost = _outermost(nodes[:_MOST_MATCHES])
    if nested := len(nodes[:_MOST_MATCHES]) - len(outermost):
        gathering.left_out.append(LeftOut(what=f"{nested:,} of the matches", why="within another item"))
    gathering.add_all(map(reader.item, outermost), len(nodes) - nested)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads one item after another."""

    options: Options
    address: str
    language: str | None
    dates: DateReader

    def item(self, node: Any) -> Item:
        link = self._link(node)
        title = self._title(node, link)
        return Item(
            title=title,
            link=safe_url(link.attributes.get("href") or "", self.address) if link is not None else None,
            published=self._date(node),
            summary=self._lead(node, title),
            language=self.language,
        )

    def _link(self, node: Any) -> Any:
        """The element with the address: the item itself, or the link with most words in it."""
        if self.options.link:
            found = _first(node, self.options.link)
            return found if found is None or found.attributes.get("href") else _first(found, "a[href]")
        if node.tag == "a" and node.attributes.get("href"):
            return node
        return max(node.css("a[href]"), key=lambda link: len(_words(link)), default=None)

    def _title(self, node: Any, link: Any) -> str:
        """The headline; of a link that holds more than that, what is no date."""
        if self.options.headline:
            found = _first(node, self.options.headline)
            return _words(found) if found is not None else ""
        heading = node.css_first(_HEADINGS)
        if heading is not None and (words := _words(heading)):
            return words
        pieces = (clean(piece) for piece in link.text(separator="\n").split("\n")) if link is not None else ()
        return clean(" ".join(piece for piece in pieces if piece and not (_is_short(piece) and self.dates.read(piece))))

    def _lead(self, node: Any, title: str) -> str:
        if self.options.lead:
            found = _first(node, self.options.lead)
            return _words(found, SUMMARY_LIMIT) if found is not None else ""
        paragraphs = (_words(paragraph, SUMMARY_LIMIT) for paragraph in node.css("p")[:10])
        return next((words for words in paragraphs if words not in {"", title} and not self.dates.read(words)), "")

    def _date(self, node: Any) -> When | None:
        if self.options.date:
            return next((when for place in select(node, self.options.date) if (when := self._stamp(place))), None)
        stamped = (self._stamp(place) for place in node.css("time")[:3])
        return next((when for when in stamped if when), None) or next(
            (when for piece in _pieces(node) if (when := self.dates.read(piece))), None
        )

    def _stamp(self, place: Any) -> When | None:
        return self.dates.read(place.attributes.get("datetime") or "") or self.dates.read(_words(place))


def _found_nothing(nodes: list[Any], options: Options, items: list[Item]) -> Iterator[str]:
    """Each selector that was given and is true of nothing in any item: the page has changed, or it was mistyped."""
    given = {"link": options.link, "headline": options.headline, "date": options.date, "lead": options.lead}
    for key, selector in given.items():
        if selector and not any(select(node, selector) for node in nodes):
            yield f"nothing in the items matches {key} = “{selector}”"
        elif selector and key == "date" and items and not any(item.published for item in items):
            yield f"no date can be read where date = “{selector}” is"


def _outermost(nodes: list[Any]) -> list[Any]:
    """Those that are not within another: the same words are not read again and again."""
    taken: set[int] = set()
    kept = []
    for node in nodes:
        if not _is_within(node, taken):
            taken.add(node.mem_id)
            kept.append(node)
    return kept


def _is_within(node: Any, taken: set[int]) -> bool:
    parent = node.parent
    while parent is not None and parent.mem_id not in taken:
        parent = parent.parent
    return parent is not None


def _pieces(node: Any) -> Iterator[str]:
    """Short runs of text with a year in them: sentences of an article hold dates too, but not its own."""
    for piece in node.text(separator="\n").split("\n")[: _PIECES * 4]:
        if _is_short(text := clean(piece, LONGEST)):
            yield text


def _is_short(text: str) -> bool:
    return len(text) <= _LONGEST_DATE and bool(_HAS_YEAR.search(text))


def _words(node: Any, limit: int = 500) -> str:
    return plain(node.html or "", limit)


def _first(node: Any, selector: str) -> Any:
    return next(iter(select(node, selector)), None)
