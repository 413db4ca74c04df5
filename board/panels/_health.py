"""What a panel's border says of the sources behind it: condition, trouble in words, why it is empty."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from board.panels import _words
from board.shapes import Condition
from board.snapshot import Snapshot, SourceHealth, SourceState
from board.spec import Config, SourceSpec

_DOWN = frozenset({SourceState.FAILING, SourceState.BLOCKED})
_NOT_NOW = _DOWN | {SourceState.STALE, SourceState.WAITING}
NOT_WELL = _DOWN | {SourceState.STALE, SourceState.HELD, SourceState.PARTIAL}
_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Standing:
    """How far what a panel shows can be relied on to be current."""

    condition: Condition
    trouble: str
    empty: str
    troubled: tuple[str, ...] = ()
    """The sources the trouble is of, by name."""


def standing(
    snapshot: Snapshot, config: Config, now: datetime, feeds: Callable[[SourceSpec], bool], *, filled: bool
) -> Standing:
    """Judge the sources for which `feeds` is true.

    A file that nothing is expected of never grows old, so beside others it vouches for nothing.
    """
    specs = [source for source in config.sources if source.enabled and feeds(source)]
    moving = [source for source in specs if source.path is None or source.expect is not None] or specs
    names = {source.name: source.title for source in moving}
    states = [health for health in snapshot.health() if health.name in names]
    if snapshot.at is not None and all(health.state is SourceState.WAITING for health in states):
        # What had been said by then came to be read later: that nothing was read yet is no trouble of what is shown.
        states = []
    return Standing(
        _condition(states, filled),
        _trouble(states, names, config, now),
        "" if filled else _why_empty(specs, states, snapshot),
        tuple(health.name for health in (states if _are_unread(states) else _not_well(states))),
    )


def cut_off(snapshot: Snapshot, config: Config) -> datetime | None:
    """The newest moment at which a source was read with success; `None` where none was.

    A file that comes with the program tells nothing new when it is read, so beside others it does not count.
    """
    outside = {source.name for source in config.sources if not source.is_bundled}
    if not outside:
        return snapshot.cut_off()
    return max((each.last_good for each in snapshot.health() if each.name in outside and each.last_good), default=None)


def _condition(states: Sequence[SourceHealth], filled: bool) -> Condition:
    """What no source that moves stands behind is stale at best, and failed where they were tried in vain."""
    found = {health.state for health in states}
    if found & _DOWN and found <= _DOWN | {SourceState.WAITING}:
        return Condition.FAILED
    if not filled:
        return Condition.EMPTY
    return Condition.STALE if found and found <= _NOT_NOW else Condition.FRESH


def _trouble(states: Sequence[SourceHealth], names: dict[str, str], config: Config, now: datetime) -> str:
    if _are_unread(states):
        return (
            f"{names[states[0].name]} not read yet" if len(states) == 1 else f"none of {len(states)} sources read yet"
        )
    bad = _not_well(states)
    zone = config.board.time_zone
    told = [
        f"{names[health.name]} {state_word(health, now, zone)} {_words.since(health.since, now, zone)}"
        + (f": {health.reason}" if health.reason and len(bad) == 1 else "")
        for health in bad[:_MOST_NAMED]
    ]
    if len(bad) > _MOST_NAMED:
        told.append(f"and {len(bad) - _MOST_NAMED} more")
    return "; ".join(told)


def _are_unread(states: Sequence[SourceHealth]) -> bool:
    """Whether there are sources and none of them was read yet."""
    return bool(states) and all(health.state is SourceState.WAITING for health in states)


def _not_well(states: Sequence[SourceHealth]) -> list[SourceHealth]:
    return sorted((health for health in states if health.state in NOT_WELL), key=lambda health: health.name)


def _why_empty(specs: Sequence[SourceSpec], states: Sequence[SourceHealth], snapshot: Snapshot) -> str:
    found = {health.state for health in states}
    if not specs:
        return "no source gives this: see board.toml"
    if snapshot.at is not None:
        return "nothing was known at that time"
    if found <= {SourceState.WAITING}:
        return "no source has been read yet"
    return "no source answers" if found <= _DOWN else "the sources were read and have nothing for this"


def state_word(health: SourceHealth, now: datetime, zone: tzinfo) -> str:
    """`failing (3)`, `blocked until 14:07`, else the state's own word."""
    if health.state is SourceState.FAILING and health.failures > 1:
        return f"failing ({health.failures})"
    if health.state is SourceState.BLOCKED and health.blocked_until is not None:
        return f"blocked until {_words.clock(health.blocked_until, now, zone)}"
    return health.state.value
