"""Where the words of a query stand in a text as it is written."""

from __future__ import annotations

import pytest

from board.text.hits import hits
from board.text.query import parse

ALIASES = (("Ferizaj", "Uroševac"), ("Mitrovica", "Kosovska Mitrovica"))


@pytest.mark.parametrize(
    ("query", "text", "marked"),
    [
        ("troops", "No troops leave; TROOPS stay", ["troops", "TROOPS"]),
        ("withdraw*", "They withdraw, a withdrawal", ["withdraw", "withdrawal"]),
        ('"no change"', "No change in Kosovo, no such change", ["No change"]),
        ('"out of th"*', "It is out of the question", ["out of the"]),
        ("kfor AND NOT police", "KFOR and the police", ["KFOR"]),
        ("kfor OR police", "KFOR and the police", ["KFOR", "police"]),
        ("kfor", "КФОР остаје", ["КФОР"]),
        ("љубав", "Ljubav i Љубав", ["Ljubav", "Љубав"]),
        ("kosoves", "Policia e Kosovës", ["Kosovës"]),
        ("kosoves", "Policia e Kosove\u0308s", ["Kosove\u0308s"]),
        ("ferizaj", "Near Uroševac and Ferizaj", ["Uroševac", "Ferizaj"]),
        ("mitrovica", "In Kosovska Mitrovica", ["Kosovska Mitrovica"]),
        ("text:kfor org:nato", "KFOR and NATO", ["KFOR"]),
        ('"kosovo force" kosovo', "The Kosovo Force in Kosovo", ["Kosovo Force", "Kosovo"]),
        ("covid-19", "COVID-19 tests", ["COVID-19"]),
        ("is:unread", "KFOR", []),
        ("", "KFOR", []),
        ("kfor", "", []),
    ],
)
def test_every_word_looked_for_is_marked_as_it_is_written(query: str, text: str, marked: list[str]) -> None:
    assert [text[start:end] for start, end in hits(parse(query), text, ALIASES)] == marked
