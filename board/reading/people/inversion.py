"""Whether the speaker stands behind the verb of saying: `…, said the official`."""

from __future__ import annotations

from board.reading.people.beside import over_place
from board.reading.people.phrases import PHRASE, is_nominal, over_comma, past_setting, tells_somebody
from board.reading.words.lexicon import Mark
from board.reading.words.names import name_at, over_rank
from board.reading.words.prose import Prose, Sentence


def is_inverted(prose: Prose, sentence: Sentence, verb: Mark) -> bool:
    """`…, said the official`: what is said ends right before the verb and somebody stands right after it."""
    if verb.first == sentence.first or prose.words[verb.first - 1].text not in ',”“"»–—' or verb.last >= sentence.last:
        return False
    if _has_object(prose, verb) or _is_apposition(prose, sentence, verb.first - 1):
        return False
    after = verb.last
    while prose.is_any(after, ("article", "aux")) and "that" not in prose.sorts[after] and after + 1 < sentence.last:
        after += 1
    if prose.lexicon.drops_pronouns:
        after = over_place(prose, after, sentence.last)
    return tells_somebody(prose, after, after + 1) and "apart" not in prose.sorts[after]


def may_be_inverted(prose: Prose, sentence: Sentence, verb: Mark) -> bool:
    """Where a language puts the subject behind the verb at will, or the verb begins or follows what is said."""
    before = verb.first - 1
    if prose.lexicon.drops_pronouns or before < sentence.first:
        return True
    return prose.words[before].text in ',”“"»–—' and not _has_object(prose, verb)


def _has_object(prose: Prose, verb: Mark) -> bool:
    """`told reporters`; but `“…,” warned the analyst`: right behind a quotation the one who speaks stands."""
    behind_quote = verb.first > 0 and prose.words[verb.first - 1].text in '”“"»'
    return "told" in prose.sorts[verb.first] and not (behind_quote and "opinion" in prose.sorts[verb.first])


def _is_apposition(prose: Prose, sentence: Sentence, comma: int) -> bool:
    """Whether what stands between two commas before a verb is said of a name before them: `Rutte, the head, said`."""
    if prose.words[comma].text != ",":
        return False
    first = over_comma(prose, sentence.first, comma)
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
        and tells_somebody(prose, start, first)
        and all(is_nominal(prose, index) for index in range(start, first))
    )


def _is_name(prose: Prose, first: int, last: int) -> bool:
    name = name_at(prose, over_rank(prose, first), last)
    return name is not None and name.last == last
