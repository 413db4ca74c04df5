"""PDF: the placemat, a sheet with nations and numbers in columns, read from its text layer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from board.errors import ExtractError
from board.model import About, Extract, Precision, When
from board.options import option
from board.sources._cells import date_in, is_total, stated_as_of, stated_nations, to_day
from board.sources._decode import decode
from board.sources._table import Line, read_lines
from board.text.clean import clean
from board.text.months import month_of
from board.text.nations import nation_of

SHAPE: Literal["rows"] = "rows"
MOST_PAGES = 30
_SURE_PAIRS = 5
_LOOKED_AT = 20_000
"""Bytes of a text looked at to tell whether it is a sheet."""
LONGEST_TITLE = 120
MOST_CHARACTERS = 100_000
"""Far more than a sheet has; a book of nations and numbers is none."""
_NUMBER = re.compile(r"(?<![\d.,])(?:\d{1,3}(?:[.,']\d{3})+|\d{1,6})(?![\d.,]?\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBER_ALONE = re.compile(r"\s*\d{1,3}(?:[.,']?\d{3})?\s*")
_AROUND = " -–•*|:.…"
_LONGEST_NAME = 6
"""Words in the longest name that is looked for at the end of other words."""
_DATE_LINE = 40
"""Characters of the longest line that is a date and nothing else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How a PDF, or the text of one, is read."""

    pages: tuple[int, ...] = option("pages to read, from 1; empty: all", ())
    nations: Mapping[str, str] = option("more names of nations: name = alpha-3", {})


def suits(body: bytes, about: About) -> float:
    """A PDF by its first bytes; a text where pairs of a name and a number fill it."""
    if b"%PDF-" in body[:1024]:
        return 1.0
    if about.media_type not in {"", "text/plain"} or body[:100].lstrip().startswith((b"<", b"{", b"[")):
        return 0.0
    words = body[:_LOOKED_AT].decode("utf-8", "replace").split()
    pairs = sum(word.isdecimal() and nation_of(before) is not None for before, word in pairwise(words))
    if pairs < _SURE_PAIRS:
        return 0.0
    return 0.9 if pairs * 6 > len(words) else 0.3


def extract(body: bytes, options: Options, about: About) -> Extract:
    """The rows of the sheet with its total, number of nations and date. A number whose label was lost is kept.

    Raises: ExtractError where there is no text, no nation with a number, or the `pdf` extra is not installed.
    """
    text = _pdf_text(body, options) if b"%PDF-" in body[:1024] else decode(body, about.charset).text
    printed = [clean(line, MOST_CHARACTERS) for line in text[:MOST_CHARACTERS].splitlines()]
    printed = [line for line in printed if line]
    if not printed:
        raise ExtractError("there is no text in it; a scanned page cannot be read")
    found = list(_lines(printed, options.nations))
    read = read_lines(found, about, options.nations)
    if not any(row.nation for row in read.rows):
        raise ExtractError("no nation with a number beside it")
    whole = clean(" ".join(printed), MOST_CHARACTERS)
    nations = read.nations_stated if read.nations_stated is not None else stated_nations(whole)
    return replace(read, nations_stated=nations, as_of=_as_of(printed, about), title=clean(printed[0], LONGEST_TITLE))


def _pdf_text(body: bytes, options: Options) -> str:
    try:
        import pypdfium2
    except ImportError:
        raise ExtractError("reading PDF needs the extra `pdf`: pip install 'board[pdf]'") from None
    try:
        with closing(pypdfium2.PdfDocument(body)) as document:
            wanted = [page - 1 for page in options.pages] or range(len(document))
            pages = [document[page].get_textpage().get_text_bounded() for page in wanted[:MOST_PAGES]]
    except (pypdfium2.PdfiumError, IndexError, ValueError, UnicodeError) as error:
        raise ExtractError(f"not a readable PDF: {clean(str(error))}") from None
    return "\n".join(pages)


def _lines(printed: list[str], nations: Mapping[str, str]) -> Iterator[Line]:
    """The pairs of the table. What stands above its first and below its last line with a nation is not of it."""
    table = [at for at, line in enumerate(printed) if _is_of_table(line, nations)]
    if not table:
        yield from _run_on(" ".join(printed), nations)
        return
    of_table = set(table)
    for at, line in enumerate(printed):
        label = printed[at - 1] if at and nation_of(printed[at - 1], nations) else ""
        if at in of_table:
            yield from _pairs(line, nations)
        elif is_total(line):
            yield {"nation": line}
        elif _NUMBER_ALONE.fullmatch(line) and (label or table[0] < at < table[-1]):
            yield {"nation": label, "troops": line}


def _is_of_table(line: str, nations: Mapping[str, str]) -> bool:
    """Whether a line holds nothing but names and numbers, a known nation among them, and no date or lone year."""
    pairs = list(_pairs(line, nations))
    known = [pair for pair in pairs if nation_of(pair["nation"], nations)]
    if not known or any(month_of(pair["nation"]) for pair in pairs):
        return False
    if len(pairs) == 1 and _YEAR.fullmatch(pairs[0]["troops"]):
        return False
    return pairs[-1]["troops"] != "" or pairs[-1] in known


def _run_on(text: str, nations: Mapping[str, str]) -> Iterator[Line]:
    """The table where all is printed in one line: the longest run of known nations and lost labels, and the total."""
    pairs = list(_pairs(text, nations))
    runs: list[list[Line]] = [[]]
    for pair in pairs:
        if pair["nation"] and not nation_of(pair["nation"], nations):
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
        if nation_of(label, nations):
            return label
    return name


def _as_of(printed: list[str], about: About) -> When | None:
    """The date a line says it is of; else the last line that is a date, as in the footer, of more than a year."""
    for line in printed:
        if (when := stated_as_of(line, about)) is not None:
            return when
    for line in reversed(printed):
        when = date_in(line, about) if len(line) <= _DATE_LINE else None
        if when is not None and when.precision is not Precision.YEAR:
            return to_day(when)
    return None
