"""The changes panel: each kind in its own words, the newest first."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from board.panels import _moves
from board.shapes import Condition, Tone
from board.snapshot import ChangeKind
from tests.panels.building import config, feed, source, view
from tests.panels.description import described
from tests.panels.memory import Memory


def change(kind: str, at: str = "2026-11-22T10:00:00Z", **parts: object) -> str:
    given = "".join(f"{name} = {value!r}\n" for name, value in parts.items())
    return f'[[change]]\nkind = "{kind}"\nref = "edition:5"\nat = {at}\n{given}'


@pytest.mark.parametrize(
    ("given", "told", "tone"),
    [
        (change("troops", before=1258, after=907), "1,258 → 907 (−351)", Tone.DOWN),
        (change("total", before=4686, after=4767), "4,686 → 4,767 (+81)", Tone.UP),
        (change("rank", before=2, after=1), "place 2 → 1", Tone.PLAIN),
        (change("joined", after=23), "joined with 23", Tone.UP),
        (change("gone", before=23), "no longer listed, last 23", Tone.DOWN),
        (change("mismatch", before=4767, after=4700), "stated 4,767, rows come to 4,700", Tone.HELD),
        (change("died", text="status 403"), "status 403", Tone.FAILING),
        (change("never_answered", text="name not found"), "name not found", Tone.FAILING),
        (change("troops", after=907, text="Italy"), "Italy", Tone.PLAIN),
    ],
)
def test_a_change_is_told_in_words(given: str, told: str, tone: Tone) -> None:
    entry = feed(view("changes", described(given))).entries[0]
    assert (entry.text, entry.tone) == (told, tone)


def test_every_kind_of_change_has_a_word() -> None:
    assert set(_moves.WORDS) == set(ChangeKind)


def test_the_newest_comes_first_and_what_lies_further_back_is_left_out() -> None:
    given = (
        change("troops", "2026-11-22T08:00:00Z", nation="ITA")
        + change("troops", "2026-11-22T09:00:00Z", nation="DEU")
        + change("troops", "2026-11-20T09:00:00Z", nation="FRA")
    )
    assert [entry.who for entry in feed(view("changes", described(given))).entries] == ["Germany", "Italy"]
    assert len(feed(view("changes", described(given), within=timedelta(days=7))).entries) == 3


def test_what_came_since_the_last_look_is_shown_however_long_ago_that_was() -> None:
    given = change("troops", "2026-11-22T09:00:00Z", nation="DEU") + change("troops", "2026-11-12T09:00:00Z")
    looked = replace(described(given), last_look=datetime(2026, 11, 10, 7, 30, tzinfo=UTC))
    built = view("changes", looked)
    assert len(feed(built).entries) == 2
    assert (built.title, built.data) == ("changes since Tue 10 Nov 07:30", {"since": "2026-11-10T07:30:00Z"})
    later = view("changes", replace(looked, last_look=datetime(2026, 11, 22, 10, tzinfo=UTC)))
    assert (later.empty, later.title) == ("nothing changed since your last look", "changes since 10:00")


def test_in_the_past_it_is_the_time_before_and_not_since_a_look_that_came_after() -> None:
    given = change("troops", "2026-11-20T09:00:00Z") + change("troops", "2026-11-18T09:00:00Z")
    then = replace(
        described(given), at=datetime(2026, 11, 20, 12, tzinfo=UTC), last_look=datetime(2026, 11, 22, tzinfo=UTC)
    )
    built = view("changes", then)
    assert (len(feed(built).entries), built.title) == (1, "changes")


def test_sources_without_news_are_told_of_only_when_asked_for() -> None:
    given = described(change("unchanged", source="a"))
    assert view("changes", given).condition is Condition.EMPTY
    assert len(feed(view("changes", given, unchanged=True)).entries) == 1


def test_a_source_is_called_by_its_title() -> None:
    given = described(change("died", source="bta", text="timeout"))
    assert feed(view("changes", given, config(sources=(source("bta"),)))).entries[0].who == "Bta"


def test_a_statement_without_a_date_stays_undated_and_a_source_dies_when_it_is_seen() -> None:
    given = described(change("statement", text="x") + change("died", text="y"))
    assert [str(entry.when) for entry in feed(view("changes", given)).entries] == ["None", "2026-11-22T10:00:00Z"]


def test_nothing_changed_is_said_so() -> None:
    assert view("changes", Memory()).empty == "nothing changed in the last 24 h"


def test_what_comes_with_the_program_is_no_news() -> None:
    sources = source("shipped", path="bundled:statements.toml"), source("mine", path="mine.csv")
    given = described(change("figure", source="shipped", after=1) + change("figure", source="mine", text="x", after=2))
    assert [entry.text for entry in feed(view("changes", given, config(sources=sources))).entries] == ["2: x"]


def test_a_statement_is_told_with_its_speaker_and_its_way() -> None:
    said = '[[statement]]\nid = 5\norganisation = "NATO"\nstance = "claims"\ntext = "x"\norigin = "RFE/RL"\n'
    given = f'{said}[[change]]\nkind = "statement"\nref = "statement:5"\nat = 2026-11-22T10:00:00Z\ntext = "x"\n'
    entry = feed(view("changes", described(given))).entries[0]
    assert (entry.who, entry.way) == ("NATO", ("RFE/RL",))
