"""The situation report: what changed first, every figure with its number, and what is not known."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from board import plugins
from board.render import _sitrep
from board.shapes import Feed, View
from board.snapshot import Change, ChangeKind
from tests.panels.boards import CASES, NOW, board
from tests.panels.building import CONFIG, column
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
    assert changes.entries[0].marks[-1] == statements.entries[0].marks[-1]


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
