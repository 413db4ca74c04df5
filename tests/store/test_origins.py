"""Statements of one origin stand as one entry, whoever carried them; a person's word goes before the rule's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from board.model import Statement
from board.snapshot import Decision, Sense, StatementRecord
from board.store import Store
from tests.store.made import day, item, items, later, source, statement, updated


def same_words(new: Statement, around: Sequence[StatementRecord]) -> str | None:
    return next((record.ref for record in around if record.statement.text == new.text), None)


def carried(store: Store, name: str, published: str, *said: str, hours: float = 0) -> tuple[str, ...]:
    readings = [item(f"{name} {text}", statement(text, carriers=(name,)), published=day(published)) for text in said]
    return store.apply(updated(items(*readings), later(hours), name=name, body=name.encode()), source(name)).statements


def entries(store: Store, *when: object) -> list[tuple[str, int]]:
    found = store.snapshot(*when).statements(limit=99)  # type: ignore[arg-type]
    return [(record.provenance.source, len(record.repeats)) for record in found]


def test_what_others_carry_hangs_under_the_earliest(store: Store) -> None:
    folding = replace(store, fold=same_words)
    carried(folding, "bta", "2026-11-20", "No change in the deployment")
    (head,) = carried(folding, "rferl", "2026-11-19", "No change in the deployment", hours=1)
    (other,) = carried(folding, "fakti", "2026-11-20", "No change in the deployment", hours=2)
    carried(folding, "desk", "2026-11-20", "Something else", hours=3)
    assert entries(store) == [("desk", 0), ("rferl", 2)]
    record = store.snapshot().statement(head)
    assert record is not None
    assert {provenance.source for _, _, provenance in record.repeats} == {"bta", "fakti"}
    assert store.snapshot().statement(other) is not None


def test_before_the_origin_was_known_the_carrier_stood_for_itself(store: Store) -> None:
    folding = replace(store, fold=same_words)
    carried(folding, "bta", "2026-11-20", "No change")
    carried(folding, "rferl", "2026-11-19", "No change", hours=5)
    assert entries(store, later(1), Sense.KNOWN) == [("bta", 0)]
    assert entries(store, later(6), Sense.KNOWN) == [("rferl", 1)]


def test_far_apart_in_time_nothing_is_held_against_each_other(store: Store) -> None:
    folding = replace(store, fold=same_words)
    carried(folding, "a", "2026-10-01", "No change")
    carried(folding, "b", "2026-11-20", "No change", hours=1)
    assert len(entries(store)) == 2


def test_a_person_takes_a_group_apart_and_puts_one_together(store: Store) -> None:
    folding = replace(store, fold=same_words)
    (head,) = carried(folding, "a", "2026-11-19", "No change")
    (under,) = carried(folding, "b", "2026-11-20", "No change", hours=1)
    (third,) = carried(folding, "c", "2026-11-20", "No changes whatever", hours=2)
    store.decide(Decision(ref=under, kind="fold", value="apart", who="me", at=later(3)))
    assert len(entries(store)) == 3
    store.decide(Decision(ref=third, kind="fold", value=head, who="me", at=later(4)))
    assert sorted(entries(store)) == [("a", 1), ("b", 0)]


def test_a_group_whose_head_is_taken_back_goes_on_under_the_next(store: Store) -> None:
    folding = replace(store, fold=same_words)
    carried(folding, "a", "2026-11-18", "No change")
    carried(folding, "b", "2026-11-19", "No change", hours=1)
    carried(folding, "c", "2026-11-20", "No change", hours=2)
    corrected = item("a No change", published=day("2026-11-18"), text="Corrected.")
    folding.apply(updated(items(corrected), later(3), name="a", body=b"2"), source("a"))
    assert entries(store) == [("b", 1)]


def test_statements_of_one_answer_are_put_together_as_well(store: Store) -> None:
    folding = replace(store, fold=same_words)
    twice = [item(title, statement("No change")) for title in ("One", "Two", "Three")]
    folding.apply(updated(items(*twice)), source())
    assert entries(store) == [("desk", 2)]
