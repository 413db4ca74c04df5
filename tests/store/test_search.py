"""Search: the store finds what the query language says, in whatever script, a page at a time."""

from __future__ import annotations

import random
from contextlib import suppress
from dataclasses import replace

import pytest

from board.model import Figure, Stance
from board.snapshot import Note
from board.store import Store
from board.text.query import QueryError, matches, parse
from tests.store.made import day, headline, item, items, later, source, statement, updated

SPOKEN = {
    "US": "The US supports the mission",
    "them": "They told us that it is sad",
    "Italians": "Italian and Hungarian soldiers serve side by side",
    "SHBA": "SHBA po i largon trupat",
    "САЩ": "САЩ остават",
}
WORDS = ["kfor", "troops", "nato", "withdraw", "withdrawal", "police"]


def texts(store: Store, query: str, **options: bool) -> list[str]:
    return [record.statement.text for record in store.snapshot().statements(limit=100, query=query, **options)]


def put(store: Store, *said: str) -> None:
    store.apply(updated(items(*(item(f"T{n}", statement(text)) for n, text in enumerate(said)))), source())


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("nation:USA", {"US", "SHBA", "САЩ"}),
        ("nation:us", {"US", "SHBA", "САЩ"}),
        ('nation:"United States"', {"US", "SHBA", "САЩ"}),
        ("nation:italy", {"Italians"}),
        ("nation:HUN AND soldiers", {"Italians"}),
        ("NOT nation:usa", {"them", "Italians"}),
        ("nation:hu*", {"Italians"}),
        ("nation:nowhere", set()),
    ],
)
def test_a_statement_is_found_by_the_nations_it_names_in_whatever_words(
    store: Store, query: str, found: set[str]
) -> None:
    put(store, *SPOKEN.values())
    assert {name for name, text in SPOKEN.items() if text in texts(store, query)} == found


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("Camp near Ferizaj", "ферижај"),
        ("Протест у Ферижају", "ferizaju"),
        ("Uroševac is quiet", "urosevac"),
        ("UROŠEVAC", "Uroševac"),
        ("КФОР остаје", "kfor"),
        ("Policia e Kosovës", "kosoves"),
        ("Türkiye leads", "turkiye"),
        ("COVID-19 tests", "covid-19"),
        ("a b_c d", "b_c"),
    ],
)
def test_case_marks_and_script_do_not_matter(store: Store, text: str, query: str) -> None:
    put(store, text, "something else")
    assert texts(store, query) == [text]


def test_configured_names_of_one_thing_are_found_by_each_other(store: Store) -> None:
    put(store, "Quiet in Ferizaj", "Quiet in Uroševac", "Calm in North Mitrovica", "Calm in Kosovska Mitrovica")
    aliased = replace(store, aliases=(("Ferizaj", "Uroševac"), ("North Mitrovica", "Kosovska Mitrovica")))
    assert len(texts(aliased, "Ferizaj")) == len(texts(aliased, "урошевац")) == 2
    assert len(texts(aliased, '"north mitrovica"')) == 2
    assert len(texts(store, "Ferizaj")) == 1


def random_query(chance: random.Random, depth: int = 3) -> str:
    if depth == 0 or chance.random() < 0.3:
        word, other = chance.choices(WORDS, k=2)
        organisation = chance.choice(["nato", "eulex"])
        return chance.choice([word, word, f"{word[:4]}*", f'"{word} {other}"', f"org:{organisation}"])
    one, other = random_query(chance, depth - 1), random_query(chance, depth - 1)
    forms = [f"({one} AND {other})", f"({one} OR {other})", f"NOT {one}", f"{one} {other}", f"({one} OR NOT {other})"]
    return chance.choice(forms)


@pytest.mark.parametrize("seed", range(60))
def test_the_store_finds_exactly_what_the_query_language_says(store: Store, seed: int) -> None:
    chance = random.Random(seed)
    said = [
        statement(
            " ".join(chance.choices(WORDS, k=3)) + f" {n}", organisation=chance.choice(["NATO", "EULEX"]), speaker=""
        )
        for n in range(30)
    ]
    store.apply(updated(items(*(item(f"T{n}", one) for n, one in enumerate(said)))), source())
    for _ in range(8):
        query = random_query(chance)
        tree = parse(query)
        expected = {
            one.text
            for n, one in enumerate(said)
            if matches(tree, f"{one.text} T{n} {one.organisation} desk", {"org": one.organisation})
        }
        assert set(texts(store, query)) == expected, query


def test_fields_ask_who_for_whom_of_whom_and_how(store: Store) -> None:
    said = {"organisation": "Pentagon", "speaker": "John Doe", "origin": "RFE/RL", "stance": Stance.CONFIRMS}
    given = Figure(subject="KFOR", number=600, nation="USA", statement=0)
    us = replace(item("A", statement("About 600", **said)), figures=(given,))
    store.apply(updated(items(us, item("B", statement("Nothing"), headline("B says")))), source("prishtina-insight"))
    for query in (
        "from:doe", "speaker:doe", "from:rfe", "org:pentagon", "nation:usa", "stance:confirms", "text:600",
        '"about 600"', "source:prishtina 600",
    ):  # fmt: skip
        assert texts(store, query) == ["About 600"], query
    assert texts(store, "is:headline") == texts(store, "stance:headline") == ["B says"]
    assert not texts(store, "text:pentagon")
    assert "B says" not in texts(store, "", headlines=False)


def test_dates_bound_the_search(store: Store) -> None:
    dated = [
        item(text, statement(text), published=day(text))
        for text in ("2025-12-31", "2026-02-01", "2026-02-28", "2026-03-01")
    ]
    store.apply(updated(items(*dated)), source())
    assert texts(store, "after:2026") == ["2026-03-01", "2026-02-28", "2026-02-01"]
    assert texts(store, "before:2026-02") == ["2025-12-31"]
    assert texts(store, "after:2026-02 before:2026-03") == ["2026-02-28", "2026-02-01"]
    assert texts(store, "NOT after:2026-02-28") == ["2026-02-01", "2025-12-31"]
    assert texts(store, "before:2026 OR after:2026-03-01") == ["2026-03-01", "2025-12-31"]


def test_read_noted_and_edited_statements_are_found(store: Store) -> None:
    put(store, "one", "two", "three")
    refs = {record.statement.text: record.ref for record in store.snapshot().statements(limit=9)}
    store.mark_read([refs["one"]], later(1))
    store.note(Note(ref=refs["two"], text="Hm", who="me", at=later(1)))
    store.apply(updated(items(item("T2", statement("three"), summary="More")), later(2), body=b"2"), source())
    assert texts(store, "is:read") == ["one"]
    assert texts(store, "is:unread") == ["two", "three"]
    assert texts(store, "is:noted") == ["two"]
    assert texts(store, "is:edited") == ["three"]
    assert texts(store, "NOT is:edited NOT is:noted") == ["one"]
    assert texts(store, "is:noted OR three") == ["two", "three"]
    store.mark_unread([refs["one"]])
    assert texts(store, "is:read") == []


@pytest.mark.parametrize("query", ["", "even", "NOT odd", "is:unread", "even OR is:noted", "is:unread NOT odd"])
def test_pages_follow_each_other_without_gap_or_overlap(store: Store, query: str) -> None:
    said = [f"{'even' if n % 2 == 0 else 'odd'} {n}" for n in range(90)]
    for start in range(0, 90, 30):
        put_at = items(*(item(text, statement(text)) for text in said[start : start + 30]))
        store.apply(updated(put_at, later(start), body=b"%d" % start), source())
    board, before, seen = store.snapshot(), None, []
    while page := board.statements(limit=7, before=before, query=query):
        seen += [record.id for record in page]
        before = page[-1].id
    assert seen == [record.id for record in board.statements(limit=1000, query=query)]
    assert seen == sorted(seen, reverse=True)
    assert len(seen) == (90 if query in ("", "is:unread") else 45)


@pytest.mark.parametrize(
    ("query", "complaint"),
    [
        ("colour:red", "no field 'colour'"),
        ("is:blue", "is: takes"),
        ("after:yesterday", "after: takes a date"),
        ('"open', "not closed"),
        (" ".join(f"(a{n} OR is:read)" for n in range(12)), "too many alternatives"),
    ],
)
def test_a_query_that_cannot_be_answered_says_why(store: Store, query: str, complaint: str) -> None:
    with pytest.raises(QueryError, match=complaint):
        texts(store, query)


ODD = ['"', "'; DROP TABLE notes; --", "a*b", "NEAR(a b)", "{text} : x", "^a", "a + b", "\x00", "🙂", "*"]


@pytest.mark.parametrize("query", ODD)
def test_what_means_something_to_the_index_means_nothing_here(store: Store, query: str) -> None:
    put(store, "words")
    with suppress(QueryError):
        texts(store, query)
    assert texts(store, "words") == ["words"]
