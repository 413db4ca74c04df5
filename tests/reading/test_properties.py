"""Whatever the text, the reader comes back with what is really in it."""

import pickle
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from board.reading.read import read_text
from board.reading.words.entries import entries_of, languages, tables_of
from tests.reading.vocabulary import VOCABULARY

PIECES = st.sampled_from(
    ("NATO", "KFOR", "said", "that", "“", "”", '"', ",", ".", "\n", "600", "4,500", "soldiers", "the official", "and",
     "A NATO official", "according to", "Kosovo", "Italian", "no change", "declined to comment", "awaiting", "who", ":",
     "(", ")", "?", "'s", "-", "two hundred", "told Reuters", "рекао је", "каза", "војника", "tha se", "NATO-s")
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=60).map(" ".join))


@given(text=TEXTS, title=st.text(max_size=40), language=st.sampled_from([None, *languages(), "xx"]))
@settings(max_examples=300, deadline=None)
def test_spans_lie_in_the_text_and_hold_the_words_given(text: str, title: str, language: str | None) -> None:
    reading = read_text(title, text, vocabulary=VOCABULARY, language=language)
    for statement in reading.statements:
        assert statement.text
        if statement.span is None:
            assert statement.text in title
        else:
            assert text[slice(*statement.span)] == statement.text
    for figure in reading.figures:
        assert figure.span is not None
        assert 0 <= figure.span[0] < figure.span[1] <= len(text)
        assert figure.statement is None or figure.statement < len(reading.statements)


def phrases_of(language: str) -> list[str]:
    """Everything the reader knows in a language, as a text may have it."""
    return sorted({" ".join(each.phrase).rstrip("*") for each in entries_of(language, tables_of(language), VOCABULARY)})


@pytest.mark.parametrize("language", languages())
def test_every_phrase_it_knows_may_be_a_text_of_its_own(language: str) -> None:
    for phrase in phrases_of(language):
        read_text(phrase, phrase.title(), vocabulary=VOCABULARY, language=language)


@given(words=st.lists(st.one_of(st.sampled_from(phrases_of("en")), PIECES), max_size=25))
@settings(max_examples=300, deadline=None)
def test_what_it_knows_in_any_order_is_read_without_an_error(words: list[str]) -> None:
    read_text("", " ".join(words), vocabulary=VOCABULARY, language="en")


@pytest.mark.parametrize("text", ["The army lost a foot soldier", "A man killed a policeman", "They wounded one guard"])
def test_a_text_may_end_with_the_one_who_was_hurt(text: str) -> None:
    read_text("", text, vocabulary=VOCABULARY, language="en")


def test_a_reading_and_its_vocabulary_survive_the_way_between_processes() -> None:
    reading = read_text("", "NATO said that KFOR has 600 American soldiers.", vocabulary=VOCABULARY, language="en")
    assert pickle.loads(pickle.dumps((reading, VOCABULARY))) == (reading, VOCABULARY)


MEGABYTE = 1_000_000
SLOWEST = 10.0
"""Seconds of this process on a busy machine; a reader that is not linear takes minutes."""


@pytest.mark.parametrize(
    "piece", ['"', "“a” ", "1", "1 ", "said ", "a", "NATO said that ", "600 soldiers ", "two ", "\n", "a-"]
)
def test_no_text_makes_it_slow(piece: str) -> None:
    text = (piece * (MEGABYTE // len(piece) + 1))[:MEGABYTE]
    begin = time.process_time()
    read_text("", text, vocabulary=VOCABULARY, language="en")
    assert time.process_time() - begin < SLOWEST
