from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from board.reading.origins import numbers_in, same_origin
from tests.claims.build import cases, statement

CASES = dict(cases("claims/origins.toml"))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_repetition_is_known_by_its_evidence(case: Mapping[str, Any]) -> None:
    fold = same_origin(
        statement(case["statement"]), [statement(each) for each in case["candidates"]], case.get("aliases", ())
    )
    assert (fold.of if fold else None) == case.get("of")
    assert case.get("because", "") in (fold.because if fold else "")


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_folding_works_both_ways(case: Mapping[str, Any]) -> None:
    one, others = statement(case["statement"]), [statement(each) for each in case["candidates"]]
    other = others[case.get("of", 0)]
    assert (same_origin(other, [one], case.get("aliases", ())) is not None) == ("of" in case)


def test_numbers_are_those_printed_in_digits() -> None:
    assert numbers_in("4,767 or 4.767 or 4 767, of them 1'258 and 12, in 2026") == {4767, 1258, 12, 2026}
