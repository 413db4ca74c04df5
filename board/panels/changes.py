"""Changes.

What came to be known since the last look: statements, tables and their numbers, claims, sources that died or came back.
Each face has its own last look: in the terminal it moves with a key and when the board is left, on the command line
with `board since --look`. In the past it is the time before what is shown; as reported, with what was published in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from board.judging.claims import Side
from board.model import Figure, When
from board.options import Count, option
from board.panels import _alike, _entries, _health, _moves, _plain, _published, _stances, _words
from board.panels._claims import Claims, claims_on, lost_side
from board.shapes import Condition, Entry, Feed, Span, View
from board.snapshot import Change, ChangeKind, Decision, Part, Snapshot, StatementRecord
from board.spec import Config, PanelSpec
from board.text import records
from board.text.iso import iso

_HERE = _alike.OF_SOURCES | {ChangeKind.HELD, ChangeKind.DECIDED, ChangeKind.RE_READ}
"""What happened on this board when it came to be known; of the rest a missing date stays unknown."""

_OF_CLAIMS = frozenset({ChangeKind.CLAIM_GAINED, ChangeKind.CLAIM_LOST})
_QUIET = frozenset({ChangeKind.UNCHANGED, ChangeKind.CLAIM_GAINED})
"""No news, and what stands at the new statement itself."""
READS = frozenset(Part)
_TELLING = timedelta(hours=1)
"""So long after what an entry is dated, or before it, it tells something when the board came to know of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What `[[panel]] kind = "changes"` takes."""

    within: timedelta = option("how far back it looks where nobody has looked yet", timedelta(days=1), example="24h")
    unchanged: bool = option("also tell what is quiet: sources with nothing new, claims of new statements", False)
    most: Count = option("changes of one kind at most", Count(50))


def build(snapshot: Snapshot, spec: PanelSpec, config: Config, now: datetime) -> View:
    """The changes since the last look, newest first."""
    options = spec.options
    assert isinstance(options, Options)
    looked = None if snapshot.at else snapshot.looked()
    if looked is None:
        since = began(snapshot, now, options.within)
        view = changed(snapshot, spec, config, now, since=since, empty="nothing changed in that time")
        time = _words.length(options.within)
        return replace(view, title=f"{spec.title} in the {f'{time} before' if snapshot.at else f'last {time}'}")
    view = changed(snapshot, spec, config, now, since=looked, empty="nothing changed since your last look")
    told = _words.moment(looked, now, config.board.time_zone)
    return replace(view, title=f"{spec.title} since {told}", data={"since": iso(looked)})


def began(snapshot: Snapshot, now: datetime, within: timedelta) -> datetime:
    """The last look through this face; in the past, and where nobody has looked yet, so long before."""
    return (snapshot.at - within) if snapshot.at else snapshot.looked() or now - within


def changed(snapshot: Snapshot, spec: PanelSpec, config: Config, now: datetime, *, since: datetime, empty: str) -> View:
    """The changes after `since`, newest first; `empty` is what to say where there are none."""
    options = spec.options
    assert isinstance(options, Options)
    claims = tuple((claim.name, claim.match) for claim in config.claims)
    found = snapshot.changes(since, claims=claims, limit=options.most)
    quiet = frozenset() if options.unchanged else _QUIET
    news = [change for change in _moves.news(found, config) if change.kind not in quiet]
    newest_first = _published.with_published(_told_once(news), snapshot, config, since, options.most)
    standing = _health.standing(snapshot, config, now, lambda _: True, filled=bool(newest_first))
    return View(
        name=spec.name,
        kind=spec.kind,
        title=spec.title,
        shape=feed(newest_first, snapshot, config, now),
        as_of=None,
        condition=standing.condition if newest_first else Condition.EMPTY,
        trouble="",
        empty="" if newest_first else empty,
    )


def _told_once(news: Sequence[Change]) -> list[Change]:
    """Without the gain of a claim by a statement that is told as new itself, with the claims it bears on."""
    new = {change.ref for change in news if change.kind is ChangeKind.STATEMENT}
    return [change for change in news if change.kind is not ChangeKind.CLAIM_GAINED or change.ref not in new]


def feed(changes: Sequence[Change], snapshot: Snapshot, config: Config, now: datetime) -> Feed:
    """Changes as entries, in the order given; of statements with who spoke, from where, and the claims they bear on.

    A claim gains or loses a statement only where that counts for one of its sides; sources that all tell of one thing
    are one entry, as are a new statement and the figures given in it.
    """
    said = {change.ref: record for change in changes if (record := snapshot.statement(change.ref))}
    changes = [*_not_in_words(changes, said.values())]
    claims = claims_on(tuple(said.values()), snapshot, config)
    sides = {each: claims.side(each.ref, each.claim) or lost_side(each, snapshot, config) for each in changes}
    told = [each for each in changes if each.kind not in _OF_CLAIMS or sides[each]]
    entries = (
        (
            group[0],
            _entry(key, group[0], said.get(group[0].ref), claims, config, now, sides[group[0]])
            if len(group) == 1
            else _entry_of_many(key, group, config, now),
        )
        for key, group in enumerate(_alike.together(told, config), 1)
    )
    return Feed(entries=tuple(_sourced(_at_the_time(entry, first, snapshot), snapshot) for first, entry in entries))


def _not_in_words(changes: Sequence[Change], said: Iterable[StatementRecord]) -> Iterator[Change]:
    """Without new figures of new statements: they stand with the words in which they were given, whoever carried it."""
    new = {change.ref for change in changes if change.kind is ChangeKind.STATEMENT}
    given = [figure for record in said if record.ref in new for figure in record.figures]
    refs, told = {each.ref for each in given}, {_counted(each.value) for each in given}
    for change in changes:
        is_told = change.ref in refs or any(_counted(each) in told for each in change.came if isinstance(each, Figure))
        if change.kind is not ChangeKind.FIGURE or not is_told:
            yield change


def _counted(figure: Figure) -> tuple[object, ...]:
    """What a figure says, by whom and in what words, whoever carried them."""
    return figure.subject, figure.nation, figure.kind, figure.qualifier, figure.number, figure.said_by, figure.quote


def _entry_of_many(key: int, changes: Sequence[Change], config: Config, now: datetime) -> Entry:
    """What several sources tell of alike; `alike` in its data are they."""
    first = changes[0]
    each = [
        {"source": one.source, "title": _alike.title(one, config), "text": one.text, "at": iso(one.at)}
        for one in changes
    ]
    return replace(
        _entry(key, first, None, Claims(), config, now, None),
        ref=f"sources:{first.kind.value}:{first.source}",
        who=_alike.who(changes),
        text=_alike.told(changes, config),
        data={"kind": first.kind.value, "at": iso(first.at), "source": None, "alike": each},
    )


def _at_the_time(entry: Entry, change: Change, snapshot: Snapshot) -> Entry:
    """The entry without when the board came to know, where that was only after the time looked at."""
    return replace(entry, how="") if snapshot.at is not None and change.at > snapshot.at else entry


def _sourced(entry: Entry, snapshot: Snapshot) -> Entry:
    """The entry with how what it tells of came to the board, where it is no statement and came from a source."""
    came = None if "provenance" in entry.data else snapshot.provenance(entry.ref)
    return replace(entry, data={**entry.data, "provenance": records.provenance(came)}) if came else entry


def _entry(
    key: int,
    change: Change,
    record: StatementRecord | None,
    claims: Claims,
    config: Config,
    now: datetime,
    side: Side | None,
) -> Entry:
    when = change.when or (When(change.at) if change.kind in _HERE else None)
    said = record.statement if record and change.kind is ChangeKind.STATEMENT else None
    return Entry(
        ref=change.ref,
        key=key,
        when=when,
        word=_stances.word(said) if said else _moves.WORDS[change.kind],
        tone=_stances.tone(said) if said else _moves.tone(change),
        who=_stances.who(record.statement) if record else _moves.about(change, config),
        how=f"known {_words.since(change.at, now, config.board.time_zone)}" if _known_apart(change.at, when) else "",
        text=_on_claim(change, side) + _moves.told(change, config),
        quote=said is not None and said.quote,
        way=_stances.way(record.statement) if record else (),
        marks=tuple(_marks(change, record, side, claims, config)) if record else (),
        data={**(_plain.statement(record) if record else {}), **_data(change, config)},
    )


def _marks(
    change: Change, record: StatementRecord, side: Side | None, claims: Claims, config: Config
) -> Iterator[Span]:
    """What hangs on the statement; not again the claim that it is told to bear on."""
    told = f"{side.value}: {change.claim}" if side else ""
    return (mark for mark in _entries.marks(record, claims, config) if mark.text != told)


def _known_apart(known: datetime, when: When | None) -> bool:
    return when is None or not when.start - _TELLING <= known <= when.end + _TELLING


def _on_claim(change: Change, side: Side | None) -> str:
    """`denies: us-withdrawal · `, before the words of a statement that a claim gained or lost."""
    return f"{side.value}: {change.claim} · " if side else ""


def _data(change: Change, config: Config) -> dict[str, object]:
    return {
        "kind": change.kind.value,
        "at": iso(change.at),
        "source": change.source or None,
        "nation": change.nation,
        "before": change.before,
        "before_source": change.before_source or None,
        "after": change.after,
        "places": list(change.places) if change.places else None,
        "claim": change.claim or None,
        **_more(change, config),
    }


def _more(change: Change, config: Config) -> dict[str, object]:
    """What only one kind of change has: of an edit both sides of it, of a figure who gave it and what it counts."""
    match change:
        case Change(kind=ChangeKind.EDITED):
            return {
                "withdrawn": _moves.passages(change.withdrawn, config),
                "came": _moves.passages(change.came, config),
            }
        case Change(kind=ChangeKind.FIGURE, came=(Figure() as figure,)):
            return {
                "said_by": figure.said_by or None,
                "subject": figure.subject or None,
                "qualifier": figure.qualifier.value,
                "counts": figure.kind.value,
                "quote": figure.quote,
                "url": figure.url,
            }
        case Change(decision=Decision() as decision):
            return {"decided": decision.kind, "value": decision.value, "who": decision.who, "why": decision.why}
        case _:
            return {}
