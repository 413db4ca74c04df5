"""A figure among the changes is told with its words, where these are more than the number over again."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from board.model import Figure
from board.panels import _moves
from board.snapshot import Change, ChangeKind
from tests.panels.building import CONFIG


@pytest.mark.parametrize(
    ("quote", "told"),
    [
        ("4767", "KFOR 4,767"),
        ("KFOR: 4767", "KFOR 4,767"),
        ("≈4,767 ", "KFOR 4,767"),
        ("", "KFOR 4,767"),
        ("KFOR has 4,767 troops", "KFOR 4,767: KFOR has 4,767 troops"),
        ("Of 4,767 troops at 10:30", "KFOR 4,767: Of 4,767 troops at 10:30"),
    ],
)
def test_a_number_is_not_quoted_by_itself(quote: str, told: str) -> None:
    given = Figure(subject="KFOR", number=4767, quote=quote)
    at = datetime(2026, 11, 22, tzinfo=UTC)
    change = Change(kind=ChangeKind.FIGURE, ref="figure:1", at=at, source="x", text=quote, after=4767, came=(given,))
    assert _moves.told(change, CONFIG) == told
