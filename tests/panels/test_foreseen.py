"""What lies ahead, on a board as it stood: only what had been said by then."""

from __future__ import annotations

from datetime import UTC, datetime

from board.model import Event, When
from board.snapshot import Sense
from board.spec import TierSpec
from tests.panels.building import column, config, ladder, view
from tests.panels.description import described
from tests.panels.memory import Memory

FEBRUARY = datetime(2025, 2, 1, tzinfo=UTC)
MARCH = datetime(2025, 3, 1, tzinfo=UTC)
JULY = datetime(2025, 7, 1, tzinfo=UTC)
SUMMIT = '[[event]]\ntitle = "Summit"\nwhen = "2026-12"\n'


def agenda(at: datetime | None, event: Event, sense: Sense = Sense.REPORTED) -> list[str]:
    """What the agenda of an event of board.toml has at a time."""
    return column(view("agenda", Memory(at=at, sense=sense), config(events=(event,))), "title")


def test_what_was_announced_later_was_not_ahead_then() -> None:
    summit = Event(title="Summit", when=When.parse("2026-12"), published=When.parse("2025-06-25"))
    assert [agenda(at, summit) for at in (MARCH, JULY, None)] == [[], ["Summit"], ["Summit"]]
    assert agenda(MARCH, summit, Sense.KNOWN) == []


def test_of_what_nobody_dates_only_what_had_begun_was_surely_known() -> None:
    ahead = Event(title="Ahead", when=When.parse("2026-12"))
    begun = Event(title="Begun", when=When.parse("2025-02-20"), until=When.parse("2026-12"))
    assert (agenda(MARCH, ahead), agenda(None, ahead)) == ([], ["Ahead"])
    assert agenda(MARCH, begun) == ["Begun"]


def test_what_nobody_dates_was_known_by_the_time_the_board_had_it() -> None:
    tier = TierSpec(level=2, name="EULEX", mandate_until=When.parse("2027-06-14"))
    board = config(tiers=(tier,), events=(Event(title="Ahead", when=When.parse("2026-12")),), written=MARCH)
    ends = [ladder(view("tiers", Memory(at=at), board)).rungs[0].data["mandate_until"] for at in (FEBRUARY, JULY)]
    assert ends == [None, "2027-06-14"]
    listed = [column(view("agenda", Memory(at=at), board), "title") for at in (FEBRUARY, JULY)]
    assert listed == [[], ["Ahead", "Mandate of EULEX ends"]]


def test_an_event_of_a_source_that_the_board_knew_then_was_ahead_then() -> None:
    for sense, expected in ((Sense.KNOWN, ["Summit"]), (Sense.REPORTED, [])):
        held = described(SUMMIT)
        board = Memory(at=MARCH, sense=sense, all_events=held.all_events)
        assert column(view("agenda", board, config()), "title") == expected


def test_the_end_of_a_mandate_and_a_later_strength_are_not_told_of_an_earlier_time() -> None:
    tier = TierSpec(
        level=2,
        name="EULEX",
        basis="Joint Action",
        strength="105 officers",
        strength_as_of=When.parse("2025-06"),
        mandate_until=When.parse("2027-06-14"),
        mandate_published=When.parse("2025-06-12"),
    )
    rungs = [ladder(view("tiers", Memory(at=at), config(tiers=(tier,)))).rungs[0] for at in (MARCH, JULY, None)]
    told = ("Joint Action · mandate to 14 Jun 2027", "105 officers (Jun 2025)", "2027-06-14")
    shown = [(rung.basis, rung.strength, rung.data["mandate_until"]) for rung in rungs]
    assert shown == [("Joint Action", "strength unknown", None), told, told]
