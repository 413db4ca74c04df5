"""A store on disk for each test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from board.store import Store


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new store, made and closed once: making one waits for the disk a dozen times."""
    file = tmp_path_factory.mktemp("empty") / "board.sqlite"
    Store.open(file).close()
    return file


@pytest.fixture
def store(tmp_path: Path, empty: Path) -> Iterator[Store]:
    shutil.copy(empty, tmp_path)
    with Store.open(tmp_path / empty.name) as opened:
        yield opened
