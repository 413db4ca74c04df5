"""Troop contributions.

Who has how many people in a force: the newest edition of its table, with what others said beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from board.options import option
from board.panels import _contributions, _editions, _health, _names, _plain, _words
from board.panels._contributions import COLUMNS, Contributions, contributions
from board.shapes import Line, Span, Table, Tone, View
from board.snapshot import Part, Snapshot
from board.spec import Config, PanelSpec

READS = frozenset({Part.SAID, Part.DECIDED, Part.STATES})


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What `[[panel]] kind = "troops"` takes."""

    force: str = option("whose table it is; the board's only or first force unless given", "", example="KFOR")
    last_known: bool = option("list nations that only earlier editions give, below and apart", False)
    trend: int = option("how many editions a sparkline goes back at most", 8)


def build(snapshot: Snapshot, spec: PanelSpec, config: Config, now: datetime) -> View:
    """The newest edition of the force, ranked; empty where no edition is known."""
    options = spec.options
    assert isinstance(options, Options)
    force = _names.force(options.force, config)
    table = _contributions_of(snapshot, force, options, config, now)
    standing = _health.standing(
        snapshot,
        config,
        now,
        lambda source: source.gives == "troops" and source.force in ("", force),
        filled=table is not None,
    )
    return View(
        name=spec.name,
        kind=spec.kind,
        title=spec.title,
        shape=_shape(table, options) if table else Table(columns=COLUMNS, rows=()),
        as_of=table.edition.value.as_of if table else None,
        condition=standing.condition,
        trouble=_with_held(standing.trouble, snapshot, force, config, now),
        empty=standing.empty,
        data={"force": force, **(_data(table) if table else {})},
    )


def _contributions_of(
    snapshot: Snapshot, force: str, options: Options, config: Config, now: datetime
) -> Contributions | None:
    editions = _editions.tables(snapshot.editions(force))
    if not editions:
        return None
    figures = snapshot.figures(subject=force)
    return contributions(editions, figures, config, snapshot.at or now, max(1, options.trend))


def _shape(table: Contributions, options: Options) -> Table:
    old = _contributions.last_known(table) if options.last_known else ()
    return Table(columns=COLUMNS, rows=(*_contributions.rows(table), *old), footer=_footer(table))


def _footer(table: Contributions) -> tuple[Line, ...]:
    edition, board = table.edition.value, table.config.board
    lines: tuple[Line, ...] = (
        (*_known(table.total), Span(f" · as of {_words.date(edition.as_of, board.time_zone)}", Tone.MUTED)),
        table.beside.line(),
        table.beside.legend(),
        (Span(edition.said_by or table.edition.provenance.source_title, Tone.MUTED),),
        (Span(board.footnote, Tone.MUTED),),
    )
    return tuple(line for line in lines if any(span.text for span in line))


def _known(total: _editions.Total) -> Line:
    """`6 of 33 nations known: 2,851 of 4,767 (59.8 %) · partial`; what is not stated is not made up."""
    nations = _words.plural(total.nations or total.rows, "nation")
    if total.nations:
        nations = f"{total.rows} of {nations}"
    people = _words.count(total.known)
    if total.stated:
        people += f" of {_words.count(total.stated)} ({_words.percent(total.known / total.stated)} %)"
    return Span(f"{nations} known: {people} · "), _completeness(total.complete)


def _completeness(complete: bool | None) -> Span:
    if complete is None:
        return Span("completeness unknown", Tone.UNKNOWN)
    return Span("complete", Tone.OK) if complete else Span("partial", Tone.STALE)


def _with_held(trouble: str, snapshot: Snapshot, force: str, config: Config, now: datetime) -> str:
    """An edition that waits for a person is told of where the last good one stands."""
    zone = config.board.time_zone
    held = [
        f"held {_words.since(reading.since, now, zone)}: {reading.reason} (a accepts)"
        for reading in snapshot.held()
        if reading.edition is not None and reading.edition.force == force
    ]
    return "; ".join(filter(None, (trouble, *held)))


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
        "checks": [
            {"name": check.name, "passed": check.passed, "detail": check.detail} for check in edition.value.checks
        ],
        "disagreements": [{"nation": each.nation, "because": each.because} for each in table.beside.disputes],
        "provenance": _plain.provenance(edition.provenance),
    }
