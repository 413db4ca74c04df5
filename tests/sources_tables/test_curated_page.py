"""docs/curated.md says what a file of records may hold."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from board.model import About, Channel, FigureKind, Identity, Qualifier, Stance, Strength
from board.sources import curated
from board.sources._records import Record

PAGE = (Path(__file__).parent.parent.parent / "docs" / "curated.md").read_text("utf-8")
EXAMPLE = re.search(r"```toml\n(.*?)```", PAGE, re.DOTALL)
BUILT = {"statement": curated._statement, "figure": curated._figure, "event": curated._event}


def example() -> str:
    assert EXAMPLE is not None
    return EXAMPLE[1]


def test_the_example_is_read_without_a_mistake() -> None:
    read = curated.extract(example().encode(), curated.Options(), About(address="records.toml"))
    assert (len(read.statements), len(read.figures), len(read.events)) == (1, 1, 1)
    assert (read.mistakes, read.figures[0].nation) == ((), "TUR")


@pytest.mark.parametrize("name", BUILT)
def test_the_example_has_every_key_of_a_record(name: str) -> None:
    (values,) = tomllib.loads(example())[name]
    record = Record(values, {})
    BUILT[name](record)
    assert record.taken == values.keys()


@pytest.mark.parametrize("words", [Channel, FigureKind, Identity, Qualifier, Stance, Strength])
def test_every_word_that_may_be_chosen_is_named(words: type[FigureKind]) -> None:
    assert [word.value for word in words if not re.search(rf"\b{word.value}\b", PAGE)] == []
