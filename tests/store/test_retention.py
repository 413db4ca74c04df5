"""What may be let go of, and what never."""

from __future__ import annotations

import hashlib
import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from board.collector.upkeep import Upkeep
from board.model import Figure, FigureKind, When
from board.outcome import ItemReading
from board.snapshot import Decision, Note
from board.spec import BoardSpec, Config
from board.store import Store
from board.store.thinning import surplus
from board.store.times import to_stamp
from tests.store.made import edition, editions, held, item, items, later, source, statement, unchanged, updated

DAY = 24


def put(store: Store, number: int, body: bytes) -> str:
    """One item a day; its statement's ref."""
    reading = items(item(f"T{number}", statement(f"S{number}")))
    return store.apply(updated(reading, later(DAY * number), body=body), source()).statements[0]


def has(store: Store, body: bytes) -> bool:
    return store.body(hashlib.sha256(body).hexdigest()) is not None


def test_old_bodies_go_and_everything_said_in_them_stays(store: Store) -> None:
    for number in range(10):
        put(store, number, b"body %d" % number)
    retired = store.retire(later(DAY * 9), keep=timedelta(days=4), keep_mib=100)
    assert retired.bodies == 5
    assert [has(store, b"body %d" % number) for number in range(10)] == [False] * 5 + [True] * 5
    assert len(store.snapshot().statements(limit=99)) == 10


def test_of_too_many_bytes_the_oldest_go_first(store: Store) -> None:
    bodies = [os.urandom(400_000) for _ in range(5)]
    for number, body in enumerate(bodies):
        put(store, number, body)
    store.retire(later(DAY * 5), keep=timedelta(days=99), keep_mib=1)
    assert [has(store, body) for body in bodies] == [False, False, False, True, True]


def test_what_a_note_an_open_hold_or_the_present_table_stands_on_stays(store: Store) -> None:
    noted = put(store, 0, b"noted")
    store.note(Note(ref=noted, text="Keep", who="me", at=later(1)))
    put(store, 1, b"old")
    store.apply(updated(editions(edition("2026-02", ("ITA", 9))), later(30), body=b"table"), source("table"))
    store.apply(held(editions(edition("2026-05", ("ITA", 90))), "jump", later(31), body=b"held"), source("table"))
    store.retire(later(DAY * 999), keep=timedelta(days=1), keep_mib=0)
    assert [has(store, body) for body in (b"noted", b"old", b"table", b"held")] == [True, False, True, True]


def test_the_table_stays_in_which_a_note_is_on_one_nation(store: Store) -> None:
    for month in range(1, 6):
        made = editions(edition(f"2026-0{month}", ("ITA", 900 + month)))
        (ref,) = store.apply(updated(made, later(month), body=b"%d" % month), source("table")).editions
        if month == 1:
            store.note(Note(ref=f"{ref}#ITA", text="Keep", who="me", at=later(1)))
    store.retire(later(DAY * 999), keep=timedelta(days=1), keep_mib=0)
    assert [has(store, b"%d" % month) for month in range(1, 6)] == [True, False, False, True, True]


def test_the_log_of_readings_is_thinned_to_one_a_day_and_never_loses_the_last(store: Store) -> None:
    for hours in range(0, DAY * 4, 6):
        store.apply(unchanged(later(hours)), source())
    store.retire(later(DAY * 200), keep=timedelta(days=1), keep_mib=0)
    assert 4 <= store.database.value("SELECT count(*) FROM observations") <= 5
    assert store.snapshot().cut_off() == later(DAY * 4 - 6)


def test_thinning_a_log_of_years_looks_no_farther_than_a_day_from_each_entry(store: Store) -> None:
    log = [
        (f"source {number}", to_stamp(later(DAY * day)), "unchanged", 1) for number in range(5) for day in range(800)
    ]
    with store.database.write():
        store.database.run_many("INSERT INTO observations VALUES (?, ?, ?, ?)", log)
    steps: list[int] = []
    store.database.connection.set_progress_handler(lambda: steps.append(1), 1000)
    store.retire(later(DAY * 900), keep=timedelta(days=1), keep_mib=0)
    store.database.connection.set_progress_handler(None, 0)
    assert len(steps) < len(log) * 50 / 1000
    assert store.database.value("SELECT count(*) FROM observations") == len(log)


def crowded(store: Store, count: int, *first: ItemReading) -> None:
    """So many plain items a day apart, behind those given, which are the oldest; none is on the page any more."""
    for number, one in enumerate([*first, *(item(f"T{n}", statement(f"S{n}")) for n in range(count))]):
        at = later(DAY * number)
        dated = replace(one, item=replace(one.item, published=When(at)))
        store.apply(updated(items(dated), at, body=b"%d" % number), source())


def let_go(store: Store, most: int, *queries: str) -> int:
    way = {"keep": timedelta(days=9999), "keep_mib": 9999}
    return store.retire(later(DAY * 999), keep_items=most, queries=queries, **way).items  # type: ignore[arg-type]


def test_of_too_many_items_the_oldest_go_and_leave_nothing_behind(store: Store) -> None:
    crowded(store, 10)
    store.mark_read(["statement:1"], later(0))
    assert let_go(store, 4) == 6
    assert [record.statement.text for record in store.snapshot().statements(limit=99)] == ["S9", "S8", "S7", "S6"]
    assert store.snapshot().statements(limit=9, query="S3") == []
    assert len(store.snapshot().statements(limit=9, query="S7")) == 1
    for table in ("items", "item_versions", "statements"):
        assert store.database.value(f"SELECT count(*) FROM {table}") == 4
    store.database.run("INSERT INTO words (words) VALUES ('integrity-check')")
    assert let_go(store, 4) == 0


def test_items_of_a_source_that_was_given_another_title_go_like_all_others(store: Store) -> None:
    crowded(store, 6)
    other = replace(source(), title="Another name")
    store.register([other], later(DAY * 7))
    board = store.snapshot()
    assert [len(board.found(limit=99, query=query)) for query in ("source:desk", 'source:"another name"')] == [6, 6]
    store.apply(updated(items(item("T1", statement("S1"), text="It was edited")), later(DAY * 8), body=b"new"), other)
    assert let_go(store, 2) == 4
    assert len(store.snapshot().found(limit=99, query='source:"another name"')) == 2
    store.close()
    assert Store.is_whole(store.path)


def test_an_index_that_was_given_other_words_than_are_kept_is_filled_anew(store: Store) -> None:
    crowded(store, 6)
    store.database.run("UPDATE sources SET title = 'A name of many, many, many words that no index was ever told'")
    assert let_go(store, 2) == 4
    assert len(store.snapshot().found(limit=99, query="source:many")) == 2
    store.close()
    assert Store.is_whole(store.path)


def test_an_item_stays_that_a_note_a_decision_a_figure_a_group_or_a_claim_stands_on(store: Store) -> None:
    given = Figure(subject="KFOR", number=5, kind=FigureKind.PRESENT, quote="five", said_by="NATO")
    special = [
        item(word, statement(f"{word} speaks")) for word in ("noted", "decided", "claimed", "one", "two", "none")
    ]
    special.append(replace(item("counted", statement("counted speaks")), figures=(given,)))
    crowded(store, 3, *special)
    refs = {record.statement.text.split()[0]: record.ref for record in store.snapshot().statements(limit=99)}
    store.note(Note(ref=refs["noted"], text="Keep", who="me", at=later(1)))
    decisions = ((refs["decided"], "information", "2"), (refs["two"], "fold", refs["one"]))
    for ref, kind, value in decisions:
        store.decide(Decision(ref=ref, kind=kind, value=value, who="me", at=later(1)))
    assert let_go(store, 2, "claimed") == 2
    kept = {row[0] for row in store.database.rows("SELECT title FROM item_versions")}
    assert kept == {"noted", "decided", "claimed", "one", "two", "counted", "T1", "T2"}


def test_an_item_that_is_still_on_the_page_stays(store: Store) -> None:
    crowded(store, 5)
    page = items(*(item(f"T{n}", statement(f"S{n}"), published=When(later(DAY * n))) for n in range(5)))
    store.apply(updated(page, later(DAY * 998), body=b"whole"), source())
    assert let_go(store, 2) == 0


def test_which_items_are_surplus_is_a_matter_of_order_and_of_what_stands_on_them() -> None:
    assert surplus([5, 4, 3, 2, 1], {2}, 2) == [1, 3]
    assert surplus([5, 4], (), 2) == []


def test_the_collector_lets_go_and_tidies_once_a_day(store: Store) -> None:
    config = Config(file=Path("b"), shown_as="b", board=BoardSpec(keep_bodies=timedelta(days=2)))
    upkeep = Upkeep()
    put(store, 0, b"old")
    upkeep.when_due(store, config, later(DAY))
    assert has(store, b"old")
    upkeep.when_due(store, config, later(DAY + 1))
    upkeep.when_due(store, config, later(DAY * 3))
    assert not has(store, b"old")


def test_tidying_changes_nothing_that_can_be_seen(store: Store) -> None:
    for number in range(30):
        put(store, number, b"%d" % number)
    before = list(store.snapshot().statements(limit=99, query="T1 OR S2"))
    store.tidy()
    assert list(store.snapshot().statements(limit=99, query="T1 OR S2")) == before


def test_what_a_source_last_answered_is_found_in_part_and_as_of_a_time_and_said_where_it_is_gone(store: Store) -> None:
    assert store.snapshot().raw_body("desk", 100) is None
    for number in range(3):
        put(store, number, b"body %d " % number * 1000)
    last = store.snapshot().raw_body("desk", 100)
    assert last is not None
    assert (last.retrieved, last.size, last.beginning) == (later(DAY * 2), 7000, (b"body 2 " * 1000)[:100])
    before = store.snapshot(later(DAY)).raw_body("desk", 6)
    assert before is not None
    assert before.beginning == b"body 1"
    store.retire(later(DAY * 9), keep=timedelta(0), keep_mib=100)
    gone = store.snapshot(later(DAY)).raw_body("desk", 6)
    assert gone is not None
    assert (gone.size, gone.beginning) == (None, b"")
