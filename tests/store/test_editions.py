"""Editions: the same one, a corrected one, one that is held."""

from __future__ import annotations

import pytest

from board.model import Figure
from board.outcome import Reading
from board.snapshot import Decision, Sense, SourceState
from board.store import Store
from tests.store.made import edition, editions, file_source, held, later, source, updated

FEBRUARY = edition("2026-02-19", ("ITA", 907), ("USA", 590), total_stated=4767)
JUMP = edition("2026-05", ("ITA", 9070), ("USA", 590))


def shown(store: Store, *when: object) -> list[tuple[str, int | None]]:
    found = store.snapshot(*when).editions("KFOR")  # type: ignore[arg-type]
    return [(str(one.value.as_of), one.value.total_summed) for one in found]


def accept(store: Store, ref: str, value: str = "accepted") -> None:
    store.decide(Decision(ref=ref, kind="accept", value=value, who="me", at=later(5), why="it is so"))


def test_an_edition_comes_back_whole_with_its_provenance(store: Store) -> None:
    applied = store.apply(updated(editions(FEBRUARY)), source())
    (found,) = store.snapshot().editions("KFOR")
    assert found.value == FEBRUARY
    assert found.ref == applied.editions[0]
    assert found.provenance == store.provenance(found.ref)


def test_the_same_edition_seen_again_is_not_a_new_one_but_is_seen_later(store: Store) -> None:
    store.apply(updated(editions(FEBRUARY)), source())
    assert not store.apply(updated(editions(FEBRUARY), later(9), body=b"other"), source()).changed
    (found,) = store.snapshot().editions("KFOR")
    assert (found.provenance.retrieved, found.provenance.last_seen) == (later(0), later(9))


def test_a_corrected_edition_takes_the_place_of_the_one_of_its_date(store: Store) -> None:
    store.apply(updated(editions(FEBRUARY), body=b"1"), source())
    store.apply(updated(editions(edition("2026-02-19", ("ITA", 900))), later(1), body=b"2"), source())
    assert shown(store) == [("2026-02-19", 900)]
    assert shown(store, later(0.5), Sense.KNOWN) == [("2026-02-19", 1497)]


def test_undated_tables_are_a_new_edition_each_time_they_change(store: Store) -> None:
    tables = [edition(None, ("ITA", number)) for number in (900, 907, 900)]
    for hours, table in enumerate(tables):
        store.apply(updated(editions(table), later(hours), body=b"%d" % hours), source())
        store.apply(updated(editions(table), later(hours + 0.5), body=b"%d" % hours), source())
    assert shown(store) == [("None", 900), ("None", 907), ("None", 900)]


def test_editions_of_one_date_from_two_publishers_stand_side_by_side(store: Store) -> None:
    other = edition("2026-02-19", ("ITA", 905), said_by="Telegrafi")
    store.apply(updated(editions(FEBRUARY, other)), source())
    assert len(shown(store)) == 2


def test_an_edition_taken_out_of_a_persons_own_file_is_withdrawn(store: Store) -> None:
    store.apply(updated(editions(FEBRUARY, JUMP), body=b"1", name="own"), file_source())
    store.apply(updated(editions(FEBRUARY), later(1), body=b"2", name="own"), file_source())
    assert shown(store) == [("2026-02-19", 1497)]


def test_a_held_edition_waits_with_its_reason_while_the_last_good_one_stays(store: Store) -> None:
    store.apply(updated(editions(FEBRUARY), body=b"1"), source())
    applied = store.apply(held(editions(JUMP), "the total jumps by 545 %", later(1), body=b"2"), source())
    board = store.snapshot()
    (waiting,) = board.held()
    assert (waiting.ref, waiting.reason, waiting.since) == (applied.held[0], "the total jumps by 545 %", later(1))
    assert waiting.edition == JUMP
    assert shown(store) == [("2026-02-19", 1497)]
    assert store.last_edition("desk", "KFOR") == FEBRUARY
    assert board.health()[0].state is SourceState.HELD


@pytest.mark.parametrize(("value", "count"), [("accepted", 2), ("refused", 1)])
def test_a_person_accepts_or_refuses_what_is_held(store: Store, value: str, count: int) -> None:
    store.apply(updated(editions(FEBRUARY), body=b"1"), source())
    applied = store.apply(held(editions(JUMP), "jump", later(1), body=b"2"), source())
    accept(store, applied.held[0], value)
    assert len(shown(store)) == count
    assert not store.snapshot().held()
    assert len(store.snapshot(later(3), Sense.KNOWN).held()) == 1
    assert store.snapshot().decisions(applied.held[0])[0].why == "it is so"
    (health,) = store.snapshot().health()
    assert health.state is (SourceState.OK if value == "accepted" else SourceState.UNCHANGED)
    assert str(health.newest) == ("2026-05" if value == "accepted" else "None")


def test_a_source_is_held_as_long_as_one_of_its_tables_waits(store: Store) -> None:
    store.apply(updated(editions(FEBRUARY), body=b"1"), source())
    later_jump = edition("2026-06", ("ITA", 9170), ("USA", 590))
    applied = store.apply(held(editions(JUMP, later_jump), "jump", later(1), body=b"2"), source())
    for ref, state in zip(applied.held, (SourceState.HELD, SourceState.OK), strict=True):
        accept(store, ref)
        assert store.snapshot().health()[0].state is state


def test_an_accepted_correction_takes_the_place_of_the_one_of_its_date(store: Store) -> None:
    store.apply(updated(editions(FEBRUARY), body=b"1"), source())
    corrected = edition("2026-02-19", ("ITA", 9070))
    applied = store.apply(held(editions(corrected), "jump", later(1), body=b"2"), source())
    accept(store, applied.held[0])
    assert shown(store) == [("2026-02-19", 9070)]


def test_a_held_edition_that_later_passes_the_guard_is_shown(store: Store) -> None:
    store.apply(held(editions(JUMP), "too few rows"), source())
    store.apply(updated(editions(JUMP), later(2)), source())
    assert shown(store) == [("2026-05", 9660)]
    assert shown(store, later(1), Sense.KNOWN) == []
    assert not store.snapshot().held()


def test_of_what_waits_in_one_place_only_the_newest_waits(store: Store) -> None:
    for hours, number in enumerate((9000, 9001, 9001)):
        glitch = edition(None, ("ITA", number))
        store.apply(held(editions(glitch), "jump", later(hours), body=b"%d" % hours), source())
    assert [reading.edition for reading in store.snapshot().held()] == [glitch]
    store.apply(updated(editions(edition(None, ("ITA", 907))), later(5), body=b"9"), source())
    assert not store.snapshot().held()
    assert len(store.snapshot(later(1.5), Sense.KNOWN).held()) == 1


def test_an_accepted_edition_can_be_corrected_like_any_other(store: Store) -> None:
    applied = store.apply(held(editions(JUMP), "jump", later(1), body=b"2"), source())
    accept(store, applied.held[0])
    store.apply(updated(editions(edition("2026-05", ("ITA", 900))), later(9), body=b"3"), source())
    assert shown(store) == [("2026-05", 900)]


def test_figures_of_a_held_edition_are_shown_only_with_it(store: Store) -> None:
    total = Figure(subject="KFOR", number=9660)
    reading = Reading(editions=(JUMP,), figures=(total,))
    applied = store.apply(held(reading, "jump"), source())
    assert not store.snapshot().figures()
    accept(store, applied.held[0])
    assert [found.value for found in store.snapshot().figures()] == [total]
