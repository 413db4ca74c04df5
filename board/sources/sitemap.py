"""Sitemaps: new pages of a site without a feed, by their addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any
from urllib.parse import unquote, urlsplit

from board.errors import ExtractError
from board.model import About, Extract, Item, LeftOut
from board.options import option
from board.sources._dates import DateReader
from board.sources._entry import language_code
from board.sources._guards import refuse_hostile_xml
from board.sources._items import Gathering, counted, moment
from board.sources._xml import first_element, is_html, name_of_page, parse_xml, prepare
from board.text.clean import clean
from board.text.decode import decode
from board.text.links import safe_url

SHAPE = "items"
_MAPS_NAMED = 20


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """Which pages of the site are news."""

    addresses: tuple[str, ...] = option("only addresses like one of these, `*` for anything", (), example="*/news/*")
    pattern: str | None = option("only addresses this regular expression is found in", None, example="/news/\\d{4}/")


def suits(body: bytes, about: About) -> float:
    """How much the bytes look like a sitemap."""
    head = body[:4_000].decode("latin-1").replace("\x00", "")
    if re.search(r"<(?:\w+:)?(?:urlset|sitemapindex)[\s>]", head):
        return 0.95
    return 0.2 if "sitemap" in about.address and about.media_type.endswith("xml") else 0.0


def extract(body: bytes, options: Options, about: About) -> Extract:
    """Pages, newest first; those an index lists are named in `links`. Raises: ExtractError where no sitemap came."""
    decoded = decode(body, about.charset)
    root, warnings = _root(decoded.text)
    gathering = Gathering(moment(about))
    gathering.warnings.extend(filter(None, (decoded.warning, *warnings)))
    if _name(root) == "sitemapindex":
        return _index(root, about)
    dates = DateReader()
    pages = [_item(entry, link, dates) for entry, link in _wanted(root, options, about, gathering)]
    gathering.add_all(sorted(pages, key=_newest, reverse=True), len(pages))
    return gathering.extract()


def _root(text: str) -> tuple[Any, list[str]]:
    if not text.strip():
        raise ExtractError("the answer is empty")
    refuse_hostile_xml(text)
    text, warnings = prepare(text.strip())
    if is_html(text):
        raise ExtractError(f"a web page came instead of a sitemap: “{name_of_page(text)}”")
    root = parse_xml(text)
    if root is None:
        raise ExtractError("the sitemap is not well-formed XML")
    if _name(root) not in {"urlset", "sitemapindex"}:
        raise ExtractError(f"no sitemap came: it begins with <{first_element(text)[:40]}>")
    return root, warnings


def _index(root: Any, about: About) -> Extract:
    """An index has no pages of its own; it is said which sitemaps it lists, so that one can be configured."""
    maps = [link for entry in root if (link := safe_url(_text(entry, "loc"), about.address))]
    return Extract(
        links=tuple(maps[:_MAPS_NAMED]),
        left_out=tuple(LeftOut(what=link, why="a sitemap of its own") for link in maps[:_MAPS_NAMED]),
        warnings=(f"an index of {counted(len(maps), 'sitemap')}: give the address of the one with the news",),
    )


def _wanted(root: Any, options: Options, about: About, gathering: Gathering) -> Iterator[tuple[Any, str]]:
    pattern = _compiled(options.pattern)
    others = 0
    for entry in root:
        link = safe_url(_text(entry, "loc"), about.address)
        if link is None or not _is_wanted(link, options.addresses, pattern):
            others += 1
            continue
        yield entry, link
    if others:
        gathering.left_out.append(LeftOut(what=counted(others, "other page"), why="not an address that is asked for"))


def _compiled(pattern: str | None) -> re.Pattern[str] | None:
    try:
        return re.compile(pattern) if pattern else None
    except re.error as error:
        raise ExtractError(f"“{clean(pattern or '', 80)}” is not a regular expression") from error


def _is_wanted(link: str, globs: tuple[str, ...], pattern: re.Pattern[str] | None) -> bool:
    return (not globs or any(fnmatchcase(link, glob) for glob in globs)) and (not pattern or bool(pattern.search(link)))


def _item(entry: Any, link: str, dates: DateReader) -> Item:
    news = next((child for child in entry if _name(child) == "news"), None)
    publication = next((child for child in news if _name(child) == "publication"), None) if news is not None else None
    return Item(
        title=clean(_text(news, "title")) or title_of_address(link),
        link=link,
        published=dates.read(_text(news, "publication_date")),
        updated=dates.read(_text(entry, "lastmod")),
        language=language_code(_text(publication, "language")),
    )


def title_of_address(link: str) -> str:
    """The last part of an address in words: all that a sitemap tells of a page until it has been read."""
    parts = [part for part in unquote(urlsplit(link).path).split("/") if part]
    words = re.sub(r"\.\w{2,5}$", "", parts[-1]) if parts else ""
    return clean(re.sub(r"[-_+]+", " ", words).strip().capitalize()) or link


def _newest(item: Item) -> str:
    when = item.published or item.updated
    return str(when.start) if when else ""


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""


def _text(element: Any, name: str) -> str:
    """The text of the first child of that name, in whatever namespace; empty where there is none."""
    if element is None:
        return ""
    return next((str(child.text or "").strip() for child in element if _name(child) == name), "")
