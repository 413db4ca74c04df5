"""A situation report as views, for every format: period, changes, the panels, gaps, numbered sources."""

from __future__ import annotations

import dataclasses
from datetime import datetime

from board import plugins
from board.config.panels import PACKAGE, default_panel
from board.options import Count
from board.panels import _health, _moves, _published, _words, statements
from board.panels.changes import feed
from board.render import _gaps
from board.render._references import References
from board.shapes import Cell, Column, Condition, Table, TableRow, View
from board.snapshot import Change, ChangeKind, Snapshot
from board.spec import Config, PanelSpec

PANELS = ("troops", "statements", "tiers")
_STATEMENTS = Count(20)
_MOST = 100
_NOT_TOLD = (ChangeKind.UNCHANGED, ChangeKind.RE_READ, ChangeKind.CLAIM_GAINED)
"""What is no change in the world, or stands at the statement itself."""


def title(config: Config, moment: datetime) -> str:
    """`SITREP 221407ZNOV26: ` and the board's title."""
    return f"SITREP {_words.group(moment)}: {config.board.title}"


def views(snapshot: Snapshot, config: Config, now: datetime, since: datetime) -> tuple[View, ...]:
    """The report on the time from `since` to the snapshot's own; what changed comes first."""
    moment = snapshot.at or now
    claims = tuple((claim.name, claim.match) for claim in config.claims)
    found = snapshot.changes(since, claims=claims, limit=_MOST)
    news = [each for each in _moves.news(found, config) if each.kind not in _NOT_TOLD]
    changed = _published.with_published(news, snapshot, config, since, _MOST)
    panels = [_build(_spec(kind, config), snapshot, config, moment) for kind in PANELS]
    references = References()
    told = [references.numbered(view) for view in (_changes(changed, snapshot, config, moment), *panels)]
    return (
        _cover(snapshot, config, since, moment),
        *told,
        _gaps.view(snapshot, config, panels, moment),
        references.view(),
    )


def _spec(kind: str, config: Config) -> PanelSpec:
    """The board's own panel of the kind, its list kept short, else one with nothing configured."""
    spec = next((panel for panel in config.panels if panel.kind == kind), None) or default_panel(kind)
    if not isinstance(spec.options, statements.Options):
        return spec
    return dataclasses.replace(spec, options=dataclasses.replace(spec.options, page=_STATEMENTS))


def _build(spec: PanelSpec, snapshot: Snapshot, config: Config, now: datetime) -> View:
    view: View = plugins.load(PACKAGE, spec.kind).build(snapshot, spec, config, now)
    return view


def _changes(newest_first: list[Change], snapshot: Snapshot, config: Config, now: datetime) -> View:
    looked_for = "read or published" if _published.is_by_publication(snapshot) else "read"
    told = feed(newest_first, snapshot, config, now)
    return View(
        name="changes",
        kind="changes",
        title="Changes",
        shape=told,
        as_of=None,
        condition=Condition.FRESH if newest_first else Condition.EMPTY,
        empty="" if newest_first else f"nothing new was {looked_for} in this period",
        fresh=len(told.entries),
    )


def _unread(snapshot: Snapshot) -> str:
    """Why there is no cut-off, though the report may show what came with the program, or what was read later."""
    by = "yet" if snapshot.at is None else "by then"
    if snapshot.cut_off() is not None:
        return f"nothing from outside was read {by}"
    later = "; what is shown was read later" if _published.is_by_publication(snapshot) else ""
    return f"nothing was read {by}{later}"


def _cover(snapshot: Snapshot, config: Config, since: datetime, moment: datetime) -> View:
    cut_off = _health.cut_off(snapshot, config)
    lines = (
        ("period", "Period", f"{_words.group(since)} to {_words.group(moment)}"),
        ("cut_off", "Information cut-off", _words.group(cut_off) if cut_off else _unread(snapshot)),
        ("sense", "Shown", f"as {snapshot.sense} by {_words.group(moment)}" if snapshot.at else "as it stands"),
        ("sources", "Sources", _words.plural(len([each for each in config.sources if each.enabled]), "source")),
    )
    rows = (TableRow(ref=ref, cells=(Cell(name, name), Cell(value, value))) for ref, name, value in lines)
    return View(
        name="report",
        kind="report",
        title="Report",
        shape=Table(
            columns=(Column(name="what", title=""), Column(name="value", title="", stretch=True)), rows=tuple(rows)
        ),
        as_of=None,
        condition=Condition.FRESH,
    )
