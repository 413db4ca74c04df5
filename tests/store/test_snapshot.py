"""The board as it stood: both senses of then, what a person did, how the sources were, numbers through time."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from board.model import Event, Figure, When
from board.outcome import Body, Empty, Reading, Validators
from board.snapshot import Decision, Note, Sense, Snapshot, SourceState
from board.store import EVERY, Progress, Store
from tests.store.made import (
    day,
    edition,
    editions,
    failed,
    file_source,
    held,
    item,
    items,
    later,
    moments,
    receipt,
    source,
    statement,
    unchanged,
    updated,
)


def texts(board: Snapshot) -> list[str]:
    return [record.statement.text for record in board.statements(limit=99)]


def test_what_had_been_said_by_then_and_what_was_known_by_then_differ(store: Store) -> None:
    old = item("Old", statement("Old news"), published=day("2024-03-01"))
    new = item("New", statement("New news"), published=day("2026-11-21"))
    store.apply(updated(items(new), later(0), body=b"1"), source())
    store.apply(updated(items(new, old), later(24), body=b"2"), source())
    assert texts(store.snapshot()) == ["New news", "Old news"]
    assert texts(store.snapshot(day("2025").start)) == ["Old news"]
    assert texts(store.snapshot(later(1), Sense.KNOWN)) == ["New news"]
    assert texts(store.snapshot(later(-1), Sense.KNOWN)) == []


@pytest.mark.parametrize("published", [None, "1960", "2031-01-01"])
def test_a_statement_without_a_believable_date_stands_at_its_retrieval(store: Store, published: str | None) -> None:
    dated = item("Dated", statement("Dated"), published=day("2026-11-21"))
    odd = item("Odd", statement("Odd"), published=day(published) if published else None)
    store.apply(updated(items(dated, odd), later(0)), source())
    later_one = item("Later", statement("Later"), published=When(later(2)))
    store.apply(updated(items(later_one), later(3), body=b"2"), source())
    assert texts(store.snapshot()) == ["Later", "Odd", "Dated"]
    shown = store.snapshot().statements(limit=3)[1]
    assert store.snapshot().item(shown.item_ref or "")[0].item.published == (day(published) if published else None)


def test_a_person_decides_notes_and_reads_and_it_hangs_on_the_ref(store: Store) -> None:
    ref = store.apply(updated(items(item("A", statement("a")))), source()).statements[0]
    store.note(Note(ref=ref, text="First", who="me", at=later(1)))
    store.note(Note(ref=ref, text="Second\x1b[2J", who="me", at=later(2)))
    store.mark_read([ref], later(1))
    for number, hours in (("5", 1), ("2", 2)):
        store.decide(Decision(ref=ref, kind="information", value=number, who="me", at=later(hours), why="so"))
    record = store.snapshot().statement(ref)
    assert record is not None
    assert (record.read, record.notes, record.information) == (True, 2, 2)
    assert [note.text for note in store.snapshot().notes(ref)] == ["Second[2J", "First"]
    assert [decision.value for decision in store.snapshot().decisions(ref)] == ["2", "5"]
    before = store.snapshot(later(1.5), Sense.KNOWN).statement(ref)
    assert before is not None
    assert (before.notes, before.information) == (1, 5)


@pytest.mark.parametrize(
    "ref", ["", "statement:", "statement:x", "statement:99", "item:1", "tier:3", "statement:" + "9" * 40]
)
def test_a_ref_that_names_nothing_finds_nothing(store: Store, ref: str) -> None:
    board = store.snapshot()
    assert board.statement(ref) is None
    assert board.figure(ref) is None
    assert board.edition(ref) is None
    assert board.provenance(ref) is None
    assert not board.item(ref)
    assert not board.notes(ref)


def test_an_article_of_its_own_has_its_own_address_status_and_body(store: Store) -> None:
    article = replace(
        item("A", statement("a"), text="a"), final_url="https://desk.example/a/final", status=203, body_hash="ab" * 32
    )
    applied = store.apply(updated(items(article)), source(grade="B"))
    for ref in (*applied.statements, *applied.items):
        came = store.provenance(ref)
        assert came is not None
        assert (came.url, came.final_url) == ("https://desk.example/A", "https://desk.example/a/final")
        assert (came.status, came.body_hash, came.grade, came.source_title) == (203, "ab" * 32, "B", "Desk")


def test_raw_bodies_come_back_by_their_hash(store: Store) -> None:
    got = receipt(body=b"<html>" * 1000)
    outcome = replace(updated(items(item("A"))), receipt=got, articles=(Body(hash="cd" * 32, data=b"article"),))
    store.apply(outcome, source())
    assert store.body(got.body_hash) == b"<html>" * 1000
    assert store.body("cd" * 32) == b"article"
    assert store.body("00") is None


def test_events_are_replaced_by_what_is_said_of_them_later(store: Store) -> None:
    summit = Event(title="Summit", when=day("2026-07-07"))
    moved = replace(summit, note="in Ankara")
    store.apply(updated(Reading(events=(summit, Event(title="Gone", when=day("2026-08")))), name="own"), file_source())
    store.apply(updated(Reading(events=(moved,)), later(1), name="own", body=b"2"), file_source())
    assert [event.value for event in store.snapshot().events()] == [moved]
    assert len(store.snapshot(later(0.5), Sense.KNOWN).events()) == 2


def states(store: Store) -> list[SourceState]:
    return [change.after for change in store.snapshot().state_changes()][::-1]


def test_a_source_has_its_own_word_for_each_way_it_can_be(store: Store) -> None:
    spec = source()
    store.register([spec], later(0))
    assert store.snapshot().health()[0].state is SourceState.WAITING
    empty = Empty(source="desk", receipt=receipt(later(4)), reason="no items", next_due=later(5))
    for outcome in (
        updated(items(item("A"))),
        unchanged(later(1)),
        failed(later(2)),
        failed(later(3), blocked_until=later(9)),
        empty,
        unchanged(later(5)),
        updated(items(item("A")), later(6), partial="2 articles could not be read"),
        held(editions(edition("2026", ("ITA", 1))), "too few rows", later(7)),
        updated(items(item("A")), later(8)),
    ):
        store.apply(outcome, spec)
    assert states(store) == [
        SourceState.OK,
        SourceState.FAILING,
        SourceState.BLOCKED,
        SourceState.EMPTY,
        SourceState.PARTIAL,
        SourceState.HELD,
        SourceState.OK,
    ]
    then = store.snapshot(later(3.5)).health()[0]
    assert (then.state, then.failures, then.since, then.last_good) == (SourceState.BLOCKED, 2, later(3), later(1))
    assert store.snapshot(later(5.5)).health()[0].reason == "no items"
    assert store.snapshot(later(2.5)).cut_off() == later(1)


def test_since_says_when_a_state_began_and_not_when_it_was_last_seen(store: Store) -> None:
    for hours in (0, 1, 2):
        store.apply(failed(later(hours)), source())
    health = store.snapshot().health()[0]
    assert (health.since, health.failures, health.last_tried, health.next_due) == (later(0), 3, later(2), later(3))


def test_sources_that_are_off_or_no_longer_configured_leave_no_gap(store: Store) -> None:
    store.apply(updated(items(item("A", statement("a")))), source())
    store.register([source("desk", enabled=False), source("new")], later(1))
    assert [(health.name, health.state) for health in store.snapshot().health()] == [
        ("desk", SourceState.OFF),
        ("new", SourceState.WAITING),
    ]
    store.register([source("new")], later(2))
    assert [health.name for health in store.snapshot().health()] == ["new"]
    assert texts(store.snapshot()) == ["a"]


def test_the_collector_remembers_what_to_ask_again_by(store: Store) -> None:
    ways = Validators(etag='"1"', last_modified="Sun, 22 Nov 2026 12:00:00 GMT")
    store.apply(replace(updated(items(item("A"))), receipt=replace(receipt(), validators=ways)), source())
    facts = store.source_facts("desk")
    assert (facts.validators, facts.body_hash, facts.extracted_by) == (ways, receipt().body_hash, "feed 1")
    store.apply(failed(later(1)), source())
    assert store.source_facts("desk").validators == ways
    assert store.source_facts("never heard of").health.state is SourceState.WAITING


def test_face_and_collector_talk_through_the_store(store: Store) -> None:
    store.ask_refresh(["b"], later(1))
    store.ask_refresh([EVERY, "a"], later(0))
    assert store.take_asks() == (EVERY, "a", "b")
    assert store.take_asks() == ()
    progress = Progress(at=later(0), done=1, due=3, running=("a", "b"), pid=77)
    assert store.progress() is None
    store.set_progress(progress)
    assert store.progress() == progress
    store.record_problem("config", "line 3 is wrong", later(0))
    assert [(trouble.name, trouble.message) for trouble in store.problems()] == [("config", "line 3 is wrong")]
    store.record_problem("config", "", later(1))
    assert store.problems() == ()


def test_the_history_of_a_nation_has_rows_and_figures_dated_with_who_said_it(store: Store) -> None:
    tables = editions(edition("2026-02-19", ("USA", 590)), edition("2025-02", ("USA", 602), ("ITA", 1258)))
    given = Figure(subject="KFOR", nation="USA", number=600, as_of=day("2026-02-18"), said_by="a NATO official")
    total = Figure(subject="KFOR", number=4500, as_of=day("2026-02-19"))
    store.apply(updated(replace(tables, figures=(given, total))), source())
    found = store.snapshot().history(nation="USA")
    assert [(str(point.value.as_of), point.value.number, point.value.said_by) for point in found] == [
        ("2025-02", 602, "NATO"),
        ("2026-02-18", 600, "a NATO official"),
        ("2026-02-19", 590, "NATO"),
    ]
    assert found[0].ref.startswith("edition:")
    assert [point.value.number for point in store.snapshot().history(subject="KFOR")] == [4500]
    assert len(store.snapshot().history(nation="USA", limit=2)) == 2


def test_one_can_step_through_the_moments_at_which_something_was_said_or_known(store: Store) -> None:
    said = item("A", statement("a"), published=day("2026-11-01"))
    store.apply(updated(replace(items(said), editions=(edition("2026-02-19", ("ITA", 1)),))), source())
    store.apply(unchanged(later(1)), source())
    store.apply(failed(later(2)), source())
    assert moments(store, Sense.KNOWN) == [later(0), later(2)]
    assert moments(store) == [datetime(2026, 2, 19, tzinfo=UTC), datetime(2026, 11, 1, tzinfo=UTC)]
    assert store.step(datetime(2026, 2, 19, tzinfo=UTC), +1) == datetime(2026, 11, 1, tzinfo=UTC)
    assert store.step(datetime(2026, 11, 1, tzinfo=UTC), -1) == datetime(2026, 2, 19, tzinfo=UTC)
    assert store.step(datetime(2026, 2, 19, tzinfo=UTC), -1) is None
    assert store.step(later(2), +1, Sense.KNOWN) is None


def test_looks_are_kept_for_each_face(store: Store) -> None:
    store.look("tui", later(1))
    store.look("since", later(2))
    assert (store.looked("tui"), store.looked("since"), store.looked("other")) == (later(1), later(2), None)
    assert (store.snapshot(face="tui").looked(), store.snapshot().looked()) == (later(1), None)


def test_a_stale_source_becomes_fine_again_with_the_next_news(store: Store) -> None:
    spec = source(expect=timedelta(days=7))
    store.apply(updated(Reading(items=(item("A"),), newest=day("2026-11-20"), count=1)), spec)
    store.apply(unchanged(later(24 * 10)), spec)
    assert store.snapshot().health()[0].state is SourceState.STALE
    store.apply(updated(Reading(items=(item("B"),), newest=day("2026-12-02"), count=1), later(24 * 11)), spec)
    assert store.snapshot().health()[0].state is SourceState.OK


def test_a_table_of_the_day_is_not_shown_before_it_was_read_nor_held_before_it_was_held(store: Store) -> None:
    today = later(0).date().isoformat()
    first, second = edition(today, ("ITA", 907)), edition(today, ("ITA", 500))
    store.apply(updated(editions(first)), source())
    store.apply(updated(editions(second), later(1), body=b"2"), source())
    store.apply(held(editions(edition(today, ("ITA", 1))), "a jump", later(2), body=b"3"), source())
    before, after = store.snapshot(later(0.5)), store.snapshot(later(1.5))
    assert [each.value.rows[0].troops for each in before.editions("KFOR")] == [907]
    assert [each.value.rows[0].troops for each in after.editions("KFOR")] == [500]
    assert (len(after.held()), len(store.snapshot(later(3)).held())) == (0, 1)


def test_a_source_that_is_partial_and_long_silent_is_stale(store: Store) -> None:
    spec = source(expect=timedelta(days=2))
    old = updated(Reading(items=(item("A"),), newest=day("2020-11-20"), count=1))
    store.apply(replace(old, partial="1 article could not be read"), spec)
    (health,) = store.snapshot().health()
    assert health.state is SourceState.STALE
    assert health.reason.endswith("expected within 2 days; 1 article could not be read")


@pytest.mark.parametrize(
    ("expect", "told"),
    [
        (timedelta(hours=12), "nothing new for 30 hours, expected within 12 hours"),
        (timedelta(minutes=45), "nothing new for 1800 minutes, expected within 45 minutes"),
        (timedelta(days=1), "nothing new for 1 day, expected within 1 day"),
    ],
)
def test_how_long_a_source_is_silent_is_told_in_the_units_that_were_configured(
    store: Store, expect: timedelta, told: str
) -> None:
    newest = When(later(-30))
    store.apply(updated(Reading(items=(item("A"),), newest=newest, count=1)), source(expect=expect))
    assert store.snapshot().health()[0].reason == told


def test_announcements_are_numbered_and_only_the_last_ones_kept(store: Store) -> None:
    assert store.announced() is None
    for number in range(60):
        store.announce(f"sentence {number}", later(number))
    last = store.announced()
    assert last is not None
    assert (last.number, last.sentence, last.at) == (60, "sentence 59", later(59))
    assert store.database.value("SELECT count(*) FROM announcements") == 50
