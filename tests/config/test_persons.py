"""The table of persons that board.toml may name."""

from __future__ import annotations

from pathlib import Path

import pytest

from board.config import load
from board.errors import ConfigError
from board.model import When
from board.options import Nation
from board.spec import Config, PersonSpec

HEADER = "name,aliases,organisation,role,nation,since,until,url\n"


def _board(folder: Path, table: str | bytes | None, more: str = "") -> Config:
    if table is not None:
        (folder / "persons.csv").write_bytes(table.encode() if isinstance(table, str) else table)
    file = folder / "board.toml"
    file.write_text(f'[board]\npersons = "persons.csv"\n{more}')
    return load(file, "board.toml")


def _problems(folder: Path, table: str | bytes) -> list[str]:
    with pytest.raises(ConfigError) as caught:
        _board(folder, table)
    return [str(problem) for problem in caught.value.problems]


def test_each_row_is_a_person_and_those_of_the_board_itself_come_first(tmp_path: Path) -> None:
    table = HEADER + 'Ana Berg,Ана Берг; Anna Berg,"Ministry, of Defence",Minister,SVN,2024-06,2026-01-31,\n\n'
    own = '[[person]]\nname = "Jon Vidal"\norganisation = "NATO"\n'
    berg = PersonSpec(
        name="Ana Berg",
        aliases=("Ана Берг", "Anna Berg"),
        organisation="Ministry, of Defence",
        role="Minister",
        nation=Nation("SVN"),
        since=When.parse("2024-06"),
        until=When.day(2026, 1, 31),
    )
    assert _board(tmp_path, table, own).persons == (PersonSpec(name="Jon Vidal", organisation="NATO"), berg)


def test_every_mistake_of_the_table_is_told_with_its_line(tmp_path: Path) -> None:
    table = HEADER + "Ana Berg,,NATO,,,long ago,,\nJon Vidal,,,,,,,\nEva Lund,,EU,Envoy,,,,,,more\n"
    assert _problems(tmp_path, table) == [
        'persons.csv:2: since: \'long ago\' is no date (such as "2026-02-19", "2026-02" or "2026-02-19T14:00:00Z")',
        "persons.csv:3: 'organisation' is missing: whom that person speaks for (for example organisation = \"NATO\")",
        "persons.csv:4: 10 cells under 8 names of columns (put a cell with a comma in quotes)",
    ]


@pytest.mark.parametrize(
    ("table", "problem"),
    [
        ("name,organization\nAna Berg,NATO\n", "has a column 'organization' (did you mean 'organisation'?)"),
        (b"name,organisation\nAna B\xe9rg,NATO\n", "is not UTF-8 (see line 2)"),
        ('name,organisation\n"Ana Berg,NATO\n', "is not readable as CSV: unexpected end of data"),
        ("name,organisation\n" + "Ana Berg,NATO\n" * 80_000, "is larger than 1000 kB"),
    ],
    ids=["column", "bytes", "quote", "size"],
)
def test_a_table_that_is_none_is_told_at_the_key_that_names_it(
    tmp_path: Path, table: str | bytes, problem: str
) -> None:
    assert _problems(tmp_path, table) == [f"board.toml:2: board.persons: persons.csv {problem}"]


def test_a_table_that_is_not_there_yet_has_nobody_and_is_told(tmp_path: Path) -> None:
    config = _board(tmp_path, None)
    assert config.persons == ()
    assert [warning.message for warning in config.warnings] == ["no such file: persons.csv"]
