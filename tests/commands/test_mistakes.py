"""Mistakes in board.toml: all of them at once, with line, key and a suggestion, in place of a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.person import ROOT, Person

CASES = ROOT / "tests" / "cases" / "config"


@pytest.mark.parametrize("command", [("check",), (), ("show",)], ids=lambda words: " ".join(("board", *words)))
def test_all_five_mistakes_are_named_with_line_key_and_suggestion(person: Person, command: tuple[str, ...]) -> None:
    _copy(person, CASES / "five-mistakes.toml")
    done = person.board(*command)
    expected = (CASES / "five-mistakes.problems").read_text().strip().splitlines()
    told = done.err.strip().splitlines()
    assert (done.code, done.out) == (2, "")
    assert [line.split(":", 1)[1] for line in told] == [line.split(":", 1)[1] for line in expected]
    assert all(line.startswith("board.toml:") and line.endswith(")") for line in told)


@pytest.mark.parametrize("command", [("check",), ()], ids=lambda words: " ".join(("board", *words)))
def test_a_file_that_is_no_toml_is_told_with_its_line(person: Person, command: tuple[str, ...]) -> None:
    _copy(person, CASES / "syntax.toml")
    done = person.board(*command)
    assert (done.code, done.out, "Traceback" in done.err) == (2, "", False)
    assert done.err.startswith("board.toml:")
    assert done.err.split(":")[1].isdigit()


def test_a_board_without_a_terminal_says_what_to_use_in_its_place(person: Person) -> None:
    done = person.board()
    assert (done.code, done.out) == (2, "")
    assert "board show" in done.err


def test_a_file_that_is_not_there_is_a_sentence(person: Person) -> None:
    done = person.board("check", "--config", "nowhere.toml")
    assert (done.code, "nowhere.toml" in done.err, "Traceback" in done.err) == (2, True, False)


def _copy(person: Person, case: Path) -> None:
    person.writes(case.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("show", "troop"), "did you mean 'troops'?"),
        (("history", "Atlantis"), "no nation and no force"),
        (("history", "GER"), "did you mean DEU?"),
        (("history", "Germny"), "did you mean DEU?"),
        (("search", "(("), "a word is missing"),
        (("collect", "--force"), "go with --once"),
        (("search", "kfor", "--limit", "0"), "--limit"),
        (("search", "kfor", "--limit", "-3"), "--limit"),
        (("show", "--width", "0"), "--width"),
        (("serve", "--port", "99999"), "--port: '99999' is not a port"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_was_typed_and_cannot_be_meant_is_a_mistake_of_usage(
    informed: Person, words: tuple[str, ...], said: str
) -> None:
    done = informed.board(*words)
    assert (done.code, done.out, "Traceback" in done.err) == (2, "", False)
    assert said in done.err


def test_a_file_may_be_called_like_a_command(person: Person) -> None:
    person.writes('[[panel]]\nkind = "sources"\n', "export")
    done = person.board("--config", "export", "check")
    assert (done.code, done.out) == (0, "export: fine (1 panels, 0 sources, 0 tiers)\n")
