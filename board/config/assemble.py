"""The tables of board.toml to one frozen `Config`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from board import paths
from board.config import checks
from board.config.panels import default_panel, panel
from board.config.persons import persons_in
from board.config.report import Report
from board.config.sources import source
from board.config.tables import names, read
from board.config.values import WrongValueError, mapping, nation, query, string, strings
from board.model import Event
from board.spec import (
    AlertSpec,
    BoardSpec,
    ClaimSpec,
    Config,
    EventSpec,
    ForceSpec,
    LayoutSpec,
    PersonSpec,
    PlaceSpec,
    TierSpec,
)

T = TypeVar("T")
Tables = Mapping[str, Any]

KEYS = {
    "board": "title, theme, time zone, interval, contact",
    "panel": "one [[panel]] each, in their order on the screen",
    "source": "one [source.NAME] each",
    "tier": "one [[tier]] each of the response model",
    "force": "one [force.NAME] each whose people are counted",
    "claim": "one [claim.NAME] each that statements are held against",
    "alert": "one [alert.NAME] each",
    "layout": "one [[layout]] each, by width",
    "place": "one [place.NAME] each on the map",
    "event": "one [[event]] each of the agenda",
    "person": "one [[person]] each whose office texts may leave out",
    "search": "saved searches: name = query",
    "nations": "more names of nations: name = alpha-3",
    "nation_names": "how nations are shown: alpha-3 = name",
    "alias": "words that search treats as one: word = [words]",
    "keys": "other keys for actions: action = key or [keys]",
}
"""What may stand at the top of board.toml."""
DEFAULT_PANELS = ("troops", "statements", "tiers", "sources")
"""What a board shows whose file names no panel."""


def assemble(tables: Tables, file: Path, shown_as: str, report: Report) -> Config | None:
    """The `Config`, or `None` where `report` has problems."""
    for key in sorted(tables.keys() - KEYS.keys()):
        report.unknown((key,), KEYS, "unknown table")
    board = read(BoardSpec, tables.get("board", {}), ("board",), report) or BoardSpec()
    forces = _named(ForceSpec, tables, "force", report)
    persons = paths.named(board.persons, file.parent) if board.persons else None
    config = Config(
        file=file,
        shown_as=shown_as,
        board=board,
        panels=tuple(_present(panel(table, path, report) for path, table in _array(tables, "panel", report))),
        sources=tuple(
            _present(
                source(name, table, board=board, forces=forces, folder=file.parent, report=report)
                for name, table in _table(tables, "source", report).items()
            )
        ),
        tiers=_listed(TierSpec, tables, "tier", report),
        forces=forces,
        claims=_named(ClaimSpec, tables, "claim", report),
        alerts=_named(AlertSpec, tables, "alert", report),
        layouts=_listed(LayoutSpec, tables, "layout", report),
        places=_named(PlaceSpec, tables, "place", report),
        events=tuple(map(_event, _listed(EventSpec, tables, "event", report))),
        persons=_listed(PersonSpec, tables, "person", report)
        + (persons_in(persons, board.persons, report) if persons else ()),
        persons_file=persons,
        searches=_strings(tables, "search", query, report),
        nations=_strings(tables, "nations", nation, report),
        nation_names=_strings(tables, "nation_names", string, report),
        aliases=tuple((word, *words) for word, words in _lists(tables, "alias", report).items()),
        keys=_lists(tables, "keys", report),
    )
    checks.check(config, report)
    return None if report.problems else replace(_filled_in(config), warnings=tuple(report.warnings))


def _filled_in(config: Config) -> Config:
    """With panels where none are configured, and a force for every name that is used without a table of its own."""
    known = {force.name for force in config.forces}
    used = [source.force for source in config.sources] + [tier.force for tier in config.tiers]
    forces = tuple(ForceSpec(name=name) for name in dict.fromkeys(used) if name and name not in known)
    default = tuple(map(default_panel, DEFAULT_PANELS))
    return replace(config, panels=config.panels or default, forces=(*config.forces, *forces))


def _present(values: Iterator[T | None]) -> Iterator[T]:
    return (value for value in values if value is not None)


def _table(tables: Tables, name: str, report: Report) -> Tables:
    table = tables.get(name, {})
    if isinstance(table, dict):
        return table
    report.error((name,), "not a table of tables", f"write it as [{name}.NAME]")
    return {}


def _array(tables: Tables, name: str, report: Report) -> list[tuple[tuple[str, int], object]]:
    array = tables.get(name, [])
    if isinstance(array, list):
        return [((name, index), table) for index, table in enumerate(array)]
    report.error((name,), "not a list of tables", f"write it as [[{name}]], with two brackets")
    return []


def _listed(cls: type[T], tables: Tables, name: str, report: Report) -> tuple[T, ...]:
    return tuple(_present(read(cls, table, path, report) for path, table in _array(tables, name, report)))


def _named(cls: type[T], tables: Tables, name: str, report: Report) -> tuple[T, ...]:
    entries = _table(tables, name, report).items()
    return tuple(_present(read(cls, table, (name, key), report, name=key) for key, table in entries))


def _strings(tables: Tables, name: str, check: Callable[[object], str], report: Report) -> Mapping[str, str]:
    try:
        entries = mapping(tables.get(name, {}))
    except WrongValueError as wrong:
        report.error((name,), str(wrong), wrong.suggestion)
        return {}
    found = {}
    for key, value in entries.items():
        try:
            found[key] = str(check(value))
        except WrongValueError as wrong:
            report.error((name, key), str(wrong), wrong.suggestion)
    return found


def _lists(tables: Tables, name: str, report: Report) -> Mapping[str, tuple[str, ...]]:
    found = {}
    for key, value in _table(tables, name, report).items():
        try:
            found[key] = strings([value] if isinstance(value, str) else value)
        except WrongValueError as wrong:
            report.error((name, key), str(wrong), wrong.suggestion)
    return found


def _event(spec: EventSpec) -> Event:
    return Event(**{name: getattr(spec, name) for name in names(EventSpec)})
