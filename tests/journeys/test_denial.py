"""A ministry denies a claim."""

from __future__ import annotations

from tests.journeys.desk import Desk
from tests.journeys.pages import Entry, article, feed

BOARD = """
[board]
title = "The desk's board"

[[panel]]
kind = "statements"
title = "Statements"

[[panel]]
kind = "claims"
title = "Claims"

[force.KFOR]
theatre = ["Kosovo"]

[claim.withdrawal]
text = "The United States is withdrawing its troops"
match = "(withdraw* OR pull*) AND (US OR American OR Washington) AND Kosovo"

[source.news]
title = "The Desk News"
kind = "feed"
url = "{site}/feed"
full_text = true
allow_private = true
every = "1h"
grade = "B"
"""
DENIAL = (
    "Reports that the United States is withdrawing its troops from Kosovo went round on Saturday.",
    "“The withdrawal of American troops from Kosovo is out of the question,” the Ministry of Defence said in a "
    "written statement.",
    "The ministry added that it is in constant contact with its partners and that coordination continues every week.",
    "The mission has been in the country since 1999 and is made up of soldiers of many nations.",
)


def test_a_ministry_denies_a_claim_and_the_claim_counts_it(desk: Desk) -> None:
    desk.write(BOARD)
    desk.site.serve("/feed", feed([]), "application/rss+xml")
    with desk.open() as reader:
        reader.sees("The United Stat", " 0 ")
        desk.site.serve("/denial", article("Ministry denies withdrawal", *DENIAL))
        entry = Entry("Ministry denies withdrawal", desk.site.url("/denial"))
        desk.site.serve("/feed", feed([entry]), "application/rss+xml")
        reader.type("R")
        reader.sees("DENIES strongly", "Ministry of Defence")
        reader.sees("The United Stat", "1 strongly")
        reader.type("2", "\r")
        reader.sees("denies: 1 statement")
        reader.sees("DENIES strongly", "Ministry of Defence")
        reader.closes("denies: 1 statement")
        reader.leaves()
