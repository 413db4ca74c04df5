"""What stands between two commas and is told besides: it is passed over on the way back from a number."""

from __future__ import annotations

from typing import Final

from board.reading.words.prose import Prose

ASIDE: Final = 20
"""Words of the longest relative clause between commas that is passed over."""


def back_over_aside(prose: Prose, first: int, index: int) -> int:
    """The word before `, whose general led KFOR until last year,` where such an aside ends at `index`; else `index`."""
    if prose.words[index].text != ",":
        return index
    for begin in range(index - 1, max(first, index - ASIDE), -1):
        if prose.words[begin].text in ",;.":
            return index
        if prose.words[begin - 1].text == "," and (
            "relative.who" in prose.sorts[begin]
            or is_with(prose, begin)
            or _is_apposition(prose, begin)
            or prose.is_any(begin, ("according", "counts.by"))
            or ("where" in prose.sorts[begin] and "relative.who" in prose.sorts[begin + 1])
        ):
            return begin - 1
    return index


def _is_apposition(prose: Prose, index: int) -> bool:
    """`Italy, one of the founders of the mission,`."""
    opens = "article" in prose.sorts[index] or prose.words[index].folded in prose.lexicon.numbers
    return opens and prose.is_any(index - 2, ("nation", "stands_for"))


def is_with(prose: Prose, index: int) -> bool:
    """`with`, which gives a number like a verb, and is none."""
    return "counts.have" in prose.sorts[index] and "apart.places" in prose.sorts[index]
