"""A nation's line in a force's table: its number, what became of it, its share, and what others said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from board.model import Edition, Figure, Row
from board.panels import _editions, _names, _words
from board.panels._beside import Beside, beside
from board.shapes import Cell, Column, TableRow, Tone
from board.snapshot import Recorded
from board.spec import Config
from board.text.iso import iso

COLUMNS = (
    Column(name="rank", title="#", right=True, keep=6),
    Column(name="nation", title="", keep=7),
    Column(name="name", title="Nation", keep=10, stretch=True),
    Column(name="troops", title="Troops", right=True, keep=9),
    Column(name="change", title="Δ", right=True, keep=8),
    Column(name="percent", title="%", right=True, keep=5),
    Column(name="bar", title="", keep=3),
    Column(name="trend", title="Trend", keep=2),
    Column(name="also", title="Also", keep=4),
    Column(name="as_of", title="As of", keep=1),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contributions:
    """The newest edition with all that its rows are read against."""

    edition: Recorded[Edition]
    earlier: Sequence[Recorded[Edition]]
    total: _editions.Total
    beside: Beside
    config: Config
    longest_trend: int

    @property
    def largest(self) -> int:
        return max((row.troops or 0 for row in self.edition.value.rows), default=0)


def contributions(
    editions: Sequence[Recorded[Edition]],
    figures: Sequence[Recorded[Figure]],
    config: Config,
    moment: datetime,
    longest_trend: int,
) -> Contributions:
    """What there is to show of `editions`, oldest first and at least one, at a moment."""
    newest = editions[-1]
    total = _editions.total(newest.value, figures)
    return Contributions(
        edition=newest,
        earlier=editions[:-1],
        total=total,
        beside=beside(newest, total, figures, moment),
        config=config,
        longest_trend=longest_trend,
    )


def rows(table: Contributions) -> tuple[TableRow, ...]:
    """The nations of the newest edition, the largest first."""
    return tuple(_row(rank, row, table) for rank, row in enumerate(_editions.ranked(table.edition.value), 1))


def last_known(table: Contributions) -> tuple[TableRow, ...]:
    """Nations of which only an earlier edition tells, muted and with its date; no part of any sum."""
    found = _editions.last_known((*table.earlier, table.edition))
    return tuple(_old_row(record, row, table) for record, row in found)


def _row(rank: int, row: Row, table: Contributions) -> TableRow:
    known = row.troops is not None
    share = row.troops / table.total.whole if row.troops is not None and table.total.whole else None
    return TableRow(
        ref=f"{table.edition.ref}#{row.nation or row.name}",
        cells=(
            Cell(str(rank) if known else "", rank if known else None, Tone.MUTED),
            Cell(row.nation or "?", row.nation, Tone.MUTED if row.nation else Tone.UNKNOWN),
            Cell(_names.of_row(row, table.config), _names.of_row(row, table.config)),
            _troops(row),
            _change(row, table),
            Cell(_words.percent(share), None if share is None else round(share * 100, 2)),
            Cell("", None, share=row.troops / table.largest if row.troops and table.largest else None),
            Cell("", None, trend=_trend(row, table)),
            table.beside.cell(row.nation),
            _as_of(row, table.edition, table.config),
        ),
    )


def _old_row(record: Recorded[Edition], row: Row, table: Contributions) -> TableRow:
    as_of = row.as_of or record.value.as_of
    told = _words.date(as_of, table.config.board.time_zone)
    nothing = Cell("", None)
    return TableRow(
        ref=f"{record.ref}#{row.nation}",
        cells=(
            nothing,
            Cell(row.nation or "?", row.nation, Tone.MUTED),
            Cell(_names.of_row(row, table.config), _names.of_row(row, table.config), Tone.MUTED),
            Cell(_words.count(row.troops), row.troops, Tone.MUTED),
            nothing,
            nothing,
            nothing,
            Cell("", None, trend=_trend(row, table)),
            Cell(f"last known {told}", f"last known {told}", Tone.MUTED),
            Cell(told, iso(as_of), Tone.MUTED),
        ),
    )


def _troops(row: Row) -> Cell:
    if row.troops is None:
        return Cell(row.raw or _words.UNKNOWN, None, Tone.UNKNOWN)
    return Cell(_words.count(row.troops), row.troops, Tone.STRONG)


def _change(row: Row, table: Contributions) -> Cell:
    """Against the newest edition before that lists the nation; `new` where a complete one does not have it. Of several
    rows of a nation the first tells it, for all of them together."""
    is_told = row.nation and row.troops is not None and row is _editions.first_of(table.edition.value, row.nation)
    previous = _editions.before(table.earlier, row.nation) if row.nation and is_told else None
    if previous is None or row.nation is None or row.troops is None:
        return Cell(_words.UNKNOWN, None, Tone.MUTED)
    was, now = previous.value.troops_of(row.nation), table.edition.value.troops_of(row.nation)
    if was is None or now is None:
        return Cell("new", None, Tone.NEW)
    change = now - was
    return Cell(_words.signed(change), change, Tone.UP if change > 0 else Tone.DOWN if change else Tone.MUTED)


def _trend(row: Row, table: Contributions) -> tuple[float | None, ...]:
    """The numbers of the editions that list the nation: the others say nothing of it."""
    if row.nation is None:
        return ()
    given = [record.value.troops_of(row.nation) for record in (*table.earlier, table.edition)]
    return tuple(number for number in given if number is not None)[-table.longest_trend :]


def _as_of(row: Row, record: Recorded[Edition], config: Config) -> Cell:
    """The row's own date; nothing to read where it is the table's."""
    as_of = row.as_of or record.value.as_of
    told = _words.date(as_of, config.board.time_zone) if row.as_of not in (None, record.value.as_of) else ""
    return Cell(told, iso(as_of), Tone.MUTED)
