"""The statements panel: words for what is done, the way it came, pages that lose nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from board.model import Strength, When
from board.panels import _stances, statements
from board.shapes import Condition, Tone
from tests.panels.boards import NOW
from tests.panels.building import CONFIG, claim, config, feed, source, spec, view
from tests.panels.description import described


def one(words: str) -> str:
    return f'[[statement]]\ntext = "x"\n{words}\n'


@pytest.mark.parametrize(
    ("given", "word"),
    [
        ('stance = "denies"\nstrength = "weak"', "DENIES weakly"),
        ('stance = "denies"\nstrength = "strong"', "DENIES strongly"),
        ('stance = "denies"', "DENIES"),
        ('stance = "confirms"', "CONFIRMS"),
        ('stance = "claims"', "CLAIMS"),
        ('stance = "announces"', "ANNOUNCES"),
        ('stance = "no_comment"', "DECLINES"),
        ('stance = "no_comment"\nstrength = "weak"', "NO ANSWER YET"),
        ("", "HEADLINE"),
    ],
)
def test_each_stance_has_its_word(given: str, word: str) -> None:
    assert feed(view("statements", described(one(given)))).entries[0].word == word


@pytest.mark.parametrize(
    ("given", "who"),
    [
        ('organisation = "NATO"\nspeaker = "a NATO official"', "NATO, official"),
        ('organisation = "NATO"\nspeaker = "NATO"', "NATO"),
        ('organisation = "NATO"\nspeaker = "an official"', "NATO, official"),
        ('organisation = "NATO"\nspeaker = "Jens Stoltenberg"\nidentity = "named"', "NATO, Jens Stoltenberg"),
        ('speaker = "four diplomats"', "four diplomats"),
        ('origin = "Politico"', "Politico"),
        ("", "unknown speaker"),
    ],
)
def test_a_body_is_named_once(given: str, who: str) -> None:
    assert feed(view("statements", described(one(given)))).entries[0].who == who


def test_the_way_leads_from_the_origin_to_the_nearest_carrier() -> None:
    entry = feed(
        view("statements", described(one('origin = "RFE/RL"\ncarriers = ["RFE/RL", "BTA", "fakti.bg"]')))
    ).entries[0]
    assert (entry.way, entry.carriers) == (("RFE/RL", "BTA", "fakti.bg"), 2)


def test_who_carried_it_twice_counts_once() -> None:
    given = one('origin = "Politico"\ncarriers = ["Babel"]\nrepeated_by = ["Babel", "Koha", "Politico"]')
    assert feed(view("statements", described(given))).entries[0].carriers == 2


def test_a_number_only_proposed_carries_a_question_mark() -> None:
    proposed, decided = one('id = 2\nstance = "claims"\ngrade = "C"'), one('id = 1\ngrade = "B"\ninformation = 2')
    entries = feed(view("statements", described(proposed + decided))).entries
    assert [entry.grade for entry in entries] == ["C6?", "B2"]


def test_marks_tell_figures_claims_edits_doubt_and_notes() -> None:
    given = """
    [[statement]]
    text = "withdraw"
    stance = "claims"
    edited = true
    confidence = "low"
    notes = 2
    [[statement.figures]]
    nation = "USA"
    number = 600
    qualifier = "about"
    [[statement.figures]]
    number = 400
    kind = "reserve"
    confidence = "low"
    """
    claims = (claim("us-withdrawal", "withdraw"),)
    entry = feed(view("statements", described(given), config(claims=claims))).entries[0]
    marks = [span.text for span in entry.marks]
    assert marks == ["USA ≈600", "KFOR 400 reserve?", "unsure: us-withdrawal", "edited", "unsure", "2 notes"]


def test_a_headline_says_nothing_of_how_it_was_said() -> None:
    given = one('identity = "unnamed"\norigin = "Daily"')
    entry = feed(view("statements", described(given))).entries[0]
    assert (entry.how, entry.tone) == ("", Tone.HEADLINE)


def test_headlines_can_be_left_out() -> None:
    given = described(one('id = 1\nstance = "claims"') + one("id = 2"))
    assert [entry.key for entry in feed(view("statements", given, headlines=False)).entries] == [1]


def test_pages_follow_one_another_without_gap_or_overlap() -> None:
    snapshot = described("".join(one(f"id = {number}") for number in range(1, 8)))
    panel = spec("statements", page=3)
    page = feed(statements.build(snapshot, panel, CONFIG, NOW))
    keys = [entry.key for entry in page.entries]
    while page.more is not None:
        page = statements.page(snapshot, panel, CONFIG, NOW, page.more)
        keys += [entry.key for entry in page.entries]
    assert keys == [7, 6, 5, 4, 3, 2, 1]


def test_one_body_s_statements_are_found_however_far_apart() -> None:
    of_others = "".join(one(f'id = {number}\norganisation = "EU"') for number in range(2, 9))
    given = described(of_others + one('id = 1\norganisation = "Ministria e Mbrojtjes së Kosovës"'))
    page = feed(view("statements", given, organisation="mbrojtjes se kosoves", page=2))
    assert [entry.key for entry in page.entries] == [1]


def test_unread_statements_are_counted() -> None:
    assert view("statements", described(one("id = 1") + one("id = 2\nread = true"))).fresh == 1


def test_what_came_with_the_program_is_not_new() -> None:
    board = config(sources=(source("shipped", path="bundled:x.toml"),))
    assert view("statements", described(one('source = "shipped"')), board).fresh == 0


def test_the_newest_date_is_the_panel_s_and_the_undated_have_none() -> None:
    given = described(one("id = 2") + one('id = 1\npublished = "2026-02"'))
    assert str(view("statements", given).as_of) == "2026-02"


def test_two_of_three_sources_failing_is_told_and_the_panel_is_fresh() -> None:
    health = "".join(
        f'[[health]]\nname = "{name}"\nstate = "{state}"\nsince = 2026-11-22T12:00:00Z\nreason = "timeout"\n'
        for name, state in (("a", "failing"), ("b", "stale"), ("c", "ok"))
    )
    sources = tuple(source(name, url="https://x.example/") for name in "abc")
    built = view("statements", described(health + one("")), config(sources=sources))
    assert (built.condition, built.trouble) == (Condition.FRESH, "A failing since 12:00; B stale since 12:00")


def test_all_sources_stale_make_the_panel_stale() -> None:
    health = '[[health]]\nname = "a"\nstate = "stale"\n'
    built = view("statements", described(health + one("")), config(sources=(source("a", url="https://x.example/"),)))
    assert built.condition is Condition.STALE


def test_nothing_read_yet_is_said_so() -> None:
    health = '[[health]]\nname = "a"\nstate = "waiting"\n'
    built = view("statements", described(health), config(sources=(source("a", url="https://x.example/"),)))
    assert (built.condition, built.empty) == (Condition.EMPTY, "no source has been read yet")


def test_in_the_past_it_is_no_trouble_that_nothing_was_read_yet() -> None:
    health = 'at = 2025-02-25T12:00:00Z\n[[health]]\nname = "a"\nstate = "waiting"\n'
    built = view("statements", described(health + one("")), config(sources=(source("a", url="https://x.example/"),)))
    assert (built.condition, built.trouble) == (Condition.FRESH, "")


def test_the_whole_record_is_there_for_scripts() -> None:
    given = described(
        one('speaker = "a NATO official"\nstance = "claims"\nsource = "bta"\nurl = "https://bta.example/1"')
    )
    data = feed(view("statements", given)).entries[0].data
    provenance = data["provenance"]
    assert data["speaker"] == "a NATO official"
    assert data["proposed_information"] == {"number": 6, "because": "nothing to hold it against"}
    assert isinstance(provenance, dict)
    assert (provenance["source"], provenance["url"]) == ("bta", "https://bta.example/1")


def test_every_strength_has_a_word() -> None:
    assert set(_stances.STRENGTHS) == set(Strength)


@pytest.mark.parametrize(
    ("states", "condition", "trouble"),
    [
        (("waiting",), Condition.STALE, "A not read yet"),
        (("waiting", "waiting"), Condition.STALE, "none of 2 sources read yet"),
        (("waiting", "ok"), Condition.FRESH, ""),
        (("failing", "waiting"), Condition.FAILED, "A failing since 12:00"),
        (("failing", "stale"), Condition.STALE, "A failing since 12:00; B stale since 12:00"),
        (("unchanged", "empty"), Condition.FRESH, ""),
    ],
)
def test_what_no_source_stands_behind_does_not_look_fresh(
    states: tuple[str, ...], condition: Condition, trouble: str
) -> None:
    names = "ab"[: len(states)]
    health = "".join(
        f'[[health]]\nname = "{name}"\nstate = "{state}"\nsince = 2026-11-22T12:00:00Z\n'
        for name, state in zip(names, states, strict=True)
    )
    sources = tuple(source(name, url="https://x.example/") for name in names)
    built = view("statements", described(health + one("")), config(sources=sources))
    assert (built.condition, built.trouble) == (condition, trouble)


def test_an_empty_panel_of_failing_sources_says_that_none_answers() -> None:
    health = '[[health]]\nname = "a"\nstate = "failing"\n'
    built = view("statements", described(health), config(sources=(source("a", url="https://x.example/"),)))
    assert (built.condition, built.empty) == (Condition.FAILED, "no source answers")


def test_what_is_dated_ahead_says_so_and_tells_nothing_of_how_new_the_panel_is() -> None:
    given = described(one('stance = "claims"\npublished = "2026-11-20"') + one('stance = "claims"'))
    ahead = replace(given.all_statements[1].statement, published=When.parse("2026-11-24T00:00:00Z"))
    told = replace(given.all_statements[1], statement=ahead, dated_ahead=True)
    built = view("statements", replace(given, all_statements=(given.all_statements[0], told)))
    assert str(built.as_of) == "2026-11-20"
    marks = {entry.ref: [mark.text for mark in entry.marks] for entry in feed(built).entries}
    assert ("dated ahead" in marks[told.ref], marks[given.all_statements[0].ref]) == (True, [])
