"""What trying a source came to: as records for programs, as lines for a person."""

from __future__ import annotations

from collections.abc import Iterator

from board.commands import _records
from board.model import LeftOut, Stance, Strength
from board.outcome import Reading
from board.panels import _stances

_OFFERED = "a feed that this page offers"


def records(reading: Reading) -> Iterator[_records.Json]:
    """Everything that was found, left out, or is odd; each with its `type`."""
    for read in reading.items:
        yield _records.item(read.item)
        yield from map(_records.statement, read.statements)
        yield from map(_records.figure, read.figures)
    for edition in reading.editions:
        yield _records.edition(edition)
        yield from map(_records.row, edition.rows)
    yield from map(_records.statement, reading.statements)
    yield from map(_records.figure, reading.figures)
    yield from map(_records.event, reading.events)
    yield from map(_records.left_out, reading.left_out)
    yield from (_records.left_out(LeftOut(what=link, why=_OFFERED)) for link in reading.links)
    yield from (_records.problem("mistake", mistake) for mistake in reading.mistakes)
    yield from (_records.problem("warning", warning) for warning in reading.warnings)


def lines(reading: Reading) -> Iterator[str]:
    """The same for a person, one record a line."""
    for record in records(reading):
        yield _line(record)
        yield from map(_check, record.get("checks", ()))
    if not (reading.items or reading.editions or reading.statements or reading.figures or reading.events):
        yield "nothing was found"


def _line(record: _records.Json) -> str:
    match record["type"]:
        case "item":
            return f"item       {record['published'] or 'no date'}  {record['title']}  {record['link'] or 'no link'}"
        case "row":
            return f"row        {record['nation'] or '???'}  {record['name']}: {_troops(record)}"
        case "statement":
            who = ", ".join(filter(None, (record["organisation"], record["speaker"])))
            return f"statement  {_word(record)}  {who}: {record['text']}"
        case "figure":
            counted = " ".join(filter(None, (record["subject"], record["nation"], record["kind"])))
            return f"figure     {record['qualifier']} {record['number']} {counted}: {record['quote']}"
        case "edition":
            return f"edition    {record['force']} as of {record['as_of'] or 'unknown'}: {_totals(record)}"
        case "event":
            return f"event      {record['when']}  {record['title']}"
        case "left_out" if record["why"] == _OFFERED:
            return f"this page offers a feed: {record['what']}"
        case kind:
            return f"{kind:<10} {record['what']}: {record['why']}"


def _word(statement: _records.Json) -> str:
    stance = statement["stance"]
    return _stances.word_of(Stance(stance) if stance else None, Strength(statement["strength"]))


def _troops(row: _records.Json) -> str:
    """The number, or what was printed where it is none: 0 is a number."""
    return str(row["raw"] if row["troops"] is None else row["troops"])


def _totals(edition: _records.Json) -> str:
    stated, summed = (
        "unknown" if edition[total] is None else str(edition[total]) for total in ("total_stated", "total_summed")
    )
    return f"{edition['nations']} nations, stated {stated}, summed {summed}"


def _check(check: _records.Json) -> str:
    verdict = {True: "passed", False: "FAILED", None: "cannot be judged"}[check["passed"]]
    return f"  check    {check['name']} {verdict}: {check['detail']}"
