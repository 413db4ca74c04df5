"""A source: how it is and was, when it is due, how it is configured, and what it last answered."""

from __future__ import annotations

from collections.abc import Iterator

from board.panels import _health, _words
from board.snapshot import SourceHealth
from board.spec import SourceSpec
from board.tui.draw.lines import Run
from board.tui.pages._kept import kept
from board.tui.pages._page import Asked, Fact, Heading, Page, Part, Prose, instant, pairs
from board.tui.pages._raw import raw


def page(asked: Asked) -> Page | None:
    """`None` where no such source is configured."""
    spec = asked.config.source(asked.key)
    if spec is None:
        return None
    health = next((each for each in asked.snapshot.health() if each.name == spec.name), None)
    return Page(
        ref=asked.ref,
        title=spec.title,
        parts=(
            *(_now(health, asked) if health else ()),
            *kept(asked),
            *_configured(spec),
            *_history(asked),
            *raw(asked),
        ),
        facts=(Fact(what=spec.title, said_by=spec.name, url=spec.url),),
    )


def _now(health: SourceHealth, asked: Asked) -> Iterator[Part]:
    now, zone = asked.now, asked.config.board.time_zone
    spec = next((source for source in asked.config.sources if source.name == health.name), None)
    what = "row" if spec is not None and spec.gives == "troops" else "item"
    yield pairs(
        (
            "state",
            (Run(_health.state_word(health, now, zone), "strong"), Run(f" {_words.since(health.since, now, zone)}")),
        ),
        ("reason", health.reason),
        (
            "last good",
            f"{instant(health.last_good)} ({_words.ago(health.last_good, now)})" if health.last_good else "never",
        ),
        (
            "last tried",
            f"{instant(health.last_tried)} ({_words.ago(health.last_tried, now)})" if health.last_tried else "never",
        ),
        ("next due", _words.ago(health.next_due, now) if health.next_due else None),
        ("newest", _words.date(health.newest, zone)),
        ("gave", _words.plural(health.count, what) if health.count is not None else None),
        ("moved to", health.moved_to),
        ("odd", "; ".join(health.warnings)),
    )


def _configured(spec: SourceSpec) -> Iterator[Part]:
    yield Heading("As configured")
    yield pairs(
        ("name", spec.name),
        ("kind", spec.kind),
        ("address", spec.url or spec.path),
        ("gives", spec.gives),
        ("read every", _words.length(spec.every)),
        ("stale after", _words.length(spec.expect) if spec.expect else "never"),
        ("grade", spec.grade),
        ("keeps", spec.match),
    )


def _history(asked: Asked) -> Iterator[Part]:
    changes = asked.snapshot.state_changes(asked.key, limit=50)
    if changes:
        yield Heading("History")
    for change in changes:
        before = f"{change.before.value} → " if change.before else ""
        yield Prose(
            (
                Run(f"{instant(change.at)}  ", "muted"),
                Run(f"{before}{change.after.value}", "strong"),
                Run(f"  {change.reason}"),
            ),
            2,
        )
