"""The shipped board over a real store that holds its baseline: what a fresh install shows without a network."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from board import paths, plugins
from board.commands._child import read_local_files
from board.config import load
from board.config.panels import default_panel
from board.shapes import Cell, Feed, Ladder, Table, View
from board.spec import Config
from board.store import Store
from tests.panels.building import cells, column, said, table

NOW = datetime(2026, 11, 22, 13, 7, tzinfo=UTC)


@pytest.fixture(scope="module")
def config() -> Config:
    return load(paths.shipped("board.toml"), "board.toml")


@pytest.fixture(scope="module")
def store(config: Config, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path: Path = tmp_path_factory.mktemp("shipped") / "board.sqlite"
    read_local_files(config, path)
    with Store.open(path, aliases=config.aliases) as opened:
        yield opened


def build(kind: str, store: Store, config: Config, at: datetime | None = None) -> View:
    spec = next(panel for panel in config.panels if panel.kind == kind)
    view: View = plugins.load("board.panels", kind).build(store.snapshot(at), spec, config, NOW)
    return view


def named(view: View, name: str) -> dict[str, Cell]:
    return dict(zip(column(view, "nation"), cells(view, name), strict=True))


def test_the_newest_table_is_ranked_with_its_changes(store: Store, config: Config) -> None:
    view = build("troops", store, config)
    assert column(view, "nation") == ["ITA", "USA", "HUN", "TUR", "DEU", "ALB"]
    assert [cell.value for cell in cells(view, "troops")] == [907, 590, 408, 382, 308, 256]
    assert column(view, "change") == ["−351", "−12", "−25", "+13", "+238", "+167"]
    assert named(view, "also")["USA"].text == "≈600"


def test_what_is_known_of_the_total_is_told_with_what_others_gave(store: Store, config: Config) -> None:
    lines = said(table(build("troops", store, config)).footer)
    assert lines[0] == "6 of 33 nations known: 2,851 of 4,767 (59.8 %) · partial"
    assert lines[1] == "also in Feb 2026: ≠ ≈4,500 (Politico) · ≈4,636 (Telegrafi)"


def test_the_board_of_a_year_before_knows_nothing_of_this_one(store: Store, config: Config) -> None:
    view = build("troops", store, config, datetime(2025, 3, 1, tzinfo=UTC))
    assert named(view, "troops")["ITA"].value == 1258
    statements = build("statements", store, config, datetime(2025, 3, 1, tzinfo=UTC)).shape
    assert isinstance(statements, Feed)
    assert {str(entry.when)[:4] for entry in statements.entries} == {"2025"}


def test_strong_denials_stand_against_one_origin_of_the_claim(store: Store, config: Config) -> None:
    view = build("claims", store, config)
    assert column(view, "asserts")[0] == "2 (1 origin)"
    assert column(view, "denies")[0].endswith("strongly")


def test_requests_without_an_answer_are_statements_too(store: Store, config: Config) -> None:
    shape = build("statements", store, config).shape
    assert isinstance(shape, Feed)
    waiting = [entry for entry in shape.entries if entry.word == "NO ANSWER YET"]
    assert len(waiting) == 2
    assert all(entry.way[0] == "RFE/RL" for entry in waiting)


def test_the_third_tier_has_the_strength_of_the_newest_table(store: Store, config: Config) -> None:
    shape = build("tiers", store, config).shape
    assert isinstance(shape, Ladder)
    assert shape.rungs[2].strength == "4,767 from 33 nations (19 Feb 2026)"
    assert {rung.posture for rung in shape.rungs} == {"unknown"}


def test_what_came_with_the_program_is_no_news(store: Store, config: Config) -> None:
    assert build("changes", store, config).shape == Feed(entries=())


@pytest.mark.parametrize("kind", plugins.names("board.panels"))
def test_every_kind_of_panel_can_be_built_with_nothing_configured(kind: str, store: Store, config: Config) -> None:
    view = plugins.load("board.panels", kind).build(store.snapshot(), default_panel(kind), config, NOW)
    shape = view.shape
    assert not isinstance(shape, Table) or all(len(row.cells) == len(shape.columns) for row in shape.rows)
