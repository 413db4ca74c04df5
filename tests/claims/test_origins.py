from __future__ import annotations

from collections.abc import Mapping
from time import process_time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.judging.origins import numbers_in, same_origin
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


words = st.text(alphabet=st.sampled_from("ab 4,7.'\u00a0“я"), max_size=40)


@given(words, words)
def test_any_two_texts_can_be_compared(one: str, other: str) -> None:
    table = {"organisation": "KFOR", "published": "2026-06-01"}
    fold = same_origin(statement({**table, "text": one}), [statement({**table, "text": other})])
    assert fold is None or fold.of == 0


def test_a_name_made_to_be_slow_is_not() -> None:
    named = {"identity": "named", "published": "2026-06-01", "text": "something that was said by nobody at all"}
    started = process_time()
    assert (
        same_origin(statement({**named, "speaker": "ab" * 2000}), [statement({**named, "speaker": "a" * 4000})]) is None
    )
    assert process_time() - started < 1


def test_the_one_that_is_repeated_is_found_among_hundreds() -> None:
    table = {"organisation": "KFOR", "published": "2026-06-01"}
    others = [
        statement({**table, "text": f"the mission has number {number} of its patrols in the north"})
        for number in range(300)
    ]
    fold = same_origin(statement({**table, "text": "the mission has number 217 of its patrols in the north"}), others)
    assert fold is not None
    assert fold.of == 217
