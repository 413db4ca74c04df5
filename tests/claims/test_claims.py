from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from board.judging.claims import ClaimTally, Side, tally
from board.model import When
from board.options import Query
from board.spec import ClaimSpec
from board.text.query import QueryError
from tests.claims.build import cases, decision, records

CLAIM = ClaimSpec(
    name="us-withdrawal",
    text="The United States is withdrawing troops from KFOR",
    match=Query("(withdraw* OR reduc* OR pull*) AND (US OR American OR Washington) AND (KFOR OR Kosovo)"),
)
CASES = dict(cases("claims/claims.toml"))
every_case = pytest.mark.parametrize("case", CASES.values(), ids=CASES)


def tallied(case: Mapping[str, Any]) -> ClaimTally:
    return tally(CLAIM, records(case["records"]), map(decision, case.get("decisions", ())))


@every_case
def test_statements_stand_where_they_belong(case: Mapping[str, Any]) -> None:
    sides = {judged.record.id: str(judged.side) for judged in tallied(case).judged}
    assert [sides.get(number, "none") for number in range(1, len(case["records"]) + 1)] == case["sides"]


@every_case
def test_origins_are_counted_not_outlets(case: Mapping[str, Any]) -> None:
    found = tallied(case)
    assert {side: found.origins(Side(side)) for side in case.get("origins", {})} == case.get("origins", {})


@every_case
def test_newest_is_first_and_known(case: Mapping[str, Any]) -> None:
    found = tallied(case)
    assert [judged.record.id for judged in found.judged] == sorted(
        (judged.record.id for judged in found.judged), reverse=True
    )
    if "newest" in case:
        assert str(found.newest or "unknown") == case["newest"]
    if "strongest" in case:
        assert found.strongest_denial == case["strongest"]


def test_by_hand_is_told_apart() -> None:
    found = tallied(CASES["put to the claim by hand"])
    assert [(judged.by_hand, judged.because) for judged in found.judged] == [(True, "put to the claim by hand")]


def test_what_was_published_before_a_claim_arose_counts_only_by_hand() -> None:
    told = {"organisation": "US Department of Defense", "text": "We withdraw from Kosovo"}
    said = records([{**told, "published": "2016-03-01"}, {**told, "published": "2025-02-19"}, told])
    claim = ClaimSpec(name=CLAIM.name, text=CLAIM.text, match=CLAIM.match, since=When.parse("2025"))
    assert [each.record.id for each in tally(claim, said).judged] == [3, 2]
    put = decision({"ref": "statement:1", "kind": "claim", "value": f"+{CLAIM.name}"})
    assert [each.record.id for each in tally(claim, said, [put]).judged] == [3, 2, 1]


def test_nobody_denies_what_nobody_spoke_of() -> None:
    found = tally(CLAIM, [])
    assert (found.judged, found.newest, found.strongest_denial) == ((), None, None)


@pytest.mark.parametrize("more", ["org:NATO", "NOT source:desk", "(org:NATO OR nowhere)", "NOT (KFOR AND org:EU)"])
def test_what_is_asked_of_fields_the_store_has_answered(more: str) -> None:
    asked = ClaimSpec(name=CLAIM.name, text=CLAIM.text, match=Query(f"({CLAIM.match}) AND {more}"))
    found = [[tally(claim, records(case["records"])).judged for case in CASES.values()] for claim in (asked, CLAIM)]
    assert found[0] == found[1]
    assert any(found[0])


def test_a_claim_with_a_broken_query_says_where() -> None:
    with pytest.raises(QueryError) as caught:
        tally(ClaimSpec(name="broken", text="", match=Query("(withdraw*")), [])
    assert caught.value.position == 0
