"""A wrong reading put right by hand: everything goes by what was put, and what was read is kept beside it."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from board.model import Confidence, Figure, FigureKind, Identity, Qualifier, Stance, Statement, Strength
from board.outcome import ItemReading, Reading
from board.snapshot import ChangeKind, Decision, Part, Sense
from board.store import Store
from tests.store.made import headline, item, items, later, source, statement, updated

WORDS = "No change in the deployment of 600 soldiers"


def figure(**changes: object) -> Figure:
    given: dict[str, object] = {"subject": "KFOR", "number": 600, "quote": WORDS, "statement": 0}
    return Figure(**(given | changes))  # type: ignore[arg-type]


def reading(*said: Statement, figures: tuple[Figure, ...] = (), title: str = "A", text: str = "") -> Reading:
    told = item(title, *said, link="https://desk.example/a", text=text)
    return items(ItemReading(item=told.item, statements=told.statements, figures=figures))


def put(store: Store, ref: str, *values: str, at: datetime | None = None, why: str = "") -> None:
    when = at or later(1)
    store.decide(*(Decision(ref=ref, kind="reading", value=value, who="m.k.", at=when, why=why) for value in values))


def only(store: Store, **when: object) -> str:
    """The ref of the one statement there is."""
    (record,) = store.snapshot().statements(limit=9)
    return record.ref


def read(store: Store, *said: Statement, figures: tuple[Figure, ...] = (), hours: float = 0, **changes: Any) -> None:
    store.apply(updated(reading(*said, figures=figures), later(hours), **changes), source())


def now(store: Store, ref: str) -> Statement:
    record = store.snapshot().statement(ref)
    assert record is not None
    return record.statement


def the_figure(store: Store, number: int) -> Figure:
    return next(record.value for record in store.snapshot().figures() if record.value.number == number)


def test_what_was_put_right_stands_and_what_was_read_is_kept_beside_it(store: Store) -> None:
    read(store, statement(WORDS))
    ref = only(store)
    put(store, ref, "organisation=EULEX", "stance=claims", why="seen on the page")
    (record,) = store.snapshot().statements(limit=9)
    assert (record.ref, record.statement.organisation, record.statement.stance) == (ref, "EULEX", Stance.CLAIMS)
    assert record.read_as == statement(WORDS)
    assert record.put_right is not None
    assert (record.put_right.who, record.put_right.at, record.put_right.why) == ("m.k.", later(1), "seen on the page")


def test_it_is_found_by_what_was_put_and_no_longer_by_what_was_read(store: Store) -> None:
    read(store, statement(WORDS))
    put(store, only(store), "organisation=EULEX", "stance=claims")
    found = {query: len(store.snapshot().statements(limit=9, query=query)) for query in ("org:eulex", "org:nato")}
    assert found == {"org:eulex": 1, "org:nato": 0}
    assert not store.snapshot().statements(limit=9, query="stance:denies")


def test_the_last_word_on_each_field_counts_and_one_can_be_taken_back(store: Store) -> None:
    read(store, statement(WORDS))
    ref = only(store)
    put(store, ref, "organisation=EULEX", "stance=claims")
    put(store, ref, "stance=announces", at=later(2))
    put(store, ref, "organisation", at=later(3))
    assert (now(store, ref).organisation, now(store, ref).stance) == ("NATO", Stance.ANNOUNCES)
    put(store, ref, "stance", at=later(4))
    record = store.snapshot().statement(ref)
    assert record is not None
    assert (record.statement, record.read_as, record.put_right) == (statement(WORDS), None, None)


def test_another_speaker_takes_role_and_identity_of_the_one_that_was_read_away(store: Store) -> None:
    read(store, statement(WORDS, speaker="an official", role="spokesman"))
    ref = only(store)
    put(store, ref, "speaker=Ana Kola")
    assert (now(store, ref).identity, now(store, ref).role) == (Identity.NAMED, "")
    put(store, ref, "speaker=")
    assert now(store, ref).identity is Identity.ORGANISATION
    put(store, ref, "speaker=a guard", "identity=role", "role=guard")
    assert (now(store, ref).identity, now(store, ref).role) == (Identity.ROLE, "guard")


def test_the_strength_goes_with_the_stance_and_the_reading_is_sure_now(store: Store) -> None:
    read(store, statement(WORDS, strength=Strength.WEAK, confidence=Confidence.LOW))
    ref = only(store)
    put(store, ref, "stance=claims")
    assert (now(store, ref).strength, now(store, ref).confidence) == (Strength.PLAIN, Confidence.HIGH)
    put(store, ref, "strength=strong")
    assert now(store, ref).strength is Strength.STRONG


def test_a_headline_can_be_made_a_statement_and_a_statement_a_headline(store: Store) -> None:
    read(store, statement(WORDS), headline("Troops stay"))
    said = {record.statement.text: record.ref for record in store.snapshot().statements(limit=9)}
    put(store, said[WORDS], "stance=headline")
    put(store, said["Troops stay"], "stance=announces")
    told = [record.statement.text for record in store.snapshot().statements(limit=9, headlines=False)]
    assert told == ["Troops stay"]


@pytest.mark.parametrize("how", [{"body": b"other"}, {"extracted_by": "feed 2"}])
def test_a_reading_that_says_the_same_again_leaves_what_was_put_right(store: Store, how: dict[str, Any]) -> None:
    read(store, statement(WORDS))
    ref = only(store)
    put(store, ref, "stance=claims")
    read(store, statement(WORDS), hours=2, **how)
    assert now(store, ref).stance is Stance.CLAIMS


def test_a_reading_that_says_it_otherwise_keeps_what_was_put_right_and_improves_the_rest(store: Store) -> None:
    read(store, statement(WORDS))
    ref = only(store)
    put(store, ref, "stance=claims")
    better = statement(WORDS, speaker="Ana Kola", identity=Identity.NAMED)
    read(store, better, hours=2, extracted_by="feed 2")
    assert (now(store, ref).stance, now(store, ref).speaker) == (Stance.CLAIMS, "Ana Kola")
    record = store.snapshot().statement(ref)
    assert record is not None
    assert record.read_as == better
    put(store, ref, "stance", at=later(3))
    assert now(store, ref) == better


def test_what_an_edit_took_away_and_brought_back_is_still_put_right(store: Store) -> None:
    store.apply(updated(reading(statement(WORDS), text="One")), source())
    ref = only(store)
    put(store, ref, "stance=claims")
    store.apply(updated(reading(statement("Else"), text="Two"), later(2), body=b"2"), source())
    assert store.snapshot().statement(ref) is None
    store.apply(updated(reading(statement(WORDS), text="Three"), later(3), body=b"3"), source())
    assert now(store, ref).stance is Stance.CLAIMS


def test_what_was_known_then_is_what_was_read_and_what_had_been_said_then_is_as_it_was_put(store: Store) -> None:
    read(store, statement(WORDS))
    ref = only(store)
    put(store, ref, "stance=claims", at=later(5))

    def stance(hours: float, sense: Sense) -> Stance | None:
        record = store.snapshot(later(hours), sense).statement(ref)
        assert record is not None
        return record.statement.stance

    assert [stance(hours, Sense.KNOWN) for hours in (1, 6)] == [Stance.DENIES, Stance.CLAIMS]
    assert stance(1, Sense.REPORTED) is Stance.CLAIMS
    before = store.snapshot(later(1), Sense.KNOWN).statements(limit=9, query="stance:denies")
    assert [(record.ref, record.read_as) for record in before] == [(ref, None)]
    assert store.step(later(9), -1, Sense.KNOWN) == later(5)


def test_a_figure_counts_what_was_put(store: Store) -> None:
    read(store, statement(WORDS), figures=(figure(),))
    (record,) = store.snapshot().figures()
    put(store, record.ref, "nation=USA", "kind=ceiling", "qualifier=up_to")
    (record,) = store.snapshot().figures(nation="USA", kinds=(FigureKind.CEILING,))
    assert (record.value.qualifier, record.read_as) == (Qualifier.UP_TO, figure())
    assert not store.snapshot().figures(subject="KFOR", totals_only=True)
    (said,) = store.snapshot().statements(limit=9)
    assert [each.value.nation for each in said.figures] == ["USA"]
    put(store, record.ref, "nation", "subject=EULEX", at=later(2))
    assert not store.snapshot().figures(nation="USA")
    assert [each.value.subject for each in store.snapshot().figures(subject="eulex", totals_only=True)] == ["EULEX"]


def test_a_figure_is_given_by_whoever_made_the_statement_it_is_in(store: Store) -> None:
    read(store, statement(WORDS), figures=(figure(said_by="NATO"),))
    ref = only(store)
    put(store, ref, "organisation=EULEX", at=later(5))
    (given,) = store.snapshot().figures()
    assert (given.value.said_by, given.read_as) == ("EULEX", figure(said_by="NATO"))
    (then,) = store.snapshot(later(4), Sense.KNOWN).figures()
    assert then.value.said_by == "NATO"
    read(store, statement(WORDS), figures=(figure(said_by="NATO"), figure(number=9)), hours=6, extracted_by="feed 2")
    assert {each.value.number: each.value.said_by for each in store.snapshot().figures()} == {600: "EULEX", 9: ""}
    put(store, ref, "organisation", at=later(7))
    assert the_figure(store, 600).said_by == "NATO"


def test_a_statement_is_found_by_the_nation_that_was_put_to_its_figure(store: Store) -> None:
    read(store, statement(WORDS), figures=(figure(),))
    (record,) = store.snapshot().figures()
    assert not store.snapshot().statements(limit=9, query="nation:ITA")
    put(store, record.ref, "nation=ITA")
    assert len(store.snapshot().statements(limit=9, query="nation:ITA")) == 1
    read(store, statement(WORDS, note="other"), figures=(figure(),), hours=2, extracted_by="feed 2")
    assert len(store.snapshot().statements(limit=9, query="nation:ITA")) == 1
    assert len(store.snapshot().statements(limit=9, query="soldiers")) == 1


def test_a_figure_that_is_read_as_counting_another_nation_keeps_what_was_put(store: Store) -> None:
    read(store, statement(WORDS), figures=(figure(),))
    (record,) = store.snapshot().figures()
    put(store, record.ref, "nation=USA")
    read(store, statement(WORDS), figures=(figure(nation="ITA"),), hours=2, extracted_by="feed 2")
    (again,) = store.snapshot().figures()
    assert (again.ref, again.value.nation) == (record.ref, "USA")
    assert again.read_as == figure(nation="ITA")


def test_a_figure_that_nobody_put_right_does_not_follow_another(store: Store) -> None:
    read(store, statement(WORDS), figures=(figure(),))
    (record,) = store.snapshot().figures()
    read(store, statement(WORDS), figures=(figure(nation="ITA"),), hours=2, extracted_by="feed 2")
    (again,) = store.snapshot().figures()
    assert (again.ref != record.ref, again.value.nation) == (True, "ITA")


def test_of_two_new_figures_of_one_number_neither_is_taken_for_what_was_put_right(store: Store) -> None:
    read(store, statement(WORDS), figures=(figure(),))
    (record,) = store.snapshot().figures()
    put(store, record.ref, "nation=USA")
    both = (figure(nation="ITA"), figure(nation="DEU"))
    read(store, statement(WORDS), figures=both, hours=2, extracted_by="feed 2")
    assert sorted(each.value.nation or "" for each in store.snapshot().figures()) == ["DEU", "ITA"]


def test_what_is_new_stays_new_when_it_is_put_right_and_the_decision_is_told(store: Store) -> None:
    read(store, statement(WORDS), figures=(figure(),))
    (record,) = store.snapshot().figures()
    put(store, only(store), "stance=claims")
    put(store, record.ref, "nation=USA", at=later(2))
    told = store.snapshot().changes(later(-1))
    assert [(each.kind, each.nation) for each in told] == [
        (ChangeKind.STATEMENT, None),
        (ChangeKind.FIGURE, "USA"),
        (ChangeKind.DECIDED, None),
        (ChangeKind.DECIDED, None),
    ]


def test_all_that_is_put_right_at_once_is_one_step_and_makes_panels_of_what_was_said_build_again(store: Store) -> None:
    read(store, statement(WORDS))
    before, ref = store.marks()[Part.SAID], only(store)
    put(store, ref, "stance=claims", "strength=strong", "organisation=EULEX")
    assert store.marks()[Part.SAID] != before
    rows = store.database.rows("SELECT cause, known_to IS NULL FROM statements ORDER BY id")
    assert [tuple(row) for row in rows] == [("new", 0), ("by hand", 1)]


def test_what_is_said_no_more_or_never_was_is_decided_on_and_nothing_else_happens(store: Store) -> None:
    read(store, statement(WORDS))
    put(store, "statement:999", "stance=claims")
    put(store, "tier:1", "stance=claims")
    assert [now(store, only(store)).stance, len(store.snapshot().decisions("tier:1"))] == [Stance.DENIES, 1]


def test_words_that_no_field_has_change_nothing(store: Store) -> None:
    read(store, statement(WORDS))
    put(store, only(store), "stance=shouts", "text=else", "strength=")
    assert now(store, only(store)) == statement(WORDS)


@pytest.mark.parametrize("undone", [False, True])
def test_it_comes_through_an_export_twice_and_a_rescue(store: Store, tmp_path: Path, undone: bool) -> None:
    read(store, statement(WORDS), figures=(figure(),))
    (given,) = store.snapshot().figures()
    put(store, only(store), "stance=claims")
    put(store, given.ref, "nation=USA")
    if undone:
        put(store, only(store), "stance", at=later(2))
    there = store.snapshot().statements(limit=9), store.snapshot().figures()
    store.export(tmp_path / "all.jsonl")
    with Store.open(tmp_path / "other.sqlite") as other:
        other.import_(tmp_path / "all.jsonl")
        assert (other.snapshot().statements(limit=9), other.snapshot().figures()) == there
        assert sum(other.import_(tmp_path / "all.jsonl").values()) == 0
        assert (other.snapshot().statements(limit=9), other.snapshot().figures()) == there
        query = "stance:denies" if undone else "stance:claims"
        assert len(other.snapshot().statements(limit=9, query=query)) == 1
    store.close()
    Store.salvage(store.path, later(9))
    with Store.open(store.path) as saved:
        assert (saved.snapshot().statements(limit=9), saved.snapshot().figures()) == there


def test_a_store_that_read_the_same_later_goes_by_what_was_put_right_in_the_other(store: Store, tmp_path: Path) -> None:
    read(store, statement(WORDS))
    put(store, only(store), "stance=claims")
    store.export(tmp_path / "all.jsonl")
    with Store.open(tmp_path / "other.sqlite") as other:
        read(other, statement(WORDS), hours=1)
        read(other, statement(WORDS, note="read better"), hours=5, extracted_by="feed 2")
        other.import_(tmp_path / "all.jsonl")
        (record,) = other.snapshot().statements(limit=9)
        assert (record.statement.stance, record.statement.note) == (Stance.CLAIMS, "read better")


def test_the_export_has_both_readings(store: Store, tmp_path: Path) -> None:
    read(store, statement(WORDS))
    put(store, only(store), "stance=claims")
    store.export(tmp_path / "all.jsonl")
    records = [json.loads(line) for line in (tmp_path / "all.jsonl").read_text().splitlines()]
    said = [each for each in records if each["type"] == "statement"]
    assert [(each["value"]["stance"], each["read"] and each["read"]["stance"]) for each in said] == [
        ("denies", None),
        ("claims", "denies"),
    ]
