"""Where the words stand that tell who speaks: before the verb, behind it, or behind `according to`."""

from __future__ import annotations

from board.reading.beside import goes_on_behind, over_place
from board.reading.lexicon import Mark
from board.reading.names import name_at, over_rank
from board.reading.prose import Prose, Sentence

PHRASE = 30
"""Words a speaker is looked for in, on either side of the verb."""
ABBREVIATION = 8
"""Words and points of the longest name in parentheses: `(D-N.H.)`, `(Social Democratic Party)`."""
APPOSITION = 14
"""Words of the longest description behind a name."""
_STOPS = frozenset(';:“”„«»"()—–')


def is_inverted(prose: Prose, sentence: Sentence, verb: Mark) -> bool:
    """`…, said the official`: what is said ends right before the verb and somebody stands right after it."""
    if verb.first == sentence.first or prose.words[verb.first - 1].text not in ',”“"»–—' or verb.last >= sentence.last:
        return False
    if _has_object(prose, verb) or _is_apposition(prose, sentence, verb.first - 1):
        return False
    after = verb.last
    while prose.is_a(after, "article", "aux") and not prose.is_a(after, "that") and after + 1 < sentence.last:
        after += 1
    if prose.lexicon.drops_pronouns:
        after = over_place(prose, after, sentence.last)
    return _tells_somebody(prose, after, after + 1) and not prose.is_a(after, "apart")


def may_be_inverted(prose: Prose, sentence: Sentence, verb: Mark) -> bool:
    """Where a language puts the subject behind the verb at will, or the verb begins or follows what is said."""
    before = verb.first - 1
    if prose.lexicon.drops_pronouns or before < sentence.first:
        return True
    return prose.words[before].text in ',”“"»–—' and not _has_object(prose, verb)


def _has_object(prose: Prose, verb: Mark) -> bool:
    """`told reporters`; but `“…,” warned the analyst`: right behind a quotation the one who speaks stands."""
    behind_quote = verb.first > 0 and prose.words[verb.first - 1].text in '”“"»'
    return prose.is_a(verb.first, "told") is not None and not (behind_quote and prose.is_a(verb.first, "opinion"))


def _is_apposition(prose: Prose, sentence: Sentence, comma: int) -> bool:
    """Whether what stands between two commas before a verb is said of a name before them: `Rutte, the head, said`."""
    if prose.words[comma].text != ",":
        return False
    first = _over_comma(prose, sentence.first, comma)
    if first == comma:
        return False
    start = first
    while start > sentence.first and first - start < PHRASE and prose.words[start - 1].text not in ',.:;”“"»':
        start -= 1
    start = past_setting(prose, start, first)
    if prose.any_in(range(start, first), "role") and _is_name(prose, first + 1, comma):
        return True
    return (
        start < first
        and _tells_somebody(prose, start, first)
        and all(is_nominal(prose, index) for index in range(start, first))
    )


def _is_name(prose: Prose, first: int, last: int) -> bool:
    name = name_at(prose, over_rank(prose, first), last)
    return name is not None and name.last == last


def is_nominal(prose: Prose, index: int) -> bool:
    """A word of a name or a description, not of a whole clause."""
    if prose.is_capital(index) or not prose.words[index].text[0].isalpha() or prose.words[index].folded == "'s":
        return True
    return (
        prose.is_a(
            index,
            "article",
            "role",
            "unnamed",
            "body",
            "force",
            "parent",
            "document",
            "origin",
            "media",
            "nation",
            "where",
        )
        is not None
    )


def subject_before(prose: Prose, begin: int, verb: int) -> tuple[int, int]:
    """The words before the verb that may tell its subject, over adverbs and what stands between commas."""
    end = verb
    while end > begin and (prose.is_a(end - 1, "aux", "not") or _is_adverb(prose, end - 1)):
        end -= 1
    index = end
    if end > begin and prose.words[end - 1].text == ",":
        index = _over_comma(prose, begin, end - 1)
    while index > begin and end - index < PHRASE and not _bounds(prose, index - 1):
        if prose.words[index - 1].text == "," and _tells_somebody(prose, index, end):
            break
        index -= 1
    return index, end


def past_setting(prose: Prose, first: int, last: int) -> int:
    """Past `At Monday's meeting` before `the Russian ambassador`: what tells only where and when."""
    if last - first < 3 or not prose.is_a(first, "apart.places"):
        return first
    for index in range(last - 1, first + 1, -1):
        if prose.is_a(index, "article") and not prose.is_a(index - 1, "apart.places", "origin", "where", "article"):
            return index if _tells_somebody(prose, index, last) else first
    return first


def _is_adverb(prose: Prose, index: int) -> bool:
    return prose.lexicon.language == "en" and prose.words[index].folded.endswith("ly") and not prose.sorts[index]


def _over_comma(prose: Prose, begin: int, comma: int) -> int:
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
        and (prose.words[index - 1].text not in _STOPS or _is_of_abbreviation(prose, index - 1))
    ):
        index -= 1
    return index - 1 if index > begin and prose.words[index - 1].text == "," else comma


def _is_description(prose: Prose, first: int, last: int) -> bool:
    """`a platoon leader with the 1st Battalion`: begins with an article or a role, and has a role."""
    return prose.is_a(first, "article", "role") is not None and prose.any_in(range(first, last), "role")


def _ends_name(prose: Prose, begin: int, last: int) -> bool:
    return last - begin > 1 and all(
        prose.is_capital(index) and not prose.sorts[index] for index in (last - 1, last - 2)
    )


def _bounds(prose: Prose, index: int) -> bool:
    if not prose.sorts[index] and prose.words[index].text.isalpha():
        return False
    if prose.words[index].text in "()" and _is_of_abbreviation(prose, index):
        return False
    if prose.words[index].text in _STOPS or (prose.words[index].text in ".!?" and _ends(prose, index)):
        return prose.words[index].text not in ("“", "„", '"', "«", "”", "»") or not _around_name(prose, index)
    if prose.is_a(index, "coordinate") and _joins_names(prose, index):
        return False
    return prose.is_a(index, "that", "clause") is not None and not prose.is_a(index, "in_phrase")


def _is_of_abbreviation(prose: Prose, index: int) -> bool:
    """`Centre for Security Studies (KCSS)`, `Ana Bell (45)`: a name or an age in parentheses belongs to the phrase."""
    step, other = (1, ")") if prose.words[index].text == "(" else (-1, "(")
    inside = index + step
    while 0 <= inside < len(prose.words) and abs(inside - index) < ABBREVIATION and _is_short(prose, inside):
        inside += step
    return 0 <= inside < len(prose.words) and prose.words[inside].text == other and abs(inside - index) > 1


def _is_short(prose: Prose, index: int) -> bool:
    word = prose.words[index].text
    return prose.is_capital(index) or word in ".-–/" or word.isdigit() or prose.is_a(index, "name_joins") is not None


def _joins_names(prose: Prose, index: int) -> bool:
    """`the EU and the United States`: both sides are names, or offices, and no clause ends between them."""
    after = index + 1
    if prose.is_a(index - 1, "role") and prose.is_a(after, "role"):
        return True
    if prose.is_a(index - 2, "origin") and prose.is_capital(index - 1) and prose.is_capital(after):
        return True
    while after < len(prose.words) and prose.is_a(after, "article"):
        after += 1
    return after < len(prose.words) and all(
        prose.is_capital(place) and prose.is_a(place, "force", "parent", "body", "nation", "stands_for")
        for place in (index - 1, after)
    )


def _around_name(prose: Prose, index: int) -> bool:
    """Marks around a name of one or two words, `“Politico“`, quote nobody."""
    return any(prose.is_a(near, "media") for near in (index - 1, index + 1) if 0 <= near < len(prose.words))


def _tells_somebody(prose: Prose, first: int, last: int) -> bool:
    return any(
        prose.is_a(
            index, "pronoun", "role", "unnamed", "force", "parent", "body", "media", "document", "stands_for", "nation"
        )
        or (prose.is_capital(index) and not prose.sorts[index])
        for index in range(first, last)
    )


def subject_behind(prose: Prose, sentence: Sentence, first: int) -> tuple[int, int]:
    """The words after the verb that may tell its subject: `said the official`."""
    while first < sentence.last and prose.is_a(first, "aux") and not prose.is_a(first, "pronoun"):
        first += 1
    if prose.lexicon.drops_pronouns:
        first = over_place(prose, first, sentence.last)
    last = first
    while last < min(sentence.last, first + PHRASE):
        if _ends(prose, last) or prose.is_a(last, "that", "clause", "say") or _bounds(prose, last):
            break
        if prose.is_a(last, "apart", "apart.dates") and last > first and not goes_on_behind(prose, last):
            break
        last += 1
    if first < last and prose.is_a(first, "apart", "that"):
        return first, first
    return first, _with_apposition(prose, sentence, first, last)


def _with_apposition(prose: Prose, sentence: Sentence, first: int, comma: int) -> int:
    """`said John Smith, a spokesman for the mission`: the role behind the comma belongs to the name."""
    if comma + 2 >= sentence.last or prose.words[comma].text != ",":
        return comma
    if prose.is_capital(comma + 1) and prose.any_in(range(first, comma), "role"):
        name = name_at(prose, over_rank(prose, comma + 1), sentence.last)
        return name.last if name is not None else comma
    if not prose.is_a(comma + 1, "article", "role", "once"):
        return comma
    last = comma + 1
    while (
        last < min(sentence.last, comma + APPOSITION)
        and not _ends(prose, last)
        and not prose.is_a(last, "say", "clause", "that.that")
    ):
        last += 1
    return last if prose.any_in(range(comma + 1, last), "role") else comma


def _ends(prose: Prose, index: int) -> bool:
    """A mark at which a phrase ends; the point of `Lt. Col.` is none."""
    text = prose.words[index].text
    if text == "." and index:
        before = prose.words[index - 1]
        return not (before.folded in prose.lexicon.abbreviations or len(before.text) == 1)
    return text in ",;:!?()"


def end_of_source(prose: Prose, sentence: Sentence, mark: Mark) -> int:
    """To the comma; where it begins the sentence not beyond the name: `according to the report the mission has`."""
    stop = min(sentence.last, mark.last + PHRASE)
    comma = next(
        (index for index in range(mark.last, stop) if prose.words[index].text in ",;:" or _ends(prose, index)), stop
    )
    if mark.first == sentence.first:
        return end_of_name(prose, mark.last, comma)
    return _with_apposition(prose, sentence, mark.last, comma)


def end_of_name(prose: Prose, first: int, stop: int) -> int:
    """Where the words that tell somebody end, from word `first` on."""
    seen = False
    for index in range(first, stop):
        if seen and (prose.words[index].text in '“”»"' or not _goes_on_name(prose, index, stop)):
            return index
        seen = seen or _tells_somebody(prose, index, index + 1)
    return stop


def _goes_on_name(prose: Prose, index: int, stop: int) -> bool:
    """`report | of the army`; `the` without such a word begins a clause: `report of 14 March | the army has`."""
    if prose.is_a(index, "article.definite") and not prose.is_a(
        index - 1, "origin", "where", "issued_by", "name_joins"
    ):
        return False
    if prose.is_a(index, "article", "origin", "where", "issued_by") and not prose.is_a(
        index, "role", "unnamed", "body"
    ):
        return index + 1 < stop and (prose.is_capital(index + 1) or is_nominal(prose, index + 1))
    return is_nominal(prose, index) or prose.is_a(index, "pronoun", "person", "force", "parent") is not None
