"""board.toml files and the problems they must be told to have."""

from __future__ import annotations

from pathlib import Path

import pytest

from board.config import load
from board.errors import ConfigError

CASES = Path(__file__).parent.parent / "cases" / "config"


@pytest.mark.parametrize("expected", sorted(CASES.glob("*.problems")), ids=lambda path: path.stem)
def test_every_problem_is_named_with_its_line_and_a_suggestion(expected: Path) -> None:
    file = expected.with_suffix(".toml")

    with pytest.raises(ConfigError) as caught:
        load(file, file.name)

    assert "\n".join(map(str, caught.value.problems)) + "\n" == expected.read_text()


def test_a_file_that_is_not_there_is_a_problem_and_no_traceback(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"nowhere\.toml: cannot be read: No such file"):
        load(tmp_path / "nowhere.toml", "nowhere.toml")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (f'every = "{"9" * 5000}d"', "is no duration"),
        ("[[panel]]\nkind = 'statements'\npage = 0", "panel.1.page: 0 is too small"),
        ("[[layout]]\nareas = ['a b']\ncolumns = [2, -1]", "layout.1.columns: -1 is too small"),
        ("[[event]]\ntitle = 'The beginning'\nwhen = 0001-01-01T00:00:00+05:00", "is no date"),
        ("[[event]]\ntitle = 'The end'\nwhen = '9999-12-31T23:59:59Z'", "is no date"),
    ],
    ids=["duration", "page", "layout", "date", "last date"],
)
def test_a_value_beyond_all_bounds_is_a_problem_and_no_traceback(tmp_path: Path, line: str, message: str) -> None:
    file = tmp_path / "board.toml"
    file.write_text(f"[source.desk]\nkind = 'feed'\nurl = 'https://desk.example/feed'\n{line}\n")

    with pytest.raises(ConfigError, match=message):
        load(file, "board.toml")


@pytest.mark.parametrize("path", ["~nobody-is-called-so/records.csv", f"{'x' * 300}.csv"])
def test_a_file_that_cannot_be_is_told_and_stops_nobody(tmp_path: Path, path: str) -> None:
    file = tmp_path / "board.toml"
    file.write_text(f"[source.own]\nkind = 'csv'\npath = '{path}'\n")

    assert [warning.message for warning in load(file, "board.toml").warnings] == [f"no such file: {path}"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"x = " + b"[" * 5000, "nested too deep"),
        (b"a." * 20_000 + b"b = 1", "a key of more than 40 parts"),
        (b"# " + b"x" * 1_000_001, "larger than 1000 kB"),
        (b'title = "\xff"', "not UTF-8"),
    ],
    ids=["deep", "dotted", "large", "latin-1"],
)
def test_a_file_made_to_break_the_reader_is_refused_at_once(tmp_path: Path, data: bytes, message: str) -> None:
    file = tmp_path / "board.toml"
    file.write_bytes(data)

    with pytest.raises(ConfigError, match=message):
        load(file, "board.toml")
