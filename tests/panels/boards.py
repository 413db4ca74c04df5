"""Cases: a board.toml and a snapshot.toml make the views a format is given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from board import plugins
from board.config import load
from board.render._heading import Heading, heading
from board.shapes import View
from board.spec import Config
from tests.panels.description import read
from tests.panels.memory import Memory

CASES = Path(__file__).parent.parent / "cases" / "panels"
NOW = datetime(2026, 11, 22, 13, 7, tzinfo=UTC)


@dataclass(frozen=True)
class Board:
    """A case, built."""

    config: Config
    snapshot: Memory
    views: tuple[View, ...]
    heading: Heading

    def view(self, name: str) -> View:
        return next(view for view in self.views if view.name == name)


def board(name: str, now: datetime = NOW) -> Board:
    """Build every panel of a case."""
    config = load(CASES / name / "board.toml", "board.toml")
    snapshot = read(CASES / name / "snapshot.toml")
    return built(config, snapshot, now)


def built(config: Config, snapshot: Memory, now: datetime = NOW) -> Board:
    views = tuple(plugins.load("board.panels", spec.kind).build(snapshot, spec, config, now) for spec in config.panels)
    return Board(config, snapshot, views, heading(snapshot, config, now))
