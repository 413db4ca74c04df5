"""What comes while a reader reads moves nothing under his eyes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from tests.journeys.desk import Desk, Reader
from tests.journeys.pages import Entry, feed

BOARD = """
[board]
title = "The desk's board"

[[panel]]
kind = "statements"
title = "Statements"

[source.news]
title = "The Desk News"
kind = "feed"
url = "{site}/feed"
allow_private = true
every = "1h"
"""
NOW = datetime.now(UTC)


def serve(desk: Desk, numbers: range) -> None:
    entries = [
        Entry(f"KFOR patrol number {n} reported", desk.site.url(f"/{n}"), at=NOW - timedelta(hours=100 - n))
        for n in reversed(numbers)
    ]
    desk.site.serve("/feed", feed(entries), "application/rss+xml")


def test_new_statements_above_move_nothing_and_are_marked(desk: Desk) -> None:
    desk.write(BOARD)
    serve(desk, range(40))
    with desk.open(size=(100, 20)) as reader:
        reader.sees("number 39 reported")
        reader.leaves()
    mark_all_read(desk)
    with desk.open(size=(100, 20)) as reader:
        reader.sees("number 39 reported")
        reader.type("R", *"jjjjjjjjjjjjjjjj")
        reader.sees("number 23 reported")
        reader.no_longer_sees("asked for every source")
        reader.quiet()
        before = rows(reader)
        cursor = reader.under_the_cursor()
        assert any("number 23 reported" in line for line in cursor)
        serve(desk, range(45))
        reader.type("R")
        reader.sees("Statements", "─ 5 new")
        reader.no_longer_sees("asked for every source")
        reader.quiet()
        assert rows(reader) == before
        assert reader.under_the_cursor() == cursor
        reader.type("g")
        reader.sees("number 44 reported")
        reader.quiet()
        assert [n for n in range(35, 45) if marked_new(reader, n)] == [40, 41, 42, 43, 44]
        reader.leaves()


def rows(reader: Reader) -> list[str]:
    """The lines of the panel without its border and its scroll bar."""
    return [line[:-2] for line in reader.text().splitlines()[2:-2]]


def mark_all_read(desk: Desk) -> None:
    with desk.kept() as store:
        store.mark_read([record.ref for record in store.snapshot().statements(limit=100)], NOW)


def marked_new(reader: Reader, number: int) -> bool:
    """Whether the line above the words, which has the date, begins with the mark of the new."""
    lines = reader.text().splitlines()
    found = next((n for n, line in enumerate(lines) if f"number {number} reported" in line), None)
    return found is not None and lines[found - 1].startswith("│ •")
