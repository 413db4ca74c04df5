"""The line: runs of text, each with its ink, and how to fit, wrap and join them by cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from rich.cells import cell_len, chop_cells, set_cell_size

from board.shapes import Line

ELLIPSIS = "…"
_LOOSE = " ·;,:(→←"
"""What joins words to what follows them: where that is cut away, it goes too."""
_LEAST_WORDS = 6
_TAB = "    "
_JOINER = "\u200d"
"""At either end of a text it would join the text to what stands beside it."""


class Run(NamedTuple):
    """Text of one meaning. `ink` is a tone of `board.shapes.Tone` or one of the face's own (`rule`, `head`, …)."""

    text: str
    ink: str = "plain"


Runs = tuple[Run, ...]


class Drawn(NamedTuple):
    """One line of a panel or page."""

    runs: Runs = ()
    item: int | None = None
    """Index of the row, entry or rung it belongs to, which the cursor goes by; `None` for rules and notes."""


def inked(line: Line) -> Runs:
    """The spans of a shape as runs."""
    return tuple(Run(span.text, span.tone.value) for span in line)


def width_of(runs: Iterable[Run]) -> int:
    """Cells they take."""
    return sum(cell_len(run.text) for run in runs)


def fit(text: str, width: int, *, right: bool = False) -> str:
    """`text` in exactly `width` cells: padded, or cut with an ellipsis."""
    if width <= 0:
        return ""
    text = text.strip(_JOINER)
    length = cell_len(text)
    if length > width:
        cut = _cut(text, width)
        return cut + " " * (width - cell_len(cut))
    return " " * (width - length) + text if right else text + " " * (width - length)


def crop(runs: Sequence[Run], width: int) -> Runs:
    """The runs in at most `width` cells; what is cut off is marked with an ellipsis."""
    if width_of(runs) <= width:
        return tuple(runs)
    kept: list[Run] = []
    room = width - 1
    for run in runs:
        length = cell_len(run.text)
        kept.append(run if length <= room else Run(set_cell_size(run.text, max(0, room)), run.ink))
        room -= length
        if room <= 0:
            break
    return _with_ellipsis(kept) if width > 0 else ()


def _with_ellipsis(runs: list[Run]) -> Runs:
    """An ellipsis behind the last word; what would join it to a next one goes."""
    ink = runs[-1].ink if runs else "plain"
    while runs and not (text := runs[-1].text.rstrip(_LOOSE)):
        runs.pop()
    if not runs:
        return (Run(ELLIPSIS, ink),)
    return (*runs[:-1], Run(text + ELLIPSIS, runs[-1].ink))


def _cut(text: str, width: int) -> str:
    """The first `width - 1` cells and an ellipsis."""
    return set_cell_size(text, width - 1).rstrip(_LOOSE) + ELLIPSIS if width > 1 else ELLIPSIS * max(0, width)


def spread(left: Sequence[Run], right: Sequence[Run], width: int) -> Runs:
    """`left` and `right` at the two ends of a line; where they do not fit, the left is cut, then the right."""
    ending = crop(right, width)
    room = width - width_of(ending) - (1 if ending else 0)
    if room < 1:
        return ending
    start = crop(left, room)
    gap = width - width_of(start) - width_of(ending)
    return (*start, Run(" " * gap), *ending)


def wrap(runs: Sequence[Run], width: int, hang: int = 0) -> Iterator[Runs]:
    """The runs broken at spaces into lines of at most `width` cells, all but the first of them `hang` cells further in;
    a word longer than a line is broken inside.
    """
    line: list[Run] = []
    margin = (Run(" " * hang),) if hang else ()
    room, later = max(1, width), max(1, width - hang)
    start: Runs = ()
    for word in _whole(_words(runs, later), later):
        text = "".join(part.text for part in word)
        length = cell_len(text.rstrip())
        if length > room and line:
            yield (*start, *_trim(line))
            line, room, start = [], later, margin
            if not text.strip():
                continue
        line += word
        room -= cell_len(text)
    yield (*start, *_trim(line))


def _whole(parts: Iterable[Run], width: int) -> Iterator[list[Run]]:
    """Words of which a part is in another ink, as one; not where that is wider than a line."""
    word: list[Run] = []
    for part in parts:
        if word and (word[-1].text[-1:].isspace() or width_of((*word, part)) > width):
            yield word
            word = []
        word.append(part)
    if word:
        yield word


def _words(runs: Iterable[Run], width: int) -> Iterator[Run]:
    for run in runs:
        # The end of a line is measured as nothing and shown as a space: the frame would stand a cell too far out.
        for word in _split(run.text.replace("\t", _TAB).replace("\n", " ")):
            if cell_len(word) <= width:
                yield Run(word, run.ink)
                continue
            for part in _broken(word.rstrip(), width):
                yield Run(part, run.ink)
            yield Run(" ", run.ink)


def _broken(word: str, width: int) -> list[str]:
    """A word that is wider than a line in parts of about one length, so that no letter stands on a line alone."""
    length = max(1, cell_len(word))
    lines = -(-length // width)
    even = chop_cells(word, -(-length // lines))
    return even if len(even) == lines else chop_cells(word, width)


def _split(text: str) -> Iterator[str]:
    """Words with the spaces that follow them."""
    start = 0
    for index in range(1, len(text)):
        if text[index - 1].isspace() and not text[index].isspace():
            yield text[start:index]
            start = index
    if text[start:]:
        yield text[start:]


def _trim(line: list[Run]) -> Runs:
    """Without the spaces at the end, and with neighbours of one ink joined."""
    joined: list[Run] = []
    for run in line:
        if joined and joined[-1].ink == run.ink:
            joined[-1] = Run(joined[-1].text + run.text, run.ink)
        else:
            joined.append(run)
    while joined and not (text := joined[-1].text.rstrip()):
        joined.pop()
    if joined:
        joined[-1] = Run(text, joined[-1].ink)
    return tuple(joined)


def indented(
    runs: Sequence[Run], width: int, indent: int, item: int | None, limit: int = 200, *, hang: int = 0
) -> Iterator[Drawn]:
    """Wrapped lines with a margin on the left, `hang` wider from the second one on; at most `limit` of them."""
    lines = list(islice(wrap(runs, width - indent, hang), limit + 1))
    for number, line in enumerate(lines[:limit]):
        goes_on = number == limit - 1 and len(lines) > limit and width - indent > _LEAST_WORDS
        yield Drawn((Run(" " * indent), *(unfinished(line, width - indent) if goes_on else line)), item)


def unfinished(line: Runs, width: int) -> Runs:
    """The line with one mark at its end that more would follow."""
    more = Run(" " + ELLIPSIS, "muted")
    return (*line, more) if has_room(line, width) else crop((*line, more), width_of(line) - 1)


def has_room(line: Runs, width: int) -> bool:
    """Whether the mark that more would follow fits behind the line."""
    return width_of(line) + width_of((Run(" " + ELLIPSIS),)) <= width


_GAP = re.compile(r"(?<=\S) {4,}(?=\S)")


def marked_within(line: Runs) -> Runs:
    """A line of columns with the mark in its first wide gap: behind a number at its end it would be one of its digits.

    As it was where it has no such gap.
    """
    gap = _GAP.search("".join(run.text for run in line))
    if gap is None:
        return line
    found: list[Run] = []
    place = gap.start() + 1
    for text, ink in line:
        if 0 <= place < len(text):
            found += [Run(text[:place], ink), Run(ELLIPSIS, "muted"), Run(text[place + 1 :], ink)]
        else:
            found.append(Run(text, ink))
        place -= len(text)
    return tuple(found)


def notes(lines: Iterable[Line], width: int) -> Iterator[Drawn]:
    """The footer of a shape: muted unless it says otherwise, wrapped."""
    for line in lines:
        runs = [Run(run.text, "muted" if run.ink == "plain" else run.ink) for run in inked(line)]
        yield from indented(runs, width, 0, None, limit=3)
