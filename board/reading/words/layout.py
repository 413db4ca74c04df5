"""What stands around the sentences of a page: place lines before them, headings and links between them."""

from __future__ import annotations

from board.reading.words.prose import Prose, Sentence

DATELINE = 14
"""Words of the longest place line: `MITROVICA, Serbia and Montenegro (AP) --`."""
PARAGRAPHS = 3
"""Paragraphs from which on a text may have headings."""
_ENDS = frozenset('.!?…:;"”»“)')


def without_dateline(prose: Prose, sentence: Sentence) -> Sentence:
    """`sentence` without `PRISTINA, July 6 -` before it."""
    first, words = sentence.first, prose.words
    is_long = first + 2 < sentence.last
    if is_long and "stands_for" in prose.sorts[first] and _is_dash(prose, first + 1):
        return sentence.since(first + 2)
    if not (words[first].text.isupper() and len(words[first].text) > 1):
        return sentence
    for index in range(first + 1, min(sentence.last - 1, first + DATELINE)):
        if _is_dash(prose, index):
            begin = index + 1
            while begin < sentence.last - 1 and words[begin].text in "-–—":
                begin += 1
            return sentence.since(begin)
        if prose.is_any(index, ("say", "aux")):
            break
    return sentence


def _is_dash(prose: Prose, index: int) -> bool:
    return prose.words[index].text in "-–—" and not prose.touches(index)


def headings_of(prose: Prose) -> frozenset[int]:
    """Sentences, by their first word, that end without a point; none in a text that does without points."""
    found = frozenset(
        sentence.first
        for sentence in prose.sentences
        if prose.words[sentence.last - 1].text not in _ENDS and not prose.quoted[sentence.first]
    )
    last = prose.sentences[-1].paragraph if prose.sentences else 0
    words = sum(sentence.last - sentence.first for sentence in prose.sentences if sentence.first in found)
    is_page = last + 1 >= PARAGRAPHS and words * 2 <= len(prose.words)
    return found if is_page else frozenset()
