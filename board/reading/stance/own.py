"""Whose affair it is that somebody speaks of: his own, another nation's, or one he only debates."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import Final

from board.reading.people.cast import Speaker
from board.reading.people.forces import bodies_in
from board.reading.stance.content import Content
from board.reading.words.lexicon import Lexicon
from board.reading.words.members import NAMED, ORGANISATION, ROLE
from board.reading.words.prose import Prose
from board.reading.words.words import words_of
from board.text.nations import nation_in_name

RANKED: Final = 4
"""Words before a nation in which stands that another is `after` it: `after Italy and the US`."""
SUBJECT: Final = 6
"""Words in which stands who does what is told."""


def debates(prose: Prose, speaker: Speaker) -> bool:
    """A member of a parliament, a party or an institute, a mayor: he speaks for nobody who would have to know."""
    if speaker.identity is ORGANISATION:
        return False
    return _is(prose.lexicon, speaker.organisation, "debates") or _is(prose.lexicon, speaker.role, "local")


def studies(prose: Prose, speaker: Speaker) -> bool:
    """An institute, or somebody of one: what is not so is his finding and no denial."""
    return _is(prose.lexicon, speaker.organisation, "debates.studies")


def is_body(prose: Prose, speaker: Speaker) -> bool:
    """A body that speaks for itself; a parliament or a party takes sides."""
    return speaker.identity is ORGANISATION and not _is(prose.lexicon, speaker.organisation, "debates")


def takes_sides(prose: Prose, speaker: Speaker) -> bool:
    """A parliament, a party, a union: a body that has views; not the European Union."""
    is_one = speaker.identity is ORGANISATION and not is_body(prose, speaker)
    return is_one and not _serves(prose, speaker)


def speaks_officially(prose: Prose, speaker: Speaker) -> bool:
    """A body, or whoever is there to speak for one; not a politician with views of his own, named or not."""
    if speaker.identity is ROLE and _is(prose.lexicon, speaker.role, "role.state", "role.minister"):
        return False
    return speaker.identity is not NAMED or _is(prose.lexicon, speaker.role, "role.spokesperson")


def is_voice(prose: Prose, speaker: Speaker) -> bool:
    """A spokesman: what he tells is what his body knows."""
    return speaker.identity is not ORGANISATION and _is(prose.lexicon, speaker.role, "role.spokesperson")


def holds_it_no_more(prose: Prose, speaker: Speaker) -> bool:
    """An expert, or one who once held an office: he speaks for nobody."""
    if _is(prose.lexicon, speaker.role, "role.former"):
        return True
    return not speaker.official and _is(prose.lexicon, speaker.role, "role.expert")


def is_officer(prose: Prose, speaker: Speaker) -> bool:
    """In office as a soldier: of patrols and of readiness he tells what he knows."""
    return speaker.official and _is(prose.lexicon, speaker.role, "role.military")


def commands(prose: Prose, speaker: Speaker) -> bool:
    """An officer of a force or of those who run it: what is done there, and how it is there, he has to know."""
    return is_officer(prose, speaker) and _serves(prose, speaker)


def watches(prose: Prose, speaker: Speaker) -> bool:
    """A force, those who run it, its officers and spokesmen: how it is where they serve they are there to tell."""
    if speaker.identity is ORGANISATION or is_voice(prose, speaker):
        return _serves(prose, speaker)
    return commands(prose, speaker)


def _serves(prose: Prose, speaker: Speaker) -> bool:
    """In a force of many nations, or for those who run one."""
    runs = _those_who_run(prose, bodies_in(speaker.organisation))
    return any(not runs.isdisjoint(hints) for hints in prose.lexicon.multinational.values())


def is_one_of_many(prose: Prose, speaker: Speaker) -> bool:
    """A soldier without an office, who speaks of what he saw and not for those he serves with."""
    spokesman = _is(prose.lexicon, speaker.role, "role.spokesperson")
    return speaker.identity is NAMED and _is(prose.lexicon, speaker.role, "ranks") and not spokesman


def _is(lexicon: Lexicon, name: str, *sorts: str) -> bool:
    """Whether a word of a body's name or of an office is of one of `sorts`."""
    return bool(name) and _has_word(lexicon, name, sorts)


@lru_cache(maxsize=4096)
def _has_word(lexicon: Lexicon, name: str, sorts: tuple[str, ...]) -> bool:
    return any(not lexicon.forms.of(word.text).sorts.isdisjoint(sorts) for word in words_of(name))


def has_number(prose: Prose, words: Sequence[int]) -> bool:
    """A number in digits."""
    return not prose.digits.isdisjoint(words)


def has_count(prose: Prose, words: Sequence[int]) -> bool:
    """A number in digits or in words, other than `one`."""
    return any(_is_count(prose, index) for index in _numeric(prose, words))


def _is_count(prose: Prose, index: int) -> bool:
    word = prose.words[index]
    return word.text[0].isdigit() or prose.lexicon.numbers[word.folded] > 1


def counts_people(prose: Prose, words: Sequence[int]) -> bool:
    """A number other than of days, of kilometres or of a part: `pack for nine months` counts nobody."""
    return any("unit" not in prose.sorts[index + 1] and _is_count(prose, index) for index in _numeric(prose, words))


def is_mostly_quoted(prose: Prose, words: Sequence[int]) -> bool:
    """More than half of it in the speaker's own words."""
    if not words or prose.quoted.find(1, words[0], words[-1] + 1) < 0:
        return False
    return sum(prose.quoted[index] for index in words) * 2 > len(words)


def _numeric(prose: Prose, words: Sequence[int]) -> Sequence[int]:
    """The words from the first to the last of `words` that are numbers or parts of them."""
    if not words:
        return ()
    return prose.numeric[bisect_left(prose.numeric, words[0]) : bisect_right(prose.numeric, words[-1])]


def nation_of_speaker(speaker: Speaker) -> str | None:
    """The nation he speaks for, told with him or by the name of his body."""
    return speaker.nation or nation_in_name(speaker.organisation)


def is_foreign(prose: Prose, words: Content, speaker: Speaker) -> bool:
    """A nation's official on another nation, or on a force it does not run: nobody can confirm what is not his."""
    if (nation := speaker.nation) is None:
        return False
    if words.has("pronoun.self", "ours") and not words.has("perceives"):
        return False
    nations = _nations(prose, words)
    if words.has("force"):
        return nation not in nations and not is_own(prose, words, speaker)
    return bool(nations) and nation not in nations


def looks_on(prose: Prose, words: Content, speaker: Speaker) -> bool:
    """An official of a nation that sends nobody to the force of the board: he only claims what goes on where it serves.

    What its army or a minister of defence tells, or anybody of soldiers, is of its own.
    """
    if speaker.nation not in prose.lexicon.never or speaker.nation in prose.lexicon.lands:
        return False
    if _is(prose.lexicon, speaker.organisation, "of_defence", "person.soldier"):
        return False
    if _is(prose.lexicon, speaker.role, "role.military"):
        return False
    return words.opens(SUBJECT, "force") or not words.has("person.soldier")


def speaks_of_his_own(prose: Prose, words: Content, speaker: Speaker) -> bool:
    """Of `us` or of his nation."""
    return words.has("pronoun.self", "ours") or nation_of_speaker(speaker) in _nations(prose, words)


def is_his(prose: Prose, words: Content, speaker: Speaker) -> bool:
    """His own, told by whatever words: `its own injured`, `our strength`, `the number of Canadians` by a Canadian.

    What a force or its alliance gives as the total is its own.
    """
    if words.has("pronoun.body") or is_own(prose, words, speaker):
        return True
    if speaker.identity is ORGANISATION and _runs_forces(prose, speaker):
        return True
    return nation_of_speaker(speaker) in _nations(prose, words)


def acts_for_another(prose: Prose, words: Content, speaker: Speaker) -> bool:
    """What another nation does, or a force that is not his: told of first, before whatever it does."""
    return is_foreign(prose, words.opening(SUBJECT), speaker)


def _nations(prose: Prose, words: Content) -> set[str]:
    """The nations told of, but not the places where something is or goes, nor those it is `larger than`."""
    told: set[str] = set()
    for index in words.those("nation", "stands_for"):
        nation = prose.is_a(index, "nation", "stands_for")
        if nation is None or "theatre" in prose.sorts[index] or "where" in prose.sorts[nation.first - 1]:
            continue
        if not prose.any_in(range(max(words.places[0], nation.first - RANKED), nation.first), "ranks_behind"):
            told.add(nation.value)
    return told


def is_anothers(prose: Prose, words: Content, speaker: Speaker) -> bool:
    """Of a nation or a force that is not his: what it did not do is his view of it."""
    if words.has("pronoun.self", "ours"):
        return False
    if not words.opens(SUBJECT, "force", "parent"):
        return is_foreign(prose, words, speaker)
    return not is_own(prose, words, speaker) and nation_of_speaker(speaker) not in _nations(prose, words)


def is_of_land(prose: Prose, words: Content, speaker: Speaker) -> bool:
    """`Kosovo's government had not listened`: what the land a force serves in does, told by another's official."""
    for index in words.those("nation", "stands_for"):
        if index not in words.places[:SUBJECT]:
            return False
        nation = prose.is_a(index, "nation", "stands_for")
        if nation is None or nation.value not in prose.lexicon.lands or "where" in prose.sorts[nation.first - 1]:
            continue
        if nation.first <= words.places[0] + 1 and nation.value != nation_of_speaker(speaker):
            return not words.has("pronoun.self", "ours")
    return False


def is_own(prose: Prose, words: Content, speaker: Speaker) -> bool:
    """Speaks of a force he serves in or that serves him, of `us`, or of his own people."""
    if words.has("force", "parent"):
        runs = prose.values(words.places, "force", "parent")
        if not speaker.organisation:
            return True
        nation = nation_of_speaker(speaker)
        if nation is not None and any(nation_in_name(force) == nation for force in runs):
            return True
        return bool(_those_who_run(prose, bodies_in(speaker.organisation)) & _those_who_run(prose, runs))
    if words.opens(1, "pronoun.body"):
        is_body = speaker.identity is ORGANISATION
        if is_body or "before_noun" in prose.sorts[words.places[0]]:
            return True
    if words.has("pronoun.self", "person.soldier", "contingent", "ours"):
        return True
    if words.has("serves_in.police") and _is(prose.lexicon, speaker.organisation, "of_police"):
        return True
    return any(_is_his_body(prose, index, speaker) for index in words.those("body"))


def _is_his_body(prose: Prose, index: int, speaker: Speaker) -> bool:
    body = prose.is_a(index, "body")
    return body is not None and prose.slice(body.first, body.last).casefold() in speaker.organisation.casefold()


def _runs_forces(prose: Prose, speaker: Speaker) -> bool:
    return any(speaker.organisation in hints for hints in prose.lexicon.multinational.values())


def _those_who_run(prose: Prose, forces: AbstractSet[str]) -> AbstractSet[str]:
    runs = {hint for force in forces for hint in prose.lexicon.multinational.get(force, ())}
    if any(_is(prose.lexicon, force, "commands_all") for force in forces):
        runs = runs.union(*prose.lexicon.multinational.values())
    return forces | runs
