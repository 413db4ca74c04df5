"""Queries parse to a tree, say where they are wrong, and match folded words."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.text.query import DEEPEST, And, Field, Not, Or, Phrase, QueryError, Term, matches, parse


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("KFOR", Term("kfor")),
        ("withdraw*", Term("withdraw", prefix=True)),
        ('"Kosovo Police"', Phrase(("kosovo", "police"))),
        ('"Kosovo Pol"*', Phrase(("kosovo", "pol"), prefix=True)),
        ("RFE/RL", Phrase(("rfe", "rl"))),
        ("a b", And((Term("a"), Term("b")))),
        ("a AND b OR c", Or((And((Term("a"), Term("b"))), Term("c")))),
        ("a (b OR c)", And((Term("a"), Or((Term("b"), Term("c")))))),
        ("a AND NOT b", And((Term("a"), Not(Term("b"))))),
        ("NOT NOT a", Not(Not(Term("a")))),
        ("stance:denies", Field("stance", Term("denies"))),
        ('who:"NATO official"', Field("who", Phrase(("nato", "official")))),
        ("nation:it*", Field("nation", Term("it", prefix=True))),
        ("https://nato.int", Phrase(("https", "nato", "int"))),
        ("and or", And((Term("and"), Term("or")))),
        ("Урошевац", Term("urosevac")),
        ("", And(())),
        ("   ", And(())),
    ],
)
def test_a_query_becomes_a_tree(text: str, tree: object) -> None:
    assert parse(text) == tree


@pytest.mark.parametrize(
    ("text", "position", "words"),
    [
        ("(a OR b", 0, "not closed"),
        ("a)", 1, "closes nothing"),
        ("a OR", 4, "missing at the end"),
        ("AND a", 0, "missing before 'AND'"),
        ("a OR OR b", 5, "missing before 'OR'"),
        ("()", 1, "missing before ')'"),
        ('who:""', 4, "no word"),
        ("NOT", 3, "missing at the end"),
        ('a "b', 2, "not closed"),
        ("a *", 2, "no word"),
        ("who:(a OR b)", 0, "a field takes one word or one phrase"),
        ("(" * (DEEPEST + 1) + "a", DEEPEST, "levels"),
        ("x" * 3000, 2000, "at most"),
    ],
)
def test_a_mistake_is_told_with_its_place(text: str, position: int, words: str) -> None:
    with pytest.raises(QueryError, match=re.escape(words)) as caught:
        parse(text)
    assert caught.value.position == position


CLAIM = "(withdraw* OR reduc* OR pull*) AND (US OR American OR Washington) AND (KFOR OR Kosovo)"


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        (CLAIM, "Washington is reducing its part in KFOR.", True),
        (CLAIM, "The US plans a withdrawal from Kosovo’s force", True),
        (CLAIM, "The US stays in Kosovo", False),
        (CLAIM, "A bus is reduced in Kosovo", False),
        ('"Kosovo Police"', "the KOSOVO\npolice said", True),
        ('"Kosovo Police"', "police of Kosovo", False),
        ('"Kosovo Pol"*', "Kosovo policija", True),
        ("КФОР", "Kfor je saopštio", True),
        ("Uroševac", "у Урошевцу и Урошевац", True),
        ("NATO NOT Iraq", "NATO in Iraq", False),
        ("NATO NOT Iraq", "NATO in Kosovo", True),
        ("", "anything", True),
        ("stance:denies", "he denies it", False),
        ("a*", "", False),
    ],
)
def test_a_text_is_what_a_query_asks_for(query: str, text: str, expected: bool) -> None:
    assert matches(parse(query), text) is expected


def test_a_field_is_matched_in_the_field_alone() -> None:
    query = parse('organisation:"Ministry of Defence" KFOR')
    assert matches(query, "KFOR", {"organisation": "Kosovo Ministry of Defence"})
    assert not matches(query, "KFOR Ministry of Defence", {"organisation": "NATO"})


@given(st.text(max_size=80) | st.text(st.sampled_from('ab ()"*:ANDORNOT'), max_size=60), st.text(max_size=60))
def test_every_text_is_a_query_or_a_query_error(text: str, searched: str) -> None:
    try:
        query = parse(text)
    except QueryError as caught:
        position_is_inside = 0 <= caught.position <= len(text)
    else:
        position_is_inside = True
        assert matches(Not(query), searched) is not matches(query, searched)
    assert position_is_inside
