"""A sheet: names and numbers one after another in plain lines, as a PDF's text layer or a page of cards has them.

`Albania 13 Luxembourg 23` are two rows; words may be printed twice, and labels may be lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from board.model import About, Precision, When
from board.sources._cells import date_in, is_total, stated_as_of, to_day
from board.sources._table import Line
from board.text.months import month_of
from board.text.nations import nation_named

_NUMBER = re.compile(r"(?<![\d.,])(?:\d{1,3}(?:[.,']\d{3})+|\d{1,6})(?![\d.,]?\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBER_ALONE = re.compile(r"\s*\d{1,3}(?:[.,']?\d{3})?\s*")
_VALUE_ALONE = re.compile(rf"{_NUMBER_ALONE.pattern}|[-–—?]|n/?a", re.IGNORECASE)
_AROUND = " -–•*|:.…"
_LONGEST_NAME = 6
"""Words in the longest name that is looked for at the end of other words."""
_DATE_LINE = 40
"""Characters of the longest line that is a date and nothing else."""


def sheet_lines(printed: Sequence[str], nations: Mapping[str, str]) -> Iterator[Line]:
    """The lines of the table in a text. What stands above its first and below its last nation is not of it."""
    of_table = {at for at, line in enumerate(printed) if _is_of_table(line, nations)}
    labels = {at + 1: label for at, (label, value) in enumerate(pairwise(printed)) if _is_label(label, value, nations)}
    known = of_table | labels.keys()
    if not known:
        yield from _run_on(" ".join(printed), nations)
        return
    first, last = min(known), max(known)
    for at, line in enumerate(printed):
        if at in of_table:
            yield from _pairs(line, nations)
        elif at in labels:
            yield {"nation": labels[at], "troops": line}
        elif is_total(line) and at + 1 not in labels:
            yield {"nation": line}
        elif first < at < last and _NUMBER_ALONE.fullmatch(line):
            yield {"nation": "", "troops": line}


def _is_of_table(line: str, nations: Mapping[str, str]) -> bool:
    """Whether a line holds nothing but names and numbers, a known nation among them, and no date or lone year."""
    pairs = list(_pairs(line, nations))
    known = [pair for pair in pairs if nation_named(pair["nation"], nations)]
    numbers = [pair["troops"] for pair in pairs if pair["troops"]]
    if not known or not numbers or any(month_of(pair["nation"]) for pair in pairs):
        return False
    if len(pairs) == 1 and _YEAR.fullmatch(numbers[0]):
        return False
    return pairs[-1]["troops"] != "" or pairs[-1] in known


def _is_label(label: str, value: str, nations: Mapping[str, str]) -> bool:
    """Whether a line names what the number alone on the next one counts."""
    return bool(_VALUE_ALONE.fullmatch(value) and (nation_named(label, nations) or is_total(label)))


def _run_on(text: str, nations: Mapping[str, str]) -> Iterator[Line]:
    """The table where all is printed in one line: the longest run of known nations and lost labels, and the total."""
    pairs = list(_pairs(text, nations))
    runs: list[list[Line]] = [[]]
    for pair in pairs:
        if pair["nation"] and not nation_named(pair["nation"], nations):
            runs.append([])
        else:
            runs[-1].append(pair)
    yield from max(runs, key=len)
    totals = (pair for pair in pairs if is_total(pair["nation"].rpartition(" ")[2]))
    yield from ({"nation": "Total", "troops": pair["troops"]} for pair in totals)


def _pairs(line: str, nations: Mapping[str, str]) -> Iterator[Line]:
    """Names with the number that follows each. A name is empty where its label was lost, a number where it was."""
    end = 0
    for match in _NUMBER.finditer(line):
        yield {"nation": _label(line[end : match.start()].strip(_AROUND), nations), "troops": match.group()}
        end = match.end()
    if rest := line[end:].strip(_AROUND):
        yield {"nation": rest, "troops": ""}


def _label(name: str, nations: Mapping[str, str]) -> str:
    """The nation at the end of a name, without what stands before it or is printed twice; else the name."""
    words = name.split()
    for count in range(min(len(words), _LONGEST_NAME), 0, -1):
        label = " ".join(words[-count:])
        if nation_named(label, nations):
            return label
    return name


def sheet_as_of(printed: Sequence[str], about: About) -> When | None:
    """The date a line says it is of; else the last line that is a date, as in the footer, of more than a year."""
    for line in printed:
        if (when := stated_as_of(line, about)) is not None:
            return when
    for line in reversed(printed):
        when = date_in(line, about) if len(line) <= _DATE_LINE else None
        if when is not None and when.precision is not Precision.YEAR:
            return to_day(when)
    return None
