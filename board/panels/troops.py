"""Who has how many people in a force: the newest edition of its table, with what others said beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from board.model import Confidence, Edition, Figure, Row, When
from board.options import option
from board.panels import _editions, _health, _names, _words
from board.shapes import Cell, Column, Line, Span, Table, TableRow, Tone, View
from board.snapshot import Recorded, Snapshot
from board.spec import Config, PanelSpec


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What `[[panel]] kind = "troops"` takes."""

    force: str = option("whose table it is, as in the sources' `force`", "KFOR", example="KFOR")
    last_known: bool = option("list nations that only earlier editions give, below and apart", False)
    trend: int = option("how many editions a sparkline goes back at most", 8)


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


@dataclass(frozen=True, slots=True)
class _Table:
    """What one row needs to know of the whole."""

    edition: Recorded[Edition]
    earlier: Sequence[Recorded[Edition]]
    total: _editions.Total
    largest: int
    also: Mapping[str | None, Sequence[Recorded[Figure]]]
    options: Options
    config: Config


def build(snapshot: Snapshot, spec: PanelSpec, config: Config, now: datetime) -> View:
    """The newest edition of the force, ranked; empty where no edition is known."""
    options = spec.options
    assert isinstance(options, Options)
    editions = _editions.in_order(snapshot.editions(options.force))
    standing = _health.standing(
        snapshot,
        config,
        now,
        lambda source: source.gives == "troops" and source.force in ("", options.force),
        filled=bool(editions),
    )
    newest = editions[-1].value if editions else None
    return View(
        name=spec.name,
        kind=spec.kind,
        title=spec.title,
        shape=_shape(editions, snapshot, options, config) if editions else Table(columns=COLUMNS, rows=()),
        as_of=newest.as_of if newest else None,
        condition=standing.condition,
        trouble=_with_held(standing.trouble, snapshot, options.force, config, now),
        empty=standing.empty,
        data=_data(editions, snapshot, options) if editions else {"force": options.force},
    )


def _shape(editions: Sequence[Recorded[Edition]], snapshot: Snapshot, options: Options, config: Config) -> Table:
    edition, earlier = editions[-1], editions[:-1]
    figures = snapshot.figures(subject=options.force)
    total = _editions.total(edition.value, figures)
    rows = _editions.ranked(edition.value)
    table = _Table(
        edition=edition,
        earlier=earlier,
        total=total,
        largest=max((row.troops or 0 for row in rows), default=0),
        also=_also(figures, edition.value, total),
        options=options,
        config=config,
    )
    old = _editions.last_known(editions) if options.last_known else ()
    return Table(
        columns=COLUMNS,
        rows=(
            *(_row(rank, row, table) for rank, row in enumerate(rows, 1)),
            *(_old_row(record, row, table) for record, row in old),
        ),
        footer=_footer(table),
    )


def _row(rank: int, row: Row, table: _Table) -> TableRow:
    zone = table.config.board.time_zone
    as_of = row.as_of or table.edition.value.as_of
    share = row.troops / table.total.whole if row.troops is not None and table.total.whole else None
    known = row.troops is not None
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
            _also_cell(table.also.get(row.nation, ()) if row.nation else ()),
            Cell(_words.date(as_of, zone), str(as_of) if as_of else None, Tone.MUTED),
        ),
    )


def _troops(row: Row) -> Cell:
    if row.troops is None:
        return Cell(row.raw or _words.UNKNOWN, None, Tone.UNKNOWN)
    return Cell(_words.count(row.troops), row.troops, Tone.STRONG)


def _change(row: Row, table: _Table) -> Cell:
    """Against the newest edition before that lists the nation; `new` where a complete one does not have it."""
    previous = _editions.before(table.earlier, row.nation) if row.nation and row.troops is not None else None
    if previous is None or row.nation is None or row.troops is None:
        return Cell(_words.UNKNOWN, None, Tone.MUTED)
    was = _editions.troops_of(previous.value, row.nation)
    if was is None:
        return Cell("new", None, Tone.NEW)
    change = row.troops - was
    return Cell(_words.signed(change), change, Tone.UP if change > 0 else Tone.DOWN if change else Tone.MUTED)


def _trend(row: Row, table: _Table) -> tuple[float | None, ...]:
    if row.nation is None:
        return ()
    given = [_editions.troops_of(record.value, row.nation) for record in (*table.earlier, table.edition)]
    return tuple(number for number in given if number is not None)[-table.options.trend :]


def _old_row(record: Recorded[Edition], row: Row, table: _Table) -> TableRow:
    as_of = row.as_of or record.value.as_of
    said = _words.date(as_of, table.config.board.time_zone)
    return TableRow(
        ref=f"{record.ref}#{row.nation}",
        cells=(
            Cell("", None),
            Cell(row.nation or "?", row.nation, Tone.MUTED),
            Cell(_names.of_row(row, table.config), _names.of_row(row, table.config), Tone.MUTED),
            Cell(_words.count(row.troops), row.troops, Tone.MUTED),
            Cell("", None),
            Cell("", None),
            Cell("", None),
            Cell("", None, trend=_trend(row, table)),
            Cell(f"last known {said}", f"last known {said}", Tone.MUTED),
            Cell(said, str(as_of) if as_of else None, Tone.MUTED),
        ),
    )


def _also(
    figures: Sequence[Recorded[Figure]], edition: Edition, total: _editions.Total
) -> dict[str | None, list[Recorded[Figure]]]:
    """What others gave since the month of the edition, by nation; `None` is the whole force."""
    first = edition.as_of.start.replace(day=1) if edition.as_of else None
    found: dict[str | None, list[Recorded[Figure]]] = {}
    for record in figures:
        said = record.value.as_of or record.value.published
        if first is None or said is None or said.end < first or _is_own_total(record.value, edition, total):
            continue
        found.setdefault(record.value.nation, []).append(record)
    return found


def _is_own_total(figure: Figure, edition: Edition, total: _editions.Total) -> bool:
    """The table's own total told again is no other figure."""
    same = figure.nation is None and figure.number == total.stated and _editions.is_plain(figure)
    return same and figure.as_of == edition.as_of


def _also_cell(records: Sequence[Recorded[Figure]]) -> Cell:
    told = tuple(dict.fromkeys(_said(record.value) for record in records))
    return Cell(" ".join(told), " ".join(told) or None)


def _said(figure: Figure) -> str:
    return _words.figure(figure) + ("?" if figure.confidence is Confidence.LOW else "")


def _footer(table: _Table) -> tuple[Line, ...]:
    edition = table.edition.value
    zone = table.config.board.time_zone
    lines: list[Line] = [(*_known(table.total), Span(f" · as of {_words.date(edition.as_of, zone)}", Tone.MUTED))]
    if others := table.also.get(None, ()):
        lines.append((Span(_also_label(others, edition)), Span(" ".join(_with_speaker(record) for record in others))))
    lines.append((Span(edition.said_by or table.edition.provenance.source_title, Tone.MUTED),))
    if table.config.board.footnote:
        lines.append((Span(table.config.board.footnote, Tone.MUTED),))
    return tuple(lines)


def _known(total: _editions.Total) -> tuple[Span, ...]:
    """`6 of 33 nations known: 2,851 of 4,767 (59.8 %) · partial`; what is not stated is not made up."""
    nations = f"{total.rows} of {_words.plural(total.nations, 'nation')}" if total.nations else ""
    if not nations:
        nations = _words.plural(total.rows, "nation")
    people = _words.count(total.known)
    if total.stated:
        people += f" of {_words.count(total.stated)} ({_words.percent(total.known / total.stated)} %)"
    word, tone = {
        True: ("complete", Tone.OK),
        False: ("partial", Tone.STALE),
        None: ("completeness unknown", Tone.UNKNOWN),
    }[total.complete]
    return Span(f"{nations} known: {people} · "), Span(word, tone)


def _also_label(others: Sequence[Recorded[Figure]], edition: Edition) -> str:
    said = [record.value.as_of or record.value.published for record in others]
    months = {_words.month(when.start) for when in said if when}
    first = _words.month(edition.as_of.start) if edition.as_of else ""
    return f"also in {first}: " if months == {first} else f"also since {first}: "


def _with_speaker(record: Recorded[Figure]) -> str:
    return f"{_said(record.value)} ({record.value.said_by or record.provenance.source_title}) "


def _with_held(trouble: str, snapshot: Snapshot, force: str, config: Config, now: datetime) -> str:
    """An edition that waits for a person is told of where the last good one stands."""
    zone = config.board.time_zone
    held = [
        f"held {_words.since(reading.since, now, zone)}: {reading.reason} (a accepts)"
        for reading in snapshot.held()
        if reading.edition.force == force
    ]
    return "; ".join(filter(None, (trouble, *held)))


def _data(editions: Sequence[Recorded[Edition]], snapshot: Snapshot, options: Options) -> dict[str, object]:
    edition = editions[-1]
    figures = snapshot.figures(subject=options.force)
    total = _editions.total(edition.value, figures)
    return {
        "force": options.force,
        "edition": edition.ref,
        "source": edition.provenance.source,
        "said_by": edition.value.said_by or edition.provenance.source_title,
        "url": edition.value.url or edition.provenance.url,
        "retrieved": _iso(edition.provenance.retrieved),
        "total_known": total.known,
        "total_stated": total.stated,
        "nations_known": total.rows,
        "nations_stated": total.nations,
        "complete": total.complete,
    }


def _iso(moment: datetime) -> str:
    return str(When(moment))
