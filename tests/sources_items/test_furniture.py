from __future__ import annotations

import pytest

from board.model import When
from board.sources._dates import DateReader
from board.sources._furniture import without_furniture

TITLE = "Ministry rejects reports"


@pytest.mark.parametrize(
    "line",
    [
        "Skip to content",
        "Kalo te përmbajtja",
        "Read more: What is the mission?",
        "Lexoni edhe: Çfarë është misioni?",
        "Share this:",
        "Photo shows soldiers at the gate of their camp.",
        "Foto: Tanjug",
        "Снимка: БТА",
        "Soldiers on parade in the capital on October 11, 2024. (AFP Photo)",
        "Soldiers at a checkpoint [Photo by J. Doe/Reuters]",
        "© 2026 The Daily. All rights reserved.",
        "Advertisement",
    ],
)
def test_a_line_that_is_no_part_of_an_article_is_dropped_and_told(line: str) -> None:
    found = without_furniture(["One.", line, "Two."], TITLE, DateReader())
    assert (found.text, found.dropped) == ("One.\nTwo.", (line,))


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell on Monday.",
        "The photo shows that nothing has changed, the ministry said.",
        "Print and broadcast media reported the withdrawal.",
        "By May 2024 the number will fall to 400.",
        "On 11 October 2024 the command changed.",
        "Published figures speak of 600 soldiers.",
        "In 2023 there were 4,500 (of them 600 American).",
        "Related to this, the official said nothing.",
        "Updated plans were shown on 3 May 2024 to the committee.",
        "Bild: Washington plans to leave.",
        "4,767",
    ],
)
def test_a_sentence_that_only_begins_like_furniture_stays(line: str) -> None:
    assert without_furniture(["One.", line], TITLE, DateReader()).text == f"One.\n{line}"


def test_the_title_once_more_is_neither_text_nor_worth_telling() -> None:
    found = without_furniture(["MINISTRY REJECTS REPORTS", "Text."], TITLE, DateReader())
    assert (found.text, found.dropped) == ("Text.", ())


@pytest.mark.parametrize("line", ["By Anna Keller", "Nga Arta Krasniqi", "Piše: Jelena Marković", "By Anadolu Agency"])
def test_a_byline_at_the_top_names_the_author(line: str) -> None:
    found = without_furniture([line, "Text of the article."], TITLE, DateReader())
    assert found.author in line
    assert found.author
    assert found.text == "Text of the article."


def test_a_date_written_with_a_full_stop_is_a_date() -> None:
    found = without_furniture(["Objavljeno: 30. avgust 2022.", "Tekst."], TITLE, DateReader())
    assert (found.text, found.published) == ("Tekst.", When.parse("2022-08-30"))


def test_dates_of_their_own_line_are_the_articles() -> None:
    lines = ["Feb 24, 2025 10:07 PM", "Text.", "Last Updated:  Feb 25, 2025 10:07 PM"]
    found = without_furniture(lines, TITLE, DateReader())
    assert (found.text, found.published, found.updated) == ("Text.", When.parse("2025-02-24"), When.parse("2025-02-25"))
