"""A person's records in TOML, key by key: each mistake is told with its record and line, and all of them at once."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar

from board.model import When
from board.text.clean import clean
from board.text.links import safe_url
from board.text.nations import nation_of
from board.text.numbers import MOST_DIGITS

MOST_RECORDS = 5000
LINE_LIMIT = 500
TEXT_LIMIT = 4000
T = TypeVar("T")
W = TypeVar("W", bound=StrEnum)


class MistakeError(ValueError):
    """What is wrong with one record, in words."""


@dataclass(slots=True)
class Record:
    """The keys of one record, each taken once; what nobody takes is a mistake."""

    values: Mapping[str, object]
    nations: Mapping[str, str]
    taken: set[str] = field(default_factory=set)

    def _take(self, key: str) -> object:
        self.taken.add(key)
        return self.values.get(key)

    def text(self, key: str, *, lines: bool = False) -> str:
        """Cleaned text; empty where the key is missing."""
        value = self._take(key)
        if value is not None and not isinstance(value, str):
            raise MistakeError(f"{key} must be text")
        return clean(value or "", TEXT_LIMIT if lines else LINE_LIMIT, lines=lines)

    def needed(self, key: str) -> str:
        """Text that must be there."""
        if not (text := self.text(key, lines=key == "text")):
            raise MistakeError(f"{key} is missing")
        return text

    def texts(self, key: str) -> tuple[str, ...]:
        value = self._take(key)
        if value is not None and not (isinstance(value, list) and all(isinstance(one, str) for one in value)):
            raise MistakeError(f"{key} must be a list of texts")
        return tuple(clean(str(one)) for one in value) if isinstance(value, list) else ()

    def flag(self, key: str) -> bool:
        value = self._take(key)
        if value is not None and not isinstance(value, bool):
            raise MistakeError(f"{key} must be true or false")
        return bool(value)

    def count(self, key: str) -> int:
        """A whole number that must be there."""
        value = self._take(key)
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 10**MOST_DIGITS:
            raise MistakeError(f"{key} must be a whole number" if key in self.values else f"{key} is missing")
        return value

    def word(self, key: str, words: type[W]) -> W | None:
        """One of a fixed list; `None` where the key is missing."""
        text = self.text(key)
        if not text:
            return None
        try:
            return words(text.replace("-", "_").replace(" ", "_"))
        except ValueError:
            known = ", ".join(words)
            raise MistakeError(f"{key} is {text!r} and must be one of {known}{_hint(text, list(words))}") from None

    def when(self, key: str) -> When | None:
        """A date at its precision, as text or as TOML's own; `None` where the key is missing."""
        value = self._take(key)
        if value is None:
            return None
        written = value.isoformat() if isinstance(value, date | datetime) else str(value)
        try:
            return When.parse(written)
        except ValueError:
            shown = clean(written, 60)
            raise MistakeError(f"{key} is {shown!r} and must be a date such as 2026-02-19, 2026-02 or 2026") from None

    def link(self, key: str) -> str | None:
        text = self.text(key)
        if text and safe_url(text) is None:
            raise MistakeError(f"{key} is no http or https address")
        return safe_url(text) if text else None

    def nation(self, key: str) -> str | None:
        """Alpha-3 of a name or code; `None` where the key is missing."""
        name = self.text(key)
        if name and nation_of(name, self.nations) is None:
            raise MistakeError(f"{key} is {name!r}, which is no known nation")
        return nation_of(name, self.nations) if name else None

    def refuse_the_rest(self) -> None:
        if unknown := sorted(self.values.keys() - self.taken):
            name = clean(unknown[0], 60)
            raise MistakeError(f"unknown key {name!r}{_hint(name, sorted(self.taken))}")


def _hint(word: str, known: list[str]) -> str:
    close = difflib.get_close_matches(word, known, 1)
    return f" (did you mean {str(close[0])!r}?)" if close else ""


@dataclass(slots=True)
class Records:
    """One file being read: it goes on past a mistake."""

    body: bytes
    nations: Mapping[str, str]
    mistakes: list[str] = field(default_factory=list)

    def read(self, tables: Mapping[str, Any], name: str, build: Callable[[Record], T]) -> Iterator[T]:
        """What `build` makes of each `[[name]]`; those with mistakes are left out and told in `mistakes`."""
        found = tables.get(name, [])
        if not isinstance(found, list) or len(found) > MOST_RECORDS:
            self.mistakes.append(f"[[{name}]] must be a list of at most {MOST_RECORDS} tables")
            return
        for number, values in enumerate(found, 1):
            record = Record(values if isinstance(values, dict) else {}, self.nations)
            try:
                built = build(record)
                record.refuse_the_rest()
            except MistakeError as mistake:
                self.mistakes.append(f"{name} {number}{self._place(name, number)}: {mistake}")
            else:
                yield built

    def _place(self, name: str, number: int) -> str:
        header = re.compile(rb"^[ \t]*\[\[[ \t]*" + name.encode() + rb"[ \t]*\]\]", re.MULTILINE)
        starts = [match.start() for match in header.finditer(self.body)]
        if number > len(starts):
            return ""
        line = self.body.count(b"\n", 0, starts[number - 1]) + 1
        return f" (line {line})"
