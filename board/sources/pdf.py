"""PDF: the placemat, a sheet with nations and numbers in columns, read from its text layer."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from board.errors import ExtractError
from board.model import About, Extract
from board.options import option
from board.sources._cells import stated_nations
from board.sources._sheet import sheet_as_of, sheet_lines
from board.sources._table import read_lines
from board.text.clean import clean
from board.text.decode import decode
from board.text.nations import nation_named

SHAPE: Literal["rows"] = "rows"
MOST_PAGES = 30
_SURE_PAIRS = 5
_LOOKED_AT = 20_000
"""Bytes of a text looked at to tell whether it is a sheet."""
LONGEST_TITLE = 120
MOST_CHARACTERS = 100_000
"""Far more than a sheet has; a book of nations and numbers is none."""


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
    pairs = sum(word.isdecimal() and nation_named(before) is not None for before, word in pairwise(words))
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
    read = read_lines(sheet_lines(printed, options.nations), about, options.nations)
    if not any(row.nation for row in read.rows):
        raise ExtractError("no nation with a number beside it")
    whole = clean(" ".join(printed), MOST_CHARACTERS)
    nations = read.nations_stated if read.nations_stated is not None else stated_nations(whole)
    return replace(
        read, nations_stated=nations, as_of=sheet_as_of(printed, about), title=clean(printed[0], LONGEST_TITLE)
    )


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
