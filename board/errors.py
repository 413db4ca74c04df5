"""The expected errors: each is caught in one place and turned into a value or a clear sentence."""

from __future__ import annotations

from dataclasses import dataclass


class BoardError(Exception):
    """An error the program expects; its message is a sentence a person can act on."""


class UsageError(BoardError):
    """What was typed cannot be meant: no such time, query or name; another word would do."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in a file a person wrote, said so that it can be found and mended."""

    file: str
    """The file's name as the person gave it."""
    line: int | None
    """1-based line; `None` where the mistake is that something is missing altogether."""
    key: str
    """The dotted key, such as `source.kfor-nations.every`; empty for a syntax error."""
    message: str
    """What is wrong, without the place."""
    suggestion: str = ""
    """What would be right, where that can be told."""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line is not None else self.file
        key = f" {self.key}:" if self.key else ""
        hint = f" ({self.suggestion})" if self.suggestion else ""
        return f"{place}:{key} {self.message}{hint}"


class ConfigError(BoardError):
    """The user can mend it: carries every problem found, not the first."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


class FetchError(BoardError):
    """The world is down: nothing usable came; try later.

    `word` is short and stable, for scripts and tests (`timeout`, `dns`, `refused`, `tls`, `status`, `too-large`,
    `redirect`, `private-address`, `robots`, `encoding`, `file`, `protocol`); the message is the sentence for a person.
    """

    def __init__(self, word: str, message: str, *, status: int | None = None, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.word = word
        self.status = status
        self.retry_after = retry_after
        """Seconds the server asked for, already clamped; `None` where it did not ask."""


class ExtractError(BoardError):
    """The source changed: bytes came, but they are not what this kind reads; tell somebody."""


class StoreError(BoardError):
    """The store cannot be used: full, read-only, busy, damaged, foreign or newer than this program."""

    def __init__(self, word: str, message: str) -> None:
        super().__init__(message)
        self.word = word
        """`full`, `readonly`, `busy`, `corrupt`, `not-a-store`, `not-an-export`, `newer`, `cannot-open` or `io`."""
