"""An entry as a feed's parser hands it over, and how it becomes an item."""

from __future__ import annotations

import re
from dataclasses import dataclass

from board.model import Item, When
from board.sources._dates import DateReader
from board.sources._items import SUMMARY_LIMIT, TEXT_LIMIT, Gathering
from board.sources._markup import plain
from board.text.clean import clean
from board.text.fold import fold
from board.text.links import safe_url

_TITLE_FROM_SUMMARY = 120
_DATE_SHOWN = 60
_SIGNATURE = 60
"""Characters beside title and site in `The post … appeared first on ….`, in whatever language."""
_LINE_ENDS = re.compile(r"[\t\r\n]+")
_LANGUAGE = re.compile(r"([a-z]{2})(?:[-_].*)?", re.I)


@dataclass(frozen=True, slots=True)
class Words:
    """A piece of text with the way it is to be read."""

    value: str = ""
    literal: bool = False
    """True where angle brackets in it are meant as such and no markup."""

    def plain(self, limit: int, *, lines: bool = False) -> str:
        return (clean if self.literal else plain)(self.value, limit, lines=lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What one entry gives, raw; empty strings where it gives nothing."""

    title: Words = Words()
    summary: Words = Words()
    content: Words = Words()
    link: str = ""
    guid: str = ""
    published: str = ""
    updated: str = ""
    authors: tuple[str, ...] = ()
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RawFeed:
    """A feed as its parser hands it over."""

    entries: tuple[Entry, ...] = ()
    count: int = 0
    """How many entries it has, where not all were read; 0 where they were."""
    title: Words = Words()
    link: str = ""
    language: str = ""
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EntryReader:
    """Makes items of a feed's entries: plain words, safe links, dates as far as they are sure."""

    feed: RawFeed
    address: str
    language: str | None
    dates: DateReader
    gathering: Gathering

    def title(self) -> str:
        return self.feed.title.plain(500)

    def item(self, entry: Entry) -> Item:
        title = entry.title.plain(500)
        content = self._without_signature(entry.content.plain(TEXT_LIMIT, lines=True), title)
        summary = self._without_signature(entry.summary.plain(SUMMARY_LIMIT, lines=True), title)
        summary = summary or content[:SUMMARY_LIMIT].rstrip()
        return Item(
            title=title or _first_words(summary),
            link=self._link(entry),
            guid=clean(entry.guid) or None,
            published=self._when(entry.published),
            updated=self._when(entry.updated),
            summary=summary,
            text=content if len(content) > len(summary) else "",
            authors=tuple(name for author in entry.authors[:20] if (name := plain(author, 200))),
            language=language_code(entry.language) or self.language,
        )

    def _without_signature(self, text: str, title: str) -> str:
        """The text without a last line that only says which post of which site this was."""
        before, _, last = text.rpartition("\n")
        site = self.title()
        if not (before and title and site) or len(last) > len(title) + len(site) + _SIGNATURE:
            return text
        return before.rstrip() if fold(title) in fold(last) and fold(site) in fold(last) else text

    def _link(self, entry: Entry) -> str | None:
        base = safe_url(self.feed.link, self.address) or self.address
        link = _LINE_ENDS.sub("", entry.link.strip()).replace(" ", "%20")
        return safe_url(link, base) if link else None

    def _when(self, written: str) -> When | None:
        """The date; what is none is noted, for the warning."""
        when = self.dates.read(written)
        if when is None and written.strip():
            self.gathering.unread_dates.append(written.strip()[:_DATE_SHOWN])
        return when


def language_code(named: str | None) -> str | None:
    """ISO 639-1 of `sq`, `sq-AL`, `SR_Latn`; `None` for anything else."""
    match = _LANGUAGE.fullmatch((named or "").strip())
    return match[1].lower() if match else None


def _first_words(summary: str) -> str:
    """The beginning of a summary, to call an entry by that has no title."""
    line = summary.partition("\n")[0]
    if len(line) <= _TITLE_FROM_SUMMARY:
        return line
    return line[:_TITLE_FROM_SUMMARY].rpartition(" ")[0] + "…"
