"""Themes: TOML files that give every meaning a colour and a style; one may inherit another."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from rich.color import ColorParseError
from rich.errors import StyleSyntaxError
from rich.style import Style

from board.errors import Problem
from board.shapes import Tone
from board.text.toml import TomlError, read_toml

if TYPE_CHECKING:
    from textual.theme import Theme

SURFACES = (
    "background",
    "surface",
    "panel",
    "foreground",
    "primary",
    "secondary",
    "accent",
    "warning",
    "error",
    "success",
)
"""The colours of `[colours]`, by Textual's names."""
OWN_INKS = (
    "rule", "frame", "frame_focus", "title", "title_focus", "head", "bar", "trend", "way", "grade", "key", "match",
    "cursor", "bar_top", "past", "label", "land", "axis",
)  # fmt: skip
"""What the face draws besides the tones of content."""
INKS = (*(tone.value for tone in Tone), *OWN_INKS)
_TERMINAL = {
    "ansi-background": "ansi_default",
    "ansi-foreground": "ansi_default",
    "border": "ansi_default",
    "border-blurred": "ansi_default",
    "block-cursor-background": "ansi_default",
    "block-cursor-text-style": "reverse",
}
_COLOUR = re.compile(
    r"#(?:[0-9a-f]{3}|[0-9a-f]{6})|ansi_(?:default|(?:bright_)?(?:black|red|green|yellow|blue|magenta|cyan|white))",
    re.IGNORECASE,
)
_FALL_BACK = "night-desk"
_MOST_PARENTS = 8
_LARGEST = 100_000
_File = tuple[Path, dict[str, object]]
"""Where it lies, and what stands in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardTheme:
    """One theme, with all it inherits filled in."""

    name: str
    about: str = ""
    dark: bool = True
    ansi: bool = False
    """True where it uses the terminal's own colours."""
    colours: Mapping[str, str] = field(default_factory=dict)
    inks: Mapping[str, str] = field(default_factory=dict)
    """Ink → a style such as `bold #d08770 on #2e3440`."""
    file: Path | None = None
    """Where it was read from."""

    def styles(self) -> dict[str, Style]:
        """Every ink as a style to draw with, and `ground`, which is under all of them."""
        ground = "" if self.ansi else f"{self.colours['foreground']} on {self.colours['background']}"
        return {"ground": Style.parse(ground)} | {ink: Style.parse(self.inks[ink]) for ink in INKS}

    def textual(self) -> Theme:
        """The same theme for Textual's own widgets: dialogs, inputs, the palette."""
        # Not above: `board themes` reads themes, and no command but the board itself loads Textual.
        from textual.theme import Theme

        colours = dict(self.colours)
        variables = {f"ink-{ink.replace('_', '-')}": _colour_of(style) for ink, style in self.inks.items()}
        return Theme(
            name=self.name,
            dark=self.dark,
            ansi=self.ansi,
            variables=variables | _chrome(self),
            primary=colours.pop("primary", "ansi_blue"),
            **cast("dict[str, Any]", colours),
        )


def _colour_of(style: str) -> str:
    colour = Style.parse(style).color
    return "ansi_default" if colour is None or colour.is_default else _css(colour.name)


def _css(name: str) -> str:
    """Rich's name of a colour as Textual writes it."""
    return name if name.startswith("#") else f"ansi_{name}"


def _chrome(theme: BoardTheme) -> dict[str, str]:
    """What Textual works out by blending, given outright, so that text keeps its contrast."""
    if theme.ansi:
        return _TERMINAL
    colours = theme.colours
    return {
        "text-muted": _colour_of(theme.inks["muted"]),
        "block-cursor-background": colours["accent"],
        "block-cursor-foreground": colours["background"],
        "input-selection-background": f"{colours['accent']} 40%",
        "border": colours["accent"],
    }


@dataclass(frozen=True, slots=True)
class Themes:
    """All themes that could be read, and what was wrong with the others."""

    by_name: Mapping[str, BoardTheme]
    problems: tuple[Problem, ...] = ()

    def get(self, name: str) -> BoardTheme:
        """The theme of that name, else the default one."""
        return self.by_name.get(name) or self.by_name[_FALL_BACK]


def read_themes(folders: Sequence[Path]) -> Themes:
    """Read every `*.toml` of the folders; a later folder's file replaces an earlier one's of the same name, unless it
    is no theme."""
    files, problems = _read_all(folders)
    themes, bad = _built(files)
    while replaced := [name for name in bad if len(files[name]) > 1]:
        for name in replaced:
            problems.append(bad[name])
            files[name].pop()
        themes, bad = _built(files)
    return Themes(themes, (*problems, *bad.values()))


def _read_all(folders: Sequence[Path]) -> tuple[dict[str, list[_File]], list[Problem]]:
    """The files by name, the one that counts last, and what is wrong with those that are no TOML."""
    files: dict[str, list[_File]] = {}
    problems: list[Problem] = []
    for path in (file for folder in folders if folder.is_dir() for file in sorted(folder.glob("*.toml"))):
        try:
            files.setdefault(path.stem, []).append((path, _read(path)))
        except TomlError as error:
            problems.append(Problem(path.name, error.line, "", f"not a theme: {error}"))
        except (OSError, ValueError) as error:
            problems.append(Problem(path.name, None, "", f"not a theme: {error}"))
    return {name: each for name, each in files.items() if each}, problems


def _read(path: Path) -> dict[str, object]:
    """Raises: OSError, ValueError where it cannot be read."""
    if path.stat().st_size > _LARGEST:
        raise ValueError(f"larger than {_LARGEST:,} bytes")
    return read_toml(path.read_bytes())


def _built(files: Mapping[str, Sequence[_File]]) -> tuple[dict[str, BoardTheme], dict[str, Problem]]:
    """The themes, and what is wrong with those that are none, by name."""
    themes: dict[str, BoardTheme] = {}
    bad: dict[str, Problem] = {}
    raw = {name: each[-1] for name, each in files.items()}
    for name, (path, _) in raw.items():
        try:
            themes[name] = _build(name, raw)
        except ValueError as error:
            bad[name] = Problem(path.name, None, name, str(error))
    return themes, bad


def _build(name: str, raw: Mapping[str, _File]) -> BoardTheme:
    """Raises: ValueError where a colour is not one, a key is unknown or the parents make a ring."""
    chain = _with_parents(name, raw)
    colours: dict[str, str] = {}
    inks: dict[str, str] = {}
    for table in reversed(chain):
        colours |= _strings(table, "colours", SURFACES)
        inks |= _strings(table, "inks", INKS)
    theme = BoardTheme(
        name=name,
        about=str(chain[0].get("about", "")),
        dark=bool(next((table["dark"] for table in chain if "dark" in table), True)),
        ansi=bool(next((table["ansi"] for table in chain if "ansi" in table), False)),
        colours=colours,
        inks=inks,
        file=raw[name][0],
    )
    _check(theme)
    return theme


def _with_parents(name: str, raw: Mapping[str, _File]) -> list[dict[str, object]]:
    """The theme's own table first, its parents after it."""
    chain: list[dict[str, object]] = []
    parent: object = name
    while parent:
        if not isinstance(parent, str) or parent not in raw:
            raise ValueError(f"inherits {parent!r}, which is not a theme")
        if len(chain) == _MOST_PARENTS:
            raise ValueError("inherits itself")
        chain.append(raw[parent][1])
        parent = chain[-1].get("inherits")
    return chain


def _strings(table: Mapping[str, object], key: str, known: Sequence[str]) -> dict[str, str]:
    part = table.get(key, {})
    if not isinstance(part, dict):
        raise ValueError(f"[{key}] is not a table")
    for name, value in part.items():
        if name not in known:
            raise ValueError(f"{key}.{name} is not known; one of {', '.join(known)}")
        if not isinstance(value, str):
            raise ValueError(f"{key}.{name} is not a string")
    return part


def _check(theme: BoardTheme) -> None:
    """Raises: ValueError for what is not a colour, and for a meaning without one."""
    for name, value in theme.colours.items():
        if not _COLOUR.fullmatch(value):
            raise ValueError(f"colours.{name}: {value!r} is not a colour such as #2e3440 or ansi_blue")
    for name, value in theme.inks.items():
        try:
            Style.parse(value)
        except (StyleSyntaxError, ColorParseError) as error:
            raise ValueError(f"inks.{name}: {value!r} is not a style") from error
    missing = [ink for ink in INKS if ink not in theme.inks]
    missing += [colour for colour in SURFACES if colour not in theme.colours and not theme.ansi]
    if missing:
        raise ValueError(f"has no {', '.join(missing)}, and inherits none")
