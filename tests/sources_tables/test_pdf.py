"""Reading PDF where it cannot be done, and only the pages asked for."""

import sys

import pytest

from board.errors import ExtractError
from board.model import About
from board.sources import pdf
from tests.sources_tables import cases

ABOUT = About(address="placemat.pdf", retrieved=cases.RETRIEVED)
SHEET = cases.body("placemat-pdf")


def test_without_the_extra_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(ExtractError, match=r"pip install 'board\[pdf\]'"):
        pdf.extract(SHEET, pdf.Options(), ABOUT)


def test_the_pages_asked_for_are_read() -> None:
    assert len(pdf.extract(SHEET, pdf.Options(pages=(1,)), ABOUT).rows) == 6


@pytest.mark.parametrize("page", [0, 2, -1, 10**9])
def test_a_page_that_is_not_there_is_told(page: int) -> None:
    with pytest.raises(ExtractError):
        pdf.extract(SHEET, pdf.Options(pages=(page,)), ABOUT)


def test_a_persons_own_names_are_known_in_a_sheet() -> None:
    options = pdf.Options(nations={"Ruritania": "ROU"})
    assert pdf.extract(b"Ruritania 5 Albania 3\nTotal 8", options, ABOUT).rows[0].nation == "ROU"
