"""A language's words and a board's names together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from board.reading.words.entries import FALLBACK, Kind, entries_of, kind_of, languages, tables_of
from board.reading.words.forms import Forms, layer_of
from board.reading.words.vocabulary import Force, Vocabulary
from board.text.fold import fold
from board.text.nations import nation_named

_ABOVE = {
    1: "channel stance",
    2: "kind leads_to_say of_period opens_setting submitted",
    3: """abroad aside asked based command_of commands commands_part counterpart ended envoy guard has_secretary
    heads_place home_of introduces keeps_bare led led_part lower_rank meets mere_office mission_noun mission_other
    motion name_joins needs_nation no_name of_a_state of_any_ministry of_body_before of_embassy of_many_nations
    of_office office once one_of outlet_noun parent_noun seat_of second_to serves serves_in side site speaks_as
    speaks_to state_side station turns un_mission""",
    4: "answer as_of counts opinion own relative where",
    5: "allied before change made of_defence state_of tense",
    6: """agency aims as_before asks_whether assesses ballot brands charges commands_all constant data describes differs
    duty edge gunmen issuer judged_as judges local of_outlet of_police ranks ranks_behind relayed sent shifts so_far
    speaks_of supposes unable uneasy weighed yet""",
}
TELLING = {table: layer for layer, tables in _ABOVE.items() for table in tables.split()}
"""Tables whose phrases tell something without being part of how a sentence is built, and the layer each lies in: they
may lie over the words that build it, and over each other."""
LAYERS = 7
POLICE = "police"
"""The word in a force's English name that tells that it has police."""


class Mark:
    """A phrase found: words `first` to `last` (exclusive), and what its kind tells."""

    __slots__ = ("first", "full", "kind", "last", "sort", "sorts", "value")

    def __init__(self, first: int, last: int, kind: Kind) -> None:
        self.first, self.last, self.kind = first, last, kind
        self.sort, self.value, self.full, self.sorts = kind.sort, kind.value, kind.full, kind.sorts

    def over(self, first: int, last: int) -> Mark:
        """The same over other words."""
        return Mark(first, last, self.kind)

    def saying(self, value: str) -> Mark:
        """The same words as those of saying."""
        return Mark(self.first, self.last, kind_of("say", value))


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """What one language and one vocabulary come to."""

    language: str
    numbers: dict[str, int]
    """Number words and their values."""
    multinational: dict[str, frozenset[str]]
    """Forces that serve in a land for somebody, with the values of the marks that hint at them."""
    outside: Mapping[str, frozenset[str]]
    """The nations that send nobody to each force of the board; the land it serves in is one of them."""
    lands: frozenset[str]
    """The nations in whose land one of them serves."""
    never: frozenset[str]
    """The nations that send nobody to one of them."""
    policing: frozenset[str]
    """Forces that have police, as one of their names tells: `Formed Police Unit`."""
    abbreviations: frozenset[str]
    drops_pronouns: bool
    """A verb without a subject goes on for whoever spoke before."""
    says_behind_comma: bool
    """`sagte am Montag, die Armee bleibe`: what is said stands behind a comma, without a word for `that`."""
    bare_is_definite: bool
    """A noun without `a` is one spoken of before: there is no word for `the`."""

    forms: Forms
    """What each word is by itself, as it is written."""


@lru_cache(maxsize=64)
def lexicon_of(language: str, vocabulary: Vocabulary) -> Lexicon:
    """The lexicon of `language` (English where there is no file for it) with the names of `vocabulary` in it."""
    if language not in languages():
        language = FALLBACK
    tables = tables_of(language)
    entries = tuple(entries_of(language, tables, vocabulary))
    layers = [
        layer_of(number, (entry for entry in entries if TELLING.get(entry.kind.sort, 0) == number))
        for number in range(LAYERS)
    ]
    outside = {force.name: _outside(force) for force in vocabulary.forces}
    numbers = {fold(word): value for word, value in tables.get("numbers", {}).items()}
    return Lexicon(
        language=language,
        forms=Forms(layers, numbers),
        numbers=numbers,
        multinational={
            force.name: frozenset((force.name, force.parent[0]))
            for force in vocabulary.forces
            if force.theatre and force.parent
        },
        outside=outside,
        lands=frozenset().union(*map(_lands, vocabulary.forces)),
        never=frozenset().union(*outside.values()),
        policing=frozenset(
            force.name for force in vocabulary.forces if any(POLICE in fold(name).split() for name in force.names)
        ),
        abbreviations=frozenset(tables["grammar"].get("abbreviations", ())),
        drops_pronouns=tables["grammar"].get("drops_pronouns", False),
        says_behind_comma=tables["grammar"].get("says_behind_comma", False),
        bare_is_definite=tables["grammar"].get("bare_is_definite", False),
    )


def _outside(force: Force) -> frozenset[str]:
    return _lands(force).union(force.outside)


def _lands(force: Force) -> frozenset[str]:
    """The nations of the places it serves in."""
    return frozenset(filter(None, (nation_named(name) for name in force.theatre)))
