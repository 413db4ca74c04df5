from __future__ import annotations

import pytest

from tests.sources_items import cases


@pytest.mark.parametrize("name", cases.names("feeds") + cases.names("pages"))
def test_what_came_becomes_what_it_says(name: str) -> None:
    assert cases.became(name) == cases.expected(name)
