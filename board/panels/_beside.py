"""What others gave beside a table's own numbers, each as it was given, and where the two cannot both be true."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from board.judging.disagreement import Disagreement, disagreements
from board.model import Confidence, Edition, Figure, FigureKind, Qualifier
from board.panels import _editions, _names, _words
from board.shapes import Cell, Line, Span, Tone
from board.snapshot import Recorded
from board.spec import Config
from board.text.fold import fold

DISAGREES = "≠"
ELSEWHERE = frozenset(
    {
        FigureKind.HISTORICAL,
        FigureKind.CASUALTIES,
        FigureKind.NATIONS,
        FigureKind.OTHER_THEATRE,
        FigureKind.SUB_UNIT,
        FigureKind.OTHER,
    }
)
"""Kinds that tell nothing of how many are in the force: they stand in the history, not beside its table."""

_MOST_UNLISTED = 6
"""Nations the table does not list of which a figure is told before figures are only counted."""
_MOST_TOTALS = 6
"""Other totals that are told before they are only counted."""
_MOST_IN_A_ROW = 3
"""Other figures of one nation that are told in its row before they are only counted."""

_APART = " · "
"""Between figures: a space alone reads as one between thousands."""
_CLOCKS = timedelta(days=1)
"""How far ahead of the board's clock a figure may be dated and still be one of now, as everywhere."""
What = tuple[str | None, FigureKind, Qualifier, int, str, bool]
"""What a figure says and who says it, whenever and however often, and whether it is sure."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Figures of others by nation, `None` for the whole force, and the disagreements of the table with any of them."""

    edition: Recorded[Edition]
    figures: Mapping[str | None, Sequence[Recorded[Figure]]]
    disputes: Sequence[Disagreement]
    disputed: frozenset[What]
    """What was said by the figures among them."""

    def cell(self, nation: str | None) -> Cell:
        """`≈600`, `≠ 780 · 852 planned`: those present first; nothing where nobody else gave the nation's part."""
        records = _present_first(self.figures.get(nation, ()) if nation else ())
        told = _some(dict.fromkeys(self._told(record) for record in records), _MOST_IN_A_ROW)
        disputed = any(self.is_disputed(record) for record in records)
        return Cell(told, told or None, Tone.HELD if disputed else Tone.PLAIN)

    def line(self) -> Line:
        """`also in Feb 2026: ≈4,636 (one outlet) · ≠ ≈4,500 (another, a third)`: each number once, those present first;
        empty where nobody gave another total."""
        others = _present_first(self.figures.get(None, ()))
        if not others:
            return ()
        voices: dict[str, list[str]] = {}
        for each in others:
            voices.setdefault(self._told(each), []).append(each.value.said_by or each.provenance.source_title)
        told = (f"{number} ({_words.some(dict.fromkeys(by))})" for number, by in voices.items())
        return Span(self._label(others), Tone.MUTED), Span(_some(told, _MOST_TOTALS))

    def unlisted(self, config: Config) -> Line:
        """`also said: Romania 250 (an outlet, 12 Nov 2026), not in this table`, one a nation, of those present the
        newest; empty where all are in it."""
        edition = self.edition.value
        missing = [nation for nation in self.figures if nation and not _editions.lists(edition, nation)]
        told = {
            nation: dict.fromkeys(
                self._of_nation(nation, each, config) for each in _present_first(self.figures[nation])
            )
            for nation in missing
        }
        firsts = [next(iter(each)) for each in told.values()][:_MOST_UNLISTED]
        left = sum(map(len, told.values())) - len(firsts)
        more = f" and {left} more" if left else ""
        said = f"{', '.join(firsts)}{more}, not in this table"
        return (Span("also said: ", Tone.MUTED), Span(said)) if firsts else ()

    def legend(self) -> Line:
        """What the mark means, where one is shown; else empty."""
        shown = (record for records in self.figures.values() for record in records)
        if not any(self.is_disputed(record) for record in shown):
            return ()
        return (Span(f"{DISAGREES} cannot be true together with the table's number", Tone.HELD),)

    def is_disputed(self, record: Recorded[Figure]) -> bool:
        """Whether a figure and the table cannot both be true; one told several times is disputed each time."""
        return _what(record) in self.disputed

    def _of_nation(self, nation: str, record: Recorded[Figure], config: Config) -> str:
        figure = record.value
        who = figure.said_by or record.provenance.source_title
        day = _words.date(figure.as_of or figure.published, config.board.time_zone)
        return f"{_names.nation(nation, config)} {self._told(record)} ({who}, {day})"

    def _told(self, record: Recorded[Figure]) -> str:
        unsure = "?" if record.value.confidence is Confidence.LOW else ""
        disputed = f"{DISAGREES} " if self.is_disputed(record) else ""
        return f"{disputed}{_words.figure(record.value)}{unsure}"

    def _label(self, others: Sequence[Recorded[Figure]]) -> str:
        as_of = self.edition.value.as_of
        said = [record.value.as_of or record.value.published for record in others]
        first = _words.month(as_of.start) if as_of else ""
        one_month = {_words.month(when.start) for when in said if when} == {first}
        return f"also {'in' if one_month else 'since'} {first}: "


def _present_first(records: Sequence[Recorded[Figure]]) -> Sequence[Recorded[Figure]]:
    """What a table counts comes first; the rest stays in its order, newest first."""
    return sorted(records, key=lambda record: record.value.kind is not FigureKind.PRESENT)


def _some(told: Iterable[str], most: int) -> str:
    """`≈600 · >600`; of more than `most` how many there are besides: all of them stand in the history."""
    every = list(told)
    return _APART.join(every[:most] + ([f"and {len(every) - most} more"] if len(every) > most else []))


def beside(
    edition: Recorded[Edition], total: _editions.Total, figures: Sequence[Recorded[Figure]], moment: datetime
) -> Beside:
    """The figures given since the month of an edition began; none where its date is not known."""
    as_of = edition.value.as_of
    first = as_of.start.replace(day=1) if as_of else None
    found: dict[str | None, list[Recorded[Figure]]] = {}
    others = [record for record in figures if not _retells(record.value, edition.value, total)]
    for record in others:
        said = record.value.as_of or record.value.published
        if first and said and said.end >= first and record.value.kind not in ELSEWHERE:
            found.setdefault(record.value.nation, []).append(record)
    disputes = disagreements(figures, [edition], moment + _CLOCKS, of=edition.ref)
    concerned = {given.ref for each in disputes for given in (each.newer, each.older)}
    disputed = (record for record in others if record.ref in concerned)
    return Beside(edition, found, disputes, frozenset(map(_what, disputed)))


def _what(record: Recorded[Figure]) -> What:
    figure = record.value
    who = fold(figure.said_by or record.provenance.source_title)
    return figure.nation, figure.kind, figure.qualifier, figure.number, who, figure.confidence is Confidence.LOW


def _retells(figure: Figure, edition: Edition, total: _editions.Total) -> bool:
    """The table's own number told again, here or by another source, is no other figure."""
    own = edition.troops_of(figure.nation) if figure.nation else total.stated
    return figure.number == own and _editions.is_plain(figure)
