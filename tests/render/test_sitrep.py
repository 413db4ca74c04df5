"""The situation report: what changed first, every figure with its number, and what is not known."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from board import plugins
from board.render import _sitrep
from board.shapes import Condition, Feed, View
from board.snapshot import Change, ChangeKind, Sense
from tests.panels.boards import CASES, NOW, board
from tests.panels.building import CONFIG, column, config, source
from tests.panels.description import described
from tests.panels.memory import Memory

SINCE = NOW - timedelta(days=1)
CASE = board("kosovo")
VIEWS = _sitrep.views(CASE.snapshot, CASE.config, NOW, SINCE)


def view(name: str) -> View:
    return next(view for view in VIEWS if view.name == name)


@pytest.mark.parametrize(("name", "ending"), [("text", "txt"), ("markdown", "md")])
def test_the_report_is_shown_as_written_down(name: str, ending: str) -> None:
    above = replace(CASE.heading, title=_sitrep.title(CASE.config, NOW))
    said = plugins.load("board.render", name).render(VIEWS, above)
    assert said == (CASES / "kosovo" / f"sitrep.{ending}").read_text()


def test_it_is_titled_by_its_date_time_group() -> None:
    assert _sitrep.title(CASE.config, NOW) == "SITREP 221307ZNOV26: Kosovo: security situation"


def test_what_changed_stands_before_the_panels() -> None:
    assert [view.name for view in VIEWS] == [
        "report", "changes", "troops", "statements", "tiers", "gaps", "references",
    ]  # fmt: skip


def test_every_number_that_is_pointed_to_is_in_the_list() -> None:
    shape = view("statements").shape
    assert isinstance(shape, Feed)
    pointed = {span.text for entry in shape.entries for span in entry.marks if span.text.startswith("[")}
    assert pointed
    listed = view("references").shape
    assert isinstance(listed, Feed)
    assert pointed <= {entry.word for entry in listed.entries}


def test_a_statement_in_the_changes_points_to_the_source_it_has_in_the_panel() -> None:
    changes, statements = view("changes").shape, view("statements").shape
    assert isinstance(changes, Feed)
    assert isinstance(statements, Feed)
    changed = next(entry for entry in changes.entries if entry.ref == statements.entries[0].ref)
    assert changed.marks[-1] == statements.entries[0].marks[-1]


def test_a_check_that_the_table_failed_is_a_gap() -> None:
    table = described('[[edition]]\nas_of = "2026-11"\nchecked = true\nrows = { ITA = 907, POL = "n/a" }\n')
    gaps = next(each for each in _sitrep.views(table, CONFIG, NOW, SINCE) if each.name == "gaps")
    assert ("check failed", "not a number: POL: n/a") in zip(column(gaps, "gap"), column(gaps, "what"), strict=True)


def test_a_figure_in_the_changes_points_to_its_source() -> None:
    figure = Change(kind=ChangeKind.FIGURE, ref="figure:1", at=NOW, source="baseline", text="x", after=9)
    snapshot = replace(described("[[figure]]\nnumber = 9\n"), all_moves=(figure,))
    changes = next(each for each in _sitrep.views(snapshot, CONFIG, NOW, SINCE) if each.name == "changes").shape
    assert isinstance(changes, Feed)
    assert [span.text for span in changes.entries[0].marks] == ["[1]"]


def changes(snapshot: Memory) -> View:
    report = _sitrep.views(snapshot, config(), snapshot.at or NOW, SINCE)
    return next(each for each in report if each.name == "changes")


def told(snapshot: Memory) -> list[str]:
    shape = changes(snapshot).shape
    assert isinstance(shape, Feed)
    return [entry.text for entry in shape.entries]


_DATES = ("2026-11-22T13:00:00Z", "2026-11-21T13:08:00Z", "2026-11-21T13:06:00Z", "2026-11-21", "2026-11-20", "2026")
PUBLISHED = "".join(f'[[statement]]\npublished = "{when}"\nstance = "claims"\ntext = "{when}"\n' for when in _DATES)


def test_as_reported_the_period_is_one_of_publications_and_a_day_counts_from_the_one_it_begins_on() -> None:
    past = replace(described(PUBLISHED), at=NOW)
    assert told(past) == ["2026-11-22T13:00:00Z", "2026-11-21T13:08:00Z", "2026-11-21"]


def test_what_was_read_in_the_period_is_told_once_though_it_was_published_in_it_too() -> None:
    known = Change(kind=ChangeKind.STATEMENT, ref="statement:1", at=NOW, source="x", text="as it was read", when=None)
    past = replace(described(PUBLISHED), at=NOW, all_moves=(known,))
    assert told(past)[0] == "as it was read"
    assert len(told(past)) == 3


@pytest.mark.parametrize(
    ("at", "sense", "empty"),
    [
        (None, Sense.REPORTED, "nothing new was read in this period"),
        (NOW, Sense.KNOWN, "nothing new was read in this period"),
    ],
)
def test_else_only_what_came_to_be_known_is_a_change(at: datetime | None, sense: Sense, empty: str) -> None:
    view = changes(replace(described(PUBLISHED), at=at, sense=sense))
    assert view.empty == empty
    assert view.condition is Condition.EMPTY


def test_nothing_published_and_nothing_read_says_both() -> None:
    assert changes(Memory(at=NOW)).empty == "nothing new was read or published in this period"


@pytest.mark.parametrize(
    ("at", "sense", "read", "cut_off"),
    [
        (None, Sense.REPORTED, False, "nothing was read yet"),
        (None, Sense.REPORTED, True, "nothing from outside was read yet"),
        (NOW, Sense.KNOWN, True, "nothing from outside was read by then"),
        (NOW, Sense.KNOWN, False, "nothing was read by then"),
        (NOW, Sense.REPORTED, False, "nothing was read by then; what is shown was read later"),
    ],
)
def test_where_there_is_no_cut_off_it_says_what_was_read(
    at: datetime | None, sense: Sense, read: bool, cut_off: str
) -> None:
    health = f'[[health]]\nname = "shipped"\nstate = "ok"\nlast_good = {NOW.isoformat()}\n' if read else ""
    snapshot = replace(described(health), at=at, sense=sense)
    sources = (source("shipped", path="bundled:x.csv"), source("outside", url="https://x.example/"))
    report = _sitrep.views(snapshot, config(sources=sources), NOW, SINCE)[0]
    assert column(report, "value")[1] == cut_off


def test_gaps_name_what_is_not_known() -> None:
    assert column(view("gaps"), "gap") == [
        "source", "partial", "disagreement", "no answer", "unsure", "undecided", "undecided",
    ]  # fmt: skip


def test_an_empty_board_still_gives_a_report() -> None:
    views = _sitrep.views(Memory(), CONFIG, NOW, SINCE)
    shape = views[-1].shape
    assert (shape, views[-1].empty) == (Feed(entries=()), "nothing in this report has a source")


def test_sources_never_read_are_a_gap() -> None:
    views = _sitrep.views(Memory(), CASE.config, NOW, SINCE)
    assert column(views[-2], "what")[0] == "3 of 3 sources not read yet"
