"""A rule proposes a posture out of what was said, and a person decides."""

from __future__ import annotations

from tests.journeys.desk import Desk
from tests.journeys.pages import Entry, article, feed

BOARD = """
[board]
title = "The desk's board"

[[panel]]
kind = "tiers"
title = "Tiers"

[[panel]]
kind = "statements"
title = "Statements"

[force.KFOR]
theatre = ["Kosovo"]

[[tier]]
level = 1
name = "Kosovo Police"

[[tier]]
level = 2
name = "EULEX"

[[tier]]
level = 3
name = "KFOR"

[source.news]
title = "The Desk News"
kind = "feed"
url = "{site}/feed"
full_text = true
allow_private = true
every = "1h"
grade = "B"
"""
READY = (
    "The security situation in the north of Kosovo was calm on Saturday, officials said.",
    "“KFOR stands ready to respond if required,” KFOR spokesman John Smith said in a written statement.",
    "The Kosovo Police went on with their work in all four municipalities of the north.",
)


def test_a_proposed_posture_is_shown_with_its_evidence_and_is_none_until_a_person_takes_it(desk: Desk) -> None:
    desk.write(BOARD)
    desk.site.serve("/ready", article("KFOR ready in the north", *READY))
    desk.site.serve("/feed", feed([Entry("KFOR ready in the north", desk.site.url("/ready"))]), "application/rss+xml")
    with desk.open() as reader:
        reader.sees("3 KFOR", "unknown", "? proposed")
        reader.sees("? ready", "John Smith, KFOR")
        reader.type("1", "G", "a")
        reader.sees("What is its posture?")
        reader.sees("ready", "John Smith, KFOR")
        reader.closes("What is its posture?")
        reader.sees("3 KFOR", "unknown", "? proposed")
        with desk.kept() as store:
            assert not store.snapshot().decisions("tier:3"), "what is not taken stays a proposal"
        reader.type("a")
        reader.sees("What is its posture?")
        reader.type("\r")
        reader.sees("ready: why?")
        reader.type("\r")
        reader.sees("decided: ready")
        reader.no_longer_sees("? proposed")
        assert "○ unknown" not in reader.sees("3 KFOR")
        reader.closes("decided: ready")
        reader.leaves()
    with desk.kept() as store:
        (decision,) = store.snapshot().decisions("tier:3")
    assert (decision.kind, decision.value) == ("posture", "ready")
    assert decision.who
    assert "ready to respond" in decision.why
