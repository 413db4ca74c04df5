"""The table of persons that board.toml may name: a CSV file whose columns are the keys of `[[person]]`."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path as FilePath

from board.config.report import Report, nearest
from board.config.tables import names, read
from board.spec import PersonSpec
from board.text.toml import MAX_BYTES

_BETWEEN = ";"
"""What stands between the aliases of one person."""
_MEANT = ("board", "persons")


def persons_in(file: FilePath, shown_as: str, report: Report) -> tuple[PersonSpec, ...]:
    """One person a row, in order. What is wrong with the file is told to `report`; one that is not there has nobody."""
    try:
        with file.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        report.warn(_MEANT, f"no such file: {shown_as}", f"it is looked for at {file}")
        return ()
    except (OSError, ValueError) as error:
        report.error(_MEANT, f"{shown_as} cannot be read: {getattr(error, 'strerror', None) or error}")
        return ()
    if len(data) > MAX_BYTES:
        report.error(_MEANT, f"{shown_as} is larger than {MAX_BYTES // 1000} kB")
        return ()
    try:
        return tuple(_rows(data.decode("utf-8-sig"), shown_as, report))
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        report.error(_MEANT, f"{shown_as} is not UTF-8", f"see line {line}")
    except csv.Error as error:
        report.error(_MEANT, f"{shown_as} is not readable as CSV: {error}")
    return ()


def _rows(text: str, shown_as: str, report: Report) -> Iterator[PersonSpec]:
    """Raises: csv.Error."""
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    header = [cell.strip() for cell in next(rows, [])]
    for name in header:
        if name not in names(PersonSpec):
            report.error(_MEANT, f"{shown_as} has a column {name!r}", nearest(name, names(PersonSpec)))
            return
    for row in rows:
        if not any(row):
            continue
        own = Report(shown_as, lines={(): rows.line_num})
        if len(row) > len(header):
            own.error((), f"{len(row)} cells under {len(header)} names of columns", "put a cell with a comma in quotes")
        table: dict[str, object] = {name: cell for name, cell in zip(header, row, strict=False) if cell}
        if aliases := table.get("aliases"):
            table["aliases"] = [alias.strip() for alias in str(aliases).split(_BETWEEN)]
        person = read(PersonSpec, table, (), own)
        report.problems += own.problems
        if person is not None and not own.problems:
            yield person
