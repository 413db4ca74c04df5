"""Where sentences begin and end: outside quotation marks, never across a line end."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from board.reading.words.quotes import Quote

_END = re.compile(r"[.!?…\n](?:(?<=\n)\n*|[.!?…]{0,3}[\"”’»“'\])]{0,3}(?=\s|$))")
_NEXT = re.compile(r"\s*[\"“„«»‘(\[–—-]{0,3}\s?")
_LAST_WORD = re.compile(r"(?<![\w.])[\w.]++$")
_QUESTION_QUOTED = re.compile(r"[!?][\"”’»“]")
_INITIALS = re.compile(r"(?:\w\.)+\w")
_PLATFORM = "X"
"""Ends a sentence more often than it begins a name: `he wrote on X.`"""
LONGEST_ABBREVIATION = 12


class Stretch:
    """One sentence: its characters and the paragraph it stands in."""

    __slots__ = ("end", "paragraph", "start")

    def __init__(self, start: int, end: int, paragraph: int) -> None:
        self.start, self.end, self.paragraph = start, end, paragraph


def sentences_of(text: str, quotes: list[Quote], abbreviations: frozenset[str]) -> Iterator[Stretch]:
    """The sentences of `text` in order, without the space around them."""
    starts = [quote.start for quote in quotes]
    begin = paragraph = 0
    for match in _END.finditer(text):
        start, end = match.span()
        ended = text[start] == "\n"
        if not ended and (_inside(start, quotes, starts) or not _is_end(text, start, end, abbreviations)):
            continue
        if (found := _stripped(text, begin, start if ended else end, paragraph)) is not None:
            yield found
        begin = end
        paragraph += ended
    if (found := _stripped(text, begin, len(text), paragraph)) is not None:
        yield found


def _stripped(text: str, start: int, end: int, paragraph: int) -> Stretch | None:
    """What stands between two places without the space around it; `None` where that is nothing."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Stretch(start, end, paragraph) if start < end else None


def _inside(place: int, quotes: list[Quote], starts: list[int]) -> bool:
    """True in the midst of a quotation; its very last mark ends the sentence around it too."""
    index = bisect_right(starts, place) - 1
    return index >= 0 and place < quotes[index].end - 1


def _is_end(text: str, start: int, end: int, abbreviations: frozenset[str]) -> bool:
    """Whether a sentence ends with the marks between two places."""
    following = _NEXT.match(text, end)
    place = following.end() if following else end
    if place >= len(text):
        return True
    if not (text[place].isupper() or text[place].isdigit()):
        return False
    if end - start > 1:
        return not _QUESTION_QUOTED.match(text, start)
    return text[start] != "." or not _is_abbreviated(text[max(0, start - LONGEST_ABBREVIATION) : start], abbreviations)


def _is_abbreviated(before: str, abbreviations: frozenset[str]) -> bool:
    word = before[before.rfind(" ") + 1 :]
    if not word.isalnum():
        last = _LAST_WORD.search(before)
        word = last.group() if last else ""
    if len(word) == 1 and word.isupper() and word != _PLATFORM:
        return True
    return word.lower() in abbreviations or ("." in word and _INITIALS.fullmatch(word) is not None)
