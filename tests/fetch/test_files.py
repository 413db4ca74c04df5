"""Rule 13: a local file is a source only if it is a file, and never holds the program up."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from board.errors import FetchError
from board.fetch.files import read_file
from board.fetch.request import Limits
from board.outcome import Fetched, NotModified, Validators

NOW = datetime(2026, 2, 19, 10, tzinfo=UTC)
NONE = Validators()


def test_a_file_gives_its_bytes(tmp_path: Path) -> None:
    file = tmp_path / "table.csv"
    file.write_bytes(b"nation,troops\n")
    fetched = read_file(file, NONE, Limits(), NOW)
    assert isinstance(fetched, Fetched)
    assert (fetched.body, fetched.status, fetched.about.retrieved) == (b"nation,troops\n", None, NOW)


def test_a_file_that_did_not_change_is_not_read_again(tmp_path: Path) -> None:
    file = tmp_path / "table.csv"
    file.write_bytes(b"one")
    first = read_file(file, NONE, Limits(), NOW)
    assert isinstance(read_file(file, first.validators, Limits(), NOW), NotModified)
    file.write_bytes(b"other")
    assert isinstance(read_file(file, first.validators, Limits(), NOW), Fetched)


def test_a_pipe_a_folder_and_a_device_are_not_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", tmp_path, Path("/dev/zero")):
        with pytest.raises(FetchError, match="not a regular file") as caught:
            read_file(path, NONE, Limits(), NOW)
        assert caught.value.word == "file"


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(FetchError, match=r"no such file: .*gone\.csv"):
        read_file(tmp_path / "gone.csv", NONE, Limits(), NOW)


def test_a_name_that_would_take_the_terminal_is_cleaned(tmp_path: Path) -> None:
    with pytest.raises(FetchError) as caught:
        read_file(tmp_path / "\x1b]0;mine\x07", NONE, Limits(), NOW)
    assert str(caught.value).isprintable()


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "large.csv"
    file.write_bytes(bytes(1001))
    with pytest.raises(FetchError, match="larger than"):
        read_file(file, NONE, Limits(body_bytes=1000), NOW)
