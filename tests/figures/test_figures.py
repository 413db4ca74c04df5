"""Sentences in, figures out: every case of `tests/cases/figures` is a text and what it gives."""

from __future__ import annotations

import time
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from board.model import Figure, FigureKind
from board.reading.read import read_text
from tests.bench.reading_score import shipped_vocabulary

CASES = Path(__file__).parents[1] / "cases" / "figures"
VOCABULARY = shipped_vocabulary()
SHORT, LONG = 4_000, 40_000
SLOWER = 3 * LONG // SHORT
"""Times as long as the short text that the long one may take; a quadratic reader takes a hundred times as long."""


def cases() -> Iterator[Any]:
    """Every case with its file and number for a name."""
    for file in sorted(CASES.glob("*.toml")):
        for number, case in enumerate(tomllib.loads(file.read_text("utf-8"))["case"], 1):
            yield pytest.param(case, id=f"{file.stem}-{number}")


def written(figure: Figure) -> str:
    """A figure as the cases write it: number, qualifier, kind and whose."""
    line = f"{figure.number} {figure.qualifier} {figure.kind}"
    return line if figure.kind is FigureKind.NATIONS else f"{line} {figure.nation or figure.subject}"


@pytest.mark.parametrize("case", list(cases()))
def test_a_text_gives_the_figures_its_case_names_and_no_others(case: dict[str, Any]) -> None:
    reading = read_text(case.get("title", ""), case["text"], vocabulary=VOCABULARY, language=case.get("language", "en"))
    found = [written(figure) for figure in reading.figures]
    wanted = case["figures"]
    assert [line[: len(want)] for line, want in zip(found, wanted, strict=False)] == wanted
    assert len(found) == len(wanted)


@pytest.mark.parametrize("case", list(cases()))
def test_the_span_of_a_figure_is_a_number_of_the_text(case: dict[str, Any]) -> None:
    reading = read_text(case.get("title", ""), case["text"], vocabulary=VOCABULARY, language=case.get("language", "en"))
    for figure in reading.figures:
        assert figure.span is not None
        assert case["text"][slice(*figure.span)] in figure.quote


@pytest.mark.parametrize(
    "piece",
    [
        "About 590 American soldiers serve in KFOR, which has 4,720 troops from 33 countries. ",
        "Italy 907, Hungary 408, Turkey 382 and ",
        "600 ",
        ", who has 600 of its 600 ",
        "from 300 to 220 soldiers ",
        '"We have 600 soldiers. ',
    ],
)
def test_ten_times_the_text_takes_about_ten_times_as_long(piece: str) -> None:
    seconds(piece, SHORT)
    assert seconds(piece, LONG) < SLOWER * seconds(piece, SHORT)


def seconds(piece: str, length: int) -> float:
    """Processor time to read `length` characters of a piece said over and over."""
    begin = time.process_time()
    read_text("KFOR", piece * (length // len(piece)), vocabulary=VOCABULARY, language="en")
    return time.process_time() - begin


def test_those_hurt_are_not_of_a_nation_that_only_another_sentence_tells_of() -> None:
    text = "Germany has 300 troops in Kosovo. At least 5 people were hurt, two Austrian soldiers among them."
    figures = read_text("", text, vocabulary=VOCABULARY, language="en").figures
    assert [(figure.number, figure.nation) for figure in figures] == [(300, "DEU"), (5, None), (2, "AUT")]
