"""What a person decided last counts."""

from datetime import UTC, datetime, timedelta
from itertools import permutations

from board.judging.hands import Hands
from board.snapshot import Decision

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def _put(value: str, at: datetime) -> Decision:
    return Decision(ref="statement:1", at=at, kind="claim", value=value, who="m.k.")


def test_the_last_word_counts_whatever_order_decisions_come_in() -> None:
    first, then, last = (_put(sign + "claim", NOON + timedelta(hours=n)) for n, sign in enumerate("+-+"))
    for order in permutations((first, then, last)):
        assert Hands(order).put("statement:1", "claim") is True


def test_of_two_decisions_of_one_moment_the_one_the_store_gives_first_counts() -> None:
    assert Hands((_put("-claim", NOON), _put("+claim", NOON))).put("statement:1", "claim") is False
