"""Trouble that many sources tell of alike is one line, with how many they are; each of them is there behind it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from board.options import WebAddress
from board.shapes import Entry
from board.snapshot import Change, ChangeKind
from board.spec import Config, SourceSpec
from board.tui.draw.page import draw_page
from board.tui.pages import sources
from board.tui.pages._page import Asked
from tests.panels.building import config, feed, view
from tests.panels.memory import Memory

AT = datetime(2026, 11, 22, 10, tzinfo=UTC)


def desk(number: int) -> SourceSpec:
    url = WebAddress(f"https://desk{number}.example/feed")
    return SourceSpec(name=f"desk{number}", title=f"Desk {number}", kind="feed", url=url)


BOARD = config(sources=tuple(desk(number) for number in range(8)))


def failing(number: int, why: str, kind: ChangeKind = ChangeKind.NEVER_ANSWERED) -> Change:
    return Change(kind=kind, ref=f"source:desk{number}", at=AT, source=f"desk{number}", text=why)


def out_of_reach(number: int) -> Change:
    return failing(number, f"name not found: desk{number}.example")


def told(*changes: Change, board: Config = BOARD) -> list[tuple[str, str]]:
    entries = feed(view("changes", Memory(all_moves=changes), board)).entries
    return [(entry.who, entry.text) for entry in entries]


def test_sources_that_fail_alike_are_one_line_with_their_number() -> None:
    others = failing(6, "connection refused: desk6.example"), failing(7, "name not found: elsewhere.example")
    assert told(*map(out_of_reach, range(6)), *others) == [
        ("6 sources", "name not found: Desk 0, Desk 1, Desk 2 and 3 more"),
        ("Desk 6", "connection refused: desk6.example"),
        ("Desk 7", "name not found: elsewhere.example"),
    ]


def test_two_are_two_lines_and_what_happened_otherwise_stands_apart() -> None:
    died = replace(out_of_reach(2), kind=ChangeKind.DIED)
    assert told(out_of_reach(0), out_of_reach(1), died) == [
        ("Desk 0", "name not found: desk0.example"),
        ("Desk 1", "name not found: desk1.example"),
        ("Desk 2", "name not found: desk2.example"),
    ]


def test_sources_that_fell_silent_each_for_its_own_time_are_one_line() -> None:
    silent = [failing(n, f"nothing new for {n + 3} days, expected within 2 days", ChangeKind.SILENT) for n in range(4)]
    assert told(*silent) == [("4 sources", "nothing new for longer than expected: Desk 0, Desk 1, Desk 2 and 1 more")]
    assert told(silent[0]) == [("Desk 0", "nothing new for 3 days, expected within 2 days")]


def test_each_of_them_is_in_the_data_and_on_the_page_of_the_line() -> None:
    board = Memory(all_moves=tuple(map(out_of_reach, range(5))))
    shown = view("changes", board, BOARD)
    (entry,) = feed(shown).entries
    alike = entry.data["alike"]
    assert isinstance(alike, list)
    assert [each["source"] for each in alike] == [f"desk{number}" for number in range(5)]
    assert lines_of(entry, Asked(ref=entry.ref, snapshot=board, config=BOARD, now=AT, view=shown)) == [
        f"Desk {number}: name not found: desk{number}.example" for number in range(5)
    ]


def lines_of(entry: Entry, asked: Asked) -> list[str]:
    page = sources.page(asked)
    assert page is not None
    assert page.title == "NEVER ANSWERED: 5 sources"
    drawn = ("".join(run.text for run in line.runs).strip() for line in draw_page(page.parts, 100))
    return [line for line in drawn if line]
