"""Who is who: a name without an office is given the one the board knows of, on the day, and never against the text."""

from __future__ import annotations

from board.model import Confidence, Statement, When
from board.reading.read import read_text
from board.reading.words.vocabulary import Vocabulary, vocabulary_of
from board.spec import ForceSpec, PersonSpec

TERMS = (
    PersonSpec(
        name="Jens Lund",
        aliases=("Jen Lunt",),
        organisation="NATO",
        role="Secretary General",
        since=When.day(2014, 10, 1),
    ),
    PersonSpec(
        name="Ana Kovač", organisation="Ministry of Defence", since=When.day(2020, 1, 1), until=When.day(2022, 5, 1)
    ),
    PersonSpec(name="Ana Kovač", organisation="President of Land", since=When.day(2022, 5, 2)),
    PersonSpec(name="Ivo Horvat", organisation="President of Land", until=When.day(2015, 5, 1)),
    PersonSpec(name="Ivo Horvat", organisation="President of Land", since=When.day(2020, 5, 1)),
)
WORDS: Vocabulary = vocabulary_of([ForceSpec(name="KFOR", parent=("NATO",))], persons=TERMS)


def said(text: str, published: When | None = None) -> Statement:
    (statement,) = read_text("", text, vocabulary=WORDS, language="en", published=published).statements
    return statement


def test_a_name_alone_speaks_for_the_body_of_his_office() -> None:
    statement = said("NATO will send another 700 soldiers, Jens Lund said.", When.day(2023, 5, 31))
    assert (statement.organisation, statement.role) == ("NATO", "Secretary General")
    assert statement.confidence is Confidence.MEDIUM


def test_the_office_is_the_one_held_on_the_day() -> None:
    text = "The soldiers will stay, Ana Kovac said."
    assert said(text, When.day(2021, 6, 1)).organisation == "Ministry of Defence"
    assert said(text, When.day(2023, 6, 1)).organisation == "President of Land"
    assert said(text, When.day(2019, 6, 1)).organisation == ""


def test_without_a_day_one_office_is_taken_unsure_and_of_two_none() -> None:
    alone = said("The soldiers will stay, Jens Lund said.")
    assert (alone.organisation, alone.confidence) == ("NATO", Confidence.LOW)
    assert said("The soldiers will stay, Ana Kovač said.").organisation == ""


def test_without_a_day_one_office_held_twice_is_taken_unsure() -> None:
    alone = said("The soldiers will stay, Ivo Horvat said.")
    assert (alone.organisation, alone.confidence) == ("President of Land", Confidence.LOW)


def test_small_words_of_a_bodys_name_need_not_stand_in_the_text() -> None:
    text = "The President met NATO in Land. The soldiers will stay, Horvat said."
    assert said(text, When.day(2023, 5, 31)).organisation == "President of Land"


def test_what_the_text_tells_goes_before() -> None:
    text = "The soldiers will stay, said Jens Lund, a professor at the University of Oslo."
    assert said(text, When.day(2023, 5, 31)).organisation == "University of Oslo"


def test_another_of_the_same_surname_is_somebody_else() -> None:
    assert said("The soldiers will stay, Eva Lund said.", When.day(2023, 5, 31)).organisation == ""


def test_a_surname_alone_is_enough_in_a_text_on_the_body() -> None:
    statement = said("NATO will stay. According to Lund, the soldiers are needed.", When.day(2023, 5, 31))
    assert (statement.speaker, statement.organisation) == ("Jens Lund", "NATO")
    assert said("The soldiers will stay, Lund said.", When.day(2023, 5, 31)).organisation == ""


def test_a_surname_behind_another_first_name_is_somebody_elses() -> None:
    text = "NATO met a guest, Eva Lund, in Brussels. The soldiers will stay, Lund said."
    assert said(text, When.day(2023, 5, 31)).organisation == ""


def test_an_initial_in_the_middle_and_another_spelling_are_the_same_name() -> None:
    assert said("The soldiers will stay, Jens B. Lund said.", When.day(2023, 5, 31)).organisation == "NATO"
    assert said("The soldiers will stay, Jen Lunt said.", When.day(2023, 5, 31)).organisation == "NATO"


def test_a_surname_alone_is_enough_in_a_text_on_a_force() -> None:
    statement = said("KFOR was called. The soldiers will stay, Horvat said.", When.day(2023, 5, 31))
    assert (statement.speaker, statement.organisation) == ("Ivo Horvat", "President of Land")


def test_of_two_offices_of_an_undated_text_the_one_of_its_latest_year_is_taken() -> None:
    alone = said("In 2021 much was said. The soldiers will stay, Ana Kovač said.")
    assert (alone.organisation, alone.confidence) == ("Ministry of Defence", Confidence.LOW)
