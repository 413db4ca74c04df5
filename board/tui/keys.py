"""Every key, declared once: bindings, footer, help and palette are all made from this list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from textual.binding import Binding, BindingType
from textual.keys import _character_to_key


class Where(StrEnum):
    """On what an action works, which is also who carries it out."""

    APP = "anywhere"
    """A function of `board.tui.commands`."""
    BOARD = "on the board"
    """A method of the board's screen."""
    ITEM = "on a line"
    """A function of `board.tui.deeds`."""
    LINES = "in lines"
    """A method of the lines."""
    TABLE = "in a table"
    """A method of the table."""


@dataclass(frozen=True, slots=True)
class Action:
    """Something a person can do. `id` is its name in `[keys]` of board.toml and of the method that does it."""

    id: str
    keys: tuple[str, ...]
    label: str
    """One or two words, for the footer."""
    tooltip: str
    """A clause, for help and palette."""
    where: Where
    rank: int = 0
    """Place in the footer, from 1; 0 is not shown there."""


ACTIONS = (
    Action("help", ("?", "f1"), "help", "a short tour, and every key, searchable", Where.APP, 1),
    Action("quit", ("q", "ctrl+c"), "quit", "end the program", Where.APP, 12),
    Action("suspend", ("ctrl+z",), "", "stop here and go back to the shell; `fg` goes on", Where.APP),
    Action("palette", (":", "ctrl+p"), "command", "find any command by its name", Where.APP, 11),
    Action("theme", ("T",), "theme", "choose a theme and see it at once", Where.APP, 10),
    Action("edit_config", ("E",), "edit", "edit board.toml in $EDITOR", Where.APP, 9),
    Action("next_panel", ("tab",), "panel", "go to the next panel", Where.BOARD, 2),
    Action("previous_panel", ("shift+tab",), "", "go to the panel before", Where.BOARD),
    Action("panel_1", ("1",), "first panel", "go to panel 1; 2 to 9 go to the others", Where.BOARD),
    *(Action(f"panel_{n}", (str(n),), "", f"go to panel {n}", Where.BOARD) for n in range(2, 10)),
    Action("zoom", ("z",), "zoom", "give the panel the whole screen, and back", Where.BOARD, 13),
    Action("next_tab", ("]",), "next board", "go to the next board, where several are open", Where.APP),
    Action("previous_tab", ("[",), "board before", "go to the board before", Where.APP),
    Action("tab_1", ("alt+1",), "first board", "go to board 1; Alt+2 to Alt+9 go to the others", Where.APP),
    *(Action(f"tab_{n}", (f"alt+{n}",), "", f"go to board {n}", Where.APP) for n in range(2, 10)),
    Action("refresh", ("r",), "refresh", "ask for the sources of this panel again", Where.APP, 8),
    Action("refresh_all", ("R",), "", "ask for every source again", Where.APP),
    Action("back_in_time", ("<",), "", "the board before the last change", Where.APP),
    Action("forward_in_time", (">",), "", "the board after the next change", Where.APP),
    Action("go_to_time", ("t",), "time", "the board as it stood at a time", Where.APP, 6),
    Action("now", (".",), "", "back to now", Where.APP),
    Action("sense", ("w",), "", "in the past: what had been said by then, or what this board knew then", Where.APP),
    Action(
        "difference", ("d",), "changes", "an edited line: its words before and after; else what D shows", Where.APP, 7
    ),
    Action("changes", ("D",), "all changes", "what is new, changed or gone since the last look", Where.APP),
    Action("look", ("M",), "", "all this is seen: the changes are those from now on", Where.APP),
    Action("notes", ("v",), "", "every note somebody wrote, newest first", Where.APP),
    Action("search", ("ctrl+f",), "", "search all statements, articles and notes seen", Where.APP),
    Action("jump", ("f",), "jump", "put a letter on every line and go where you type", Where.BOARD, 14),
    Action("back", ("escape",), "", "close, or end the filter", Where.BOARD),
    Action("down", ("j", "down", "right"), "", "next line", Where.LINES),
    Action("up", ("k", "up", "left"), "", "line before", Where.LINES),
    Action("first", ("g", "home"), "", "first line", Where.LINES),
    Action("last", ("G", "end"), "", "last line", Where.LINES),
    Action("page_down", ("pagedown", "ctrl+d", "space"), "", "a screen further", Where.LINES),
    Action("page_up", ("pageup", "ctrl+u", "b"), "", "a screen back", Where.LINES),
    Action("detail", ("enter",), "detail", "everything about this", Where.ITEM, 3),
    Action("provenance", ("i",), "source", "who says so, where, as of when, retrieved when", Where.ITEM, 4),
    Action("open_link", ("o",), "open", "open the page it is from in the browser", Where.ITEM, 15),
    Action("filter", ("/",), "filter", "show only what has these words", Where.BOARD, 5),
    Action("next_match", ("n",), "", "next line with the words of the filter", Where.BOARD),
    Action("previous_match", ("N",), "", "line before with the words of the filter", Where.BOARD),
    Action("copy_value", ("y",), "", "copy the value", Where.ITEM),
    Action("copy_row", ("Y",), "", "copy the line", Where.ITEM),
    Action("copy_citation", ("c",), "", "copy the citation", Where.ITEM),
    Action("mark_read", ("m",), "", "mark as read, or as unread again", Where.ITEM),
    Action("accept", ("a",), "", "accept what is proposed or held", Where.ITEM),
    Action(
        "by_hand",
        ("u",),
        "",
        "put a reading right: who spoke and how, what a number counts; apart or the same, to a claim or not",
        Where.ITEM,
    ),
    Action("note", ("e",), "", "write a note on it", Where.ITEM),
    Action("sort", ("s",), "", "sort by the next column", Where.TABLE),
    Action("reverse", ("S",), "", "turn the order round", Where.TABLE),
)


def keys_of(action: Action, chosen: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The keys a person chose for it, else its own."""
    return chosen.get(action.id) or action.keys


def bindings(*where: Where) -> list[BindingType]:
    """What Textual needs to know; chosen keys come later by `keymap`."""
    return [
        Binding(",".join(map(_name, action.keys)), call(action), action.label, id=action.id, tooltip=action.tooltip)
        for action in ACTIONS
        if action.where in where
    ]


def call(action: Action) -> str:
    """The action as Textual calls it."""
    match action.where:
        case Where.ITEM:
            return f"app.item('{action.id}')"
        case Where.APP:
            return "app.quit" if action.id == "quit" else f"app.command('{action.id}')"
        case _:
            return _numbered(action) or action.id


def _numbered(action: Action) -> str | None:
    """`panel(3)` for `panel_3`; `None` for what has no number."""
    start, _, number = action.id.rpartition("_")
    return f"{start}({number})" if number.isdecimal() else None


def offered(boards: int) -> list[Action]:
    """Those that help and palette list: one for all panels, and those between boards only where there are several."""
    numbers = [action for action in ACTIONS if not action.label and _numbered(action)]
    of_boards = [action for action in ACTIONS if "tab" in action.id.split("_")] if boards == 1 else []
    return [action for action in ACTIONS if action not in numbers and action not in of_boards]


def keymap(chosen: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """The keys of board.toml as Textual takes them."""
    return {name: ",".join(map(_name, keys)) for name, keys in chosen.items() if keys}


_NAMES = {
    "enter": "Enter", "escape": "Esc", "tab": "Tab", "shift+tab": "Shift+Tab", "pagedown": "PgDn", "pageup": "PgUp",
}  # fmt: skip


def shown(keys: Iterable[str]) -> str:
    """Keys as a person reads them: `j Down`; an arrow as ASCII draws it would be another key."""
    return " ".join(_NAMES.get(key) or (key if len(key) == 1 else key.title()) for key in keys)


def _name(key: str) -> str:
    return _character_to_key(key) if len(key) == 1 else key
