"""board.toml to a `Config`: everything checked, all problems at once, each with its line."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from board.config.assemble import assemble
from board.config.report import Report
from board.errors import ConfigError, Problem
from board.spec import Config
from board.text.toml import MAX_BYTES, TomlError, read_toml


def load(file: Path, shown_as: str) -> Config:
    """The board configured in `file`. Raises: ConfigError with every problem of the file."""
    data, written = _bytes(file, shown_as)
    try:
        tables = read_toml(data)
    except TomlError as error:
        raise ConfigError((Problem(shown_as, error.line, "", f"not readable as TOML: {error}"),)) from None
    report = Report(shown_as, data.decode("utf-8-sig"))
    config = assemble(tables, file, shown_as, report)
    if report.problems or config is None:
        raise ConfigError(tuple(sorted(report.problems, key=lambda problem: problem.line or 0)))
    return replace(config, written=written)


def _bytes(file: Path, shown_as: str) -> tuple[bytes, datetime | None]:
    """What stands in the file, and when it was written."""
    try:
        with file.open("rb") as stream:
            return stream.read(MAX_BYTES + 1), _moment(os.fstat(stream.fileno()).st_mtime)
    except OSError as error:
        suggestion = "`board init` writes one to begin with" if isinstance(error, FileNotFoundError) else ""
        problem = Problem(shown_as, None, "", f"cannot be read: {error.strerror or error}", suggestion)
        raise ConfigError((problem,)) from None


def _moment(seconds: float) -> datetime | None:
    """`None` for a stamp that no calendar has."""
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        return None
