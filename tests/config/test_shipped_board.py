"""The board that comes with the program."""

from __future__ import annotations

from pathlib import Path

import jmespath

from board import paths
from board.config import load
from board.config.schema import schema
from board.spec import Config


def shipped() -> Config:
    return load(paths.shipped("board.toml"), "board.toml")


def test_the_shipped_board_has_no_problem_and_no_warning() -> None:
    config = shipped()

    assert config.warnings == ()
    assert [panel.kind for panel in config.panels][:3] == ["troops", "statements", "tiers"]
    assert [tier.name for tier in config.tiers] == ["Kosovo Police", "EULEX", "KFOR"]
    assert len(config.claims) >= 3


def test_a_dozen_live_sources_each_say_how_often_how_silent_and_how_reliable_they_are() -> None:
    live = [source for source in shipped().sources if source.url]

    assert len(live) >= 12
    assert all(source.expect and source.grade != "F" and source.every.total_seconds() >= 900 for source in live)


def test_the_schema_knows_every_key_the_shipped_board_uses() -> None:
    made = schema()

    assert jmespath.search("properties.tier.items.required", made) == ["level", "name"]
    assert jmespath.search("properties.board.properties.theme.type", made) == "string"
    kinds = jmespath.search("properties.source.additionalProperties.oneOf[].properties.kind.const", made)
    assert {source.kind for source in shipped().sources} <= set(kinds)


def test_a_file_that_names_no_panel_still_makes_a_board(tmp_path: Path) -> None:
    file = tmp_path / "board.toml"
    file.write_text('[source.one]\nkind = "csv"\npath = "one.csv"\ngives = "troops"\nforce = "ISAF"\n')

    config = load(file, "board.toml")

    assert [panel.kind for panel in config.panels] == ["troops", "statements", "tiers", "sources"]
    assert [force.name for force in config.forces] == ["ISAF"]
    assert config.sources[0].file == tmp_path / "one.csv"
