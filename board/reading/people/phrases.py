"""Where the words stand that tell who speaks: before the verb, behind it, or behind `according to`."""

from __future__ import annotations

from typing import Final

from board.reading.people.beside import goes_on_behind, over_place
from board.reading.people.bounds import STOPS, bounds, ends, is_of_abbreviation
from board.reading.words.lexicon import Mark
from board.reading.words.names import name_at, over_rank
from board.reading.words.prose import Prose, Sentence

PHRASE: Final = 30
"""Words a speaker is looked for in, on either side of the verb."""
ISSUING: Final = 5
"""Words of `issued a joint press statement`."""
APPOSITION: Final = 14
"""Words of the longest description behind a name."""
_VERBS: Final = ("aux", "tense", "stance", "counts.have", "counts.verb")
"""What a clause has and what is only said of a document, `a list on the website`, has not."""


def is_nominal(prose: Prose, index: int) -> bool:
    """A word of a name or a description, not of a whole clause."""
    if prose.is_capital(index) or not prose.words[index].text[0].isalpha() or prose.words[index].folded == "'s":
        return True
    return prose.is_any(
        index,
        ("article", "role", "unnamed", "body", "force", "parent", "document", "origin", "media", "nation", "where"),
    )


def subject_before(prose: Prose, begin: int, verb: int) -> tuple[int, int]:
    """The words before the verb that may tell its subject, over adverbs and what stands between commas."""
    end = verb
    while end > begin and (prose.is_any(end - 1, ("aux", "not")) or _is_adverb(prose, end - 1)):
        end -= 1
    end = index = _before_issuing(prose, begin, end)
    while index > begin and end - index < PHRASE and not bounds(prose, index - 1):
        if prose.words[index - 1].text != ",":
            index -= 1
        elif not tells_somebody(prose, index, end):
            index = min(index - 1, over_comma(prose, begin, index - 1))
        elif _is_in_relative(prose, index, end):
            index -= 1
        else:
            break
    return index, end


def _before_issuing(prose: Prose, begin: int, end: int) -> int:
    """Before `issued a joint statement`, which says what its subject says."""
    if "document" not in prose.sorts[end - 1]:
        return end
    near = range(max(begin, end - ISSUING), end)
    return next((index for index in near if "issues" in prose.sorts[index]), end)


def _is_in_relative(prose: Prose, first: int, end: int) -> bool:
    """`Ilic, | who sits on the board of the party, Lista, said`: what stands before the relative clause speaks."""
    return prose.words[end - 1].text == "," and "relative.who" in prose.sorts[first]


def past_setting(prose: Prose, first: int, last: int) -> int:
    """Past `At Monday's meeting` before `the Russian ambassador`: what tells only where and when."""
    if last - first < 3 or "apart.places" not in prose.sorts[first]:
        return first
    commas = (index for index in range(first, last - 1) if prose.words[index].text == ",")
    asides = (comma for comma in commas if prose.is_any(comma + 1, ("relative.who", "article.definite", "made.a")))
    stop = next(asides, last)
    for index in range(stop - 1, first + 1, -1):
        if "article" in prose.sorts[index] and not prose.is_any(
            index - 1, ("apart.places", "origin", "where", "article")
        ):
            return index if tells_somebody(prose, index, last) else first
    return first


def _is_adverb(prose: Prose, index: int) -> bool:
    return prose.lexicon.language == "en" and prose.words[index].folded.endswith("ly") and not prose.sorts[index]


def over_comma(prose: Prose, begin: int, comma: int) -> int:
    """Back over an apposition or a relative clause between two commas, which may have a comma of its own."""
    first = _comma_before(prose, begin, comma)
    if first - begin > 2 and prose.words[first - 1].text.isdigit() and prose.words[first - 2].text == ",":
        return first - 2
    before = _comma_before(prose, begin, first) if first < comma else first
    if before < first and _is_description(prose, before + 1, first) and _ends_name(prose, begin, before):
        return before
    return first


def _comma_before(prose: Prose, begin: int, comma: int) -> int:
    """The comma before another in the same phrase; `comma` itself where none is."""
    index = comma
    while (
        index > begin
        and comma - index < PHRASE
        and prose.words[index - 1].text != ","
        and (prose.words[index - 1].text not in STOPS or is_of_abbreviation(prose, index - 1))
    ):
        index -= 1
    return index - 1 if index > begin and prose.words[index - 1].text == "," else comma


def _is_description(prose: Prose, first: int, last: int) -> bool:
    """`a platoon leader with the 1st Battalion`: begins with an article or a role, and has a role."""
    return prose.is_any(first, ("article", "role")) and prose.any_in(range(first, last), "role")


def _ends_name(prose: Prose, begin: int, last: int) -> bool:
    return last - begin > 1 and all(
        prose.is_capital(index) and not prose.sorts[index] for index in (last - 1, last - 2)
    )


def tells_somebody(prose: Prose, first: int, last: int) -> bool:
    """Whether some of the words may name or describe whoever speaks."""
    return any(
        prose.is_any(
            index,
            ("pronoun", "role", "unnamed", "force", "parent", "body", "media", "document", "stands_for", "nation"),
        )
        or (prose.is_capital(index) and not prose.sorts[index])
        or ("one_of" in prose.sorts[index] and ends(prose, min(index + 1, len(prose.words) - 1)))
        for index in range(first, last)
    )


def subject_behind(prose: Prose, sentence: Sentence, first: int) -> tuple[int, int]:
    """The words after the verb that may tell its subject: `said the official`."""
    while first < sentence.last and "aux" in prose.sorts[first] and "pronoun" not in prose.sorts[first]:
        first += 1
    if prose.lexicon.drops_pronouns:
        first = over_place(prose, first, sentence.last)
    last = first
    while last < min(sentence.last, first + PHRASE):
        if ends(prose, last) or prose.is_any(last, ("that", "clause", "say")) or bounds(prose, last):
            break
        if prose.is_any(last, ("apart", "apart.dates")) and last > first and not goes_on_behind(prose, last):
            break
        last += 1
    if first < last and prose.is_any(first, ("apart", "that")):
        return first, first
    if (sender := _sender(prose, sentence, last)) is not None:
        return sender
    return first, _with_apposition(prose, sentence, first, last)


def _sender(prose: Prose, sentence: Sentence, that: int) -> tuple[int, int] | None:
    """`reads the reply that the press office sent to us`: who gave out what is written."""
    if that + 1 >= sentence.last or not ("that" in prose.sorts[that] and "document" in prose.sorts[that - 1]):
        return None
    near = range(that + 1, min(sentence.last, that + APPOSITION))
    sent = next((index for index in near if "issues" in prose.sorts[index]), that + 1)
    return (that + 1, sent) if sent > that + 1 else None


def _with_apposition(prose: Prose, sentence: Sentence, first: int, comma: int) -> int:
    """`said John Smith, a spokesman for the mission`: the role behind the comma belongs to the name."""
    if comma + 2 >= sentence.last or prose.words[comma].text != ",":
        return comma
    if prose.is_capital(comma + 1) and prose.any_in(range(first, comma), "role"):
        name = name_at(prose, over_rank(prose, comma + 1), sentence.last)
        return name.last if name is not None else comma
    if not prose.is_any(comma + 1, ("article", "role", "once")):
        return comma
    last = comma + 1
    while (
        last < min(sentence.last, comma + APPOSITION)
        and not ends(prose, last)
        and not prose.is_any(last, ("say", "clause", "that.that"))
    ):
        last += 1
    return last if prose.any_in(range(comma + 1, last), "role") else comma


def _with_closed_apposition(prose: Prose, sentence: Sentence, first: int, comma: int) -> int:
    """`According to Rossi, the commander of KFOR, …`, `…, who commands KFOR, …`: another comma ends it."""
    last = _with_apposition(prose, sentence, first, comma)
    if comma + 1 < sentence.last and "relative.who" in prose.sorts[comma + 1]:
        stop = min(sentence.last, comma + APPOSITION)
        return next((index for index in range(comma + 1, stop) if prose.words[index].text == ","), comma)
    is_closed = last < sentence.last and prose.words[last].text == ","
    is_clause = prose.any_in(range(comma, last), "aux", "counts.have", "tense")
    return last if is_closed and not is_clause else comma


def end_of_source(prose: Prose, sentence: Sentence, mark: Mark) -> int:
    """To the comma; where it begins the sentence not beyond the name: `according to the report the mission has`."""
    stop = min(sentence.last, mark.last + PHRASE)
    comma = next(
        (index for index in range(mark.last, stop) if prose.words[index].text in ",;:" or _closes(prose, mark, index)),
        stop,
    )
    if mark.first == sentence.first:
        last = end_of_name(prose, mark.last, comma)
        is_written = last < comma and ("document" in prose.sorts[last - 1] or "data" in prose.sorts[last])
        if is_written and not prose.any_in(range(last, comma), *_VERBS):
            return comma
        return _with_closed_apposition(prose, sentence, mark.last, last) if last == comma else last
    return _with_apposition(prose, sentence, mark.last, comma)


def _closes(prose: Prose, source: Mark, index: int) -> bool:
    """Where whoever is told ends, at the latest: `learned from a source close to KFOR that …`."""
    return ends(prose, index) or (source.value == "cited" and "that.that" in prose.sorts[index])


def end_of_name(prose: Prose, first: int, stop: int) -> int:
    """Where the words that tell somebody end, from word `first` on."""
    seen = False
    for index in range(first, stop):
        if seen and (prose.words[index].text in '“”»"' or not _goes_on_name(prose, index, stop)):
            return index
        seen = seen or tells_somebody(prose, index, index + 1)
    return stop


def _goes_on_name(prose: Prose, index: int, stop: int) -> bool:
    """`report | of the army`; `the` without such a word begins a clause: `report of 14 March | the army has`."""
    if "article.definite" in prose.sorts[index] and not prose.is_any(
        index - 1, ("origin", "where", "issued_by", "name_joins")
    ):
        return False
    if prose.is_any(index, ("article", "origin", "where", "issued_by")) and not prose.is_any(
        index, ("role", "unnamed", "body")
    ):
        return index + 1 < stop and (prose.is_capital(index + 1) or is_nominal(prose, index + 1))
    return is_nominal(prose, index) or prose.is_any(index, ("pronoun", "person", "force", "parent"))
