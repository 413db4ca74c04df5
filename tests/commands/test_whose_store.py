"""Two boards of one name: each has a store of its own, and a moved board keeps the one it had."""

from __future__ import annotations

from pathlib import Path

import pytest

from board.cli import main
from tests.room import largest_file

BOARD = """
[[panel]]
kind = "troops"

[force.{force}]

[source.{force}-table]
kind = "csv"
path = "table.csv"
gives = "troops"
"""


@pytest.fixture
def stores(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of all stores of a person."""
    for name in ("DATA", "STATE", "CONFIG"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    monkeypatch.delenv("BOARD_STORE", raising=False)
    monkeypatch.delenv("BOARD_CONFIG", raising=False)
    return tmp_path / "DATA" / "board"


def write(folder: Path, force: str, nation: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "table.csv").write_text(f"nation,troops\n{nation},10\n")
    file = folder / "board.toml"
    file.write_text(BOARD.format(force=force))
    return file


def shown(file: Path, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["collect", "--once", "--config", str(file)]) == 0
    capsys.readouterr()
    assert main(["show", "--config", str(file)]) == 0
    return capsys.readouterr().out


def test_two_files_of_one_name_do_not_share_a_store(
    stores: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = write(tmp_path / "one", "KFOR", "ITA"), write(tmp_path / "two", "FLOOD", "HUN")
    assert "Italy" in shown(first, capsys)
    other = shown(second, capsys)
    assert "Hungary" in other
    assert "Italy" not in other
    assert len(list(stores.glob("board*.sqlite"))) == 2
    assert "Hungary" not in shown(first, capsys)


def test_a_board_that_was_moved_goes_on_with_its_store(
    stores: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = write(tmp_path / "one", "KFOR", "ITA"), write(tmp_path / "two", "FLOOD", "HUN")
    shown(first, capsys)
    shown(second, capsys)
    second.parent.rename(tmp_path / "three")
    assert main(["collect", "--once", "--config", str(tmp_path / "three" / "board.toml")]) == 0
    assert "which is gone; now it is that of" in capsys.readouterr().err
    assert len(list(stores.glob("board*.sqlite"))) == 2


def test_a_store_that_another_board_fills_is_taken_only_when_named_and_with_a_warning(
    stores: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = write(tmp_path / "one", "KFOR", "ITA"), write(tmp_path / "two", "FLOOD", "HUN")
    shown(first, capsys)
    assert main(["collect", "--once", "--config", str(second), "--store", str(stores / "board.sqlite")]) == 0
    assert f"is the store of {first}: what both boards are given" in capsys.readouterr().err


def test_init_on_a_full_disk_leaves_no_half_of_a_board(
    stores: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with largest_file(1000):
        assert main(["init", str(tmp_path)]) == 1
    assert "cannot be written" in capsys.readouterr().err
    assert not (tmp_path / "board.toml").exists()
    assert main(["init", str(tmp_path)]) == 0


def test_init_calls_the_board_after_its_folder(
    stores: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["init", str(tmp_path / "My flood")]) == 0
    assert 'name = "my-flood"' in (tmp_path / "My flood" / "board.toml").read_text()
    assert main(["info", "--config", str(tmp_path / "My flood" / "board.toml")]) == 0
    assert str(stores / "my-flood.sqlite") in capsys.readouterr().out
