"""Which words of a sentence are said: behind the verb, before the speaker, or around both."""

from __future__ import annotations

from typing import Final

from board.reading.words.lexicon import Mark
from board.reading.words.prose import Prose, Sentence
from board.reading.words.verbs import SAYING, is_not_held

THAT: Final = 14
"""Words after the verb within which `that` begins the words said: `told Radio Free Europe on Monday that`."""
COUNTED: Final = 4
"""Words from a number on within which those it counts stand."""
SHORTEST: Final = 2
"""Words that may be something said."""
_VERBS: Final = ("aux", "tense", "kind.planned", "stance", "counts.have", "counts.verb", "qualifier")
"""What a clause has and a setting has not."""
_TELLING: Final = frozenset(("say", "that.that"))


def words_said(
    prose: Prose, sentence: Sentence, verb: Mark, phrase: tuple[int, int], *, inverted: bool
) -> tuple[int, int]:
    """Where the words said stand: after the verb, before the speaker, or around both."""
    before = _before(prose, sentence, phrase[0] if not inverted else verb.first)
    after, is_explicit = _after(prose, sentence, verb, phrase[1] if inverted else verb.last)
    if "compares" in prose.sorts[phrase[0]] or (
        phrase[0] > sentence.first and "compares" in prose.sorts[phrase[0] - 1]
    ):
        return before if before[1] - before[0] >= SHORTEST else _behind_comma(prose, sentence, verb.last)
    if not inverted and (_shares_subject(prose, sentence, verb) or "relative.who" in prose.sorts[verb.first - 1]):
        return after
    if not inverted and after[1] - after[0] >= SHORTEST and _turns(prose, sentence, phrase):
        return after
    if not inverted and before[1] > before[0] and _is_parenthesis(prose, sentence, verb, phrase):
        return before[0], max(after[1], _end(prose, sentence, verb.last))
    if inverted and (_is_cut_in(prose, sentence, phrase, before) or _sets_before(prose, sentence, phrase, before)):
        return before[0], _end(prose, sentence, phrase[1])
    if inverted and before[1] - before[0] >= SHORTEST and not (is_explicit and _is_setting(prose, before)):
        return before
    if before[1] - before[0] < SHORTEST or (_is_setting(prose, before) and after[1] - after[0] >= SHORTEST):
        return after
    if not is_explicit or after[1] - after[0] < SHORTEST:
        return before
    return (before[0], after[1]) if _is_open(prose, sentence, before) or _is_tail(prose, before, after) else after


def _shares_subject(prose: Prose, sentence: Sentence, verb: Mark) -> bool:
    """`X met the commander and thanked him`: what stands before is done, not said."""
    before = verb.first - 1
    return before > sentence.first and not prose.quoted[before] and "coordinate" in prose.sorts[before]


def _is_cut_in(prose: Prose, sentence: Sentence, phrase: tuple[int, int], before: tuple[int, int]) -> bool:
    """`The contingent, said its commander, has 400 soldiers`: one sentence around whoever says it."""
    if before[1] == before[0] or phrase[1] + SHORTEST >= sentence.last or prose.words[phrase[1]].text != ",":
        return False
    return not _is_setting(prose, before) and prose.is_any(phrase[1] + 1, ("aux", "counts.have", "counts.verb"))


def _sets_before(prose: Prose, sentence: Sentence, phrase: tuple[int, int], before: tuple[int, int]) -> bool:
    """`On Monday, states the page, it was 287`: only when it was stands before whoever says it."""
    if before[1] == before[0] or phrase[1] + SHORTEST >= sentence.last or prose.words[phrase[1]].text != ",":
        return False
    rest = range(phrase[1] + 1, sentence.last)
    return _is_setting(prose, before) and prose.any_in(rest, *_VERBS) and not prose.is_any(rest[0], ("clause", "say"))


def _turns(prose: Prose, sentence: Sentence, phrase: tuple[int, int]) -> bool:
    """`KFOR said it was calm, but the police said two were hurt`, `…; X said …`: not his stands before."""
    before = phrase[0] - 1
    if before > sentence.first and prose.words[before].text == ";":
        return True
    if before <= sentence.first or not prose.is_any(before, ("coordinate", "that.that", "clause.and")):
        return False
    if "clause.and" in prose.sorts[before] and "coordinate" not in prose.sorts[before]:
        return True
    says = [mark for mark in sentence.marks.of(*SAYING) if mark.sort == "say"]
    return any(mark.first < before and not prose.quoted[mark.first] for mark in says)


def _is_tail(prose: Prose, before: tuple[int, int], after: tuple[int, int]) -> bool:
    """`Romania will add 130 soldiers, Stoltenberg told reporters, “and others will follow”`."""
    is_joined = prose.quoted[after[0]] == 1 and "name_joins.and" in prose.sorts[after[0]]
    return is_joined and prose.any_in(range(*before), *_VERBS)


def _behind_comma(prose: Prose, sentence: Sentence, start: int) -> tuple[int, int]:
    """`As KFOR said on Monday, patrols go on`."""
    last = _end(prose, sentence, start)
    return next((index + 1 for index in range(start, last) if prose.words[index].text == ","), last), last


def _is_setting(prose: Prose, before: tuple[int, int]) -> bool:
    """`After the meeting in Pristina, he said`, `Asked whether it would, he said`: only when, where or how."""
    if any(prose.quoted[slice(*before)]):
        return False
    if prose.is_any(before[0], ("clause", "say", "opens_setting")):
        return True
    if before[1] - before[0] <= SHORTEST and prose.is_any(before[0], ("apart", "no_name")):
        return True
    is_apart = prose.is_any(before[0], ("apart", "no_name")) or _is_span(prose, before)
    return is_apart and not prose.any_in(range(*before), "aux")


def _is_span(prose: Prose, before: tuple[int, int]) -> bool:
    """`A year after the clashes`, `three days before the vote`, and nothing behind a comma."""
    unit = prose.is_a(before[0] + 1, "unit")
    if unit is None or any(prose.words[index].text == "," for index in range(*before)):
        return False
    return prose.is_any(unit.last, ("clause", "apart"))


def _is_parenthesis(prose: Prose, sentence: Sentence, verb: Mark, phrase: tuple[int, int]) -> bool:
    """`The force numbers 3,800 and will be, he promised, “impartial”`: the words said stand on both sides."""
    if phrase[0] <= sentence.first or verb.last + SHORTEST >= sentence.last:
        return False
    last = _over_hearer(prose, verb.last)
    commas = prose.words[phrase[0] - 1].text, prose.words[last].text
    is_inside = commas == (",", ",") and last + SHORTEST < sentence.last
    return is_inside and not prose.is_any(last + 1, ("say", "clause.and", "coordinate", "according"))


def _over_hearer(prose: Prose, index: int) -> int:
    """Over `to BIRN` behind a verb of saying and before a comma; where more stands there, over nothing."""
    if "serves" not in prose.sorts[index] or not prose.is_capital(index + 1):
        return index
    last = index + 1
    while last < len(prose.words) - 1 and prose.is_capital(last):
        last += 1
    return last


def _end(prose: Prose, sentence: Sentence, start: int) -> int:
    """Where the words said end: before the marks that end the sentence."""
    last = sentence.last
    while last > start and prose.words[last - 1].text in '.!?;"”»“':
        last -= 1
    return last


def _is_open(prose: Prose, sentence: Sentence, before: tuple[int, int]) -> bool:
    """True where a quotation stands in `before`: the words go on behind the verb."""
    start, end = prose.starts[before[0]], prose.ends[before[1] - 1]
    return any(
        quote.start >= start - 1 and quote.end <= end + 1 and quote.end - quote.start > 20 for quote in sentence.quotes
    )


def _before(prose: Prose, sentence: Sentence, stop: int) -> tuple[int, int]:
    """What stands before the speaker, if it is words said and not a mere `On Monday,`; none across a semicolon."""
    first, last = sentence.first, stop
    if last > first and prose.words[last - 1].text == ";":
        return last, last
    while last > first and (
        prose.words[last - 1].text in ',–—-"”»“'
        or prose.is_any(last - 1, ("that", "article"))
        or "clause" in prose.sorts[last - 1]
    ):
        last -= 1
    while first < last and prose.words[first].text in '“"„«–—-':
        first += 1
    return first, _without_auxiliary(prose, first, last)


def words_behind(prose: Prose, sentence: Sentence, verb: Mark) -> tuple[int, int]:
    """`…, adding that 150 would follow`: what is said by a participle stands behind it."""
    words, _ = _after(prose, sentence, verb, verb.last)
    first = max(words[0], verb.last)
    return (first, words[1]) if words[1] - first >= SHORTEST else (verb.last, _end(prose, sentence, verb.last))


def _without_auxiliary(prose: Prose, first: int, last: int) -> int:
    """`“…”, u shpreh ajo`: the auxiliary behind what is said belongs to the verb."""
    if last - first < SHORTEST or "aux" not in prose.sorts[last - 1]:
        return last
    stop = last - 1
    while stop > first and prose.words[stop - 1].text in ',”“"»':
        stop -= 1
    return stop if stop < last - 1 else last


def _after(prose: Prose, sentence: Sentence, verb: Mark, start: int) -> tuple[tuple[int, int], bool]:
    """The words behind the verb that are said, and whether `that`, a colon or quotation marks tell so."""
    last = _end(prose, sentence, start)
    if is_not_held(prose, verb):
        return (_with_not(prose, verb.first), last), True
    for index in range(start, min(last, start + THAT)):
        if prose.words[index].text not in '“„«"‘:' and _TELLING.isdisjoint(prose.sorts[index]):
            continue
        if "say" in prose.sorts[index] and not prose.quoted[index]:
            break
        if "that.that" in prose.sorts[index] and not prose.quoted[index] and not _is_pronoun(prose, start, index):
            is_subject = "aux" in prose.sorts[index + 1]
            return _trimmed(prose, index + (not is_subject), last), True
        if prose.words[index].text in '“„«"‘' and any(quote.start == prose.ends[index] for quote in sentence.quotes):
            return (_quote_start(prose, verb, start, index), last), True
        if prose.words[index].text == ":":
            if _says_so_before(prose, verb, start, index):
                break
            return _trimmed(prose, index + 1, last), True
    return _bare(prose, verb, start, last), False


def _says_so_before(prose: Prose, verb: Mark, start: int, colon: int) -> bool:
    """`says it has nothing to do with that: they were sent for a year`: a clause, and another behind the colon."""
    is_quoted = colon + 1 < len(prose.words) and prose.words[colon + 1].text in '“„«"'
    return not is_quoted and "plain" in prose.sorts[verb.first] and prose.any_in(range(start, colon), "aux")


def _is_pronoun(prose: Prose, start: int, index: int) -> bool:
    """`a cut of that size`, `said on Monday, a step that`: `said she was sure that`: it begins no clause said."""
    if prose.is_any(index - 1, ("counts.share", "apart.places")):
        return True
    if "aux" in prose.sorts[index + 1] and prose.any_in(range(start, index), "article.indefinite"):
        return True
    commas = [place for place in range(start, index) if prose.words[place].text == ","]
    if commas:
        return commas[-1] != index - 1
    if all("aux" in prose.sorts[place] or prose.words[place].folded.endswith("ly") for place in range(start, index)):
        return False
    plain = not (prose.lexicon.drops_pronouns or prose.lexicon.says_behind_comma)
    return plain and prose.any_in(range(start + 1, index), "aux", "in_time")


def _bare(prose: Prose, verb: Mark, start: int, last: int) -> tuple[int, int]:
    """A bare clause behind `said on Monday`; with other verbs, what is done by saying: `thanked the government`."""
    if start < last and prose.words[start].text == "," and not prose.lexicon.says_behind_comma:
        return start, start
    if "plain" not in prose.sorts[verb.first] and "as_saying" not in prose.sorts[verb.last - 1]:
        return (_with_not(prose, verb.first), last) if last - start >= SHORTEST - 1 else (start, start)
    first = _over_setting(prose, start, last)
    if first < last and prose.words[first].text == ",":
        return (first + 1, last) if prose.lexicon.says_behind_comma else (start, start)
    return first, last


def _with_not(prose: Prose, first: int) -> int:
    """`did not rule out` is said to be done, not `rule out`."""
    if first == 0 or "not" not in prose.sorts[first - 1]:
        return first
    return first - 2 if first > 1 and "aux" in prose.sorts[first - 2] else first - 1


def _over_setting(prose: Prose, start: int, last: int) -> int:
    """Over `on Monday in Pristina`, `in an interview`, `on condition of anonymity` behind a verb.

    Where no verb follows, `after a long session` is all of it.
    """
    first = start
    while first < last and "qualifier" not in prose.sorts[first]:
        if (aside := prose.is_a(first, "channel", "unnamed.marker")) is not None and aside.first == first:
            first = aside.last
        elif prose.is_any(first, ("media", "apart")):
            first += 1
        else:
            break
        while first < last and _is_name_or_date(prose, first):
            first += 1
    is_all = prose.is_any(start, ("as_of", "clause")) and not any(
        prose.is_any(index, _VERBS) or prose.quoted[index] for index in range(first, last)
    )
    return last if is_all else min(first, last)


def _is_name_or_date(prose: Prose, index: int) -> bool:
    """`on 3 April`, `to Koha Ditore`; not `on Monday | 120 soldiers`."""
    text = prose.words[index].text
    if text[0].isdigit():
        return not prose.any_in(range(index + 1, min(len(prose.words), index + COUNTED)), "person", "contingent")
    return text[0].isupper() and not prose.is_any(index, ("force", "parent", "body", "nation"))


def _trimmed(prose: Prose, first: int, last: int) -> tuple[int, int]:
    while first < last and prose.words[first].text in '“”"„«»,:–—':
        first += 1
    return first, last


def _quote_start(prose: Prose, verb: Mark, start: int, quote: int) -> int:
    """`there is “no change”` begins before the mark; `on Monday in Pristina: “We` with it."""
    if "plain" in prose.sorts[verb.first] and (
        quote == start or prose.words[quote - 1].text in ",:" or prose.is_any(start, ("apart", "media"))
    ):
        return quote + 1
    return start if "plain" in prose.sorts[verb.first] else verb.first
