"""A table that fails its guard waits for a person, who accepts it."""

from __future__ import annotations

from tests.commands.person import Person, panel

BOARD = """
[[panel]]
kind = "troops"
force = "KFOR"

[force.KFOR]

[source.table]
kind = "csv"
path = "table.csv"
gives = "troops"
guard = { max_change = "20%" }
"""


def test_a_held_table_is_listed_accepted_and_shown(person: Person) -> None:
    person.writes(BOARD)
    person.writes("nation,troops,as_of\nITA,900,2026-01-01\nUSA,600,2026-01-01\n", "table.csv")
    assert person.board("collect", "--once").code == 0
    person.writes("nation,troops,as_of\nITA,90,2026-02-01\nUSA,60,2026-02-01\n", "table.csv")
    held = person.board("collect", "--once", "--force")
    assert (held.code, "held" in held.err) == (0, True)
    assert _italy(person) == 900
    listed = person.board("accept").lines
    assert listed[1:] == [
        "  Italy 900 → 90 (−810)",
        "  United States 600 → 60 (−540)",
        "  in all 1,500 → 150 (−1,350)",
    ]
    assert listed[0].startswith("table  held since ")
    assert "%" in listed[0]
    assert person.board("check", "--replay").code == 0
    accepted = person.board("accept", "table", "--why", "seen on the page itself")
    assert (accepted.code, accepted.lines) == (0, [*listed, "accepted: table"])
    assert _italy(person) == 90
    assert panel(person.board("sources", "--json").json, "sources")["rows"][0]["items"] == 2
    assert person.board("check", "--replay").code == 0
    assert person.board("accept").out == ""
    again = person.board("accept", "table")
    assert (again.code, "nothing of 'table' is held" in again.err) == (1, True)


def test_an_accepted_table_that_comes_again_is_not_held_again(person: Person) -> None:
    person.writes(BOARD.replace('max_change = "20%"', "total = true"))
    person.writes("nation,troops,as_of\nITA,900,2026-01-01\nTotal,1000,\n", "table.csv")
    person.board("collect", "--once")
    assert person.board("accept", "table").code == 0
    person.writes("nation;troops;as_of\nITA;900;2026-01-01\nTotal;1000;\n", "table.csv")
    assert person.board("collect", "--once", "--force").code == 0
    assert panel(person.board("sources", "--json").json, "sources")["rows"][0]["state"] == "ok"
    assert _italy(person) == 900
    replayed = person.board("check", "--replay")
    assert (replayed.code, "held" in replayed.out) == (0, False)


def _italy(person: Person) -> int:
    rows = panel(person.board("show", "--format", "json").json, "troops")["rows"]
    return int(next(row["troops"] for row in rows if row["nation"] == "ITA"))
