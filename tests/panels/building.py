"""Small boards for tests: a configuration in Python, a snapshot in TOML."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from board import plugins
from board.options import Choice, Query
from board.shapes import Cell, Feed, Ladder, Line, Table, View
from board.spec import BoardSpec, ClaimSpec, Config, ForceSpec, PanelSpec, SourceSpec
from tests.panels.boards import NOW
from tests.panels.memory import Memory

CONFIG = Config(file=Path("board.toml"), shown_as="board.toml", board=BoardSpec(), forces=(ForceSpec(name="KFOR"),))


def config(**parts: Any) -> Config:
    return replace(CONFIG, **parts)


def source(name: str, gives: str = "statements", **parts: Any) -> SourceSpec:
    every = timedelta(minutes=30)
    return SourceSpec(name=name, title=name.title(), kind="csv", gives=Choice(gives), every=every, **parts)


def spec(kind: str, **options: Any) -> PanelSpec:
    module = plugins.load("board.panels", kind)
    return PanelSpec(kind=kind, name=kind, title=kind, options=module.Options(**options))


def view(kind: str, snapshot: Memory, config: Config = CONFIG, **options: Any) -> View:
    built: View = plugins.load("board.panels", kind).build(snapshot, spec(kind, **options), config, NOW)
    return built


def table(view: View) -> Table:
    assert isinstance(view.shape, Table)
    return view.shape


def feed(view: View) -> Feed:
    assert isinstance(view.shape, Feed)
    return view.shape


def ladder(view: View) -> Ladder:
    assert isinstance(view.shape, Ladder)
    return view.shape


def cells(view: View, name: str) -> list[Cell]:
    shape = table(view)
    index = [column.name for column in shape.columns].index(name)
    return [row.cells[index] for row in shape.rows]


def column(view: View, name: str) -> list[str]:
    return [cell.text for cell in cells(view, name)]


def said(lines: tuple[Line, ...]) -> list[str]:
    return ["".join(span.text for span in line) for line in lines]


def claim(name: str, match: str, text: str = "") -> ClaimSpec:
    return ClaimSpec(name=name, text=text or name, match=Query(match))


def decision(ref: str, kind: str, value: str, hour: int = 10) -> str:
    """A decision, as TOML."""
    at = f"2026-11-21T{hour}:00:00Z"
    return f'[[decision]]\nref = "{ref}"\nkind = "{kind}"\nvalue = "{value}"\nwho = "m"\nat = {at}\n'
