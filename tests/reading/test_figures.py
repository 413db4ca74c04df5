"""Figures: how many, of whom, how sure, and of what kind."""

import pytest

from board.model import Confidence, Figure, FigureKind, Qualifier, When
from board.reading.read import read_text
from tests.reading.vocabulary import VOCABULARY


def read(text: str, language: str = "en", published: str | None = None) -> tuple[Figure, ...]:
    when = When.parse(published) if published else None
    return read_text("", text, vocabulary=VOCABULARY, language=language, published=when).figures


def numbers(text: str, language: str = "en") -> list[tuple[str | None, int]]:
    return [(figure.nation, figure.number) for figure in read(text, language)]


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("4,767 soldiers", 4767),
        ("4.767 soldiers", 4767),
        ("4 767 soldiers", 4767),
        ("4'767 soldiers", 4767),
        ("4767 soldiers", 4767),
        ("4.7 thousand soldiers", 4700),
        ("two hundred soldiers", 200),
        ("four thousand two hundred and fifty soldiers", 4250),
        ("a 400-strong contingent", 400),
    ],
)
def test_numbers_are_read_however_they_are_written(written: str, number: int) -> None:
    assert [figure.number for figure in read(f"KFOR has {written}.")] == [number]


@pytest.mark.parametrize(
    "text",
    [
        "KFOR was set up in 1999 under Resolution 1244.",
        "KFOR patrols 220 km of border with 60 vehicles.",
        "KFOR soldiers arrived on 24 September at 10:30.",
        "KFOR costs 14 million euros a year.",
        "A KFOR soldier aged 32 was named soldier of the month.",
        "Are 600 soldiers leaving KFOR?",
        "Four diplomats spoke of KFOR.",
        "KFOR came third of the 3 responders, 45 percent of people say.",
    ],
)
def test_years_dates_money_ages_distances_and_questions_are_no_figures(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Hungarian military has 408 people in KFOR.", [("HUN", 408)]),
        ("KFOR has 600 American soldiers.", [("USA", 600)]),
        ("Of its soldiers in KFOR, Türkiye sent 382 servicemen.", [("TUR", 382)]),
        ("In KFOR are Turkey (382 soldiers), Germany (308 people) and others.", [("TUR", 382), ("DEU", 308)]),
        ("The largest contributors to KFOR are Italy (907) and Hungary (408).", [("ITA", 907), ("HUN", 408)]),
        ("Italy has 907 soldiers in KFOR, followed by Hungary with 408.", [("ITA", 907), ("HUN", 408)]),
        ("KFOR has 4,300 troops, of whom 600 are American.", [(None, 4300), ("USA", 600)]),
        ("Bulgaria is part of KFOR. Its contingent has 140 soldiers.", [("BGR", 140)]),
        ("KFOR has 4,500 troops from 28 countries.", [(None, 4500), (None, 28)]),
    ],
)
def test_a_figure_is_of_the_nation_that_the_text_tells(text: str, expected: list[tuple[str | None, int]]) -> None:
    assert numbers(text) == expected


@pytest.mark.parametrize(
    ("words", "qualifier"),
    [
        ("about 600", Qualifier.ABOUT),
        ("some 600", Qualifier.ABOUT),
        ("more than 600", Qualifier.MORE_THAN),
        ("fewer than 600", Qualifier.LESS_THAN),
        ("at least 600", Qualifier.AT_LEAST),
        ("up to 600", Qualifier.UP_TO),
        ("600", Qualifier.EXACTLY),
    ],
)
def test_hedges_are_kept(words: str, qualifier: Qualifier) -> None:
    (figure,) = read(f"KFOR has {words} soldiers.")
    assert figure.qualifier is qualifier


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("KFOR has 4,500 soldiers.", FigureKind.PRESENT),
        ("30 KFOR soldiers were injured.", FigureKind.CASUALTIES),
        ("The UK is sending 200 additional soldiers to KFOR.", FigureKind.REINFORCEMENT),
        ("Some 400 British soldiers are on exercise in Kosovo.", FigureKind.EXERCISE),
        ("The mandate for KFOR has a ceiling of 400 soldiers.", FigureKind.CEILING),
        ("Ireland will withdraw 13 soldiers from KFOR.", FigureKind.WITHDRAWAL),
        ("After the war KFOR had 50,000 soldiers.", FigureKind.HISTORICAL),
        ("The United States has 2,500 soldiers in Iraq.", FigureKind.OTHER_THEATRE),
        ("KFOR is made up of 33 contributing nations.", FigureKind.NATIONS),
        ("A KFOR battalion of 600 soldiers is on standby.", FigureKind.RESERVE),
        ("Finland has pledged 20 soldiers for KFOR.", FigureKind.PLEDGED),
        ("150 soldiers left for KFOR as part of the regular rotation.", FigureKind.ROTATION),
    ],
)
def test_every_figure_has_its_kind(text: str, kind: FigureKind) -> None:
    (figure,) = read(text)
    assert figure.kind is kind


def test_a_number_dated_years_before_the_text_is_historical() -> None:
    (figure,) = read("In 2013 KFOR numbered 5,000 soldiers.", published="2026-02-19")
    assert figure.kind is FigureKind.HISTORICAL


@pytest.mark.parametrize(
    ("text", "as_of"),
    [
        ("As at 31 December 2020 KFOR had 3,500 soldiers.", "2020-12-31"),
        ("As of December 31, 2020 KFOR had 3,500 soldiers.", "2020-12-31"),
        ("KFOR had 4,767 soldiers in February 2026.", "2026-02"),
        ("In 2013 KFOR had 5,000 soldiers.", "2013"),
        ("Finland will send 20 from April 2024 to KFOR.", "2024-04"),
        ("KFOR has 4,767 soldiers.", "None"),
    ],
)
def test_the_date_of_a_figure_is_as_precise_as_the_text(text: str, as_of: str) -> None:
    (figure,) = read(text)
    assert str(figure.as_of) == as_of


def test_a_figure_says_in_which_statement_and_by_whom_it_was_given() -> None:
    reading = read_text("", "A NATO official said that KFOR has 4,500 soldiers.", vocabulary=VOCABULARY, language="en")
    (figure,) = reading.figures
    assert (figure.statement, figure.said_by) == (0, "NATO")


def test_a_figure_in_nobodys_words_is_the_outlets() -> None:
    reading = read_text("", "KFOR has 4,500 soldiers.", vocabulary=VOCABULARY, language="en", outlet="BTA")
    assert [figure.said_by for figure in reading.figures] == ["BTA"]


def test_the_same_figure_given_twice_is_given_once() -> None:
    assert numbers("Some 200 British soldiers go to KFOR. The 200 British soldiers join KFOR soon.") == [("GBR", 200)]


def test_the_title_tells_the_nation_that_the_text_begins_with() -> None:
    reading = read_text(
        "Bulgaria to strengthen KFOR", "The contingent has 140 soldiers.", vocabulary=VOCABULARY, language="en"
    )
    assert [(figure.nation, figure.number) for figure in reading.figures] == [("BGR", 140)]


def test_a_figure_whose_subject_is_taken_from_before_is_less_sure() -> None:
    first, second = read("Bulgaria has 140 soldiers in KFOR. Its contingent will grow to 240 soldiers.")
    assert (first.confidence, second.confidence) == (Confidence.HIGH, Confidence.MEDIUM)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("sq", "KFOR-i numëron 4.767 ushtarë, ndërsa Italia ka 907.", [(None, 4767), ("ITA", 907)]),
        ("sr", "Kfor ima 4.300 vojnika, od kojih je manje od 600 američkih.", [(None, 4300), ("USA", 600)]),
        ("sr", "Кфор има 4.300 војника, од којих је мање од 600 америчких.", [(None, 4300), ("USA", 600)]),
        ("bg", "КФОР има 4300 войници, от които по-малко от 600 са американци.", [(None, 4300), ("USA", 600)]),
        ("de", "Österreich stellt etwa 160 Soldaten für die KFOR.", [("AUT", 160)]),
        ("it", "La KFOR conta 4.500 soldati di 28 Paesi.", [(None, 4500), (None, 28)]),
    ],
)
def test_figures_are_read_in_every_language(language: str, text: str, expected: list[tuple[str | None, int]]) -> None:
    assert numbers(text, language) == expected
