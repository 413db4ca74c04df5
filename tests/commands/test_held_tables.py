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
    assert person.board("check", "--replay").code == 0
    assert person.board("accept").out == ""
    again = person.board("accept", "table")
    assert (again.code, "nothing of 'table' is held" in again.err) == (1, True)


def _italy(person: Person) -> int:
    rows = panel(person.board("show", "--format", "json").json, "troops")["rows"]
    return int(next(row["troops"] for row in rows if row["nation"] == "ITA"))
