"""What may be let go of, and what never."""

from __future__ import annotations

import hashlib
import os
from datetime import timedelta

from board.snapshot import Note
from board.store import Store
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


def test_the_log_of_readings_is_thinned_to_one_a_day_and_never_loses_the_last(store: Store) -> None:
    for hours in range(0, DAY * 4, 6):
        store.apply(unchanged(later(hours)), source())
    store.retire(later(DAY * 200), keep=timedelta(days=1), keep_mib=0)
    assert 4 <= store.database.value("SELECT count(*) FROM observations") <= 5
    assert store.snapshot().cut_off() == later(DAY * 4 - 6)


def test_tidying_changes_nothing_that_can_be_seen(store: Store) -> None:
    for number in range(30):
        put(store, number, b"%d" % number)
    before = list(store.snapshot().statements(limit=99, query="T1 OR S2"))
    store.tidy()
    assert list(store.snapshot().statements(limit=99, query="T1 OR S2")) == before
