"""Troop contributions.

Who has how many people in a force: the newest edition of its table, with what others said beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from board.model import Edition
from board.options import Count, option
from board.panels import _contributions, _editions, _health, _names, _words
from board.panels._contributions import COLUMNS, Contributions, contributions
from board.shapes import Column, Line, Span, Table, Tone, View
from board.snapshot import HeldReading, Part, Snapshot
from board.spec import Config, PanelSpec, SourceSpec
from board.text import records

READS = frozenset({Part.SAID, Part.DECIDED, Part.STATES})


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What `[[panel]] kind = "troops"` takes."""

    force: str = option("whose table it is; the board's only or first force unless given", "", example="KFOR")
    last_known: bool = option("list nations that only earlier editions give, below and apart", False)
    counted: str = option("heading of the column of numbers", "Troops", example="Rescuers")
    trend: Count = option("how many editions a sparkline goes back at most", Count(8))


def build(snapshot: Snapshot, spec: PanelSpec, config: Config, now: datetime) -> View:
    """The newest edition of the force, ranked; empty where no edition is known."""
    options = spec.options
    assert isinstance(options, Options)
    force = _names.force(options.force, config)
    table = _contributions_of(snapshot, force, options, config, now)
    held = [each for each in snapshot.held() if each.edition is not None and each.edition.force == force]
    told = {each.source for each in held} if table else set()

    def feeds(source: SourceSpec) -> bool:
        return source.gives == "troops" and source.force in ("", force) and source.name not in told

    standing = _health.standing(snapshot, config, now, feeds, filled=table is not None)
    return View(
        name=spec.name,
        kind=spec.kind,
        title=spec.title,
        shape=_shape(table, options) if table else Table(columns=_columns(options), rows=()),
        as_of=table.edition.value.as_of if table else None,
        retrieved=table.edition.provenance.retrieved if table and table.edition.value.as_of is None else None,
        condition=standing.condition,
        trouble="; ".join(_troubles(held, standing.trouble, config, now)),
        troubled=tuple(dict.fromkeys((*(each.source for each in held), *standing.troubled))),
        gist=_known(table.total) if table else (),
        empty=_single(snapshot, force) or standing.empty if table is None else "",
        data={"force": force, "held": [each.ref for each in held], **(_data(table) if table else {})},
    )


def _single(snapshot: Snapshot, force: str) -> str:
    """That there are figures though there is no table to show; empty where there are none."""
    count = len(snapshot.figures(subject=force))
    return f"no table is known, only {_words.plural(count, 'figure')} one by one: see history {force}" if count else ""


def _contributions_of(
    snapshot: Snapshot, force: str, options: Options, config: Config, now: datetime
) -> Contributions | None:
    editions = _editions.tables(snapshot.editions(force))
    if not editions:
        return None
    figures = snapshot.figures(subject=force)
    return contributions(editions, figures, config, snapshot.at or now, options.trend)


def _columns(options: Options) -> tuple[Column, ...]:
    """As people call those who are counted."""
    return tuple(replace(each, title=options.counted) if each.name == "troops" else each for each in COLUMNS)


def _shape(table: Contributions, options: Options) -> Table:
    old = _contributions.last_known(table) if options.last_known else ()
    return Table(columns=_columns(options), rows=(*_contributions.rows(table), *old), footer=_footer(table))


def _footer(table: Contributions) -> tuple[Line, ...]:
    edition, board = table.edition.value, table.config.board
    lines: tuple[Line, ...] = (
        (*_known(table.total), *(() if edition.as_of else (Span(f" · {_words.UNDATED}", Tone.UNKNOWN),))),
        _failed(edition),
        table.beside.line(),
        table.beside.unlisted(table.config),
        table.beside.legend(),
        (Span(edition.said_by or table.edition.provenance.source_title, Tone.MUTED),),
        (Span(board.footnote, Tone.MUTED),),
    )
    return tuple(line for line in lines if any(span.text for span in line))


def _known(total: _editions.Total) -> Line:
    """`6 of 33 nations known: 2,851 of 4,767 (59.8 %) · partial`; what is not stated is not made up."""
    nations = _words.plural(total.nations or total.listed, "nation")
    if total.is_exceeded:
        listed = _words.plural(total.rows, "nation")
        more = f"more than the stated total of {_words.count(total.stated)}: no shares are told"
        return Span(f"{listed} known: {_words.count(total.known)} · "), Span(more, Tone.HELD)
    if total.complete:
        return Span(f"{nations}: {_words.count(total.known)} · "), _completeness(total.complete)
    if total.nations or total.rows < total.listed:
        nations = f"{total.rows} of {nations}"
    people = _words.count(total.known)
    if total.stated:
        people += f" of {_words.count(total.stated)} ({_words.percent(total.known / total.stated)} %)"
    return Span(f"{nations} known: {people} · "), _completeness(total.complete)


def _failed(edition: Edition) -> Line:
    """`check failed: not a number: Poland: n/a`; empty where the table stands up to its own figures."""
    details = "; ".join(check.detail for check in edition.checks if check.passed is False)
    return (Span(f"check failed: {details}", Tone.HELD),) if details else ()


def _completeness(complete: bool | None) -> Span:
    if complete is None:
        return Span("completeness unknown", Tone.UNKNOWN)
    return Span("complete", Tone.OK) if complete else Span("partial", Tone.STALE)


def _troubles(held: Sequence[HeldReading], others: str, config: Config, now: datetime) -> Iterator[str]:
    """An edition that waits for a person is told of where the last good one stands; its reason is told once."""
    for each in held:
        yield f"held {_words.since(each.since, now, config.board.time_zone)}: {each.reason}"
    if others and not any(each.reason in others for each in held):
        yield others


def _data(table: Contributions) -> dict[str, object]:
    edition, total = table.edition, table.total
    return {
        "edition": edition.ref,
        "said_by": edition.value.said_by or edition.provenance.source_title,
        "url": edition.value.url or edition.provenance.url,
        "total_known": total.known,
        "total_stated": total.stated,
        "nations_known": total.rows,
        "nations_stated": total.nations,
        "complete": total.complete,
        "checks": [records.check(check) for check in edition.value.checks],
        "disagreements": [{"nation": each.nation, "because": each.because} for each in table.beside.disputes],
        "provenance": records.provenance(edition.provenance),
    }
