"""The baseline alone: every figure of a nation, and the board as it stood."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from typing import Any

from board import paths
from tests.commands.person import Person, panel

DENIAL = 'A withdrawal of US troops from KFOR is "out of the question".'
_OURS = ("retrieved", "last_seen", "fetched", "now")
"""Times of this board itself: when it read what had been said."""


def test_the_history_of_a_nation_is_every_figure_of_the_baseline_with_qualifier_kind_and_source(
    informed: Person,
) -> None:
    with paths.bundled("contributions.csv").open(encoding="utf-8", newline="") as file:
        printed = [row for row in csv.DictReader(file) if row["nation"] == "USA"]
    told = informed.board("history", "USA", "--json").objects
    expected = sorted((row["as_of"], int(row["troops"]), row["qualifier"], row["kind"]) for row in printed)
    assert sorted((one["as_of"], one["number"], one["qualifier"], one["kind"]) for one in told) == expected
    assert (told[0]["as_of"], told[-1]["as_of"]) == ("1999", "2026-02-19")
    assert {(one["said_by"], one["url"]) for one in told} == {(row["source"], row["url"]) for row in printed}
    lines = informed.board("history", "United States").lines
    assert len(lines) == len(printed)
    assert next(line.split() for line in lines if line.startswith("1999-06-08"))[1:4] == [
        "7,000",
        "pledged",
        "KFOR",
    ]
    kinds = {line.index("KFOR") for line in lines}
    assert len(kinds) == 1, "however long a date is, what stands behind it is in line"


def test_a_tier_has_a_history_too_under_any_of_its_names(informed: Person) -> None:
    for name in ("Kosovo Police", "Policia e Kosovës"):
        done = informed.board("history", name)
        assert (done.code, done.out, done.err) == (1, "", f"board: nothing is known of {name}\n")


def test_a_time_before_this_board_read_anything_tells_of_no_source_that_waits(informed: Person) -> None:
    told = informed.board("show", "claims", "--at", "2025-03-01").lines[1]
    assert told.endswith("as reported by 1 Mar 2025 23:59 CET · all of it read later")
    known = informed.board("show", "claims", "--at", "2025-03-01", "--sense", "known").lines[1]
    assert "no news read yet · sources: " in known
    today = informed.board("show", "claims", "--at", "today").lines
    assert "no news read yet" in " ".join(today[1:3]), "what came with the program has been read by then"


def test_a_past_day_has_what_was_said_by_then_and_nothing_later_in_any_panel(informed: Person) -> None:
    shown = informed.board("show", "--at", "2025-03-01", "--format", "json").json
    denials = [entry for entry in panel(shown, "statements")["entries"] if entry["text"] == DENIAL]
    assert [entry["published"] for entry in denials] == ["2025-02-25"]
    america = next(row for row in panel(shown, "troops")["rows"] if row["nation"] == "USA")
    assert (america["troops"], america["as_of"]) == (602, "2025-02-20")
    assert shown["at"].startswith("2025-03-01")
    later = [(where, date) for part in shown["panels"] for where, date in _dates(part) if date > "2025-03-01Z"]
    assert not later


def test_the_board_printed_once_is_what_show_prints_now_and_then(informed: Person) -> None:
    for when in ((), ("--at", "2025-03-01")):
        plain = informed.board("--plain", *when)
        assert (plain.code, plain.err) == (0, "")
        headed = [line.partition(" · ")[0].rstrip("─ ") for line in plain.lines if line.startswith("── ")]
        shown = informed.board("show", *when).lines
        assert headed == [line.partition(" · ")[0].rstrip("─ ") for line in shown if line.startswith("── ")]
        assert len(headed) >= 9


def test_a_report_on_a_time_before_this_board_tells_what_was_published_in_it_and_when_that_was_read(
    informed: Person,
) -> None:
    done = informed.board("sitrep", "--since", "2026-02-01", "--at", "2026-02-20", "--format", "json").json
    told = panel(done, "changes")["entries"]
    assert {entry["kind"] for entry in told} == {"statement", "edition", "figure"}
    assert {entry["when"] for entry in told} == {"2026-02-12", "2026-02-18", "2026-02-19"}
    text = informed.board("sitrep", "--since", "2026-02-01", "--at", "2026-02-20", "--format", "text").out
    assert "nothing was read by then; what is shown was read later" in text
    quiet = informed.board("sitrep", "--since", "2026-02-01", "--at", "2026-02-10", "--format", "text").out
    assert "nothing new was read or published in this period" in quiet


def test_what_changed_in_a_time_before_this_board_is_the_same_in_a_report_in_since_and_in_the_panel(
    informed: Person,
) -> None:
    period, asked = ("--at", "2026-02-20", "--format", "json"), "2026-02-01"
    report = panel(informed.board("sitrep", "--since", asked, *period).json, "changes")["entries"]
    since = panel(informed.board("since", asked, *period).json, "changes")["entries"]
    shown = panel(informed.board("show", "changes", *period).json, "changes")["entries"]
    assert [entry["ref"] for entry in since] == [entry["ref"] for entry in report]
    assert {entry["ref"] for entry in shown} < {entry["ref"] for entry in since}
    known = informed.board("since", asked, *period, "--sense", "known").json
    assert panel(known, "changes")["entries"] == []


def test_before_this_board_was_there_it_knew_nothing_and_says_so(informed: Person) -> None:
    done = informed.board("show", "troops", "statements", "--at", "2025-03-01", "--sense", "known", "--format", "json")
    troops, statements = panel(done.json, "troops"), panel(done.json, "statements")
    assert (done.json["sense"], troops["rows"], statements["entries"]) == ("known", [], [])
    assert (troops["empty"], statements["empty"]) == ("nothing was known at that time",) * 2
    said = informed.board("show", "troops", "--at", "2025-03-01", "--sense", "known").out
    assert "as known by" in said
    assert "nothing was known at that time" in said


def test_a_time_that_is_none_is_a_sentence(informed: Person) -> None:
    done = informed.board("show", "--at", "the day after never")
    assert (done.code, done.out, "Traceback" in done.err) == (2, "", False)
    assert "the day after never" in done.err


def _dates(value: Any, where: str = "") -> Iterator[tuple[str, str]]:
    """Every date of the world in a panel, with the key it stands under."""
    if isinstance(value, dict):
        for key, part in value.items():
            if key not in _OURS:
                yield from _dates(part, f"{where}.{key}")
    elif isinstance(value, list):
        for part in value:
            yield from _dates(part, where)
    elif isinstance(value, str) and value[:2] in ("19", "20") and value[:4].isdigit():
        yield where, value


def test_the_dates_of_a_panel_are_found_wherever_they_stand() -> None:
    assert list(_dates(json.loads('{"a": [{"b": "2026-01-01"}], "retrieved": "2026-01-01"}'))) == [
        (".a.b", "2026-01-01")
    ]


def test_a_time_that_is_still_ahead_is_told(informed: Person) -> None:
    assert "that time is still ahead" in informed.board("show", "troops", "--at", "2100-01-01").err
    assert "that time is still ahead" in informed.board("since", "2100-01-01").err
    assert "still ahead" not in informed.board("show", "troops", "--at", "today").err


def test_a_number_known_only_by_its_publication_says_so_and_each_of_which_force(person: Person) -> None:
    person.writes('[force.KFOR]\n[source.own]\nkind = "curated"\npath = "own.toml"\ngives = "statements"\n')
    told = '[[figure]]\nsubject = "{0}"\nnation = "ITA"\nnumber = {1}\nsaid_by = "X"\n{2} = 2026-02-19\n'
    person.writes(told.format("KFOR", 900, "as_of") + told.format("RESCUE", 40, "published"), "own.toml")
    assert person.board("collect", "--once").code == 0
    lines = sorted(" ".join(line.split()) for line in person.board("history", "ITA").lines)
    assert lines == ["2026-02-19 900 present KFOR X", "2026-02-19 published 40 present RESCUE X"]
