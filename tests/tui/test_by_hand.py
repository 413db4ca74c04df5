"""What the rules made of a statement, put right by hand: taken apart, put to a claim, said to be read wrongly."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual.pilot import Pilot

from board.model import Confidence, Stance
from board.panels import _stances
from board.snapshot import StatementRecord
from board.tui import by_hand
from board.tui.face import BoardApp
from board.tui.screens.board import BoardScreen
from tests.panels import boards
from tests.panels.building import claim, config, decision
from tests.panels.description import described
from tests.panels.memory import Memory
from tests.tui.door import PictureDoor
from tests.tui.running import kosovo, panel, until, until_drawn

CASE = boards.board("kosovo")


def carried() -> StatementRecord:
    """A statement of the case that others repeat."""
    return next(record for record in CASE.snapshot.all_statements if record.repeats)


def offered(record: StatementRecord, snapshot: Memory = CASE.snapshot) -> dict[str, tuple[str, str, str]]:
    return {each.label: (each.ref, each.kind, each.value) for each in by_hand.offers(record, snapshot, CASE.config)}


def test_each_carrier_can_be_taken_apart_by_itself() -> None:
    record = carried()
    given = [each.ref for each in by_hand.offers(record, CASE.snapshot, CASE.config) if each.value == "apart"]
    assert given == [ref for ref, *_ in record.repeats]


def test_a_statement_can_be_put_under_any_that_was_said_before() -> None:
    record = carried()
    before = {each.ref for each in CASE.snapshot.statements(limit=99, before=record.id, headlines=False)}
    assert before
    assert {value for ref, kind, value in offered(record).values() if (ref, kind) == (record.ref, "fold")} <= before


def test_it_is_taken_from_a_claim_it_stands_on_and_put_to_one_it_does_not() -> None:
    claim = CASE.config.claims[0].name
    ways: dict[str, str] = {}
    for record in CASE.snapshot.all_statements:
        ways |= {value[0]: label for label, (_, kind, value) in offered(record).items() if kind == "claim"}
    assert ways == {"-": f"not to the claim {claim}", "+": f"to the claim {claim}"}


@pytest.mark.parametrize(
    ("stance", "text", "title", "ways"),
    [
        ("claims", "it rains", "Withdrawal", {"+"}),
        ("claims", "there was no withdrawal", "", {"+", "-"}),
        ("claims", "a withdrawal", "", {"-"}),
    ],
    ids=["only the headline matches", "for a person to read", "it counts"],
)
def test_what_counts_is_taken_away_and_what_does_not_is_put_there(
    stance: str, text: str, title: str, ways: set[str]
) -> None:
    given = f'[[statement]]\norganisation = "NATO"\nstance = "{stance}"\ntext = "{text}"\nitem_title = "{title}"\n'
    snapshot, board = described(given), config(claims=(claim("leaving", "withdraw*"),))
    found = by_hand.offers(snapshot.all_statements[0], snapshot, board)
    assert {each.value[0] for each in found if each.kind == "claim"} == ways


@pytest.mark.parametrize(
    ("read", "decided", "value"),
    [("high", "", "low"), ("low", "", "high"), ("high", "low", "high"), ("low", "high", "low")],
)
def test_what_was_read_is_confirmed_or_doubted_against_the_last_word(read: str, decided: str, value: str) -> None:
    record = replace(carried(), statement=replace(carried().statement, confidence=Confidence(read)))
    said = described(decision(record.ref, "confidence", decided)).all_decisions if decided else ()
    (offer,) = [
        each for each in offered(record, replace(CASE.snapshot, all_decisions=said)).values() if each[1] == "confidence"
    ]
    assert offer == (record.ref, "confidence", value)


async def on_the_carried(pilot: Pilot[int], app: BoardApp) -> None:
    """The cursor on the statement that others carry."""
    await pilot.press("2")
    for _ in range(panel(app, "statements").count()):
        if panel(app, "statements").ref == carried().ref:
            return
        await pilot.press("j")
    raise AssertionError(f"no {carried().ref} in the panel")


async def decided(pilot: Pilot[int], door: PictureDoor) -> tuple[str, ...]:
    await until(pilot, lambda: any(each[0] == "decide" for each in door.done))
    return next(each for each in door.done if each[0] == "decide")


async def test_u_takes_a_carrier_apart_with_a_reason() -> None:
    async with kosovo() as (pilot, app, door):
        await on_the_carried(pilot, app)
        await pilot.press("u")
        await until_drawn(pilot, app, "What is it, by your hand?")
        await pilot.press(*"apart:", "enter")
        await until_drawn(pilot, app, "why? It is kept with your name")
        await pilot.press(*"other words", "enter")
        ref = carried().repeats[0][0]
        assert await decided(pilot, door) == ("decide", ref, "fold", "apart", "other words")


async def put_right(pilot: Pilot[int], door: PictureDoor) -> tuple[str, ...]:
    await until(pilot, lambda: any(each[0] == "put right" for each in door.done))
    return next(each for each in door.done if each[0] == "put right")


@pytest.mark.parametrize(
    ("field", "asked", "typed", "values"),
    [
        ("stance", "read as denies: what is it?", "claims strong", ("stance=claims", "strength=strong")),
        ("identity", "read as role: what is it?", "unnamed", ("identity=unnamed",)),
        ("organisation", "what is it? Empty is none", "EULEX", ("organisation=EULEX",)),
    ],
)
async def test_u_puts_a_field_right_with_what_was_read_in_sight(
    field: str, asked: str, typed: str, values: tuple[str, ...]
) -> None:
    said = carried().statement
    asked = asked.replace("denies", str(said.stance)).replace("role", said.identity)
    async with kosovo() as (pilot, app, door):
        await on_the_carried(pilot, app)
        await pilot.press("u")
        await until_drawn(pilot, app, "What is it, by your hand?")
        await pilot.press(*f"right: {field}", "enter")
        await until_drawn(pilot, app, asked)
        await pilot.press(*typed, "enter")
        await until_drawn(pilot, app, "Why? It is kept with your name")
        await pilot.press(*"heard it", "enter")
        assert await put_right(pilot, door) == ("put right", carried().ref, *values, "heard it")


def test_each_field_tells_what_it_is_and_what_it_was_read_as_and_can_be_read_so_again() -> None:
    said = carried().statement
    record = replace(carried(), statement=replace(said, stance=Stance.ANNOUNCES), read_as=said)
    found = {each.label: each.about for each in by_hand.offers(record, CASE.snapshot, CASE.config)}
    read = f"{said.stance} {_stances.STRENGTHS[said.strength]}".strip()
    assert found["put right: stance"] == f"announces (read as {read})"
    assert found["as it was read: stance"] == read
    assert "as it was read: speaker" not in found


async def test_what_was_put_right_is_taken_back_with_the_strength() -> None:
    said = carried().statement
    put = replace(carried(), statement=replace(said, stance=Stance.ANNOUNCES), read_as=said)
    async with kosovo() as (pilot, app, door):
        door.held = replace(
            door.held,
            all_statements=tuple(put if each.ref == put.ref else each for each in door.held.all_statements),
        )
        await on_the_carried(pilot, app)
        await pilot.press("u")
        await until_drawn(pilot, app, "What is it, by your hand?")
        await pilot.press(*"was read: stance", "enter")
        await until_drawn(pilot, app, "as it was read. Why?")
        await pilot.press("enter")
        assert await put_right(pilot, door) == ("put right", put.ref, "stance", "strength", "")


async def test_the_figures_of_a_statement_are_put_right_from_it() -> None:
    record = next(each for each in CASE.snapshot.all_statements if each.figures)
    figure = record.figures[0]
    offer = next(each for each in by_hand.offers(record, CASE.snapshot, CASE.config) if each.kind == by_hand.FIGURE)
    assert offer.ref == figure.ref
    async with kosovo() as (pilot, app, door):
        door.held = replace(door.held, all_figures=(figure,))
        app.clerk.ask(by_hand.find(figure.ref, app.config, app.then))
        await until_drawn(pilot, app, "put right: nation")
        await pilot.press(*"right: nation", "enter")
        await until_drawn(pilot, app, "what is it?")
        await pilot.press(*"Hungary", "enter")
        await until_drawn(pilot, app, "Why? It is kept with your name")
        await pilot.press("enter")
        assert await put_right(pilot, door) == ("put right", figure.ref, "nation=HUN", "")


async def test_escape_decides_nothing_and_u_on_something_else_says_so() -> None:
    async with kosovo() as (pilot, app, door):
        await on_the_carried(pilot, app)
        await pilot.press("u")
        await until_drawn(pilot, app, "What is it, by your hand?")
        await pilot.press("escape", "1", "u")
        await until_drawn(pilot, app, "only a statement")
        assert isinstance(app.screen, BoardScreen)
        assert not [each for each in door.done if each[0] == "decide"]
