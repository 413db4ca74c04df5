from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from board.alerts.changes import Changes, ClaimChange, TroopChange
from board.alerts.rules import Notice, notices
from board.judging.claims import tally
from board.model import Edition, Row
from board.options import Choice, Nation, Query, Share, Words
from board.snapshot import Recorded, SourceState, StateChange
from board.spec import AlertSpec, ClaimSpec
from tests.claims.build import decision, edition, figure, record, records

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
OLD: dict[str, Any] = {"as_of": "2026-02-19", "complete": True, "troops": {"ITA": 907, "USA": 590}}


def alert(when: str, *, match: str = "", change: float | None = None, nation: str | None = None) -> AlertSpec:
    share, whose = None if change is None else Share(change), None if nation is None else Nation(nation)
    return AlertSpec(name="mine", when=Choice(when), match=Words(match), change=share, nation=whose)


def troops(before: dict[str, Any], after: dict[str, Any]) -> Changes:
    return Changes(troops=(TroopChange(before=edition(before, 1), after=edition(after, 2)),))


def lines(changes: Changes, spec: AlertSpec) -> list[str]:
    return [line for notice in notices(changes, [spec], NOW) for line in notice.lines]


def test_a_contingent_that_moves_is_told_with_who_and_as_of_when() -> None:
    after = {"as_of": "2026-05-20", "complete": True, "troops": {"ITA": 852, "USA": 590}}
    assert lines(troops(OLD, after), alert("troops", nation="ITA")) == [
        "Italy: 907 → 852 (-55, 6.1%), as of 2026-05-20, The NATO site"
    ]
    assert lines(troops(OLD, after), alert("troops")) == [
        "KFOR: 1,497 → 1,442 (-55, 3.7%), as of 2026-05-20, The NATO site",
        "Italy: 907 → 852 (-55, 6.1%), as of 2026-05-20, The NATO site",
    ]


@pytest.mark.parametrize(("change", "told"), [(0.06, 1), (0.07, 0), (None, 1)])
def test_a_change_smaller_than_asked_for_is_not_told(change: float | None, told: int) -> None:
    after = {"as_of": "2026-05-20", "troops": {"ITA": 852, "USA": 590}}
    assert len(lines(troops(OLD, after), alert("troops", nation="ITA", change=change))) == told


def test_a_partial_table_proves_no_nation_gone() -> None:
    gone = {"as_of": "2026-05-20", "troops": {"ITA": 907}}
    assert lines(troops(OLD, gone), alert("troops", nation="USA")) == []
    assert lines(troops(OLD, {**gone, "complete": True}), alert("troops", nation="USA")) == [
        "United States: 590 → none (-590, 100.0%), as of 2026-05-20, The NATO site"
    ]


def test_the_rows_of_one_nation_are_told_as_their_sum() -> None:
    before, after = (edition({**OLD, "as_of": as_of}, 1) for as_of in ("2026-02-19", "2026-05-20"))
    headquarters = (Row(name="United States (headquarters)", nation="USA", troops=count) for count in (90, 95))
    told = Changes(
        troops=(TroopChange(before=with_row(before, next(headquarters)), after=with_row(after, next(headquarters))),)
    )
    assert lines(told, alert("troops", nation="USA")) == [
        "United States: 680 → 685 (+5, 0.7%), as of 2026-05-20, The NATO site"
    ]


def with_row(table: Recorded[Edition], row: Row) -> Recorded[Edition]:
    return replace(table, value=replace(table.value, rows=(*table.value.rows, row)))


def test_a_nation_is_gone_where_the_rows_come_to_the_total_without_it() -> None:
    gone = {"as_of": "2026-05-20", "total_stated": 907, "troops": {"ITA": 907}}
    told = "United States: 590 → none (-590, 100.0%), as of 2026-05-20, The NATO site"
    assert lines(troops(OLD, gone), alert("troops", nation="USA")) == [told]
    assert lines(troops(OLD, {**gone, "total_stated": 1497}), alert("troops", nation="USA")) == []


def test_a_nation_that_joins_is_told_whatever_the_share() -> None:
    joined = {**OLD, "troops": {**OLD["troops"], "TUR": 382}}
    assert lines(troops(OLD, joined), alert("troops", nation="TUR", change=0.5)) == [
        "Türkiye: none → 382, as of 2026-02-19, The NATO site"
    ]


def test_nations_are_called_as_configured() -> None:
    joined = {**OLD, "troops": {**OLD["troops"], "TUR": 382}}
    (notice,) = notices(troops(OLD, joined), [alert("troops", nation="TUR")], NOW, {"TUR": "Turkey"})
    assert notice.lines[0].startswith("Turkey: ")


def test_nothing_changed_is_no_notice() -> None:
    assert notices(troops(OLD, OLD), [alert("troops")], NOW) == ()
    assert notices(Changes(), [alert("troops"), alert("claims")], NOW) == ()


SAID = {"organisation": "KFOR", "published": "2026-06-01", "text": "the reserve has arrived", "title": "More troops"}


@pytest.mark.parametrize(
    ("table", "match", "told"),
    [
        (SAID, "reserve", True),
        (SAID, '"more troops"', True),
        (SAID, "withdraw*", False),
        ({**SAID, "published": "2026-05-20"}, "", False),
        ({**SAID, "confidence": "low"}, "", False),
        ({**SAID, "published": "2026-05"}, "", True),
    ],
)
def test_new_statements_are_told_if_they_are_news(table: dict[str, Any], match: str, told: bool) -> None:
    assert bool(lines(Changes(statements=(record(table, 1),)), alert("statements", match=match))) is told


def test_a_statement_is_told_with_who_and_when() -> None:
    changes = Changes(statements=(record({**SAID, "stance": "no_comment"}, 1),))
    assert lines(changes, alert("statements")) == ["KFOR no comment: the reserve has arrived (2026-06-01, An outlet)"]


def test_statements_can_be_asked_for_by_the_nation_they_count() -> None:
    counted = replace(record(SAID, 1), figures=(figure({"nation": "ITA", "number": 200}, 1),))
    changes = Changes(statements=(counted,))
    assert lines(changes, alert("statements", nation="ITA"))
    assert not lines(changes, alert("statements", nation="USA"))


def test_many_at_once_are_one_notice() -> None:
    changes = Changes(statements=tuple(records([SAID] * 8)))
    (notice,) = notices(changes, [alert("statements")], NOW)
    assert (notice.title, len(notice.lines), notice.lines[-1]) == ("mine: 8 new", 6, "and 3 more")
    assert notice.refs == tuple(f"statement:{number}" for number in range(1, 9))


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (SourceState.OK, SourceState.FAILING, True),
        (SourceState.FAILING, SourceState.OK, True),
        (SourceState.UNCHANGED, SourceState.STALE, True),
        (SourceState.OK, SourceState.UNCHANGED, False),
        (SourceState.WAITING, SourceState.OK, False),
        (SourceState.FAILING, SourceState.OFF, False),
        (None, SourceState.OK, False),
    ],
)
def test_sources_are_told_when_they_break_and_when_they_are_well_again(
    before: SourceState | None, after: SourceState, told: bool
) -> None:
    change = StateChange(source="kfor-nations", at=NOW, before=before, after=after, reason="status 403")
    assert bool(lines(Changes(sources=(change,)), alert("sources"))) is told


def test_a_source_is_called_by_its_title_and_still_found_by_its_name() -> None:
    change = StateChange(source="mod", at=NOW, before=SourceState.OK, after=SourceState.FAILING, reason="status 403")
    (notice,) = notices(
        Changes(sources=(change,)), [alert("sources", match="mod")], NOW, {"source:mod": "Ministry of Defence"}
    )
    assert notice.lines == ("Ministry of Defence ok → failing: status 403",)


CLAIM = ClaimSpec(name="leave", text="They leave", match=Query("leave"))


def test_a_new_voice_on_a_claim_is_told_once() -> None:
    known = records([{"organisation": "Bild", "text": "they leave"}])
    now_there = [*known, record({"organisation": "NATO", "stance": "denies", "text": "they do not leave"}, 2)]
    change = ClaimChange(before=tally(CLAIM, known), after=tally(CLAIM, now_there))
    assert lines(Changes(claims=(change,)), alert("claims")) == ["They leave: NATO denies: they do not leave"]
    still = ClaimChange(before=change.after, after=change.after)
    assert lines(Changes(claims=(still,)), alert("claims")) == []


def test_an_old_voice_read_late_is_no_news() -> None:
    old = records([{"organisation": "NATO", "text": "they leave", "published": "2025-02-25"}])
    change = ClaimChange(before=tally(CLAIM, []), after=tally(CLAIM, old))
    assert change.after.judged
    assert lines(Changes(claims=(change,)), alert("claims")) == []


def test_what_a_person_put_to_a_claim_is_no_news_to_a_person() -> None:
    said = records([{"organisation": "Bild", "text": "they go"}])
    put = decision({"ref": "statement:1", "kind": "claim", "value": "+leave"})
    change = ClaimChange(before=tally(CLAIM, said), after=tally(CLAIM, said, [put]))
    assert change.after.judged
    assert lines(Changes(claims=(change,)), alert("claims")) == []


def test_alerts_speak_in_the_order_they_are_written() -> None:
    changes = Changes(statements=(record(SAID, 1),))
    first = AlertSpec(name="first", when=Choice("statements"), notify=("bell",))
    second = AlertSpec(name="second", when=Choice("statements"))
    told: tuple[Notice, ...] = notices(changes, [first, second], NOW)
    assert [(notice.alert, notice.notify) for notice in told] == [("first", ("bell",)), ("second", ("desktop",))]
