"""A nation in an edition of a table (`edition:3#ITA`), or the whole edition (`edition:3`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from board.model import Edition, Figure, FigureKind, Row
from board.panels import _names, _words
from board.shapes import Cell, Chart, Column, Mark, Table, TableRow, Tone
from board.snapshot import Recorded
from board.tui.draw.lines import Run
from board.tui.pages._kept import kept
from board.tui.pages._page import Asked, Fact, Grid, Heading, Page, Part, Picture, Prose, figure_fact, pairs

_COLUMNS = (
    Column(name="as_of", title="As of", keep=8),
    Column(name="number", title="Number", right=True, keep=9),
    Column(name="said_by", title="Who", keep=7, stretch=True),
    Column(name="table", title="", keep=3),
    Column(name="note", title="Note", keep=1, stretch=True),
)

_CAME_OUT: Mapping[bool | None, str] = {None: "open", True: "passed", False: "failed"}


def page(asked: Asked) -> Page | None:
    """`None` where the store has no such edition (any more)."""
    name, _, nation = asked.ref.partition("#")
    editions = _editions(asked)
    found = next((each for each in editions if each.ref == name), None)
    if found is None:
        return None
    return _nation(asked, found, editions, nation) if nation else _whole(asked, found)


def _editions(asked: Asked) -> tuple[Recorded[Edition], ...]:
    forces = dict.fromkeys([*(force.name for force in asked.config.forces), *(s.force for s in asked.config.sources)])
    return tuple(each for force in forces if force for each in asked.snapshot.editions(force))


def _nation(asked: Asked, found: Recorded[Edition], editions: Sequence[Recorded[Edition]], nation: str) -> Page:
    force = found.value.force
    name = _names.nation(nation, asked.config) if len(nation) == 3 else nation
    tables = [each for each in editions if each.value.force == force and _row(each.value, nation)]
    figures = asked.snapshot.figures(subject=force, nation=nation)
    told = _names.titled(force, asked.config)
    facts = [_row_fact(each, _row(each.value, nation), name, told) for each in (found, *reversed(tables)) if each]
    return Page(
        ref=asked.ref,
        title=f"{name} in {told}",
        parts=(
            *_now(found, nation, asked),
            Heading("Over time"),
            Picture(_chart(name, tables, figures, nation), 12),
            Heading("Every figure"),
            Grid(_figures(tables, figures, nation, asked)),
            *kept(asked, [f"{each.ref}#{nation}" for each in tables]),
        ),
        facts=(*dict.fromkeys(facts), *(figure_fact(each, name) for each in figures)),
    )


def _row(edition: Edition, nation: str) -> Row | None:
    return next((row for row in edition.rows if nation in (row.nation, row.name)), None)


def _now(found: Recorded[Edition], nation: str, asked: Asked) -> Iterator[Part]:
    row = _row(found.value, nation)
    if row is None:
        return
    yield pairs(
        ("troops", (Run(_words.count(row.troops), "strong"),)),
        ("printed", row.raw if row.raw and row.raw != str(row.troops) else None),
        ("as of", _words.date(row.as_of or found.value.as_of, asked.config.board.time_zone)),
        ("says", row.said_by or found.value.said_by or found.provenance.source_title),
        ("page", row.url or found.value.url),
        ("note", row.note),
    )


def _chart(name: str, tables: Sequence[Recorded[Edition]], figures: Sequence[Recorded[Figure]], nation: str) -> Chart:
    """Tables joined, what others gave of those present beside them; other kinds are never held against these."""
    line = tuple(mark for each in tables if (mark := _table_mark(each, nation)))
    marks = tuple(
        Mark(ref=each.ref, at=when, value=each.value.number, label=_words.figure(each.value), tone=Tone.CLAIMS)
        for each in figures
        if each.value.kind is FigureKind.PRESENT and (when := _moment(each.value))
    )
    return Chart(title=name, line=tuple(sorted(line, key=lambda mark: mark.at)), marks=marks)


def _table_mark(record: Recorded[Edition], nation: str) -> Mark | None:
    row = _row(record.value, nation)
    when = (row.as_of if row else None) or record.value.as_of
    if row is None or row.troops is None or when is None:
        return None
    return Mark(ref=record.ref, at=when.start, value=row.troops, label=_words.count(row.troops))


def _moment(figure: Figure) -> datetime | None:
    when = figure.as_of or figure.published
    return when.start if when else None


def _figures(
    tables: Sequence[Recorded[Edition]], figures: Sequence[Recorded[Figure]], nation: str, asked: Asked
) -> Table:
    zone = asked.config.board.time_zone
    dated: list[tuple[datetime | None, TableRow]] = []
    for each in tables:
        if row := _row(each.value, nation):
            when = row.as_of or each.value.as_of
            who = row.said_by or each.value.said_by or each.provenance.source_title
            cells = (_words.date(when, zone), _words.count(row.troops), who, "table", row.note)
            dated.append((when.start if when else None, _line(each.ref, *cells)))
    for figure in figures:
        value = figure.value
        who = value.said_by or figure.provenance.source_title
        cells = (
            _words.date(value.as_of or value.published, zone),
            _words.figure(value),
            who,
            "",
            value.note or value.quote,
        )
        dated.append((_moment(value), _line(figure.ref, *cells)))
    dated.sort(key=lambda each: (each[0] is not None, (each[0] and each[0].timestamp()) or 0.0), reverse=True)
    return Table(columns=_COLUMNS, rows=tuple(row for _, row in dated))


def _line(ref: str, date: str, number: str, who: str, table: str, note: str) -> TableRow:
    tones = (Tone.MUTED, Tone.STRONG, Tone.PLAIN, Tone.MUTED, Tone.MUTED)
    cells = tuple(Cell(text, text, tone) for text, tone in zip((date, number, who, table, note), tones, strict=True))
    return TableRow(ref=ref, cells=cells)


def _row_fact(record: Recorded[Edition], row: Row | None, name: str, force: str) -> Fact:
    edition = record.value
    number = _words.count(row.troops) if row else "not listed"
    return Fact(
        what=f"{name} in {force}: {number}",
        said_by=(row.said_by if row else "") or edition.said_by or record.provenance.source_title,
        as_of=(row.as_of if row else None) or edition.as_of,
        published=edition.published,
        url=(row.url if row else None) or edition.url,
        provenance=record.provenance,
        checks=tuple(_checked(edition)),
    )


def _whole(asked: Asked, found: Recorded[Edition]) -> Page:
    edition, zone = found.value, asked.config.board.time_zone
    force = _names.titled(edition.force, asked.config)
    fact = Fact(
        what=f"{force}: {_words.count(edition.total_stated or edition.total_summed)}",
        said_by=edition.said_by or found.provenance.source_title,
        as_of=edition.as_of,
        published=edition.published,
        url=edition.url,
        provenance=found.provenance,
        checks=tuple(_checked(edition)),
    )
    rows = tuple(
        TableRow(ref=asked.ref, cells=(Cell(_names.of_row(row, asked.config)), Cell(_words.count(row.troops))))
        for row in edition.rows
    )
    table = Table(
        columns=(Column(name="nation", title="Nation"), Column(name="troops", title="Troops", right=True)), rows=rows
    )
    return Page(
        ref=asked.ref,
        title=f"{force}, as of {_words.date(edition.as_of, zone)}",
        parts=(
            pairs(
                ("total stated", _words.count(edition.total_stated)),
                ("rows sum to", _words.count(edition.total_summed)),
                ("says", fact.said_by),
                ("page", edition.url),
                ("note", edition.note),
            ),
            *_checks(edition),
            Heading("Rows"),
            Grid(table),
            *kept(asked),
        ),
        facts=(fact,),
    )


def _checked(edition: Edition) -> Iterator[str]:
    """`sum passed: rows come to the stated 4,767`."""
    for check in edition.checks:
        yield f"{check.name} {_CAME_OUT[check.passed]}: {check.detail}"


def _checks(edition: Edition) -> Iterator[Part]:
    """What the edition was put to, and how it came out."""
    if edition.checks:
        yield Heading("Checks")
    for check in edition.checks:
        yield Prose((Run(f"{_CAME_OUT[check.passed]:8}", "muted"), Run(check.detail)), 2)
