"""One article: a web page or a text file, read for its title, date, author and text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from board.errors import ExtractError
from board.model import About, Extract, Item, LeftOut
from board.options import option
from board.sources._dates import DateReader
from board.sources._furniture import Sorted, without_furniture
from board.sources._gate import refuse_gate
from board.sources._guards import first_elements, refuse_hostile_html
from board.sources._items import SUMMARY_LIMIT, TEXT_LIMIT, Gathering, moment
from board.sources._language import language_of
from board.sources._page import Head, parse_html, read_head
from board.sources._plaintext import is_plain_text, split_title
from board.text.clean import clean
from board.text.decode import decode
from board.text.links import safe_url

SHAPE = "items"
_LEAST_TEXT = 40
"""Characters: a page with less is a menu, a video or an error."""
MAX_ELEMENTS = 5_000
"""Elements of a page that are weighed for being the article, at 150 µs each; news pages have one to four thousand."""
_SAYS_ARTICLE = re.compile(
    rb"""article:published_time|"@type"\s*:\s*"(?:news|blog|reportage)?(?:article|posting)\b"""
    rb"""|content="article"[^>]{0,40}og:type"""
    rb"""|og:type["'][^>]{0,40}content=["']article["']"""
)
_RULE = re.compile(r"^\|?[\s:|-]+\|?$")


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """What the page does not say of itself."""

    language: str | None = option("language of the article, where it is too short to tell", None, example="sq")
    time_zone: ZoneInfo | None = option("zone of times without an offset", None, example="Europe/Belgrade")


def suits(body: bytes, about: About) -> float:
    """How much the bytes look like a page or a text to be read."""
    head = body[:100_000].replace(b"\x00", b"").lower()
    if b"<html" in head[:4_000] or b"<!doctype html" in head[:4_000]:
        return 0.75 if _SAYS_ARTICLE.search(head) else 0.5
    if head.lstrip()[:1] in {b"<", b"{", b"["} or head.startswith(b"%pdf"):
        return 0.0
    return 0.3 if about.media_type in {"", "text/plain"} and b"\n" in head else 0.1


def extract(body: bytes, options: Options, about: About) -> Extract:
    """One item with its text. Raises: ExtractError where there is nothing to be read, saying what came instead."""
    decoded = decode(body, about.charset)
    if not decoded.text.strip():
        raise ExtractError("the answer is empty")
    gathering = Gathering(moment(about))
    if decoded.warning:
        gathering.warnings.append(decoded.warning)
    reader = _Reader(
        options, about, DateReader((options.language,) if options.language else (), options.time_zone), gathering
    )
    if len(decoded.text) > TEXT_LIMIT and is_plain_text(decoded.text):
        gathering.warnings.append(f"a very long text: only {TEXT_LIMIT:,} characters of it were read")
    item, links = reader.text(decoded.text) if is_plain_text(decoded.text) else reader.page(decoded.text)
    gathering.add(item)
    return gathering.extract(title=item.title, language=item.language, links=links)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the one article of a body."""

    options: Options
    about: About
    dates: DateReader
    gathering: Gathering

    def text(self, text: str) -> tuple[Item, tuple[str, ...]]:
        """A text file: the item, and no links to feeds."""
        title, lines = split_title(clean(text, TEXT_LIMIT, lines=True))
        body = self._sort(lines, title) if lines else Sorted(title)
        item = Item(
            title=clean(title),
            link=safe_url(self.about.address),
            published=body.published,
            updated=body.updated,
            text=body.text,
            authors=_names(body.author),
            language=language_of(body.text, self.options.language),
        )
        return item, ()

    def page(self, text: str) -> tuple[Item, tuple[str, ...]]:
        """A web page: the item, and the feeds the page offers."""
        refuse_hostile_html(text)
        tree = parse_html(text)
        head = read_head(tree, self.about.address, self.dates)
        document = _readable(self._bounded(text, tree), self.about.address)
        words = clean(document.text or "" if document else "", TEXT_LIMIT, lines=True)
        refuse_gate(text, head.title, len(words))
        if len(words) < _LEAST_TEXT:
            raise ExtractError(f"nothing to read on the page “{head.title}”")
        return self._item(document, words, head), head.feeds

    def _bounded(self, text: str, tree: Any) -> str:
        """No more of a page than can be read in time: its main part, and of that the beginning."""
        if (bounded := first_elements(text, MAX_ELEMENTS)) == text:
            return text
        main = tree.css_first("article, main, [role=main]")
        bounded = first_elements(main.html or "", MAX_ELEMENTS) if main is not None else bounded
        self.gathering.warnings.append("a very long page: its end was not read")
        return bounded

    def _item(self, document: Any, words: str, head: Head) -> Item:
        title = clean(document.title or "") or head.title
        body = self._sort(_without_marks(words.split("\n")), title)
        return Item(
            title=title,
            link=head.canonical or safe_url(self.about.address),
            published=head.published or body.published or self.dates.read(document.date or ""),
            updated=head.updated or body.updated,
            summary=clean(head.description, SUMMARY_LIMIT),
            text=body.text,
            authors=_names(document.author or body.author),
            language=language_of(body.text, self.options.language or head.language),
        )

    def _sort(self, lines: list[str], title: str) -> Sorted:
        body = without_furniture(lines, title, self.dates)
        self.gathering.left_out.extend(
            LeftOut(what=clean(line, 80), why="no part of the article") for line in body.dropped
        )
        return body


def _readable(text: str, address: str) -> Any:
    """What trafilatura makes of the page, short articles too: its rescue for what is short runs all lines together."""
    from trafilatura.core import bare_extraction
    from trafilatura.settings import use_config

    config = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", str(_LEAST_TEXT))
    return bare_extraction(
        text,
        url=safe_url(address),
        fast=True,
        with_metadata=True,
        include_comments=False,
        date_extraction_params={"extensive_search": False, "original_date": True},
        config=config,
    )


def _without_marks(lines: list[str]) -> list[str]:
    """Lines without the marks that trafilatura puts round list entries and the cells of tables."""
    return [
        line.strip("| ") if line.startswith("|") else line.removeprefix("- ")
        for line in lines
        if not _RULE.match(line) or not line
    ]


def _names(author: str | None) -> tuple[str, ...]:
    return tuple(name for part in (author or "").split(";")[:20] if (name := clean(part, 200)))
