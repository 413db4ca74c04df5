"""The names a board cares for, as plain data: forces, those who run them, where they serve, the tiers, more nations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from board.model import When
from board.spec import ForceSpec, PersonSpec, TierSpec


@dataclass(frozen=True, slots=True)
class Force:
    """A body whose people are counted, with every word that means it."""

    name: str
    names: tuple[str, ...]
    theatre: tuple[str, ...] = ()
    parent: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    """Nations (alpha-3) that send it nobody."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody known, with an office and the days between which it was held."""

    name: str
    organisation: str
    role: str = ""
    nation: str = ""
    since: When | None = None
    until: When | None = None
    aliases: tuple[str, ...] = ()
    """The name as other languages spell it."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Hashable and picklable: what readers made for it are kept by it."""

    forces: tuple[Force, ...] = ()
    """The first is the one meant where a text speaks of `the mission` and names none."""
    nations: tuple[tuple[str, str], ...] = ()
    """Names a person added, with their alpha-3 codes."""
    persons: tuple[Person, ...] = ()

    def __hash__(self) -> int:
        """Of as little as tells most apart: every text is read by what is kept for its vocabulary."""
        return hash((self.forces[:1], len(self.forces), len(self.nations), len(self.persons)))


def vocabulary_of(
    forces: Iterable[ForceSpec],
    tiers: Iterable[TierSpec] = (),
    nations: Mapping[str, str] | None = None,
    persons: Iterable[PersonSpec] = (),
) -> Vocabulary:
    """The vocabulary of a board; the people of a tier that is no force of its own are counted like one's."""
    known = {
        spec.name: Force(spec.name, (spec.name, *spec.aliases), spec.theatre, spec.parent, spec.outside)
        for spec in forces
    }
    for tier in tiers:
        name = tier.force or tier.name
        force = known.get(name, Force(name, (name,)))
        names = dict.fromkeys((*force.names, tier.name, *tier.aliases))
        known[name] = replace(force, names=tuple(names))
    return Vocabulary(
        tuple(known.values()),
        tuple(sorted((nations or {}).items())),
        tuple(
            Person(each.name, each.organisation, each.role, each.nation, each.since, each.until, each.aliases)
            for each in persons
        ),
    )
