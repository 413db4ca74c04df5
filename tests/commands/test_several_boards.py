"""Several boards of one desk: opened together, asked for by name, each with a store of its own."""

from __future__ import annotations

import signal
import time

import pytest

from tests.commands.person import Person, panel

BOARD = """
[board]
title = "{title}"
{more}

[[panel]]
kind = "troops"

[force.{force}]

[source.table]
kind = "csv"
path = "{force}.csv"
gives = "troops"
force = "{force}"
"""


@pytest.fixture
def desk(person: Person) -> Person:
    """Kosovo, with Bosnia as its tab."""
    (person.folder / "KFOR.csv").write_text("nation,troops\nITA,907\n")
    (person.folder / "EUFOR.csv").write_text("nation,troops\nHUN,160\n")
    person.writes(BOARD.format(title="Kosovo", force="KFOR", more='tabs = ["bosnia.toml"]'))
    person.writes(BOARD.format(title="Bosnia", force="EUFOR", more=""), "bosnia.toml")
    return person


def nations(person: Person, *words: str) -> list[str]:
    done = person.board("show", "--format", "json", *words)
    assert done.code == 0, done.err
    return [row["nation"] for row in panel(done.json, "troops")["rows"]]


def test_a_board_is_asked_for_by_name_and_shows_its_own_store_alone(desk: Person) -> None:
    assert nations(desk) == ["ITA"]
    assert nations(desk, "--board", "bosnia") == ["HUN"]
    assert nations(desk, "--board", "board") == ["ITA"]
    assert desk.store.is_file()
    assert desk.store.with_name("bosnia.sqlite").is_file()


def test_files_given_one_by_one_are_the_same_boards(desk: Person) -> None:
    files = ("--config", "board.toml", "--config", "bosnia.toml")
    assert nations(desk, *files, "--board", "bosnia") == ["HUN"]
    assert desk.board(*files, "--plain", "--board", "bosnia").out.startswith("Bosnia")


def test_a_name_in_the_file_goes_before_the_name_of_the_file(desk: Person) -> None:
    desk.writes(BOARD.format(title="Bosnia", force="EUFOR", more='name = "althea"'), "bosnia.toml")
    assert nations(desk, "--board", "althea") == ["HUN"]
    assert desk.store.with_name("althea.sqlite").is_file()


def test_a_board_that_is_not_there_is_told_with_what_there_is(desk: Person) -> None:
    done = desk.board("show", "--board", "bosna")
    assert (done.code, done.err) == (2, "board: no board is called 'bosna' (did you mean 'bosnia'?)\n")


def test_two_boards_of_one_name_are_refused_with_the_mend(desk: Person) -> None:
    other = desk.folder / "other"
    other.mkdir()
    (other / "bosnia.toml").write_text(BOARD.format(title="Another", force="EUFOR", more=""))
    done = desk.board("--config", "bosnia.toml", "--config", "other/bosnia.toml", "collect", "--once")
    assert done.code == 2
    assert "another board is called 'bosnia' too" in done.err
    assert 'name = "…"' in done.err


def test_a_name_that_is_no_word_is_a_problem_with_its_line(desk: Person) -> None:
    desk.writes(BOARD.format(title="Bosnia", force="EUFOR", more='name = "../elsewhere"'), "bosnia.toml")
    done = desk.board("check", "--config", "bosnia.toml")
    assert done.code == 2
    assert "bosnia.toml:4: board.name: '../elsewhere' is no word" in done.err


def test_a_mistake_in_a_tab_is_told_with_its_file_and_does_not_touch_the_others(desk: Person) -> None:
    desk.writes("[bord]", "bosnia.toml")
    assert nations(desk) == ["ITA"]
    done = desk.board("collect", "--once")
    assert done.code == 2
    assert "bosnia.toml:1" in done.err
    assert desk.board("collect", "--once", "--alone").code == 0


def test_one_collector_collects_for_all_and_each_store_is_its_alone(desk: Person) -> None:
    assert desk.board("collect", "--once").code == 0
    service = desk.started("collect")
    try:
        until_shown(desk, ["TUR", "HUN"])
        taken = desk.board("collect", "--once", "--board", "bosnia", "--alone")
        assert (taken.code, "another collector" in taken.err) == (0, True)
        service.send_signal(signal.SIGINT)
        assert service.wait(20) == 0
    finally:
        service.kill()
        service.communicate()
    assert nations(desk) == ["ITA"]


def until_shown(person: Person, wanted: list[str], seconds: float = 40) -> None:
    """Save Bosnia's table until it is read. Raises: AssertionError where it never is."""
    end = time.monotonic() + seconds
    (person.folder / "EUFOR.csv").write_text("nation,troops\nHUN,161\nTUR,250\n")
    while (found := nations(person, "--board", "bosnia")) != wanted:
        assert time.monotonic() < end, found
        (person.folder / "EUFOR.csv").touch()
