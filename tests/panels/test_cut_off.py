"""Up to when the board knows: the last good reading of what is out in the world."""

from __future__ import annotations

from datetime import UTC, datetime

from board.panels import _health
from board.spec import SourceSpec
from tests.panels.building import config, source
from tests.panels.description import described

BUNDLED = source("shipped", path="bundled:contributions.csv")
HEALTH = """
[[health]]
name = "shipped"
state = "ok"
last_good = 2026-11-22T12:00:00Z

[[health]]
name = "web"
state = "failing"
"""


def cut_off(health: str, *sources: SourceSpec) -> datetime | None:
    return _health.cut_off(described(health), config(sources=sources))


def test_a_file_that_comes_with_the_program_is_no_news() -> None:
    assert cut_off(HEALTH, BUNDLED, source("web", url="https://x.example/")) is None


def test_a_source_that_fails_now_counts_by_its_last_good_reading() -> None:
    read = HEALTH + "last_good = 2026-11-20T09:00:00Z\n"
    assert cut_off(read, BUNDLED, source("web", url="https://x.example/")) == datetime(2026, 11, 20, 9, tzinfo=UTC)


def test_a_board_of_bundled_files_alone_is_known_up_to_its_last_reading() -> None:
    given = described(HEALTH)
    assert _health.cut_off(given, config(sources=(BUNDLED,))) == given.cut_off()
