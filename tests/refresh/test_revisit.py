"""Which articles are looked at again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from board.model import Item, When
from board.outcome import ItemReading
from board.refresh.revisit import MOST, to_revisit

NOW = datetime(2026, 2, 19, 12, tzinfo=UTC)


def item(link: str, hours: float | None) -> ItemReading:
    published = None if hours is None else When(NOW - timedelta(hours=hours))
    return ItemReading(item=Item(title=link, link=link, published=published))


def test_an_article_is_looked_at_again_after_six_hours_and_for_two_days() -> None:
    items = [item("new", 5), item("young", 7), item("old", 49), item("undated", None)]
    assert to_revisit(items, [True] * 4, {}, NOW) == [1]


def test_one_that_is_not_kept_is_not_looked_at_again() -> None:
    assert to_revisit([item("young", 7)], [False], {}, NOW) == []


def test_one_looked_at_lately_waits() -> None:
    assert to_revisit([item("young", 7)], [True], {"young": NOW - timedelta(hours=1)}, NOW) == []


def test_only_some_a_pass_those_longest_not_looked_at_first() -> None:
    items = [item(str(n), 10 + n) for n in range(MOST + 2)]
    assert to_revisit(items, [True] * len(items), {}, NOW) == [4, 3, 2]
