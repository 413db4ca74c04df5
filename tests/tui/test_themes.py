"""Themes: every shipped one can be read, everything on it can be seen, a bad one harms nobody."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.style import Style
from textual.color import Color

from board import paths
from board.tui.themes import INKS, BoardTheme, read_themes
from board.tui.widgets.lines import with_cursor
from tests.tui.running import board, panel, until_drawn

SHIPPED = read_themes([paths.shipped("themes")])
COLOURED = [theme for theme in SHIPPED.by_name.values() if not theme.ansi]
MARKS = {"rule", "frame", "frame_focus", "bar", "trend", "land", "axis"}
"""Lines and bars; everything else is read."""
BACKGROUNDS = {"cursor", "bar_top"}
ON_THE_BAR = ("plain", "muted", "strong", "ok", "stale", "failing", "held", "key")


def contrast(one: Color, other: Color) -> float:
    """WCAG's contrast ratio."""
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def luminance(colour: Color) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(value / 255) for value in colour.rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def colours(style: Style) -> tuple[Color, Color]:
    assert style.color is not None
    assert style.bgcolor is not None
    return Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)


def test_all_that_are_shipped_can_be_read() -> None:
    assert SHIPPED.problems == ()
    assert len(SHIPPED.by_name) >= 8
    assert {"night-desk", "day-desk", "high-contrast", "colour-blind", "terminal-16", "no-colour"} <= set(
        SHIPPED.by_name
    )


@pytest.mark.parametrize("theme", COLOURED, ids=lambda theme: theme.name)
def test_text_stands_out_by_four_and_a_half_and_marks_by_three(theme: BoardTheme) -> None:
    styles = theme.styles()
    weak = {}
    for ink in INKS:
        if ink in BACKGROUNDS:
            continue
        ratio = contrast(*colours(styles["ground"] + styles[ink]))
        if ratio < (3.0 if ink in MARKS else 4.5):
            weak[ink] = round(ratio, 2)
    assert weak == {}


@pytest.mark.parametrize("theme", COLOURED, ids=lambda theme: theme.name)
def test_text_can_be_read_under_the_cursor_too(theme: BoardTheme) -> None:
    styles = theme.styles()
    weak = {}
    for ink in INKS:
        if ink in BACKGROUNDS or ink in MARKS:
            continue
        ratio = contrast(*colours(styles["ground"] + with_cursor(ink, styles[ink], styles["cursor"])))
        if ratio < 4.5:
            weak[ink] = round(ratio, 2)
    assert weak == {}


@pytest.mark.parametrize("theme", COLOURED, ids=lambda theme: theme.name)
def test_what_stands_in_header_and_footer_can_be_read(theme: BoardTheme) -> None:
    styles = theme.styles()
    weak = {ink: contrast(*colours(styles["bar_top"] + styles[ink])) for ink in ON_THE_BAR}
    assert {ink: round(ratio, 2) for ink, ratio in weak.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("name", sorted(SHIPPED.by_name))
def test_a_word_that_was_found_stands_out_under_the_cursor_too(name: str) -> None:
    styles = SHIPPED.by_name[name].styles()
    around = styles["ground"] + with_cursor("plain", styles["plain"], styles["cursor"])
    found = styles["ground"] + with_cursor("match", styles["match"], styles["cursor"])
    assert (found.bgcolor, bool(found.reverse)) != (around.bgcolor, bool(around.reverse))


def test_without_colour_no_style_has_one() -> None:
    styles = SHIPPED.by_name["no-colour"].styles()
    assert all(style.color is None or style.color.is_default for style in styles.values())
    assert styles["cursor"].reverse
    assert styles["failing"] != styles["stale"] != styles["ok"]


def test_a_theme_takes_from_its_parent_what_it_does_not_say(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text('inherits = "night-desk"\n[inks]\nbar = "#ffffff"\n')
    mine = read_themes([paths.shipped("themes"), tmp_path]).by_name["mine"]
    assert mine.inks["bar"] == "#ffffff"
    assert mine.inks["denies"] == SHIPPED.by_name["night-desk"].inks["denies"]
    assert mine.dark


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("inks = 3", "[inks] is not a table"),
        ('inherits = "nobody"', "not a theme"),
        ('inherits = "bad"', "inherits itself"),
        ('inherits = "night-desk"\n[inks]\nbar = "no such colour"', "not a style"),
        ('inherits = "night-desk"\n[inks]\nbaz = "#ffffff"', "not known"),
        ('inherits = "night-desk"\n[colours]\naccent = "x"', "not a colour"),
        ("[inks]\nbar = ", "not a theme"),
        ('[inks]\nplain = "#ffffff"', "has no"),
    ],
)
def test_a_bad_theme_is_told_of_and_the_others_stay(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "bad.toml").write_text(text)
    themes = read_themes([paths.shipped("themes"), tmp_path])
    assert said in themes.problems[0].message
    assert set(themes.by_name) == set(SHIPPED.by_name)
    assert themes.get("bad").name == "night-desk"


@pytest.mark.parametrize("name", ["night-desk", "slate"])
def test_a_mistake_in_ones_own_copy_of_a_shipped_theme_leaves_the_shipped_one(tmp_path: Path, name: str) -> None:
    (tmp_path / f"{name}.toml").write_text('[inks]\nbar = "no such colour"\n')
    themes = read_themes([paths.shipped("themes"), tmp_path])
    assert [(problem.file, problem.key) for problem in themes.problems] == [(f"{name}.toml", name)]
    assert themes.by_name == SHIPPED.by_name
    assert themes.get("night-desk") == SHIPPED.by_name["night-desk"]


def test_a_theme_made_to_break_the_reader_is_refused_at_once(tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text('about = "x"\n' + "a." * 20_000 + "b = 1")
    (problem,) = read_themes([paths.shipped("themes"), tmp_path]).problems
    assert (problem.line, problem.message) == (2, "not a theme: a key of more than 40 parts")


@pytest.mark.parametrize("name", sorted(SHIPPED.by_name))
async def test_the_board_can_be_drawn_in_every_theme(name: str) -> None:
    async with board(theme=name) as (_, app, _door):
        assert app.theme == name


async def test_the_theme_under_the_cursor_is_seen_at_once_and_escape_brings_the_old_one_back() -> None:
    async with board() as (pilot, app, _door):
        await pilot.press("T")
        await pilot.pause()
        await pilot.press(*"slate")
        await pilot.pause()
        assert app.theme == "slate"
        assert panel(app, "troops").palette == SHIPPED.by_name["slate"].styles()
        await pilot.press("escape")
        await pilot.pause()
        assert app.theme == "night-desk"
        assert panel(app, "troops").palette == SHIPPED.by_name["night-desk"].styles()


async def test_where_there_are_no_colours_words_are_underlined_and_the_room_around_them_is_not() -> None:
    async with board(theme="no-colour", plain_colours=True) as (pilot, app, _door):
        await until_drawn(pilot, app, "Nation")
        segments = [segment for strip in app.screen._compositor.render_strips() for segment in strip]
        lined = [segment.text for segment in segments if segment.style and segment.style.underline]
        assert "Nation" in lined
        assert all(text == text.strip() for text in lined)
