"""The labels are held to their texts, so that a reader is measured by what stands there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.claims.build import CASES

FOLDER = CASES / "articles_held_out"
LABELS = sorted(FOLDER.glob("*.json"))
ATTRIBUTIONS = {"anonymous", "on-record", "reported", "written"}
STANCES = {"denies", "claims", "confirms", "announces", "no-comment"}
QUALIFIERS = {"exactly", "about", "more than", "less than", "at least", "up to"}

every_label = pytest.mark.parametrize("path", LABELS, ids=lambda path: path.stem)


def labels(path: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return read


def words(text: str) -> str:
    return " ".join(text.split())


@every_label
def test_what_is_labelled_stands_in_the_text(path: Path) -> None:
    said, text = labels(path), words(path.with_suffix(".txt").read_text("utf-8"))
    spans = [figure["text_span"] for figure in said["figures"]]
    quotes = [statement["quote_or_paraphrase"] for statement in said["statements"]]
    assert [part for part in (*spans, *quotes) if words(part) not in text] == []
    assert text.startswith(words(said["title"]))


@every_label
def test_labels_use_the_words_of_the_format(path: Path) -> None:
    said = labels(path)
    assert {statement["stance"] for statement in said["statements"]} <= STANCES
    assert {statement["attribution"] for statement in said["statements"]} <= ATTRIBUTIONS
    assert {figure["qualifier"] for figure in said["figures"]} <= QUALIFIERS
    assert all(figure["number"].isdecimal() for figure in said["figures"])
    assert said["url"] is None
    assert "Written as a test case" in said["note"]


def test_the_set_is_as_large_as_its_page_says() -> None:
    read = [labels(path) for path in LABELS]
    statements, figures = (sum(len(said[key]) for said in read) for key in ("statements", "figures"))
    english = sum(said["lang"] == "en" for said in read)
    page = (FOLDER / "README.md").read_text("utf-8")
    assert f"{len(read)} articles ({english} English" in page
    assert f"{statements} statements and {figures} figures" in page
