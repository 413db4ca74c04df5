"""Feeds: RSS 0.9x to 2.0, RDF, Atom and JSON Feed, also those that are not well-formed."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from zoneinfo import ZoneInfo

from board.errors import ExtractError
from board.model import About, Extract
from board.options import option
from board.sources._anyfeed import read_any_feed
from board.sources._dates import DateReader
from board.sources._entry import Entry, EntryReader, RawFeed, language_code
from board.sources._fastfeed import read_regular_feed
from board.sources._guards import refuse_hostile_xml
from board.sources._items import MAX_ITEMS, Gathering, moment
from board.sources._jsonfeed import looks_like_json_feed, read_json_feed
from board.sources._xml import first_element, is_html, is_well_formed, name_of_page, prepare
from board.text.decode import decode

SHAPE = "items"
_ENTRY = re.compile(r"<(?:\w{1,20}:)?(?:item|entry)[\s>]", re.I)
_ENTRY_END = re.compile(r"</(?:\w{1,20}:)?(?:item|entry)\s*>", re.I)
_ROOT = re.compile(r"<(rss|feed|rdf:RDF|channel)[\s>]", re.I)
_MEDIA_TYPES = {"application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """How this feed's own ways are to be understood; most feeds need none of it."""

    language: str | None = option("language of the dates and words, where the feed does not say", None, example="sq")
    time_zone: ZoneInfo | None = option("zone of times without an offset", None, example="Europe/Belgrade")


def suits(body: bytes, about: About) -> float:
    """How much the bytes look like a feed."""
    head = body[:4_000].decode("latin-1").replace("\x00", "")
    if _ROOT.search(head) or "jsonfeed.org/version" in head:
        return 0.95
    return 0.3 if about.media_type in _MEDIA_TYPES else 0.0


def extract(body: bytes, options: Options, about: About) -> Extract:
    """Items in the order of the feed. Raises: ExtractError where no feed came, saying what came instead."""
    decoded = decode(body, about.charset)
    text = decoded.text.strip()
    if not text:
        raise ExtractError("the answer is empty")
    raw = read_json_feed(text) if looks_like_json_feed(text) else _read_xml(text)
    gathering = Gathering(moment(about))
    gathering.warnings.extend(filter(None, (decoded.warning, *raw.warnings)))
    language = language_code(raw.language) or options.language
    dates = DateReader((language,) if language else (), options.time_zone)
    reader = EntryReader(raw, about.address, language, dates, gathering)
    gathering.add_all(map(reader.item, raw.entries), raw.count or len(raw.entries))
    return gathering.extract(title=reader.title(), language=language)


def _read_xml(text: str) -> RawFeed:
    """The regular way, else the forgiving one. Raises: ExtractError where there is no feed in the text."""
    refuse_hostile_xml(text)
    text, warnings = prepare(text)
    if is_html(text):
        raise ExtractError(f"a web page came instead of a feed: “{name_of_page(text)}”")
    if not _ROOT.search(text) and not _ENTRY.search(text):
        raise ExtractError(_what_came(text))
    well_formed = is_well_formed(text)
    if not well_formed:
        warnings.append("not well-formed XML, read all the same")
    raw = read_regular_feed(text) if well_formed else None
    raw = raw or _read_slowly(text, well_formed=well_formed)
    return replace(raw, warnings=(*raw.warnings, *warnings))


def _read_slowly(text: str, *, well_formed: bool) -> RawFeed:
    """The forgiving way, which is shown no more entries than are taken; a broken entry costs no other."""
    starts = [match.start() for match in _ENTRY.finditer(text)]
    beyond = starts[MAX_ITEMS:]
    raw = read_any_feed(text[: beyond[0]] + _after_entries(text) if beyond else text)
    lost = not well_formed and len(raw.entries) < min(len(starts), MAX_ITEMS)
    if lost and len(alone := _read_alone(text, starts[: MAX_ITEMS + 1])) > len(raw.entries):
        raw = replace(raw, entries=alone)
    return replace(raw, count=len(raw.entries) + len(beyond))


def _after_entries(text: str) -> str:
    """What closes the feed after its last entry."""
    ends = [match.end() for match in _ENTRY_END.finditer(text)]
    return text[ends[-1] :] if ends else ""


def _read_alone(text: str, starts: list[int]) -> tuple[Entry, ...]:
    """Every entry read as if it were the only one of its feed."""
    root = _ROOT.search(text)
    head = text[root.start() : text.find(">", root.start()) + 1] if root else "<rss>"
    alone = (read_any_feed(head + text[start:end]).entries[:1] for start, end in pairwise((*starts, len(text))))
    return tuple(entry for entries in alone for entry in entries)


def _what_came(text: str) -> str:
    if name := first_element(text):
        return f"no feed came: it begins with <{name[:40]}>"
    return f"no feed came: {len(text)} characters without any markup"
