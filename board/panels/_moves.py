"""Changes in words: what happened in one, what it was about, and how it is told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from board.model import Figure, FigureKind, Statement
from board.panels import _decided, _names, _stances, _words
from board.shapes import Tone
from board.snapshot import Change, ChangeKind
from board.spec import Config

WORDS = {
    ChangeKind.STATEMENT: "SAID",
    ChangeKind.EDITED: "EDITED",
    ChangeKind.RE_READ: "READ ANEW",
    ChangeKind.FIGURE: "FIGURE",
    ChangeKind.EDITION: "NEW TABLE",
    ChangeKind.CORRECTED: "CORRECTED",
    ChangeKind.HELD: "HELD",
    ChangeKind.TROOPS: "TROOPS",
    ChangeKind.JOINED: "JOINED",
    ChangeKind.GONE: "GONE",
    ChangeKind.RANK: "RANK",
    ChangeKind.TOTAL: "TOTAL",
    ChangeKind.MISMATCH: "MISMATCH",
    ChangeKind.CLAIM_GAINED: "CLAIM GAINED",
    ChangeKind.CLAIM_LOST: "CLAIM LOST",
    ChangeKind.DIED: "DIED",
    ChangeKind.BLOCKED: "LEFT ALONE",
    ChangeKind.NEVER_ANSWERED: "NEVER ANSWERED",
    ChangeKind.RETURNED: "BACK",
    ChangeKind.SILENT: "SILENT",
    ChangeKind.UNCHANGED: "UNCHANGED",
    ChangeKind.DECIDED: "DECIDED",
}
_TONES = {
    ChangeKind.STATEMENT: Tone.NEW,
    ChangeKind.EDITION: Tone.NEW,
    ChangeKind.FIGURE: Tone.NEW,
    ChangeKind.JOINED: Tone.UP,
    ChangeKind.GONE: Tone.DOWN,
    ChangeKind.HELD: Tone.HELD,
    ChangeKind.MISMATCH: Tone.HELD,
    ChangeKind.DIED: Tone.FAILING,
    ChangeKind.BLOCKED: Tone.STALE,
    ChangeKind.NEVER_ANSWERED: Tone.FAILING,
    ChangeKind.RETURNED: Tone.OK,
    ChangeKind.SILENT: Tone.STALE,
    ChangeKind.UNCHANGED: Tone.MUTED,
    ChangeKind.RE_READ: Tone.MUTED,
}

_MOST_PASSAGES = 3
"""What an edit took out or put in that is told before the rest is only counted."""

_ONLY_ITS_NUMBER = re.compile(r"(?:[^:]{0,60}: )?[^\w:]*\d[\d\W]*")
"""The words of a cell rather than of a text: `4767`, `Italy: ~900`."""


def tone(change: Change) -> Tone:
    """What the change means; a number that moved is up or down."""
    if change.kind in (ChangeKind.TROOPS, ChangeKind.TOTAL) and change.before is not None and change.after is not None:
        return Tone.UP if change.after > change.before else Tone.DOWN
    return _TONES.get(change.kind, Tone.PLAIN)


def about(change: Change, config: Config) -> str:
    """Who gave a figure; what was decided on; else the nation, the claim or else the source it is about."""
    figure = _figure(change)
    if figure and figure.said_by:
        return figure.said_by
    if change.nation and not figure:
        return _names.nation(change.nation, config)
    if change.decision:
        return _decided.subject(change.ref, config)
    if change.claim:
        return change.claim
    source = config.source(change.source)
    return source.title if source else change.source


def news(changes: Iterable[Change], config: Config) -> list[Change]:
    """Those that tell of the world: what comes with the program and was read at its first start is no news, nor is how
    many there were years ago."""
    shipped = _names.shipped(config)
    return [change for change in changes if change.source not in shipped and not _is_history(change)]


def _is_history(change: Change) -> bool:
    figure = _figure(change)
    return figure is not None and figure.kind is FigureKind.HISTORICAL


def _figure(change: Change) -> Figure | None:
    came = change.came[0] if change.kind is ChangeKind.FIGURE and change.came else None
    return came if isinstance(came, Figure) else None


def told(change: Change, config: Config) -> str:
    """`1,258 → 907 (−351)`, `590 (Agency) → 602 (+12)`, `stated 4,767, rows come to 4,700`, or its own words."""
    before, after = change.before, change.after
    match change.kind:
        case ChangeKind.DECIDED if change.decision:
            return _decided.told(change.decision)
        case ChangeKind.EDITED:
            return _edit(change, config)
        case ChangeKind.FIGURE:
            return _given(change, config)
        case ChangeKind.EDITION | ChangeKind.CORRECTED:
            force = _names.titled(change.text, config)
            return f"{force}, {_words.count(after)} in all" if after is not None else force
        case ChangeKind.TROOPS | ChangeKind.TOTAL if before is not None and after is not None:
            return _moved(change, before, after, config)
        case ChangeKind.RANK if before is not None and after is not None:
            return f"place {before}{_by(change, config)} → {after}"
        case ChangeKind.MISMATCH:
            return f"stated {_words.count(before)}, rows come to {_words.count(after)}"
        case ChangeKind.JOINED if after is not None:
            return f"joined with {_words.count(after)}"
        case ChangeKind.GONE if before is not None:
            return f"no longer listed, last {_words.count(before)}{_by(change, config)}"
        case _:
            return change.text


def _moved(change: Change, before: int, after: int, config: Config) -> str:
    """`300 → 912 (+612), place 4 → 1`; the place only where it is another too."""
    place = f", place {change.places[0]} → {change.places[1]}" if change.places else ""
    was = f"{_words.count(before)}{_by(change, config)}"
    return f"{was} → {_words.count(after)} ({_words.signed(after - before)}){place}"


def _by(change: Change, config: Config) -> str:
    """` (Strength API)` behind what was before, where another source gave it than the one that moved it."""
    source = config.source(change.before_source)
    title = source.title if source else change.before_source
    return f" ({title})" if title else ""


def _given(change: Change, config: Config) -> str:
    """`Italy >900 reserve: the words it was read from`; who gave it stands beside."""
    figure = _figure(change)
    if figure is None:
        return f"{_words.count(change.after)}: {change.text}"
    whose = _names.nation(figure.nation, config) if figure.nation else _names.titled(figure.subject, config)
    counted = " ".join(filter(None, (whose, _words.figure(figure))))
    return f"{counted}: {figure.quote}" if figure.quote and not _ONLY_ITS_NUMBER.fullmatch(figure.quote) else counted


def _edit(change: Change, config: Config) -> str:
    """`Title · said: KFOR, spokesperson: … · says now: …`; the title alone where nothing else is read otherwise."""
    was, now = _some(passages(change.withdrawn, config)), _some(passages(change.came, config))
    said = f"{'said' if now else 'no longer says'}: {was}" if was else ""
    instead = f"{'says now' if was else 'also says now'}: {now}" if now else ""
    return " · ".join(filter(None, (change.text, said, instead)))


def passages(said: Sequence[Statement | Figure], config: Config) -> list[str]:
    """What an edit took out or put in, in words: statements with who and how; figures that stand in none of them."""
    told = [each for each in said if isinstance(each, Statement) and each.stance is not None]
    apart = [each for each in said if isinstance(each, Figure) and not any(_is_in(each, one) for one in told)]
    return [
        *(f"{_stances.word(each)} {_stances.who(each)}: {each.text}" for each in told),
        *(
            " ".join(filter(None, (each.nation or _names.titled(each.subject, config), _words.figure(each))))
            for each in apart
        ),
    ]


def _is_in(figure: Figure, statement: Statement) -> bool:
    return bool(figure.quote) and (figure.quote in statement.text or statement.text in figure.quote)


def _some(told: Sequence[str]) -> str:
    more = len(told) - _MOST_PASSAGES
    return "; ".join(told[:_MOST_PASSAGES]) + (f" and {more} more" if more > 0 else "")
