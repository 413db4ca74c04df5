from __future__ import annotations

import pytest

from board.judging.bodies import bodies_of, body_of


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Kosovo’s Defense Ministry", "Ministry of Defence of Kosovo", True),
        ("US Department of Defense", "the U.S. Defense Department", True),
        ("United States Department of Defense", "American Department of Defense", True),
        ("German Ministry of Defence", "Ministry of Defence of Germany", True),
        ("KFOR", "КФОР", True),
        ("NATO", "NATO's", True),
        ("Pentagon", "US Department of Defense", True),
        ("War Department", "the Pentagon", True),
        ("US Department of War", "US Defense Department", True),
        ("State Department", "US Department of State", True),
        ("White House", "President of the United States", True),
        ("State Department", "Department of Defense", False),
        ("Serbian Ministry of Defence", "Kosovo Ministry of Defence", False),
        ("Ministry of Defence", "Kosovo Ministry of Defence", False),
    ],
)
def test_a_body_is_known_by_its_words_and_its_nation(one: str, other: str, same: bool) -> None:
    assert (body_of(one) == body_of(other)) is same


def test_a_list_is_several_bodies() -> None:
    assert bodies_of("Kosovo government; NATO; ") == {body_of("NATO"), body_of("government of Kosovo")}
    assert bodies_of("") == frozenset()
