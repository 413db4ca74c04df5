from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from board.alerts.changes import Changes, changes_between
from board.alerts.rules import notices
from board.judging.claims import Side
from board.model import Edition
from board.options import Choice, Nation, Query
from board.snapshot import Sense, SourceState
from board.spec import AlertSpec, BoardSpec, ClaimSpec, Config, ForceSpec
from board.store import Store
from tests.store import made

CONFIG = Config(
    file=Path("board.toml"),
    shown_as="board.toml",
    board=BoardSpec(),
    forces=(ForceSpec(name="KFOR"),),
    claims=(ClaimSpec(name="leave", text="They leave", match=Query("leave*")),),
)
FIRST = made.edition("2026-02-19", ("ITA", 907), ("USA", 590), complete=True)
SAID = made.item("One", made.statement("they do not leave", published=made.day("2026-11-22")))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "board.sqlite") as opened:
        opened.register([made.source(), made.source("table", gives="troops")], made.NOON)
        yield opened


def keep(store: Store, edition: Edition, hours: float) -> None:
    reading, body = made.editions(edition), str(hours).encode()
    store.apply(made.updated(reading, made.later(hours), name="table", body=body), made.source("table", gives="troops"))


def editions(store: Store) -> list[str]:
    return [edition.ref for edition in store.snapshot().editions("KFOR")]


def changes(store: Store, since: float, *statements: str) -> Changes:
    before = store.snapshot(made.later(since), Sense.KNOWN)
    return changes_between(before, store.snapshot(), CONFIG, editions=editions(store), statements=statements)


def test_a_newer_edition_is_a_change_of_its_source(store: Store) -> None:
    keep(store, FIRST, 0)
    keep(store, made.edition("2026-05-20", ("ITA", 852), ("USA", 590), complete=True), 2)
    (change,) = changes(store, 1).troops
    assert [row.troops for edition in (change.before, change.after) for row in edition.value.rows] == [
        907,
        590,
        852,
        590,
    ]
    told = notices(
        changes(store, 1), [AlertSpec(name="italy", when=Choice("troops"), nation=Nation("ITA"))], made.later(2)
    )
    assert [notice.lines for notice in told] == [("Italy: 907 → 852 (-55, 6.1%), as of 2026-05-20, NATO",)]


def test_an_old_edition_read_late_is_none(store: Store) -> None:
    keep(store, FIRST, 0)
    keep(store, made.edition("2025-02-19", ("ITA", 1258)), 2)
    assert changes(store, 1).troops == ()


def test_the_first_pass_of_a_new_board_changes_nothing_but_sources(store: Store) -> None:
    applied = store.apply(made.updated(made.items(SAID), made.later(1)), made.source())
    keep(store, FIRST, 1)
    assert applied.state is not None
    before = store.snapshot(made.NOON, Sense.KNOWN)
    found = changes_between(before, store.snapshot(), CONFIG, statements=applied.statements, sources=[applied.state])
    assert found == Changes(sources=(applied.state,))
    assert applied.state.after is SourceState.OK


def test_a_new_statement_is_told_and_moves_its_claim(store: Store) -> None:
    store.apply(made.updated(made.items(made.item("Nothing said")), made.later(0)), made.source())
    applied = store.apply(made.updated(made.items(SAID), made.later(2), body=b"2"), made.source())
    found = changes(store, 1, *applied.statements)
    assert [record.statement.text for record in found.statements] == ["they do not leave"]
    (claim,) = found.claims
    assert [len(tally.on(Side.DENIES)) for tally in (claim.before, claim.after)] == [0, 1]
    alerts = [AlertSpec(name=when, when=Choice(when)) for when in ("statements", "claims")]
    assert [notice.alert for notice in notices(found, alerts, made.later(2))] == ["statements", "claims"]


def test_what_a_source_gives_the_first_time_it_answers_is_no_news(store: Store) -> None:
    keep(store, FIRST, 0)
    store.apply(made.failed(made.later(0.5)), made.source())
    applied = store.apply(made.updated(made.items(SAID), made.later(2)), made.source())
    assert len(applied.statements) == 1
    assert changes(store, 1, *applied.statements) == Changes()


def test_what_comes_with_the_program_is_no_news(store: Store) -> None:
    keep(store, FIRST, 0)
    keep(store, made.edition("2026-05-20", ("ITA", 852), ("USA", 590), complete=True), 2)
    bundled = replace(CONFIG, sources=(made.source("table", path="bundled:contributions.csv"),))
    before = store.snapshot(made.later(1), Sense.KNOWN)
    assert len(changes_between(before, store.snapshot(), CONFIG, editions=editions(store)).troops) == 1
    assert changes_between(before, store.snapshot(), bundled, editions=editions(store)) == Changes()


def test_what_was_told_before_is_not_told_again(store: Store) -> None:
    store.apply(made.updated(made.items(made.item("Nothing said")), made.later(0)), made.source())
    keep(store, FIRST, 0)
    store.apply(made.updated(made.items(SAID), made.later(2), body=b"2"), made.source())
    keep(store, made.edition("2026-05-20", ("ITA", 852), ("USA", 590), complete=True), 2)
    before = store.snapshot(made.later(1), Sense.KNOWN)
    assert changes_between(before, store.snapshot(), CONFIG, statements=["statement:0"]) == Changes()


def test_without_a_new_statement_no_claim_is_judged_again(store: Store) -> None:
    keep(store, FIRST, 0)
    assert changes(store, 1).claims == ()
