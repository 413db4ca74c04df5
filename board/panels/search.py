"""Search.

What a saved search finds in everything the board has seen, newest first: statements, articles and notes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from board.options import Count, Query, option
from board.panels import _found, statements
from board.shapes import Condition, Feed, View
from board.snapshot import Part, Snapshot
from board.spec import Config, PanelSpec

_TITLE = "Search"
"""Of a panel without one: it then has the name of its search as well."""
READS = frozenset({Part.SAID, Part.DECIDED, Part.NOTED, Part.STATES})


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What `[[panel]] kind = "search"` takes."""

    saved: str = option("name of a search in [search]; the first one unless given", "", example="withdrawal")
    headlines: bool = option("also find headlines and articles, in which nobody but the outlet speaks", True)
    page: Count = option("entries a page", Count(50))


def build(snapshot: Snapshot, spec: PanelSpec, config: Config, now: datetime) -> View:
    """The newest page; `fresh` counts what is unread on it."""
    name = _saved(spec, config)
    titled = replace(spec, title=f"{_TITLE}: {name}" if name and spec.title == _TITLE else spec.title)
    if not name:
        shape, empty = Feed(entries=()), "no search is saved: see [search] in board.toml"
        return View(
            name=spec.name,
            kind=spec.kind,
            title=spec.title,
            shape=shape,
            as_of=None,
            condition=Condition.EMPTY,
            empty=empty,
        )
    feed = _page(snapshot, spec, config, None)
    view = statements.around(feed, snapshot, _as_statements(titled, config), config, now)
    if not feed.entries:
        return replace(view, empty=f"nothing the board has seen has this: {config.searches[name]}")
    return view


def page(snapshot: Snapshot, spec: PanelSpec, config: Config, now: datetime, before: int) -> Feed:  # noqa: ARG001
    """The page that follows the entry with the key `before`."""
    return _page(snapshot, spec, config, before)


def _page(snapshot: Snapshot, spec: PanelSpec, config: Config, before: int | None) -> Feed:
    options = spec.options
    assert isinstance(options, Options)
    query = config.searches[_saved(spec, config)]
    found = snapshot.found(limit=options.page, before=before, query=query, headlines=options.headlines)
    more = found[-1].id if len(found) >= options.page else None
    return Feed(entries=_found.entries(found, query, snapshot, config), more=more)


def _saved(spec: PanelSpec, config: Config) -> str:
    """The search's name; empty where there is none."""
    options = spec.options
    assert isinstance(options, Options)
    name = options.saved or next(iter(config.searches), "")
    return name if name in config.searches else ""


def _as_statements(spec: PanelSpec, config: Config) -> PanelSpec:
    """The panel of statements it stands for."""
    options = spec.options
    assert isinstance(options, Options)
    query = Query(config.searches[_saved(spec, config)])
    return replace(spec, options=statements.Options(query=query, headlines=options.headlines, page=options.page))
