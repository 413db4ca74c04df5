"""Prints what a text file says as JSON lines, for scoring the reader against labelled articles.

Run as `python -m tests.bench.reading_score FILE…`; the first line of a file is its title.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from board.config import load
from board.model import Figure, Statement
from board.reading.read import read_text
from board.reading.words.vocabulary import Vocabulary, vocabulary_of

SHIPPED = Path(__file__).parents[2] / "board.toml"


def shipped_vocabulary() -> Vocabulary:
    """The vocabulary of the board that comes with the program."""
    config = load(SHIPPED, "board.toml")
    return vocabulary_of(config.forces, config.tiers, config.nations, config.persons)


def records(file: Path, vocabulary: Vocabulary) -> Iterator[dict[str, object]]:
    """One record for every statement and figure of a file."""
    title, _, text = file.read_text("utf-8").partition("\n")
    reading = read_text(title.strip(), text.strip(), vocabulary=vocabulary)
    for statement in reading.statements:
        yield {"type": "statement", "from": str(file), **_statement(statement)}
    for figure in reading.figures:
        yield {"type": "figure", "from": str(file), **_figure(figure)}


def _statement(statement: Statement) -> dict[str, object]:
    names = ("speaker", "organisation", "identity", "channel", "stance", "strength", "text", "quote", "origin")
    return {name: getattr(statement, name) for name in names}


def _figure(figure: Figure) -> dict[str, object]:
    names = ("subject", "nation", "number", "qualifier", "kind", "quote", "said_by")
    as_of = None if figure.as_of is None else str(figure.as_of)
    return {**{name: getattr(figure, name) for name in names}, "as_of": as_of}


if __name__ == "__main__":
    words = shipped_vocabulary()
    for name in sys.argv[1:]:
        for record in records(Path(name), words):
            print(json.dumps(record, ensure_ascii=False))
