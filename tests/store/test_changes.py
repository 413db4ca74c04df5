"""What is new, changed, gone and silent since a look; and what is not, though it may seem so."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from board.model import Figure, Stance, Statement
from board.outcome import Reading
from board.snapshot import Change, ChangeKind, Decision
from board.store import Store
from board.store.compare import moves
from tests.store.made import (
    day,
    edition,
    editions,
    failed,
    headline,
    held,
    item,
    items,
    later,
    source,
    statement,
    unchanged,
    updated,
)

WHOLE = edition("2026-02", ("ITA", 907), ("USA", 590), ("ALB", 256), complete=True, total_stated=1753)
NEXT = edition("2026-05", ("USA", 600), ("ITA", 500), ("HUN", 100), complete=True, total_stated=1200)


def kinds(found: list[Change]) -> list[ChangeKind]:
    return [change.kind for change in found]


def since(store: Store, hours: float = 0.5, **options: Any) -> list[Change]:
    return list(store.snapshot().changes(later(hours), **options))


def test_new_statements_are_listed_and_headlines_and_old_ones_are_not(store: Store) -> None:
    store.apply(updated(items(item("Old", statement("Old words"))), body=b"1"), source())
    store.apply(updated(items(item("New", statement("New words"), headline("New"))), later(1), body=b"2"), source())
    (change,) = since(store)
    assert (change.kind, change.text, change.at, change.source) == (ChangeKind.STATEMENT, "New words", later(1), "desk")
    assert since(store, 1) != since(store)


def test_an_edit_and_a_re_reading_are_told_apart(store: Store) -> None:
    said, again = statement("We stay"), statement("We stay", note="sure")
    store.apply(updated(items(item("A", said, guid="a"), item("B", said, guid="b"))), source())
    store.apply(updated(items(item("A, changed", said, guid="a")), later(1), body=b"2"), source())
    store.apply(updated(items(item("B", again, guid="b")), later(2), extracted_by="feed 2"), source())
    found = since(store)
    assert [(change.kind, change.ref.partition(":")[0]) for change in found] == [
        (ChangeKind.EDITED, "item"),
        (ChangeKind.RE_READ, "source"),
    ]


def test_an_edit_tells_what_was_said_and_what_is_said_instead(store: Store) -> None:
    stays, leaves, kept = statement("We stay"), statement("We leave", stance=Stance.CONFIRMS), statement("No comment")
    store.apply(updated(items(item("A", stays, kept, guid="a", text="before"))), source())
    store.apply(updated(items(item("A", leaves, kept, guid="a", text="after")), later(1), body=b"2"), source())
    (change,) = since(store)
    assert [one.text for one in change.withdrawn if isinstance(one, Statement)] == ["We stay"]
    assert [(one.text, one.stance) for one in change.came if isinstance(one, Statement)] == [
        ("We leave", Stance.CONFIRMS)
    ]


def test_what_other_options_find_in_the_same_bytes_is_not_new_in_the_world(store: Store) -> None:
    table = editions(edition(None, ("ITA", 9)))
    store.apply(updated(replace(table, items=(item("A", statement("a")),))), source())
    wider = (item("A", statement("a")), item("B", statement("b")))
    again = replace(editions(edition(None, ("ITA", 90))), items=wider, figures=(Figure(subject="KFOR", number=1),))
    store.apply(updated(again, later(1), extracted_by="feed 2"), source())
    assert set(kinds(since(store))) == {ChangeKind.RE_READ}
    assert len(store.snapshot().editions("KFOR")) == 1


def test_a_whole_table_after_a_whole_one_shows_who_moved_joined_left_and_changed_place(store: Store) -> None:
    store.apply(updated(editions(WHOLE), body=b"1"), source())
    store.apply(updated(editions(WHOLE, NEXT), later(1), body=b"2"), source())
    found = [(change.kind, change.nation, change.before, change.after, change.places) for change in since(store)]
    assert found == [
        (ChangeKind.EDITION, None, None, 1200, None),
        (ChangeKind.TROOPS, "USA", 590, 600, (2, 1)),
        (ChangeKind.TROOPS, "ITA", 907, 500, (1, 2)),
        (ChangeKind.JOINED, "HUN", None, 100, None),
        (ChangeKind.GONE, "ALB", 256, None, None),
        (ChangeKind.TOTAL, None, 1753, 1200, None),
    ]


def test_the_rows_of_one_nation_move_as_their_sum() -> None:
    before, after = (edition(day, ("USA", 500), ("USA", more)) for day, more in (("2026-02", 90), ("2026-05", 95)))
    assert [(move.kind, move.before, move.after) for move in moves(before, after)] == [
        (ChangeKind.TROOPS, 590, 595),
        (ChangeKind.TOTAL, 590, 595),
    ]


def test_a_nation_that_others_overtook_is_told_by_its_place_alone() -> None:
    then = edition("2026-05", ("ITA", 907), ("USA", 1000), ("ALB", 256), complete=True)
    found = [(move.kind, move.nation, move.places) for move in moves(WHOLE, then)]
    assert found == [(ChangeKind.TROOPS, "USA", (2, 1)), (ChangeKind.RANK, "ITA", None)]


def test_a_number_that_another_source_gave_before_is_told_with_whose_it_is(store: Store) -> None:
    store.apply(updated(editions(WHOLE), body=b"1"), source("agency"))
    store.apply(updated(editions(NEXT), later(1), body=b"2"), source("table"))
    moved = {(change.kind, change.before_source) for change in since(store) if change.kind is not ChangeKind.EDITION}
    assert {whose for _, whose in moved} == {"agency"}
    assert (ChangeKind.TOTAL, "agency") in moved


def test_a_table_whose_rows_come_to_its_total_shows_who_left_though_it_does_not_say_that_it_is_whole() -> None:
    before = edition("2026-02", ("ITA", 907), ("IRL", 14), total_stated=921)
    after = edition("2026-05", ("ITA", 907), ("PRT", 30), total_stated=937)
    found = [(move.kind, move.nation) for move in moves(before, after)]
    assert found[:2] == [(ChangeKind.JOINED, "PRT"), (ChangeKind.GONE, "IRL")]
    short = edition("2026-05", ("ITA", 907), total_stated=937)
    assert [move.kind for move in moves(before, short)] == [ChangeKind.TOTAL]


def test_a_partial_edition_proves_no_nations_absence_and_no_rank() -> None:
    partial = edition("2026-05", ("USA", 600), complete=False, total_stated=4767)
    assert [move.kind for move in moves(WHOLE, partial)] == [ChangeKind.TROOPS, ChangeKind.TOTAL]
    assert [move.kind for move in moves(partial, WHOLE)] == [ChangeKind.TROOPS, ChangeKind.TOTAL]


def test_a_whole_table_that_does_not_come_to_its_total_is_pointed_out(store: Store) -> None:
    odd = edition("2026-05", ("ITA", 907), ("USA", 590), ("ALB", 256), complete=True, total_stated=2000)
    store.apply(updated(editions(WHOLE), body=b"1"), source())
    store.apply(updated(editions(odd), later(1), body=b"2"), source())
    (change,) = [change for change in since(store) if change.kind is ChangeKind.MISMATCH]
    assert (change.before, change.after) == (2000, 1753)


def test_a_correction_and_a_held_edition_have_their_own_words(store: Store) -> None:
    store.apply(updated(editions(WHOLE), body=b"1"), source())
    corrected = edition("2026-02", ("ITA", 900), complete=False)
    store.apply(updated(editions(corrected), later(1), body=b"2"), source())
    store.apply(held(editions(NEXT), "a jump", later(2), body=b"3"), source())
    found = [
        (change.kind, change.text) for change in since(store) if change.kind in (ChangeKind.CORRECTED, ChangeKind.HELD)
    ]
    assert found == [(ChangeKind.HELD, "a jump"), (ChangeKind.CORRECTED, "KFOR")]


def test_figures_outside_tables_are_listed_with_their_numbers(store: Store) -> None:
    given = Figure(subject="KFOR", number=600, nation="USA", quote="about 600", as_of=day("2026-02-19"))
    store.apply(updated(Reading(figures=(given,)), later(1)), source())
    (change,) = since(store)
    assert (change.kind, change.nation, change.after, change.came) == (ChangeKind.FIGURE, "USA", 600, (given,))


def test_sources_die_return_and_fall_silent(store: Store) -> None:
    spec = source(expect=timedelta(days=30))
    dated = Reading(items=(item("A"),), newest=day("2026-11-20"), count=1)
    store.apply(updated(dated), spec)
    store.apply(failed(later(1), reason="no answer"), spec)
    store.apply(failed(later(2), reason="still no answer"), spec)
    assert [(change.kind, change.text) for change in since(store)] == [(ChangeKind.DIED, "no answer")]
    store.apply(unchanged(later(3)), spec)
    back, _ = since(store, 1.5)
    assert (back.kind, back.text) == (ChangeKind.RETURNED, "was failing: no answer")
    store.apply(unchanged(later(24 * 60)), spec)
    (silent, _) = since(store, 24 * 30)
    assert (silent.kind, silent.text) == (ChangeKind.SILENT, "nothing new for 61 days, expected within 30 days")


def test_a_source_that_asked_to_be_left_alone_has_not_died(store: Store) -> None:
    store.apply(updated(items(item("A", statement("a")))), source())
    store.apply(failed(later(1), reason="answered 503", blocked_until=later(2)), source())
    assert [(change.kind, change.text) for change in since(store)] == [(ChangeKind.BLOCKED, "answered 503")]


def test_an_outage_that_came_and_went_since_the_last_look_is_told(store: Store) -> None:
    store.apply(updated(items(item("A", statement("a")))), source())
    store.apply(failed(later(1), reason="no answer"), source())
    store.apply(unchanged(later(2)), source())
    back, _ = since(store)
    assert (back.kind, back.text, back.at) == (ChangeKind.RETURNED, "was failing: no answer", later(2))
    assert kinds(since(store, 2.5)) == []


def test_a_source_that_never_answered_has_not_died_and_does_not_return(store: Store) -> None:
    store.register([source()], later(0))
    store.apply(failed(later(1), reason="name not found"), source())
    store.apply(failed(later(2), reason="name not found"), source())
    assert [(change.kind, change.text) for change in since(store)] == [(ChangeKind.NEVER_ANSWERED, "name not found")]
    assert since(store, 1.5) == []
    store.apply(updated(items(item("A", statement("a"))), later(3)), source())
    assert kinds(since(store, 1.5)) == [ChangeKind.STATEMENT]
    store.apply(failed(later(4)), source())
    assert ChangeKind.DIED in kinds(since(store))


def test_what_was_read_and_had_nothing_new_is_said_too(store: Store) -> None:
    store.apply(updated(items(item("A", statement("a")))), source())
    store.apply(unchanged(later(1)), source())
    store.apply(unchanged(later(2)), source())
    (change,) = since(store)
    assert (change.kind, change.ref, change.text) == (ChangeKind.UNCHANGED, "source:desk", "read 2 times, nothing new")


def test_claims_gain_statements_and_lose_those_that_are_taken_back(store: Store) -> None:
    claims = [("withdrawal", "withdraw* AND NOT exercise")]
    leave, drill = statement("They will withdraw"), statement("They withdraw from the exercise")
    first = store.apply(updated(items(item("A", leave, drill, guid="a")), body=b"1"), source())
    gained = [change for change in since(store, -1, claims=claims) if change.kind is ChangeKind.CLAIM_GAINED]
    assert [(change.claim, change.ref) for change in gained] == [("withdrawal", first.statements[1])]
    store.apply(updated(items(item("A", guid="a", text="Corrected.")), later(1), body=b"2"), source())
    lost = [change for change in since(store, claims=claims) if change.kind is ChangeKind.CLAIM_LOST]
    assert [(change.claim, change.text) for change in lost] == [("withdrawal", "They will withdraw")]


def test_what_a_person_put_to_a_claim_is_told_too_where_it_is_taken_back_with_the_headline_it_stood_under(
    store: Store,
) -> None:
    claims = (("withdrawal", "withdraw*"),)
    said = item("A quiet day", statement("We stay where we are"), guid="a", text="We stay where we are")
    (ref,) = store.apply(updated(items(said)), source()).statements
    store.decide(Decision(ref=ref, kind="claim", value="+withdrawal", who="me", at=later(0.5)))
    store.apply(updated(items(item("A quiet day", guid="a", text="Corrected.")), later(1), body=b"2"), source())
    (lost,) = (change for change in since(store, claims=claims) if change.kind is ChangeKind.CLAIM_LOST)
    assert (lost.ref, lost.heading) == (ref, "A quiet day")
    assert [each.text for each in lost.withdrawn if isinstance(each, Statement)] == ["We stay where we are"]


def test_decisions_are_changes_with_who_and_why(store: Store) -> None:
    decision = Decision(ref="tier:3", kind="posture", value="alert", who="me", at=later(1), why="KFOR said so")
    store.decide(decision)
    (change,) = since(store)
    assert (change.kind, change.ref, change.decision) == (ChangeKind.DECIDED, "tier:3", decision)


@pytest.mark.parametrize("limit", [1, 3])
def test_the_answer_is_bounded(store: Store, limit: int) -> None:
    store.apply(updated(items(*(item(f"T{n}", statement(f"S{n}")) for n in range(9))), later(1)), source())
    assert len(since(store, limit=limit)) == limit


def test_of_one_time_the_last_said_is_told_and_not_what_the_source_read_last_said_long_ago(store: Store) -> None:
    new, old = statement("New words", published=day("2026-11-22")), statement("Old words", published=day("2024-05-01"))
    store.apply(updated(items(item("New", new)), later(1), name="first", body=b"1"), source("first"))
    store.apply(updated(items(item("Old", old)), later(1.1), name="last", body=b"2"), source("last"))
    assert [change.text for change in since(store, limit=1)] == ["New words"]
    assert [change.text for change in since(store)] == ["New words", "Old words"]


def test_as_many_are_told_as_are_asked_for_however_many_came_at_once(store: Store) -> None:
    came = items(*(item(f"T{n}", statement(f"S{n}")) for n in range(1100)))
    store.apply(updated(came, later(1)), source())
    assert len(since(store, limit=10_000)) == 1100
