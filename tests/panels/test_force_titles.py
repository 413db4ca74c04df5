"""What a force is called: its title on the screen, its name everywhere a script looks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from board.panels import _moves, _names
from board.shapes import Chart
from board.snapshot import Change, ChangeKind, Recorded
from board.spec import Config, ForceSpec
from tests.panels import boards
from tests.panels.boards import NOW
from tests.panels.building import config, feed, view

CASE = boards.board("kosovo")
TITLED = config(forces=(ForceSpec(name="KFOR", title="Kosovo Force"), ForceSpec(name="EULEX")))


@pytest.mark.parametrize(("name", "shown"), [("KFOR", "Kosovo Force"), ("EULEX", "EULEX"), ("other", "other")])
def test_a_force_is_called_by_its_title_and_else_by_its_name(name: str, shown: str) -> None:
    assert _names.titled(name, TITLED) == shown


def test_the_trend_bears_the_title_and_its_data_the_name() -> None:
    built = view("trend", CASE.snapshot, TITLED)
    assert isinstance(built.shape, Chart)
    assert (built.shape.title, built.data["force"]) == ("Kosovo Force", "KFOR")


def test_a_figure_of_the_whole_force_is_marked_with_the_title() -> None:
    record = next(each for each in CASE.snapshot.all_statements if each.figures)
    whole = replace(record.figures[0].value, nation=None, subject="KFOR")
    told = replace(record, figures=(Recorded(ref="figure:1", value=whole, provenance=record.provenance),))
    built = view("statements", replace(CASE.snapshot, all_statements=(told,)), TITLED)
    (entry,) = feed(built).entries
    assert entry.marks[0].text.startswith("Kosovo Force ")


@pytest.mark.parametrize("kind", [ChangeKind.EDITION, ChangeKind.CORRECTED])
def test_a_new_table_is_told_of_by_the_title(kind: ChangeKind) -> None:
    change = Change(kind=kind, ref="edition:1", at=NOW, source="x", text="KFOR", after=4767)
    told: Config = TITLED
    assert _moves.told(change, told) == "Kosovo Force, 4,767 in all"
