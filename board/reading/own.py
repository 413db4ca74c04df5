"""Whose affair it is that somebody speaks of: his own, another nation's, or one he only debates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from board.model import Identity
from board.reading.cast import Speaker
from board.reading.lexicon import Lexicon
from board.reading.marking import marked
from board.reading.prose import Prose
from board.reading.words import words_of


def debates(prose: Prose, speaker: Speaker) -> bool:
    """A member of a parliament or a party: he speaks for nobody who would have to know."""
    if speaker.identity is Identity.ORGANISATION or not speaker.organisation:
        return False
    return is_of_debate(prose, speaker.organisation)


def is_of_debate(prose: Prose, organisation: str) -> bool:
    """Whether `organisation` is a parliament, a committee or a party."""
    return _is_debating(prose.lexicon, organisation)


@lru_cache(maxsize=1024)
def _is_debating(lexicon: Lexicon, organisation: str) -> bool:
    return any("debates" in lexicon.form(word.text).sorts for word in words_of(organisation))


def speaks_officially(prose: Prose, speaker: Speaker) -> bool:
    """A body, or whoever is there to speak for one; not a politician with views of his own."""
    return speaker.identity is not Identity.NAMED or _is_spokesperson(prose.lexicon, speaker.role)


@lru_cache(maxsize=1024)
def _is_spokesperson(lexicon: Lexicon, role: str) -> bool:
    return any("role.spokesperson" in sorts for sorts in marked(words_of(role), lexicon.form).sorts)


def has_number(prose: Prose, words: Sequence[int]) -> bool:
    """A number in digits."""
    return not prose.digits.isdisjoint(words)


def has_count(prose: Prose, words: Sequence[int]) -> bool:
    """A number in digits or in words, other than `one`."""
    return has_number(prose, words) or any(
        prose.lexicon.numbers.get(prose.words[index].folded, 1) > 1 for index in words
    )


def is_foreign(prose: Prose, words: Sequence[int], speaker: Speaker) -> bool:
    """A nation's official on another nation, or on a force it does not run: nobody can confirm what is not his."""
    if speaker.nation is None:
        return False
    if prose.any_in(words, "pronoun.self") and not prose.any_in(words, "perceives"):
        return False
    nations = set(_nations(prose, words))
    if prose.any_in(words, "force"):
        return speaker.nation not in nations and not is_own(prose, words, speaker)
    return bool(nations) and speaker.nation not in nations


def _nations(prose: Prose, words: Sequence[int]) -> Iterator[str]:
    """The nations told of, but not the places where something is or goes."""
    for index in words:
        nation = prose.is_a(index, "nation", "stands_for")
        if nation is not None and not prose.is_a(index, "theatre") and not prose.is_a(nation.first - 1, "where"):
            yield nation.value


def is_anothers(prose: Prose, words: Sequence[int], speaker: Speaker) -> bool:
    """Of a nation or a force that is not his: what it did not do is his view of it."""
    names_force = prose.any_in(words, "force", "parent")
    return not is_own(prose, words, speaker) if names_force else is_foreign(prose, words, speaker)


def is_own(prose: Prose, words: Sequence[int], speaker: Speaker) -> bool:
    """Speaks of a force he serves in or that serves him, of `us`, or of his own people."""
    runs = prose.values(words, "force", "parent")
    if runs:
        if not speaker.organisation:
            return True
        return bool(_those_who_run(prose, {speaker.organisation}) & _those_who_run(prose, runs))
    if speaker.identity is Identity.ORGANISATION and prose.any_in(words[:1], "pronoun.body"):
        return True
    return any(
        prose.is_a(index, "pronoun.self", "person.soldier", "contingent") or _is_his_body(prose, index, speaker)
        for index in words
    )


def _is_his_body(prose: Prose, index: int, speaker: Speaker) -> bool:
    body = prose.is_a(index, "body")
    return body is not None and prose.slice(body.first, body.last).casefold() in speaker.organisation.casefold()


def _those_who_run(prose: Prose, forces: set[str]) -> set[str]:
    return forces | {hint for force in forces for hint in prose.lexicon.multinational.get(force, ())}
