"""Collects every mistake of one file, each with its line, so that a person mends all at once."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from functools import cached_property

from board.config.positions import Path, line_of, positions
from board.errors import Problem


class Report:
    """Problems and warnings of one file, in the order they were found; `lines` where it is no TOML file."""

    def __init__(self, shown_as: str, text: str = "", lines: Mapping[Path, int] | None = None) -> None:
        self._file = shown_as
        self._text = text
        self._lines = lines
        self.problems: list[Problem] = []
        self.warnings: list[Problem] = []

    def error(self, path: Path, message: str, suggestion: str = "") -> None:
        self.problems.append(self._problem(path, message, suggestion))

    def warn(self, path: Path, message: str, suggestion: str = "") -> None:
        self.warnings.append(self._problem(path, message, suggestion))

    def unknown(self, path: Path, known: Iterable[str], what: str = "unknown key") -> None:
        """A name that is none of `known`, with the nearest one as the suggestion."""
        known = sorted(known)
        self.error(path, f"{what} {str(path[-1])!r}", nearest(str(path[-1]), known))

    @cached_property
    def _positions(self) -> Mapping[Path, int]:
        """Found out when there is something to tell, which in most files there is not."""
        return positions(self._text) if self._lines is None else self._lines

    def _problem(self, path: Path, message: str, suggestion: str) -> Problem:
        key = ".".join(str(part + 1) if isinstance(part, int) else part for part in path)
        return Problem(self._file, line_of(self._positions, path), key, message, suggestion)


def nearest(name: str, known: Iterable[str]) -> str:
    """`did you mean …?` for a slip, the list of what there is for anything else."""
    known = sorted(known)
    if close := difflib.get_close_matches(name, known, 1, 0.6):
        return f"did you mean {close[0]!r}?"
    return f"there are: {', '.join(known)}" if known else ""
