"""The list of themes: the shipped ones, a person's own, and the one that is none."""

from __future__ import annotations

from board import paths
from tests.commands.person import Person

BAD = 'inherits = "night-desk"\n[colours]\nprimary = "no colour"\n'


def test_every_theme_is_listed_with_its_file_and_a_bad_one_is_told_of(person: Person) -> None:
    (person.folder / "themes").mkdir()
    person.writes('[board]\ntheme = "mine"\n[[panel]]\nkind = "sources"\n')
    person.writes('inherits = "day-desk"\nabout = "My own"\n', "themes/mine.toml")
    person.writes(BAD, "themes/bad.toml")
    done = person.board("themes", "--json")
    listed = {theme["name"]: theme for theme in done.objects}
    assert set(listed) == {file.stem for file in paths.shipped("themes").glob("*.toml")} | {"mine"}
    assert listed["mine"] == {
        "name": "mine",
        "ground": "light",
        "about": "My own",
        "file": str(person.folder / "themes" / "mine.toml"),
        "chosen": True,
    }
    assert {theme["ground"] for theme in listed.values()} == {"dark", "light", "terminal"}
    assert (done.code, "bad.toml" in done.err, "'no colour' is not a colour" in done.err) == (1, True, True)


def test_a_theme_there_is_none_of_is_a_problem_with_its_line_and_the_board_is_shown_all_the_same(
    person: Person,
) -> None:
    person.writes('[board]\ntitle = "Mine"\ntheme = "nightdesk"\n[[panel]]\nkind = "sources"\n')
    done = person.board("check")
    assert (done.code, done.out) == (2, "board.toml: 1 to mend (1 panels, 0 sources, 0 tiers)\n")
    assert done.err == "board.toml:3: board.theme: there is no theme 'nightdesk' (did you mean 'night-desk'?)\n"
    assert person.board("show").code == 0


def test_the_one_in_use_is_marked(person: Person) -> None:
    done = person.board("themes")
    assert (done.code, done.err) == (0, "")
    assert [line.split()[1] for line in done.lines if line.startswith("*")] == ["night-desk"]
