"""What rules ask of words: only what a language file, a nation or a board's own names can tell."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import board.reading
from board.reading.words.entries import entries_of, languages, tables_of
from tests.bench.reading_score import shipped_vocabulary

RULES = Path(board.reading.__file__).parent
QUESTIONS = {"is_a", "any_in", "those", "values", "of", "phrases", "is_any"}


def asked() -> Iterator[tuple[str, str]]:
    """Each sort that is asked for by name, with the place of the question."""
    for file in sorted(RULES.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in QUESTIONS:
                told = [one for given in node.args for one in (given.elts if isinstance(given, ast.Tuple) else [given])]
            elif isinstance(node, ast.Compare) and _is_of_sorts(node.comparators[0]):
                told = [node.left]
            else:
                continue
            for given in told:
                if isinstance(given, ast.Constant) and isinstance(given.value, str):
                    yield f"{file.relative_to(RULES)}:{node.lineno}", given.value


def _is_of_sorts(node: ast.expr) -> bool:
    """`prose.sorts[index]` or `sentence.sorts`: what is asked of it is asked with `in`."""
    held = node.value if isinstance(node, ast.Subscript) else node
    return isinstance(held, ast.Attribute) and held.attr == "sorts"


def test_no_rule_asks_for_what_no_word_can_be() -> None:
    names = shipped_vocabulary()
    told = {
        sort for code in languages() for entry in entries_of(code, tables_of(code), names) for sort in entry.kind.sorts
    }
    questions = list(asked())
    assert len(questions) > len(told)
    assert [(place, sort) for place, sort in questions if sort not in told] == []
