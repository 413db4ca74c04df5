"""A figure that several articles tell alike is one figure, and one change."""

from __future__ import annotations

from dataclasses import replace

import pytest

from board.model import Figure, When
from board.outcome import ItemReading
from board.snapshot import ChangeKind
from board.store import Store
from tests.store.made import NOON, item, items, later, source, statement, updated
from tests.store.test_origins import same_words

GIVEN = Figure(subject="KFOR", number=4700, said_by="KFOR", quote="KFOR has 4,700 troops.")


def article(guid: str, published: str, *, words: str = "KFOR has 4,700 troops.", **changes: object) -> ItemReading:
    figure = replace(GIVEN, published=When.parse(published), **changes)  # type: ignore[arg-type]
    read = item(guid, statement(words), guid=guid, link=f"https://desk.example/{guid}", published=figure.published)
    return replace(read, figures=(replace(figure, statement=0),))


def given(store: Store) -> list[int]:
    return [record.value.number for record in store.snapshot().history(subject="KFOR")]


def told(store: Store) -> int:
    changes = store.snapshot().changes(later(-1))
    return sum(change.kind is ChangeKind.FIGURE for change in changes)


def test_the_same_article_under_another_id_gives_its_figure_once(store: Store) -> None:
    store.apply(updated(items(article("a", "2026-11-22T10:00:00Z"))), source())
    again = [article("b", "2026-11-22T10:05:00Z"), article("c", "2026-11-22T10:05:00Z")]
    store.apply(updated(items(*again), later(1), body=b"2"), source())
    assert (given(store), told(store)) == ([4700], 1)


def test_a_statement_that_others_carry_gives_its_figure_once(store: Store) -> None:
    folding = replace(store, fold=same_words)
    first = article("a", "2026-11-22", quote="KFOR has 4,700 troops")
    folding.apply(updated(items(first)), source())
    carried = article("b", "2026-11-22", quote="4,700 troops, KFOR told another outlet")
    folding.apply(updated(items(carried), later(1), name="wire", body=b"2"), source("wire"))
    assert (given(store), told(store)) == ([4700], 1)


def test_a_sentence_that_two_outlets_tell_as_their_own_gives_its_figure_once(store: Store) -> None:
    copied = "The mission now has 4,700 troops in the whole of the land."
    for name in ("desk", "wire"):
        read = article(name, "2026-11-22", words=f"Said to {name}.", said_by=name.title(), quote=copied)
        store.apply(updated(items(read), name=name, body=name.encode()), source(name))
    assert (given(store), told(store)) == ([4700], 1)


@pytest.mark.parametrize(
    "other",
    [
        article("b", "2026-11-22", number=4800),
        article("b", "2026-11-22", nation="ITA", quote="4,700 Italians."),
        article("b", "2026-11-22", words="Others.", said_by="NATO"),
        article("b", "2025-01-22"),
    ],
    ids=["another number", "another subject", "another voice", "another time"],
)
def test_what_differs_is_a_figure_of_its_own(store: Store, other: ItemReading) -> None:
    store.apply(updated(items(article("a", "2026-11-22"), other), NOON), source())
    assert len(store.snapshot().figures()) == 2


def test_a_figure_told_again_is_still_there_under_its_ref(store: Store) -> None:
    store.apply(updated(items(article("a", "2026-11-21"), article("b", "2026-11-22"))), source())
    snapshot = store.snapshot()
    (first,) = snapshot.figures()
    refs = [figure.ref for each in snapshot.statements(limit=9) for figure in each.figures]
    assert first.ref in refs
    assert all(snapshot.figure(ref) is not None for ref in refs)


def test_two_tellings_in_one_article_are_left_as_they_are(store: Store) -> None:
    read = article("a", "2026-11-22")
    twice = replace(read, figures=(*read.figures, replace(read.figures[0], quote="Of 4,700 troops …")))
    store.apply(updated(items(twice), NOON), source())
    assert given(store) == [4700, 4700]
