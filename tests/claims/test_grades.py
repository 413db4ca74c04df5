from __future__ import annotations

from typing import Any

import pytest

from board.judging.claims import tally
from board.judging.grades import propose
from board.options import Query
from board.spec import ClaimSpec
from tests.claims.build import records

CLAIM = ClaimSpec(name="leave", text="They leave", match=Query("leave"))


def says(organisation: str, **more: Any) -> dict[str, Any]:
    return {"organisation": organisation, "text": "they leave", **more}


def denies(organisation: str, **more: Any) -> dict[str, Any]:
    return says(organisation, stance="denies", **more)


UNNAMED = {"identity": "unnamed", "origin": "Bild", "organisation": ""}

GRADED = {
    "alone": ([says("A")], 6, "nobody else has said so, and nobody the contrary"),
    "one more": ([says("A"), says("B")], 2, "1 other origin agrees, none contradicts"),
    "two more": ([says("A"), says("B"), says("C")], 1, "2 other origins agree, none contradicts"),
    "the same body again": ([says("A"), says("A", source="Another")], 6, "nobody else"),
    "contradicted": ([says("A"), denies("B")], 4, "no other origins agree, 1 other origin contradicts"),
    "strongly": ([says("A"), denies("B", strength="strong")], 5, "contradicts strongly"),
    "by two": ([says("A"), denies("B"), denies("C")], 5, "2 other origins contradict"),
    "evenly": ([says("A"), says("B"), denies("C")], 3, "1 other origin agrees, 1 other origin contradicts"),
    "mostly": ([says("A"), says("B"), denies("C"), denies("D")], 4, "2 other origins contradict"),
    "no comment": ([says("A", stance="no_comment"), denies("B")], 6, "neither asserts nor denies"),
    "misread": ([says("A", confidence="low"), says("B")], 6, "the reader is not sure"),
    "an outlet and whom it does not name": ([says("Bild", origin="Bild"), {**says(""), **UNNAMED}], 6, "nobody else"),
    "an outlet and the body of whom it does not name": (
        [says("Bild", origin="Bild"), says("NATO", identity="unnamed", origin="Bild")],
        6,
        "nobody else",
    ),
    "whom an outlet does not name and a third": (
        [{**says(""), **UNNAMED}, says("NATO"), says("Bild", origin="Bild")],
        2,
        "1 other",
    ),
    "a denial is graded as well": ([denies("A"), denies("B")], 2, "1 other origin agrees"),
}


@pytest.mark.parametrize(("tables", "number", "reason"), GRADED.values(), ids=GRADED)
def test_the_first_is_graded_by_who_agrees(tables: list[dict[str, Any]], number: int, reason: str) -> None:
    graded = records([{**table, "text": "they leave"} for table in tables])
    proposed, because = propose(graded[0], tally(CLAIM, graded))
    assert proposed == number
    assert reason in because


def test_nothing_to_hold_it_against_cannot_be_judged() -> None:
    (graded,) = records([{"text": "it rains"}])
    assert propose(graded, None) == (6, "nothing to hold it against")
    assert propose(graded, tally(CLAIM, [graded])) == (6, "nothing to hold it against")
