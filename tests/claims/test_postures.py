from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from board.judging.postures import Posture, propose
from board.snapshot import Decision
from board.spec import TierSpec
from tests.claims.build import RETRIEVED, cases, record

NOW = datetime(2026, 6, 1, tzinfo=UTC)
TIERS = (
    TierSpec(level=3, name="The Force", aliases=("Force", "Forca", "Снага", "Силата", "die Truppe", "la Forza")),
    TierSpec(level=1, name="Town Police"),
    TierSpec(level=2, name="The Mission", aliases=("Mission",)),
)
SENTENCES = [(text, expected) for _, table in cases("claims/postures.toml") for text, expected in table.items()]


def proposed(*tables: dict[str, Any], decided: dict[int, Decision] | None = None) -> list[str]:
    records = [record({"published": "2026-05-31", **table}, number) for number, table in enumerate(tables, 1)]
    return [f"{each.level} {each.posture}" for each in propose(records, TIERS, NOW, decided=decided)]


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=[text for text, _ in SENTENCES])
def test_language_of_activation_proposes_a_posture(text: str, expected: list[str]) -> None:
    assert proposed({"text": text, "organisation": "Somebody"}) == expected


def test_a_body_that_speaks_of_itself_is_meant() -> None:
    assert proposed({"text": "We are ready to respond if required.", "organisation": "the Force"}) == ["3 ready"]
    assert proposed({"text": "We are ready to respond if required.", "organisation": "Somebody"}) == []


def test_the_newest_that_tells_of_it_counts() -> None:
    older, newer = {"text": "The Force was asked to intervene."}, {"text": "The Force intervened."}
    assert proposed(older, newer) == ["3 acting"]
    assert proposed(newer, older) == ["3 asked"]
    assert proposed(older, {"text": "The Force has 4,700 troops."}) == ["3 asked"]


@pytest.mark.parametrize(
    "table",
    [
        {"stance": "headline"},
        {"stance": "no_comment"},
        {"stance": "denies"},
        {"confidence": "low"},
        {"published": "2026-05-01"},
        {"published": "2026-06-02"},
    ],
    ids=lambda table: " ".join(f"{key} {value}" for key, value in table.items()),
)
def test_what_does_not_tell_of_now_proposes_nothing(table: dict[str, Any]) -> None:
    assert proposed({"text": "The Force intervened."}) == ["3 acting"]
    assert proposed({"text": "The Force intervened.", **table}) == []


def test_an_undated_statement_proposes_nothing() -> None:
    assert propose([record({"text": "The Force intervened."}, 1)], TIERS, NOW) == ()


def test_a_denial_that_itself_says_not_asked_is_heard() -> None:
    assert proposed({"text": "The Force was not asked to intervene.", "stance": "denies"}) == ["3 not asked"]


def test_what_a_person_decided_since_stands() -> None:
    text = {"text": "The Force intervened."}
    before, after = RETRIEVED - timedelta(hours=1), RETRIEVED + timedelta(hours=1)
    assert proposed(text, decided={3: decision("ready", before)}) == ["3 acting"]
    assert proposed(text, decided={3: decision("acting", before)}) == []
    assert proposed(text, decided={3: decision("ready", after)}) == []
    assert proposed(text, decided={2: decision("ready", after)}) == ["3 acting"]


def test_the_evidence_is_told() -> None:
    (proposal,) = propose(
        [
            record(
                {
                    "ref": "statement:9",
                    "published": "2026-05-31",
                    "speaker": "a spokesman",
                    "organisation": "the Force",
                    "text": "It was quiet. We intervened at the bridge.",
                },
                1,
            )
        ],
        TIERS,
        NOW,
    )
    assert proposal.posture is Posture.ACTING
    assert proposal.because == "a spokesman, the Force, 2026-05-31: We intervened at the bridge."
    assert proposal.ref == "statement:9"


def decision(value: str, at: datetime) -> Decision:
    return Decision(ref="tier:3", kind="posture", value=value, who="A", at=at)
