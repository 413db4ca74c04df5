"""Words, quotations, sentences and languages: what reading stands on."""

import pytest

from board.reading.words.language import language_of
from board.reading.words.quotes import quotes_of
from board.reading.words.sentences import sentences_of
from board.reading.words.words import words_of


@pytest.mark.parametrize("text", ["“a b”", '"a b"', "„a b“", "„a b”", "«a b»", "»a b«", "‘a b’", "‚a b‘", "“a b“"])
def test_every_pair_of_marks_quotes(text: str) -> None:
    (quote,) = quotes_of(f"He said {text}.")
    assert f"He said {text}."[quote.start : quote.end] == "a b"


def test_an_apostrophe_ends_no_quotation() -> None:
    text = "“It is Kosovo’s and the soldiers’ land,” he said."
    (quote,) = quotes_of(text)
    assert text[quote.start : quote.end] == "It is Kosovo’s and the soldiers’ land,"


def test_a_quotation_over_paragraphs_is_opened_anew_in_each() -> None:
    text = "“One.\n“Two.”"
    assert [text[quote.start : quote.end] for quote in quotes_of(text)] == ["One.", "Two."]


def test_a_mark_without_a_partner_quotes_nothing() -> None:
    assert quotes_of('A 5" gun. “Open\nand never closed.') == []


def test_sentences_end_outside_quotations_and_not_at_abbreviations() -> None:
    text = "Gen. Cavoli came. “We stay. All of us,” he said. It is 3.5 p.m. now\nNew line"
    stretches = sentences_of(text, quotes_of(text), frozenset({"gen"}))
    assert [text[stretch.start : stretch.end] for stretch in stretches] == [
        "Gen. Cavoli came.",
        "“We stay. All of us,” he said.",
        "It is 3.5 p.m. now",
        "New line",
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("4,767 people", ["4,767", "people"]),
        ("Kosovo’s army", ["Kosovo", "’s", "army"]),
        ("don't", ["don't"]),
        ("dell'esercito", ["dell'", "esercito"]),
        ("400-strong", ["400", "-", "strong"]),
        ("4 767 od 31.12.2020", ["4 767", "od", "31.12.2020"]),
    ],
)
def test_words_are_what_a_reader_sees_as_one(text: str, words: list[str]) -> None:
    assert [word.text for word in words_of(text)] == words


@pytest.mark.parametrize(
    ("text", "told", "language"),
    [
        ("NATO forces in Kosovo currently number 4,767 people, the official said on Thursday.", None, "en"),
        ("Zyrtari tha se SHBA-ja ka aktualisht rreth 600 trupa në misionin e KFOR-it.", None, "sq"),
        ("Ministarstvo odbrane saopštilo je da će u Kosovu ostati 600 vojnika.", None, "sr"),
        ("Ministarstvo obrane priopćilo je da će na Kosovu ostati tristo vojnika tijekom godine.", "hr", "sr"),
        ("Министърът каза, че България ще изпрати още сто военнослужещи.", None, "bg"),
        ("Ja", None, "en"),
        ("anything at all", "de-CH", "de"),
    ],
)
def test_the_language_is_told_or_found_out(text: str, told: str | None, language: str) -> None:
    assert language_of(text, told) == language
