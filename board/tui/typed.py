"""What a terminal sends, before it is taken for keys: a paste is one piece of cleaned text, whatever stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from board.text.clean import clean

BEGIN, END = "\x1b[200~", "\x1b[201~"
LONGEST = 20_000
"""Characters of a paste that are kept."""
_GIVEN_UP = 10
"""So many empty reads after which a paste whose end does not come is over."""
_ALT_DIGIT = re.compile("\x1b([1-9])")


@dataclass(frozen=True, slots=True)
class Pasted:
    """Text that was pasted, clean: nothing in it is a key."""

    text: str


@dataclass(slots=True)
class Typed:
    """Tells pastes from keys, over as many reads as they come in."""

    _held: str = ""
    """The beginning of a mark that may go on in the next read."""
    _paste: str | None = None
    """What has come of a paste that is not over."""
    _empty: int = field(default=0)

    def feed(self, text: str) -> Iterator[str | Pasted]:
        """The pieces of one read, in their order; nothing read is an empty text."""
        self._empty = 0 if text else self._empty + 1
        mark = END if self._paste is not None else BEGIN
        held, self._held = self._held, ""
        text = held + text
        if text == held:
            yield from self._nothing_came(held)
            return
        while mark in text:
            before, text = text.split(mark, 1)
            yield from self._turned(before)
            mark = END if self._paste is not None else BEGIN
        cut = _unfinished(text, mark, 1 if self._paste is not None else 2)
        self._held = text[cut:]
        yield from self._piece(text[:cut])

    def _turned(self, before: str) -> Iterator[str | Pasted]:
        """A mark came: keys end and a paste begins, or the other way."""
        yield from self._piece(before)
        if self._paste is None:
            self._paste = ""
            return
        pasted, self._paste = self._paste, None
        yield Pasted(clean(pasted, LONGEST))

    def _piece(self, text: str) -> Iterator[str]:
        if self._paste is not None:
            self._paste = (self._paste + text)[:LONGEST]
        elif text:
            yield _ALT_DIGIT.sub(_in_full, text) if _ALT_DIGIT.fullmatch(text) else text

    def _nothing_came(self, held: str) -> Iterator[str | Pasted]:
        """What was held back is no mark then; a paste is waited for a while."""
        if self._paste is None:
            yield from self._piece(held)
        elif self._empty < _GIVEN_UP:
            self._held = held
        else:
            yield from self._turned(held)


def _unfinished(text: str, mark: str, least: int) -> int:
    """Where the beginning of a mark stands at the end of the text.

    Among keys a lone Esc is one, and is not waited with: there `least` is 2.
    """
    lengths = range(len(mark) - 1, least - 1, -1)
    return next((len(text) - length for length in lengths if text.endswith(mark[:length])), len(text))


def _in_full(match: re.Match[str]) -> str:
    """Alt with a digit as newer terminals tell it: the short form is taken for a sign of another keyboard."""
    return f"\x1b[{ord(match[1])};3u"
