"""The tiers panel: the board suggests, a person decides, and nothing is made up."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo

from board.model import When
from board.panels import _names
from board.spec import Config, TierSpec
from tests.panels.building import config, decision, ladder, said, view
from tests.panels.description import described
from tests.panels.memory import Memory

KFOR = TierSpec(level=3, name="KFOR", aliases=("Kfor", "КФОР"), force="KFOR", described_by="EULEX, KFOR")
POLICE = TierSpec(level=1, name="Kosovo Police", strength="8,546 staff", strength_as_of=When.parse("2012-03"))
BOTH = config(tiers=(KFOR, POLICE))
READY = """
[[statement]]
published = "2026-11-20"
organisation = "KFOR"
identity = "organisation"
stance = "confirms"
text = "KFOR was not requested to intervene."
"""


def strengths(snapshot: Memory, board: Config = BOTH) -> list[str]:
    return [rung.strength for rung in ladder(view("tiers", snapshot, board)).rungs]


def test_tiers_stand_in_order_and_unknown_until_somebody_decides() -> None:
    rungs = ladder(view("tiers", Memory(), BOTH)).rungs
    assert [(rung.level, rung.role, rung.posture) for rung in rungs] == [
        (1, "first", "unknown"),
        (3, "third", "unknown"),
    ]


def test_a_decision_gives_the_posture_with_its_time() -> None:
    decided = decision("tier:3", "posture", "acting", hour=10)
    rung = ladder(view("tiers", described(decided), BOTH)).rungs[1]
    assert (rung.posture, str(When(rung.since)) if rung.since else "") == ("acting", "2026-11-21T10:00:00Z")


def activity(*said: tuple[str, str, str]) -> str:
    """What is told as the latest of tier 3, of statements on it, the newest first: date, organisation, words."""
    statements = "".join(
        f"[[statement]]\nid = {9 - number}\n"
        + (f'published = "{day}"\n' if day else "")
        + f'organisation = "{who}"\nidentity = "organisation"\n'
        f'stance = "claims"\ntext = "{text}"\nitem_title = "A day with KFOR"\n'
        for number, (day, who, text) in enumerate(said)
    )
    rung = ladder(view("tiers", described(statements), BOTH)).rungs[1]
    return "".join(span.text for span in rung.latest)


def test_what_a_tier_says_itself_is_its_latest_before_what_is_said_of_it_and_of_others() -> None:
    of_others = ("2026-11-20", "Government of Serbia", "Talks go on in Brussels.")
    of_it, own = ("2026-11-19", "NATO", "KFOR is ready."), ("2026-11-18", "KFOR", "We patrol as before.")
    assert activity(of_others, of_it, own).endswith("KFOR: We patrol as before.")
    assert activity(of_others, of_it).endswith("NATO: KFOR is ready.")
    assert activity(of_others).endswith("Talks go on in Brussels.")


def test_what_a_tier_said_more_than_a_week_before_is_not_its_latest() -> None:
    newer = ("2026-11-20", "NATO", "KFOR is ready.")
    assert activity(newer, ("2026-10-01", "KFOR", "We patrol as before.")).endswith("NATO: KFOR is ready.")


def test_what_has_no_date_is_the_latest_only_where_nothing_has_one() -> None:
    undated, own = (
        ("", "Government of Serbia", "Soldiers will join KFOR."),
        ("2026-11-18", "KFOR", "We patrol as before."),
    )
    assert activity(undated, own).endswith("KFOR: We patrol as before.")
    assert activity(undated).startswith("undated CLAIMS Government of Serbia")


def test_who_decided_the_posture_and_why_is_told_with_it() -> None:
    why = decision("tier:3", "posture", "acting") + 'why = "seen at the bridge"\n'
    rung = ladder(view("tiers", described(why), BOTH)).rungs[1]
    assert rung.decided == "by m: seen at the bridge"


def test_a_decision_taken_back_is_unknown_again() -> None:
    back = decision("tier:3", "posture", "unknown", hour=11)
    before = decision("tier:3", "posture", "acting", hour=10)
    rung = ladder(view("tiers", described(back + before), BOTH)).rungs[1]
    assert (rung.posture, rung.since) == ("unknown", None)


def test_what_was_said_first_on_a_day_of_many_words_still_proposes_a_posture() -> None:
    later = "".join(
        f'[[statement]]\nid = {number}\npublished = "2026-11-21"\nidentity = "named"\nstance = "claims"\n'
        f'speaker = "Mayor {number}"\ntext = "Much is said of KFOR, and more is to come."\n'
        for number in range(2, 90)
    )
    for read, proposed in ((READY + later, "not asked"), (READY.replace("2026-11-20", "2026-10-20") + later, "")):
        assert ladder(view("tiers", described(read), BOTH)).rungs[1].proposal.partition(":")[0] == proposed


def test_a_proposal_and_the_latest_are_of_one_day_where_the_reader_is() -> None:
    board = replace(BOTH, board=replace(BOTH.board, time_zone=ZoneInfo("Europe/Belgrade")))
    late = described(READY.replace("2026-11-20", "2026-11-19T23:15:00Z"))
    rung = ladder(view("tiers", late, board)).rungs[1]
    assert rung.proposal.startswith("not asked: KFOR, 2026-11-20: ")
    assert rung.latest[0].text == "20 Nov 2026 "


def test_a_proposal_is_only_a_proposal() -> None:
    rung = ladder(view("tiers", described(READY), BOTH)).rungs[1]
    assert rung.posture == "unknown"
    assert rung.proposal == "not asked: KFOR, 2026-11-20: KFOR was not requested to intervene."


def test_the_strength_is_dated() -> None:
    assert strengths(Memory())[0] == "8,546 staff (Mar 2012)"


def test_the_strength_of_a_force_is_its_newest_stated_total() -> None:
    edition = '[[edition]]\nas_of = "2026-02-19"\ntotal = 4767\nnations = 33\nrows = { ITA = 907 }\n'
    assert strengths(described(edition))[1] == "4,767 from 33 nations (19 Feb 2026)"


def test_a_partial_table_without_a_total_is_not_taken_for_the_strength() -> None:
    edition = '[[edition]]\nas_of = "2026-02-19"\ncomplete = false\nrows = { ITA = 907 }\n'
    assert strengths(described(edition))[1] == "907 known, total unknown (19 Feb 2026)"


def test_an_unknown_strength_is_unknown() -> None:
    assert strengths(Memory())[1] == "strength unknown"


def test_the_latest_activity_is_found_by_any_name() -> None:
    given = '[[statement]]\nid = 4\npublished = "2026-11-20"\nstance = "claims"\ntext = "Војници КФОР-а"\n'
    rung = ladder(
        view("tiers", described(given), config(tiers=(TierSpec(level=3, name="KFOR", aliases=("КФОР-а",)),)))
    ).rungs[0]
    assert rung.latest_ref == "statement:4"


def test_who_describes_the_model_is_told() -> None:
    assert said(ladder(view("tiers", Memory(), BOTH)).footer) == ["as described by EULEX, KFOR"]


def test_a_name_with_quotes_cannot_break_the_query() -> None:
    assert _names.query(('the "Police"', "KFOR", "KFOR", "")) == '"the  Police" OR "KFOR"'
