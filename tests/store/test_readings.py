"""Reading the same again with other options: refs stay, the present changes, the past does not."""

from __future__ import annotations

from dataclasses import replace

from board.model import Figure, FigureKind, Qualifier, Strength
from board.outcome import Reading
from board.snapshot import Sense
from board.store import Store
from tests.store.made import day, file_source, item, items, later, source, statement, updated


def figure(number: int, **changes: object) -> Figure:
    return Figure(subject="KFOR", number=number, **changes)  # type: ignore[arg-type]


def test_a_statement_read_differently_keeps_its_ref_and_its_former_form(store: Store) -> None:
    weak = item("One", statement("No change to announce"))
    strong = replace(weak, statements=(replace(weak.statements[0], strength=Strength.WEAK),))
    first = store.apply(updated(items(weak), extracted_by="feed 1"), source())
    second = store.apply(updated(items(strong), later(1), extracted_by="feed 2"), source())
    assert (second.statements, second.edited, second.replaced) == ((), (), 1)

    now = store.snapshot().statement(first.statements[0])
    then = store.snapshot(later(0.5), Sense.KNOWN).statement(first.statements[0])
    assert now is not None
    assert then is not None
    assert (then.statement.strength, now.statement.strength) == (Strength.PLAIN, Strength.WEAK)
    assert now.provenance.retrieved == later(0)
    assert not now.edited


def test_what_other_options_no_longer_find_is_gone_now_and_still_known_then(store: Store) -> None:
    store.apply(updated(items(item("One", statement("A"), statement("B"))), extracted_by="feed 1"), source())
    store.apply(updated(items(item("One", statement("B"))), later(1), extracted_by="feed 2"), source())
    assert [r.statement.text for r in store.snapshot().statements(limit=9)] == ["B"]
    assert [r.statement.text for r in store.snapshot(later(0.5), Sense.KNOWN).statements(limit=9)] == ["A", "B"]


def test_figures_hang_on_the_statement_they_were_given_in(store: Store) -> None:
    given = figure(600, nation="USA", qualifier=Qualifier.ABOUT, statement=0, quote="about 600")
    reading = replace(item("One", statement("The US has about 600 troops")), figures=(given,))
    store.apply(updated(items(reading)), source())
    (record,) = store.snapshot().statements(limit=1, query="nation:USA")
    assert [attached.value.number for attached in record.figures] == [600]
    assert record.figures[0].provenance.source == "desk"


def test_a_figure_that_a_page_no_longer_gives_stays(store: Store) -> None:
    store.apply(updated(Reading(figures=(figure(4636, as_of=day("2026-02-12")),)), body=b"1"), source())
    store.apply(updated(Reading(figures=(figure(4767, as_of=day("2026-02-19")),)), later(1), body=b"2"), source())
    assert [found.value.number for found in store.snapshot().figures(subject="Kfor")] == [4767, 4636]


def test_a_figure_taken_out_of_a_persons_own_file_is_withdrawn(store: Store) -> None:
    wrong, right = figure(47670, as_of=day("2026-02-19")), figure(4767, as_of=day("2026-02-19"))
    store.apply(updated(Reading(figures=(wrong,)), body=b"1", name="own"), file_source())
    store.apply(updated(Reading(figures=(right,)), later(1), body=b"2", name="own"), file_source())
    assert [found.value.number for found in store.snapshot().figures()] == [4767]
    assert [found.value.number for found in store.snapshot(later(0.5), Sense.KNOWN).figures()] == [47670]


def test_figures_are_found_by_nation_kind_and_as_totals(store: Store) -> None:
    given = (figure(4767), figure(590, nation="USA"), figure(852, nation="ITA", kind=FigureKind.CEILING))
    store.apply(updated(Reading(figures=given)), source())
    board = store.snapshot()
    assert [found.value.number for found in board.figures(totals_only=True)] == [4767]
    assert [found.value.number for found in board.figures(nation="USA")] == [590]
    assert [found.value.number for found in board.figures(kinds=[FigureKind.CEILING])] == [852]
    assert len(board.figures(limit=2)) == 2
    assert board.figure(board.figures(nation="USA")[0].ref) == board.figures(nation="USA")[0]


def test_what_was_said_by_then_is_told_apart_from_what_was_known(store: Store) -> None:
    old = figure(16130, as_of=day("2006-05-31"))
    store.apply(updated(Reading(figures=(old,))), source())
    assert len(store.snapshot(day("2010").start).figures()) == 1
    assert not store.snapshot(day("2010").start, Sense.KNOWN).figures()
    assert not store.snapshot(day("2005").start).figures()
