"""Figures that cannot both be true: one force, one nation, one kind, nearly one time, and no count that fits both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from board.judging.ranges import Range, hedged, range_of
from board.model import Confidence, Edition, Figure, FigureKind, Qualifier, Row, When
from board.snapshot import Recorded
from board.text.fold import fold

COMPARED = frozenset({FigureKind.PRESENT, FigureKind.CEILING, FigureKind.NATIONS, FigureKind.HISTORICAL})
"""Kinds of which a force has one at a time; two reinforcements, rotations or sub-units of one month may all be true."""
WINDOW = timedelta(days=45)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A number as one side gives it."""

    ref: str
    """Of the figure or the edition it stands in."""
    number: int
    qualifier: Qualifier
    said_by: str
    when: When
    """As-of, or published where no as-of is known: never when it was fetched."""
    text: str = ""
    """Address of the text it was read from; empty where it stands in a table or was written down by hand."""

    def __str__(self) -> str:
        return f"{hedged(self.number, self.qualifier)} ({self.said_by or 'not said by whom'}, {self.when})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """Two sides of one number that exclude each other. Neither is called wrong."""

    subject: str
    nation: str | None
    """`None` for the whole force."""
    kind: FigureKind
    newer: Given
    older: Given

    @property
    def because(self) -> str:
        """Who and when on both sides, in words."""
        return f"{self.newer} and {self.older} cannot both be true"

    def concerns(self, ref: str) -> bool:
        return ref in (self.newer.ref, self.older.ref)


@dataclass(frozen=True, slots=True)
class _Matter:
    subject: str
    nation: str | None
    kind: FigureKind


def disagreements(
    figures: Sequence[Recorded[Figure]],
    editions: Sequence[Recorded[Edition]],
    now: datetime,
    *,
    window: timedelta = WINDOW,
    of: str = "",
) -> tuple[Disagreement, ...]:
    """Every pair that cannot both be true, newest first; of the same pair of voices and numbers only the newest.

    With `of`, the ref of a figure or an edition, only pairs that it is in: of thousands of figures there are millions.
    Left out: figures without a subject or any date, those the reader is unsure of, those dated after `now`, and two
    numbers by one voice at different times, which are a change and not a disagreement. Of several numbers that one
    voice gives of one day in one text (a whole and its parts, whatever they were read as) only the nearest to the
    other counts.
    """
    names: dict[_Matter, str] = {}
    givens: dict[_Matter, list[Given]] = defaultdict(list)
    for matter, name, given in (*_from_figures(figures), *_from_editions(editions)):
        if given.when.start <= now:
            names.setdefault(matter, name)
            givens[matter].append(given)
    found = [each for matter in givens for each in _among(matter, names[matter], givens[matter], window, of)]
    return tuple(sorted(found, key=lambda each: each.newer.when.start, reverse=True))


def _from_figures(figures: Sequence[Recorded[Figure]]) -> Iterator[tuple[_Matter, str, Given]]:
    for recorded in figures:
        figure = recorded.value
        when = figure.as_of or (None if figure.kind is FigureKind.HISTORICAL else figure.published)
        if figure.kind not in COMPARED or not figure.subject or when is None or figure.confidence is Confidence.LOW:
            continue
        given = Given(
            ref=recorded.ref,
            number=figure.number,
            qualifier=figure.qualifier,
            said_by=figure.said_by or recorded.provenance.source_title,
            when=when,
            text=(figure.url or recorded.provenance.url or "") if figure.quote else "",
        )
        yield _Matter(fold(figure.subject), figure.nation, figure.kind), figure.subject, given


def _from_editions(editions: Sequence[Recorded[Edition]]) -> Iterator[tuple[_Matter, str, Given]]:
    for recorded in editions:
        edition = recorded.value
        said_by = edition.said_by or recorded.provenance.source_title
        for nation, kind, number, row in _counts(edition):
            when = (row.as_of if row else None) or edition.as_of or edition.published
            if when is None or number is None or kind not in COMPARED:
                continue
            voice = (row.said_by if row else "") or said_by
            qualifier = row.qualifier if row else Qualifier.EXACTLY
            given = Given(ref=recorded.ref, number=number, qualifier=qualifier, said_by=voice, when=when)
            yield _Matter(fold(edition.force), nation, kind), edition.force, given


def _counts(edition: Edition) -> Iterator[tuple[str | None, FigureKind, int | None, Row | None]]:
    """What a table says: each nation's part, the whole, and how many nations. A partial table has no sum."""
    for row in edition.by_nation:
        if row.nation is not None:
            yield row.nation, row.kind, row.troops, row
    total = edition.total_stated
    if total is None and edition.complete:
        total = edition.total_summed
    yield None, FigureKind.PRESENT, total, None
    yield None, FigureKind.NATIONS, edition.nations_stated, None


_Telling = tuple[str, str, When]


@dataclass(frozen=True, slots=True)
class _Side:
    """A number with what is asked of it for every pair it is in."""

    given: Given
    voice: str
    open: Range

    @classmethod
    def of(cls, given: Given) -> _Side:
        return cls(given, fold(given.said_by), range_of(given.number, given.qualifier))

    @property
    def telling(self) -> _Telling | None:
        """The voice, text and day it is given in, maybe among other numbers; `None` where it stands alone."""
        return (self.voice, self.given.text, self.given.when) if self.given.text else None


def _among(matter: _Matter, name: str, givens: Sequence[Given], window: timedelta, of: str) -> Iterator[Disagreement]:
    """The pairs within one matter; of the same voices with the same numbers only the newest."""
    newest_first = sorted(dict.fromkeys(givens), key=lambda given: given.when.start, reverse=True)
    seen: set[frozenset[tuple[str, Range]]] = set()
    sides = [_Side.of(given) for given in newest_first]
    told = _told_together(sides)
    for newer, older in _near_to(of, sides, window) if of else _near(sides, window):
        if newer.open.meets(older.open) or _is_change(newer, older) or _is_part(newer, older, told):
            continue
        voices = frozenset(((newer.voice, newer.open), (older.voice, older.open)))
        if voices not in seen:
            seen.add(voices)
            yield Disagreement(
                subject=name,
                nation=matter.nation,
                kind=matter.kind,
                newer=newer.given,
                older=older.given,
            )


def _near_to(ref: str, newest_first: Sequence[_Side], window: timedelta) -> Iterator[tuple[_Side, _Side]]:
    """Those of the pairs that lie near each other of which one side is of that ref."""
    its = [index for index, side in enumerate(newest_first) if side.given.ref == ref]
    pairs = {(min(own, other), max(own, other)) for own in its for other in range(len(newest_first)) if other != own}
    for newer, older in sorted(pairs):
        if _is_near(newest_first[newer], newest_first[older], window):
            yield newest_first[newer], newest_first[older]


def _near(newest_first: Sequence[_Side], window: timedelta) -> Iterator[tuple[_Side, _Side]]:
    """Pairs that lie near each other."""
    for index, newer in enumerate(newest_first):
        for older in newest_first[index + 1 :]:
            if newer.given.when.start - older.given.when.start > window:
                break
            if _is_near(newer, older, window):
                yield newer, older


def _is_near(newer: _Side, older: _Side, window: timedelta) -> bool:
    """Whether they lie within `window` whatever moment each of their dates means: `2023` is near to nothing."""
    one, other = newer.given.when, older.given.when
    return one.start - other.start <= window and _farthest(one, other) <= window + timedelta(days=1)


def _farthest(one: When, other: When) -> timedelta:
    return max(one.end - other.start, other.end - one.start)


def _is_change(newer: _Side, older: _Side) -> bool:
    """One voice with another number at another time has changed it."""
    return newer.voice == older.voice and newer.given.when != older.given.when


def _told_together(sides: Sequence[_Side]) -> Mapping[_Telling, Sequence[_Side]]:
    """The numbers one voice gives of one day in one text."""
    found: dict[_Telling, list[_Side]] = defaultdict(list)
    for side in sides:
        if side.telling:
            found[side.telling].append(side)
    return found


def _is_part(one: _Side, other: _Side, told: Mapping[_Telling, Sequence[_Side]]) -> bool:
    """Whether nobody set the one against the other: both are of one telling, or one's telling has a nearer number."""
    if one.telling is not None and one.telling == other.telling:
        return True
    return any(
        nearer.open.distance(against.open) < side.open.distance(against.open)
        for side, against in ((one, other), (other, one))
        for nearer in (told[side.telling] if side.telling else ())
    )
