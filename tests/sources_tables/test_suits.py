"""Each kind knows its own bytes, and does not take those of others for its own."""

import pytest

from board import plugins
from board.model import About
from tests.sources_tables import cases

KINDS = ("csv", "curated", "html_table", "json", "pdf")
PROSE = b"""KFOR has 4,767 troops from 33 nations; Italy sends 907, Hungary 408, Germany 308, Albania 256, Turkey 382.
An official said on 19 February 2026 that there was no change, and that more could be said by others.
The ministry had been asked for a comment by the end of the week and had not answered when this was written.
"""


def score(kind: str, body: bytes, address: str = "https://x.example/") -> float:
    suits: float = plugins.load("board.sources", kind).suits(body, About(address=address))
    return suits


@pytest.mark.parametrize(
    ("case", "kind"),
    [
        ("merged-header", "html_table"),
        ("side-by-side", "html_table"),
        ("semicolons-and-mark", "csv"),
        ("baseline-columns", "csv"),
        ("api-rows", "json"),
        ("placemat", "pdf"),
        ("placemat-in-one-line", "pdf"),
        ("placemat-pdf", "pdf"),
        ("torn", "pdf"),
        ("curated", "curated"),
    ],
)
def test_a_body_suits_its_kind_best_without_any_name(case: str, kind: str) -> None:
    scores = {name: score(name, cases.body(case)) for name in KINDS}
    assert max(scores, key=lambda name: scores[name]) == kind, scores
    assert scores[kind] > 0


def test_prose_with_numbers_is_no_table() -> None:
    assert {kind: score(kind, PROSE, "article.txt") for kind in KINDS} == dict.fromkeys(KINDS, 0.0)


def test_a_page_of_paragraphs_with_a_table_in_it_is_not_surely_a_table() -> None:
    assert score("html_table", cases.body("merged-header")) >= 0.8
    assert score("html_table", cases.body("merged-header") + b"<p>Words." * 50) < 0.8
