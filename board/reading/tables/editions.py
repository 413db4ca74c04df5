"""Rows to editions: which rows are one dated table, and how that table stands up to its own figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from board.model import Check, Completeness, Edition, Extract, Figure, FigureKind, Row, When
from board.reading.tables.dated_rows import joined
from board.text.nations import display_name

_NAMED_AT_MOST = 3
"""Rows a check names before it only counts them."""


def editions(
    extract: Extract, *, force: str, said_by: str, url: str | None, published: When | None = None
) -> tuple[tuple[Edition, ...], tuple[Figure, ...]]:
    """The editions of `force` and the single figures that an extract holds.

    Rows of a kind other than present are never part of a table, nor are those marked single. The others of one as-of
    and one address are one edition, and so are those of a list that dates its rows one by one. A stated total is a
    figure of its own and also its edition's; one of several tables is a figure alone.
    `said_by` and `url` stand in where a row names neither.
    """
    tables: dict[tuple[When | None, str | None], list[Row]] = {}
    figures = [_owned(figure, force, said_by, url, published) for figure in extract.figures]
    for row in extract.rows:
        row = replace(row, as_of=row.as_of or extract.as_of, said_by=row.said_by or said_by, url=row.url or url)
        if row.kind is FigureKind.PRESENT and row.completeness is not Completeness.SINGLE:
            tables.setdefault((row.as_of, row.url), []).append(row)
        elif row.troops is not None:
            figures.append(_figure(row, force, published))
    groups = joined(list(tables.values()), extract.total_stated)
    only = len(groups) == 1
    if not only:
        figures.extend(_of_page(extract, force, said_by, url, published))
    found = (_edition(rows, extract if only else Extract(), figures, force, published) for rows in groups)
    return tuple(checked(edition) for edition in found), tuple(figures)


def _of_page(extract: Extract, force: str, said_by: str, url: str | None, published: When | None) -> Iterator[Figure]:
    """What a page without a table, or with several, states of the whole force."""
    for number, kind in ((extract.total_stated, FigureKind.PRESENT), (extract.nations_stated, FigureKind.NATIONS)):
        if number is not None:
            as_of = extract.as_of
            yield Figure(
                subject=force, number=number, kind=kind, as_of=as_of, said_by=said_by, url=url, published=published
            )


def _owned(figure: Figure, force: str, said_by: str, url: str | None, published: When | None) -> Figure:
    return replace(
        figure,
        subject=figure.subject or force,
        said_by=figure.said_by or said_by,
        url=figure.url or url,
        published=figure.published or published,
    )


def _figure(row: Row, force: str, published: When | None) -> Figure:
    """A row that stands alone. One without a known nation keeps its name in the quote."""
    return Figure(
        subject=force,
        nation=row.nation,
        number=row.troops or 0,
        qualifier=row.qualifier,
        kind=row.kind,
        as_of=row.as_of,
        quote=f"{row.name}: {row.raw}",
        said_by=row.said_by,
        url=row.url,
        published=published,
        note=row.note,
    )


def _edition(
    rows: Sequence[Row], page: Extract, figures: Sequence[Figure], force: str, published: When | None
) -> Edition:
    """One table. Its total is what the page or its rows state, else a figure of the same date and address."""
    first = max(rows, key=lambda row: (row.as_of is not None, row.as_of))
    beside = [one for one in figures if one.nation is None and (one.as_of, one.url) == (first.as_of, first.url)]
    total = _stated([row.table_total for row in rows], page.total_stated, beside, FigureKind.PRESENT)
    nations = _stated([row.table_nations for row in rows], page.nations_stated, beside, FigureKind.NATIONS)
    return Edition(
        force=force,
        as_of=first.as_of,
        rows=tuple(rows),
        total_stated=total,
        nations_stated=nations,
        complete=_complete(rows),
        published=published,
        said_by=first.said_by,
        url=first.url,
        note=_shared_note(rows),
    )


def _stated(
    by_rows: Sequence[int | None], by_page: int | None, beside: Sequence[Figure], kind: FigureKind
) -> int | None:
    """The one number stated; `None` where none is, or several differ."""
    stated = {number for number in (*by_rows, by_page) if number is not None}
    stated = stated or {figure.number for figure in beside if figure.kind is kind}
    return stated.pop() if len(stated) == 1 else None


def _complete(rows: Sequence[Row]) -> bool | None:
    """What the rows themselves say; one partial row makes a partial table."""
    said = {row.completeness for row in rows}
    if Completeness.PARTIAL in said:
        return False
    return True if said == {Completeness.COMPLETE} else None


def _shared_note(rows: Sequence[Row]) -> str:
    notes = {row.note for row in rows}
    return notes.pop() if len(notes) == 1 else ""


def checked(edition: Edition) -> Edition:
    """The edition with the checks it was put to: `sum`, `nations`, `labels`, `numbers`, `rows`, `as_of`."""
    checks = (_sum(edition), _nations(edition), _labels(edition), _numbers(edition), _rows(edition), _as_of(edition))
    return replace(edition, checks=checks)


def _sum(edition: Edition) -> Check:
    stated, summed = edition.total_stated, edition.total_summed
    if stated is None or summed is None:
        return Check(name="sum", passed=None, detail="no total is stated" if stated is None else "no row has a number")
    if edition.complete is False:
        passed = None if summed <= stated else False
        return Check(name="sum", passed=passed, detail=f"a part of the table sums to {summed:,} of {stated:,}")
    same = summed == stated
    detail = f"rows sum to {summed:,}" + ("" if same else f", the stated total is {stated:,}")
    return Check(name="sum", passed=same, detail=detail)


def _nations(edition: Edition) -> Check:
    stated, count = edition.nations_stated, len(edition.rows)
    if stated is None:
        return Check(name="nations", passed=None, detail="no number of nations is stated")
    if edition.complete is False:
        passed = None if count <= stated else False
        return Check(name="nations", passed=passed, detail=f"{count} of {stated} nations")
    detail = f"{count} rows" if count == stated else f"{count} rows, {stated} nations are stated"
    return Check(name="nations", passed=count == stated, detail=detail)


def _labels(edition: Edition) -> Check:
    unknown = [f"{row.name or 'no name'} ({row.raw})" for row in edition.rows if row.nation is None]
    if not unknown:
        return Check(name="labels", passed=True, detail="every row names a known nation")
    return Check(name="labels", passed=False, detail=f"no known nation: {_some(unknown)}")


def _numbers(edition: Edition) -> Check:
    odd = [f"{row.name}: {row.raw or 'nothing'}" for row in edition.rows if row.troops is None]
    if not odd:
        return Check(name="numbers", passed=True, detail="every row has a number")
    return Check(name="numbers", passed=False, detail=f"not a number: {_some(odd)}")


def _rows(edition: Edition) -> Check:
    """A nation that stands twice in one table."""
    codes = [row.nation for row in edition.rows if row.nation]
    twice = sorted({display_name(code) for code in codes if codes.count(code) > 1})
    detail = f"more than once: {_some(twice)}" if twice else "no nation stands twice"
    return Check(name="rows", passed=not twice, detail=detail)


def _as_of(edition: Edition) -> Check:
    if edition.as_of is None:
        return Check(name="as_of", passed=None, detail="no date is stated")
    return Check(name="as_of", passed=True, detail=f"as of {edition.as_of}")


def _some(words: Sequence[str]) -> str:
    more = len(words) - _NAMED_AT_MOST
    return ", ".join(words[:_NAMED_AT_MOST]) + (f" and {more} more" if more > 0 else "")
