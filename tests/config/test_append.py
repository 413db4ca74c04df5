"""A source appended to a person's board.toml: nothing of what was there is touched, and no half is left behind."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from board.config import load
from board.config.append import append_source
from board.errors import BoardError, ConfigError

TABLE = {"kind": "feed", "url": "https://example.org/feed"}


@pytest.mark.parametrize(
    "before",
    [
        b'# mine\r\n[board]\r\ntitle = "x"\r\n',
        b'\xef\xbb\xbf[board]\ntitle = "x"   # with a mark',
        b'[board]\ntitle = "x"\n\n\n\n',
        b"",
    ],
    ids=["carriage returns", "byte order mark, no last line end", "empty lines at the end", "empty"],
)
def test_what_was_there_stays_byte_for_byte(tmp_path: Path, before: bytes) -> None:
    file = tmp_path / "board.toml"
    file.write_bytes(before)
    append_source(file, "desk", TABLE)
    after = file.read_bytes()
    assert after.startswith(before)
    assert (b"\r\n" in after) == (b"\r\n" in before)
    assert after.count(b"\n") == after.count(b"\r\n") or b"\r\n" not in before
    assert load(file, "board.toml").source("desk")


def test_a_block_with_a_mistake_leaves_the_file_and_its_folder_as_they_were(tmp_path: Path) -> None:
    file = tmp_path / "board.toml"
    file.write_text("[board]\n")
    with pytest.raises(ConfigError, match="no source kind"):
        append_source(file, "desk", {"kind": "fed", "url": "https://example.org/feed"})
    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [("board.toml", "[board]\n")]


def test_the_rights_of_the_file_stay(tmp_path: Path) -> None:
    file = tmp_path / "board.toml"
    file.write_text("")
    file.chmod(0o640)
    append_source(file, "desk", TABLE)
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_a_file_that_cannot_be_written_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "board.toml"
    file.write_text("")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(BoardError, match=r"board\.toml cannot be written: No space left on device"):
        append_source(file, "desk", TABLE)
    assert [each.name for each in tmp_path.iterdir()] == ["board.toml"]
