"""The reader over labelled articles: it must not get worse than it is."""

import json
from pathlib import Path

import pytest

from board.reading.read import TextReading, read_text
from board.reading.words.words import words_of
from tests.bench.reading_score import shipped_vocabulary

CASES = Path(__file__).parents[1] / "cases" / "articles"
ARTICLES = sorted(CASES.glob("*.txt"))
VOCABULARY = shipped_vocabulary()


def reading_of(file: Path) -> TextReading:
    title, _, text = file.read_text("utf-8").partition("\n")
    return read_text(title.strip(), text.strip(), vocabulary=VOCABULARY)


def labels_of(file: Path) -> dict[str, list[dict[str, str]]]:
    labels: dict[str, list[dict[str, str]]] = json.loads(file.with_suffix(".json").read_text("utf-8"))
    return labels


def telling(text: str) -> set[str]:
    return {word.folded for word in words_of(text) if len(word.text) > 3}


def share(one: set[str], other: set[str]) -> float:
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


@pytest.mark.parametrize("file", ARTICLES, ids=lambda file: file.stem)
def test_the_language_of_an_article_is_found_out(file: Path) -> None:
    assert reading_of(file).language == json.loads(file.with_suffix(".json").read_text("utf-8"))["lang"]


def test_nearly_every_labelled_figure_is_found_and_hardly_any_other() -> None:
    found = there = said = 0
    for file in ARTICLES:
        given = [str(figure.number) for figure in reading_of(file).figures]
        wanted = [label["number"] for label in labels_of(file)["figures"]]
        said, there = said + len(given), there + len(wanted)
        found += sum(1 for number in set(wanted) if number in given)
    assert found / there > 0.9
    assert found / said > 0.9


def test_most_labelled_statements_are_found_and_few_others() -> None:
    found = there = said = 0
    for file in ARTICLES:
        given = [telling(statement.text) for statement in reading_of(file).statements]
        wanted = [telling(label["quote_or_paraphrase"]) for label in labels_of(file)["statements"]]
        said, there = said + len(given), there + len(wanted)
        found += sum(1 for words in wanted if any(share(words, others) >= 0.4 for others in given))
    assert found / there > 0.75
    assert found / said > 0.65
