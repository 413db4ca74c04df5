"""The claims panel: origins are counted, not outlets."""

from __future__ import annotations

from board.shapes import Condition
from tests.panels.building import claim, column, config, decision, feed, view
from tests.panels.description import described
from tests.panels.memory import Memory

CLAIM = claim("withdrawal", "withdraw*")
BOARD = config(claims=(CLAIM,))


def one(number: int, stance: str, organisation: str, words: str = "", text: str = "withdraw") -> str:
    return (
        f'[[statement]]\nid = {number}\nstance = "{stance}"\norganisation = "{organisation}"\n'
        f'text = "{text}"\npublished = "2026-02-{number:02}"\n{words}\n'
    )


def test_each_side_is_counted_with_its_origins() -> None:
    said = (
        one(3, "claims", "", 'origin = "Politico"\nspeaker = "a diplomat"')
        + one(4, "claims", "", 'origin = "Politico"\nspeaker = "four diplomats"')
        + one(5, "denies", "Pentagon", 'identity = "organisation"\nstrength = "strong"')
        + one(6, "no_comment", "Government", 'identity = "organisation"\nstrength = "weak"')
    )
    built = view("claims", described(said), BOARD)
    assert column(built, "asserts") == ["2 (1 origin)"]
    assert column(built, "denies") == ["1 strongly"]
    assert column(built, "silent") == ["1"]
    assert column(built, "newest") == ["9 months ago"]


def test_one_strong_denial_does_not_make_the_others_strong() -> None:
    weak = one(4, "denies", "EU", 'identity = "organisation"\nstrength = "weak"')
    strong = one(5, "denies", "Pentagon", 'identity = "organisation"\nstrength = "strong"')
    assert column(view("claims", described(weak + strong), BOARD), "denies") == ["2, 1 strongly"]
    assert column(view("claims", described(weak), BOARD), "denies") == ["1 weakly"]


def test_one_body_that_has_not_answered_is_one_however_often_that_is_told() -> None:
    said = "".join(one(number, "no_comment", "NATO", 'identity = "organisation"') for number in (3, 9))
    assert column(view("claims", described(said), BOARD), "silent") == ["1"]


def test_a_statement_put_to_a_claim_by_hand_counts_though_its_words_do_not_match() -> None:
    decided = decision("statement:7", "claim", "+withdrawal")
    built = view("claims", described(one(7, "denies", "EU", text="nothing of the sort") + decided), BOARD)
    assert column(built, "denies") == ["1"]


def test_a_statement_taken_from_a_claim_counts_no_more() -> None:
    decided = decision("statement:7", "claim", "-withdrawal")
    assert column(view("claims", described(one(7, "denies", "EU") + decided), BOARD), "denies") == ["0"]


def test_a_claim_nobody_speaks_of_says_so() -> None:
    assert column(view("claims", Memory(), BOARD), "newest") == ["nothing said"]


def test_no_claims_is_empty_with_a_reason() -> None:
    built = view("claims", Memory())
    assert (built.condition, built.empty) == (Condition.EMPTY, "no [claim.NAME] is configured: see board.toml")


def test_only_the_claims_asked_for_are_shown() -> None:
    other = claim("other", "other")
    assert column(view("claims", Memory(), config(claims=(CLAIM, other)), only=("other",)), "name") == ["other"]


def test_a_grade_is_proposed_from_who_agrees() -> None:
    said = one(3, "claims", "A", 'identity = "organisation"') + one(
        4, "claims", "B", 'identity = "organisation"\ngrade = "B"'
    )
    assert [entry.grade for entry in feed(view("statements", described(said), BOARD)).entries] == ["B2?", "C2?"]
