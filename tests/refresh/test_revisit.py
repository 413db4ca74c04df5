"""Which articles are looked at again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from board.model import Item, When
from board.outcome import ItemReading, Look
from board.refresh.revisit import MOST, is_retitled, looked, to_revisit

NOW = datetime(2026, 2, 19, 12, tzinfo=UTC)


def item(link: str, hours: float | None) -> ItemReading:
    published = None if hours is None else When(NOW - timedelta(hours=hours))
    return ItemReading(item=Item(title=link, link=link, published=published))


def look(reading: ItemReading, hours: float, title: str = "") -> Look:
    """At an item as it is announced now, unless a title is given, so many hours ago."""
    found = looked(reading.item, None, NOW - timedelta(hours=hours))
    return replace(found, title=title) if title else found


def test_an_article_is_looked_at_again_after_six_hours_and_for_two_days() -> None:
    items = [item("new", 5), item("young", 7), item("old", 49), item("undated", None)]
    assert to_revisit(items, [True] * 4, {}, NOW) == [1]


def test_one_that_is_not_kept_is_not_looked_at_again() -> None:
    assert to_revisit([item("young", 7)], [False], {}, NOW) == []


def test_one_looked_at_lately_waits() -> None:
    assert to_revisit([item("young", 7)], [True], {"young": look(item("young", 7), hours=1)}, NOW) == []


def test_only_some_a_pass_those_longest_not_looked_at_first() -> None:
    items = [item(str(n), 10 + n) for n in range(MOST + 2)]
    assert to_revisit(items, [True] * len(items), {}, NOW) == [4, 3, 2]


def test_one_whose_dates_changed_comes_before_the_others_however_old() -> None:
    items = [item("young", 7), item("old", 500)]
    looks = {"old": replace(look(items[1], hours=1), dated="2025")}
    assert to_revisit(items, [True, True], looks, NOW) == [1, 0]


def test_a_look_ahead_of_the_clock_counts_for_nothing() -> None:
    items = [item("young", 7)]
    assert to_revisit(items, [True], {"young": look(items[0], hours=-3000)}, NOW) == [0]


def test_an_item_is_retitled_only_where_it_was_looked_at_under_another_headline() -> None:
    reading = item("young", 7)
    assert is_retitled(reading.item, {"young": look(reading, 1, title="Before")})
    assert not is_retitled(reading.item, {"young": look(reading, 1)})
    assert not is_retitled(reading.item, {})
