"""One article: a web page or a text file, read for its title, date, author and text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from board.errors import ExtractError
from board.model import About, Extract, Item, LeftOut, When
from board.options import option
from board.sources._decode import decode
from board.sources._furniture import Sorted, without_furniture
from board.sources._guards import refuse_hostile_html
from board.sources._items import SUMMARY_LIMIT, TEXT_LIMIT, Gathering, moment
from board.sources._language import language_of
from board.sources._page import Head, parse_html, read_head, refuse_gate
from board.sources._plaintext import is_plain_text, split_title
from board.text.clean import clean
from board.text.dates import read_when
from board.text.links import safe_url

SHAPE = "items"
_LEAST_TEXT = 40
"""Characters: a page with less is a menu, a video or an error."""
_SAYS_ARTICLE = re.compile(
    rb"""article:published_time|"@type"\s*:\s*"(?:news|blog|reportage)?(?:article|posting)"|content="article"[^>]{0,40}og:type"""
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
    read = _read_text if is_plain_text(decoded.text) else _read_page
    item, links = read(decoded.text, options, about, gathering)
    gathering.add(item)
    return gathering.extract(title=item.title, language=item.language, links=links)


def _read_text(text: str, options: Options, about: About, gathering: Gathering) -> tuple[Item, tuple[str, ...]]:
    title, lines = split_title(clean(text, TEXT_LIMIT, lines=True))
    body = _sort(lines, title, options, gathering) if lines else Sorted(title)
    return (
        Item(
            title=clean(title),
            link=safe_url(about.address),
            published=body.published,
            updated=body.updated,
            text=body.text,
            authors=_names(body.author),
            language=options.language or language_of(body.text, None),
        ),
        (),
    )


def _read_page(text: str, options: Options, about: About, gathering: Gathering) -> tuple[Item, tuple[str, ...]]:
    refuse_hostile_html(text)
    head = read_head(parse_html(text), about.address, gathering.now, options.time_zone)
    document = _readable(text, about.address)
    words = clean(document.text or "" if document else "", TEXT_LIMIT, lines=True)
    refuse_gate(text, head.title, len(words))
    if len(words) < _LEAST_TEXT:
        raise ExtractError(f"nothing to read on the page “{head.title}”")
    return _item(document, words, head, options, about, gathering), head.feeds


def _item(document: Any, words: str, head: Head, options: Options, about: About, gathering: Gathering) -> Item:
    title = clean(document.title or "") or head.title
    body = _sort(_rows_of_tables(words.split("\n")), title, options, gathering)
    return Item(
        title=title,
        link=head.canonical or safe_url(about.address),
        published=head.published or body.published or _day(document.date, gathering.now),
        updated=head.updated or body.updated,
        summary=clean(head.description, SUMMARY_LIMIT),
        text=body.text,
        authors=_names(document.author or body.author),
        language=options.language or language_of(body.text, head.language),
    )


def _readable(text: str, address: str) -> Any:
    from trafilatura.core import bare_extraction

    return bare_extraction(
        text,
        url=safe_url(address),
        fast=True,
        with_metadata=True,
        include_comments=False,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )


def _sort(lines: list[str], title: str, options: Options, gathering: Gathering) -> Sorted:
    body = without_furniture(lines, title, gathering.now, options.time_zone)
    gathering.left_out.extend(LeftOut(what=clean(line, 80), why="no part of the article") for line in body.dropped)
    return body


def _rows_of_tables(lines: list[str]) -> list[str]:
    """Lines with tables as their cells, without the rule under the head."""
    return [line.strip("| ") if line.startswith("|") else line for line in lines if not _RULE.match(line) or not line]


def _day(date: str | None, now: datetime) -> When | None:
    return read_when(date, now=now) if date else None


def _names(author: str | None) -> tuple[str, ...]:
    return tuple(name for part in (author or "").split(";")[:20] if (name := clean(part, 200)))
