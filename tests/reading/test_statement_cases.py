"""Sentences and what they say, as pairs in files: who speaks for whom, how, and which words are said."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from board.model import Statement
from board.reading.read import read_text
from tests.bench.reading_score import shipped_vocabulary

CASES = Path(__file__).parents[1] / "cases" / "statements"
VOCABULARY = shipped_vocabulary()


def cases() -> list[Any]:
    return [
        pytest.param(case, id=f"{file.stem}: {case['text'][:60]}")
        for file in sorted(CASES.glob("*.toml"))
        for case in tomllib.loads(file.read_text("utf-8"))["case"]
    ]


def told(statement: Statement, wanted: dict[str, str]) -> dict[str, str]:
    """Of a statement, what the case tells of."""
    return {name: str(getattr(statement, name)) for name in wanted}


@pytest.mark.parametrize("case", cases())
def test_a_text_says_what_its_case_tells(case: dict[str, Any]) -> None:
    said = read_text(
        case.get("title", ""), case["text"], vocabulary=VOCABULARY, language=case.get("language", "en")
    ).statements
    assert len(said) == len(case["says"])
    assert [told(one, wanted) for one, wanted in zip(said, case["says"], strict=True)] == case["says"]
