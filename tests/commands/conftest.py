"""People with an empty folder, and people whose store has the baseline in it, which is read once for all of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.person import Person


@pytest.fixture
def person(tmp_path: Path) -> Person:
    return Person(tmp_path)


@pytest.fixture(scope="session")
def baseline_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    first = Person(tmp_path_factory.mktemp("baseline"))
    shown = first.board("show", "troops")
    assert shown.code == 0, shown.err
    return first.store


@pytest.fixture
def informed(person: Person, baseline_store: Path) -> Person:
    """Somebody on the shipped board with its baseline."""
    return person.takes(baseline_store)
