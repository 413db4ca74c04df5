"""Recorded bytes and what they must become."""

import pytest

from tests.sources_tables import cases


@pytest.mark.parametrize("name", cases.names())
def test_a_case_becomes_what_stands_beside_it(name: str) -> None:
    assert cases.became(name) == cases.expected(name)
