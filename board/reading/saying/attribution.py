"""Acts of saying: who says what in a sentence, by which verb, and where the words said begin and end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from board.reading.people.beside import just_named
from board.reading.people.cast import Cast, Speaker
from board.reading.people.inversion import is_inverted, may_be_inverted
from board.reading.people.phrases import end_of_name, subject_before, subject_behind
from board.reading.people.speakers import speaker_in
from board.reading.saying.acts import Act, is_second
from board.reading.saying.said import SHORTEST, THAT, words_behind, words_said
from board.reading.saying.sources import source_in
from board.reading.words.lexicon import Mark
from board.reading.words.members import ORGANISATION
from board.reading.words.prose import Prose, Sentence
from board.reading.words.verbs import (
    as_saying,
    asks_who,
    is_decision,
    is_noun,
    is_participle,
    lacks_words,
    may_lack_speaker,
)

POINTING: Final = 6
"""Words of `that was news to him`, which tells nothing without what stands before."""


def acts_in(prose: Prose, sentence: Sentence, cast: Cast) -> list[Act]:
    """The acts of `sentence` in order; verbs inside quotation marks say nothing of the speaker."""
    acts: list[Act] = []
    for mark in sentence.marks.of("say", "according", "says_with"):
        if prose.quoted[mark.first] or _tells_of_source(acts, mark):
            continue
        if (verb := as_saying(prose, sentence, mark)) is not None:
            act = _by_verb(prose, sentence, verb, cast, acts)
        elif mark.sort == "according":
            act = source_in(prose, sentence, mark, cast)
        else:
            continue
        if act is not None:
            acts.append(act)
    return acts if len(acts) < 2 else _told_apart(prose, acts)


def _told_apart(prose: Prose, acts: list[Act]) -> list[Act]:
    """Acts of one sentence, none with words that another one says."""
    acts = [_before_carrier(_behind_source(act, acts[0]), acts[:place]) for place, act in enumerate(acts)]
    acts = [_as_carried(act, acts[place + 1 :]) for place, act in enumerate(acts)]
    return [_before_next(prose, act, acts[place + 1 :]) for place, act in enumerate(acts)]


def _tells_of_source(acts: list[Act], mark: Mark) -> bool:
    """`according to figures published by the army`, `according to X, published in March, …`."""
    if not acts or _is_cited(acts[-1]):
        return False
    is_inside = acts[-1].verb.sort == "according" and acts[-1].verb.last <= mark.first < acts[-1].phrase[1]
    return is_inside or acts[0].phrase[1] <= mark.first < acts[0].first


def _is_cited(act: Act) -> bool:
    """`Politico, which cites officials, wrote …`: whoever is cited by the outlet that writes."""
    stands_before = act.last <= act.verb.first
    return act.verb.value == "cited" and not stands_before


def _as_carried(act: Act, carriers: list[Act]) -> Act:
    """What is cited is what the outlet then writes."""
    written = next((other for other in carriers if other.speaker is not None and other.speaker.media), None)
    return act if written is None or not _is_cited(act) else act.over(written.first, written.last)


def _behind_source(act: Act, source: Act) -> Act:
    """`According to the article, X, the diplomats said`: what they say begins behind the source."""
    is_source = source.verb.sort == "according" and source.verb.first < source.first
    if act is source or not is_source or act.first > source.verb.first or act.last <= source.first:
        return act
    return act.over(source.first, act.last)


def _before_carrier(act: Act, earlier: list[Act]) -> Act:
    """`The number will be cut, Reuters reported, citing officials`: what they say ends before the outlet."""
    for other in earlier:
        if act.verb.sort == "according" and act.first <= other.first and other.last <= other.phrase[0] < act.last:
            return act.over(act.first, other.last)
    return act


def _before_next(prose: Prose, act: Act, later: list[Act]) -> Act:
    """What one says ends where another begins to speak: `X said …, while Y said …`, `X said …, Z reported`."""
    for other in later:
        start = min(other.phrase[0], other.verb.first)
        if start <= act.verb.last or not act.first < start < act.last:
            continue
        if not (is_second(prose, act, other) if other.speaker is None else _is_next(prose, act, other)):
            continue
        while start > act.first and (prose.words[start - 1].text in ",;" or "coordinate" in prose.sorts[start - 1]):
            start -= 1
        return act.over(act.first, start) if start - act.first >= SHORTEST else act
    return act


def _is_next(prose: Prose, act: Act, other: Act) -> bool:
    """Whether the speaker of `other` stands beside that of `act`, not within his words."""
    before = min(other.phrase[0], other.verb.first) - 1
    if prose.words[before].text == ";" or "coordinate" in prose.sorts[before]:
        return True
    opens = act.speaker is None or ("clause" in prose.sorts[act.phrase[0] - 1] and act.phrase[0] - 1 <= act.first)
    carries = other.speaker is not None and other.speaker.media and other.last <= before + 1
    return prose.words[before].text == "," and (opens or carries)


def _by_verb(prose: Prose, sentence: Sentence, verb: Mark, cast: Cast, acts: list[Act]) -> Act | None:
    if is_noun(prose, sentence, verb):
        return None
    if acts and is_participle(prose, verb):
        words = words_behind(prose, sentence, verb)
        return Act(None, verb, words, (verb.first, verb.first)) if words[1] - words[0] >= SHORTEST else None
    subject = _subject(prose, sentence, verb, cast, acts)
    if subject is None:
        return None
    phrase = subject.phrase
    if phrase[0] > sentence.first and "in_question" in prose.sorts[phrase[0] - 1]:
        return None
    if not acts and is_participle(prose, verb) and phrase[0] == phrase[1]:
        words = words_behind(prose, sentence, verb)
    else:
        words = words_said(prose, sentence, verb, phrase, inverted=subject.inverted)
    recipient = None if subject.inverted else _recipient(prose, sentence, verb, cast)
    act = Act(subject.speaker, verb, words, phrase, recipient)
    return act if _says_something(prose, act, acts) else None


def _says_something(prose: Prose, act: Act, acts: list[Act]) -> bool:
    """Whether there are words that are said, by somebody, and not only something done.

    `Belgrade had asked for it in December` and `the force which parliament decided to send` only tell what went before.
    """
    points = act.last - act.first <= POINTING and "points_back" in prose.sorts[act.first]
    if points and "aux" in prose.sorts[act.first + 1] and not prose.quoted[act.first]:
        return False
    words, speaker, phrase = (act.first, act.last), act.speaker, act.phrase
    if "bids" in prose.sorts[act.verb.first] and prose.any_in(range(act.verb.first - 2, act.verb.first), "had"):
        return False
    if "decides" in prose.sorts[act.verb.first] and prose.any_in(range(phrase[0] - 1, phrase[1]), "relative.who"):
        return False
    if act.last - act.first < SHORTEST or lacks_words(prose, act.verb, words) or asks_who(prose, phrase):
        return False
    if speaker is None:
        return not acts or act.last > act.verb.first or prose.lexicon.drops_pronouns
    return speaker.identity is not ORGANISATION or not is_decision(prose, act.verb, words)


class Subject:
    """Who is told with a verb of saying and where; `None` where it is whoever spoke before."""

    __slots__ = ("inverted", "phrase", "speaker")

    def __init__(self, speaker: Speaker | None, phrase: tuple[int, int], *, inverted: bool) -> None:
        self.speaker, self.phrase, self.inverted = speaker, phrase, inverted


def _subject(prose: Prose, sentence: Sentence, verb: Mark, cast: Cast, acts: list[Act]) -> Subject | None:
    """The subject of a verb, before it or behind it; `None` where the verb has another than a speaker."""
    nowhere = (verb.first, verb.first)
    told = [act.verb.last for act in acts if act.speaker is not None and not _is_cited(act)]
    begin = max(told) if told else sentence.first
    left = nowhere if is_inverted(prose, sentence, verb) else subject_before(prose, begin, verb.first)
    if acts and _is_of_another(prose, left):
        return None
    if acts and left[0] < left[1] and acts[-1].verb.last <= acts[-1].phrase[0] and left[0] < acts[-1].phrase[1]:
        return Subject(acts[-1].speaker, nowhere, inverted=False)
    left = _just_named(prose, left)
    if left[0] < left[1] and "compares" in prose.sorts[left[0]]:
        left = left[0] + 1, left[1]
    if (speaker := _himself(prose, left, acts) or _in(prose, left, cast)) is not None:
        return Subject(speaker, left, inverted=False)
    if acts and left[0] < left[1] and "pronoun" in prose.sorts[left[0]]:
        return None
    if not acts and "coordinate" in prose.sorts[left[0] - 1] and not prose.is_any(sentence.first, ("apart", "clause")):
        phrase = sentence.first, end_of_name(prose, sentence.first, verb.first)
        if (speaker := _in(prose, phrase, cast)) is not None:
            return Subject(speaker, left if phrase[1] <= left[0] else phrase, inverted=False)
    if not acts and (done := _who_did(prose, sentence, verb, cast)) is not None:
        return done
    behind = subject_behind(prose, sentence, verb.last) if may_be_inverted(prose, sentence, verb) else nowhere
    if (speaker := _in(prose, behind, cast)) is not None:
        return Subject(speaker, behind, inverted=True)
    return Subject(None, nowhere, inverted=False) if acts or may_lack_speaker(prose, verb) else None


def _who_did(prose: Prose, sentence: Sentence, verb: Mark, cast: Cast) -> Subject | None:
    """`Minister Bell saw off the soldiers, saying they were the best`: whoever the sentence begins with."""
    if not is_participle(prose, verb) or prose.words[verb.first - 1].text != "," or verb.first == sentence.first:
        return None
    phrase = sentence.first, end_of_name(prose, sentence.first, verb.first - 1)
    speaker = _in(prose, phrase, cast)
    return None if speaker is None else Subject(speaker, (verb.first, verb.first), inverted=False)


def _is_of_another(prose: Prose, left: tuple[int, int]) -> bool:
    """`…, X told MPs, responding to a question from The Left, which has called for an end`: X says it, not the MPs."""
    comma = left[1] - 2
    if comma <= left[0] or prose.words[comma].text != "," or "relative.who" not in prose.sorts[comma + 1]:
        return False
    is_named = just_named(prose, comma) is not None
    return not is_named and prose.any_in(range(left[0], comma), "opens_setting")


def _just_named(prose: Prose, left: tuple[int, int]) -> tuple[int, int]:
    """`… criticised by the opposition, which called it reckless`: the one named right before speaks."""
    comma = left[1] - 2
    if comma <= left[0] or prose.words[comma].text != "," or "relative.who" not in prose.sorts[comma + 1]:
        return left
    named = just_named(prose, comma)
    return named if named is not None and named[0] >= left[0] else left


def _himself(prose: Prose, left: tuple[int, int], acts: list[Act]) -> Speaker | None:
    """`X said …, though he did acknowledge …`: the person who speaks in the same sentence."""
    if left[0] >= left[1] or "pronoun.person" not in prose.sorts[left[0]]:
        return None
    if prose.words[left[0] - 1].text not in ",;" and not prose.is_any(left[0] - 1, ("coordinate", "clause")):
        return None
    speakers = (act.speaker for act in reversed(acts) if act.speaker is not None)
    return next((speaker for speaker in speakers if speaker.identity is not ORGANISATION), None)


def _in(prose: Prose, phrase: tuple[int, int], cast: Cast) -> Speaker | None:
    return speaker_in(prose, phrase[0], phrase[1], cast) if phrase[0] < phrase[1] else None


def _recipient(prose: Prose, sentence: Sentence, verb: Mark, cast: Cast) -> Speaker | None:
    """The outlet right after `told` or within `to`, `received by`, before what is said."""
    if "media.media" not in sentence.sorts:
        return None
    for index in range(verb.last, min(sentence.last, verb.last + THAT)):
        if "that" in prose.sorts[index] or prose.words[index].text in ',“"„«':
            break
        if (mark := prose.is_a(index, "media.media")) is not None:
            return speaker_in(prose, mark.first, mark.last, cast)
    return None


def standing_alone(prose: Prose, acts: list[Act]) -> list[Act]:
    """Acts that stand on their own: none that lies in the words of another, unless an outlet passes it on."""
    return acts if len(acts) < 2 else list(_outermost(prose, acts))


def _outermost(prose: Prose, acts: list[Act]) -> Iterator[Act]:
    for place, act in enumerate(acts):
        outer = [other for other in acts[:place] if _holds(other, act) and not _quotes_all(prose, act, other)]
        outer += [other for other in acts[place + 1 :] if _quotes_all(prose, other, act)]
        if all(other.speaker is not None and other.speaker.media for other in outer):
            yield act
        yield from (denied for other in acts[place + 1 :] if (denied := _denied(prose, other, act)) is not None)


def _denied(prose: Prose, act: Act, outer: Act) -> Act | None:
    """`A spokesman said it is not true that they were there, as the mayor had claimed`: what the mayor claims.

    It is the one who denies it who goes on.
    """
    before = act.phrase[0] - 1
    is_compared = "compares" in prose.sorts[before] or "compares" in prose.sorts[act.phrase[0]]
    if not is_compared or act.speaker is None or act.speaker.media or outer.speaker is None or not _holds(outer, act):
        return None
    words = range(outer.first, before)
    is_denial = outer.verb.value == "denies" or prose.any_in(words, "stance.denies", "stance.denies_strong")
    last = before - (prose.words[before - 1].text == ",")
    first = next((index + 1 for index in reversed(words) if "that.that" in prose.sorts[index]), outer.first)
    is_anothers = is_denial and act.speaker.key != outer.speaker.key and last - first >= SHORTEST
    if not is_anothers:
        return None
    return Act(act.speaker.as_official(False), act.verb, (first, last), act.phrase, act.recipient, is_denied=True)


def _holds(outer: Act, act: Act) -> bool:
    return outer.first <= act.verb.first < outer.last and not _goes_on(outer, act)


def _quotes_all(prose: Prose, outer: Act, act: Act) -> bool:
    """`The United States has told allies that …, three diplomats said`: the whole of it is what the diplomats say."""
    if outer.speaker is None or act.speaker is None or outer.speaker.media or act.speaker.media:
        return False
    stands_last = outer.first <= act.phrase[0] and act.verb.first < outer.last <= outer.phrase[0]
    return stands_last and prose.words[outer.phrase[0] - 1].text == "," and outer.speaker.key != act.speaker.key


def _goes_on(outer: Act, act: Act) -> bool:
    """`denied a build-up and rejected claims`: a second verb of the same speaker is no quotation of another."""
    if act.speaker is None:
        return True
    is_said_of_himself = outer.first <= act.phrase[0] < act.phrase[1] <= outer.last
    return not is_said_of_himself and outer.speaker is not None and act.speaker.key == outer.speaker.key
