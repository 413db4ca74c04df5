"""What every kind that gives items does with them at the end: caps, dates that cannot be, the same one twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from board.model import About, Extract, Item, LeftOut, When
from board.text.clean import clean

MAX_ITEMS = 1_000
"""Items taken from one answer; no source gives more news than that between two looks."""
_MOST_LOOKED_AT = MAX_ITEMS + 500
"""Among them the ones that say nothing or say it twice."""
SUMMARY_LIMIT = 4_000
TEXT_LIMIT = 200_000
"""Characters of an article kept for reading: statements are looked for in all of it, and the longest reports of
commissions and courts stay below that. Display has its own, smaller limit."""
_EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)
_TOLERANCE = timedelta(days=1)
_CLOCK_SKEW = timedelta(minutes=10)


@dataclass(slots=True)
class Gathering:
    """Collects items of one body, with what was left out of it and what is odd."""

    now: datetime
    items: list[Item] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    unread_dates: list[str] = field(default_factory=list)
    """Dates as written that could not be understood."""
    _seen: set[tuple[str | None, str, When | None]] = field(default_factory=set)
    _beyond: int = 0
    _impossible: int = 0
    _ahead: list[datetime] = field(default_factory=list)

    def add(self, item: Item) -> None:
        """Take an item, unless it says nothing, has been seen, or is one too many."""
        if not (item.title or item.link or item.guid or item.published or item.updated):
            self.left_out.append(LeftOut(what="an entry", why="there are no words, no link and no date in it"))
        elif (key := (item.link or item.guid, item.title, item.published)) in self._seen and key[0]:
            self.left_out.append(
                LeftOut(what=item.title or item.link or "", why="the same link, title and date as another entry")
            )
        else:
            self._seen.add(key)
            self.items.append(self._with_possible_dates(item))

    def add_all(self, items: Iterable[Item], count: int) -> None:
        """Take items until there are enough; `count` is how many there are, for telling how many were not taken."""
        taken = 0
        for taken, item in enumerate(items, start=1):
            self.add(item)
            if len(self.items) == MAX_ITEMS or taken == _MOST_LOOKED_AT:
                break
        self._beyond = max(0, count - taken)

    def _with_possible_dates(self, item: Item) -> Item:
        published, updated = self._possible(item.published), self._possible(item.updated)
        if published is item.published and updated is item.updated:
            return item
        return replace(item, published=published, updated=updated)

    def _possible(self, when: When | None) -> When | None:
        if when is None or _EARLIEST <= when.start <= self.now + _CLOCK_SKEW:
            return when
        if _EARLIEST <= when.start <= self.now + _TOLERANCE:
            self._ahead.append(when.start)
            return when
        self._impossible += 1
        return None

    def extract(self, *, title: str = "", language: str | None = None, links: tuple[str, ...] = ()) -> Extract:
        """All of it as the answer of a kind."""
        return Extract(
            items=tuple(self.items),
            title=title,
            language=language,
            links=links,
            left_out=(*self.left_out, *self._uncounted()),
            warnings=(*self.warnings, *self._odd_dates(), *(() if self.items else ("there are no items in it",))),
        )

    def _uncounted(self) -> Iterator[LeftOut]:
        if self._beyond:
            yield LeftOut(what=f"{self._beyond:,} more entries", why=f"one answer gives {MAX_ITEMS:,} at most")

    def _odd_dates(self) -> Iterator[str]:
        if self.unread_dates:
            example = clean(self.unread_dates[0], 60)
            yield f"{counted(len(self.unread_dates), 'date')} not understood or before 1970, such as “{example}”"
        if self._impossible:
            yield f"{counted(self._impossible, 'date')} in the future, taken as unknown"
        if self._ahead:
            hours = max(1, round((max(self._ahead) - self.now) / timedelta(hours=1)))
            yield f"{counted(len(self._ahead), 'date')} up to {hours} h in the future: local time stamped as UTC?"


def moment(about: About) -> datetime:
    """The time a body was retrieved; a file that was never retrieved is read now."""
    return about.retrieved or datetime.now(UTC)


def counted(number: int, noun: str) -> str:
    """`1 date`, `3 dates`."""
    return f"{number} {noun}" if number == 1 else f"{number:,} {noun}s"
