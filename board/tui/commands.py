"""What can be done anywhere on the board: one function each, in one table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from board import paths
from board.snapshot import Sense
from board.spec import Config, SourceSpec
from board.tui import jobs, state
from board.tui.door import Then
from board.tui.draw.tour import draw_tour
from board.tui.editor import edit
from board.tui.keys import ACTIONS, Action, Where, keys_of, offered, shown
from board.tui.screens.ask import AskScreen
from board.tui.screens.pick import PickScreen
from board.tui.selected import Selected
from board.tui.widgets.panel import Panel
from board.tui.widgets.picklines import Choice, Head

if TYPE_CHECKING:
    from board.tui.face import BoardApp


def help_(app: BoardApp) -> None:
    """What the signs mean and what to press first; then every key with what it does, searchable, and Enter does it."""
    tour = partial(draw_tour, app.tabs[0].config.keys)
    _pick_action(app, "How to read this board, and every key: Enter does it", head=tour)


def palette(app: BoardApp) -> None:
    """Any command by its name, any panel, any saved search."""
    panels = [Choice(f"panel:{panel.name}", f"go to {panel.name}", "a panel") for panel in app.board.panels()]
    searches = [Choice(f"search:{name}", f"search {name}", query) for name, query in app.config.searches.items()]
    boards = [
        Choice(f"board:{place}", f"open {tab.config.name}", tab.config.board.title)
        for place, tab in enumerate(app.tabs[1:], 1)
    ]
    first = [Choice("board:0", f"open {app.tabs[0].config.name}", app.tabs[0].config.board.title)] if boards else []
    _pick_action(app, "Commands", [*panels, *first, *boards, *searches])


def _pick_action(app: BoardApp, title: str, more: Sequence[Choice] = (), head: Head | None = None) -> None:
    choices = [_choice(action, app.tabs[0].config) for action in offered(len(app.tabs))]
    by_id = {action.id: action for action in ACTIONS}

    def run(chosen: str | None) -> None:
        kind, _, name = (chosen or "").partition(":")
        if kind in by_id and not name:
            app.call_later(app.run_chosen, by_id[kind])
        elif kind == "panel":
            app.board.go_to_panel(name)
        elif kind == "board":
            app.go_to_tab(int(name))
        elif kind == "search":
            app.clerk.ask(jobs.search(app.config.searches[name], app.config, app.then))

    app.open_over(PickScreen(title, [*choices, *more], app.palette, head=head), run)


def _choice(action: Action, config: Config) -> Choice:
    keys = shown(keys_of(action, config.keys))
    about = action.tooltip if action.where is Where.APP else f"{action.tooltip}, {action.where}"
    return Choice(action.id, action.label or action.id.replace("_", " "), about, keys)


def theme(app: BoardApp) -> None:
    """Every theme, seen at once while the cursor is on it; Esc brings the old one back."""
    before = app.theme
    known = sorted(app.themes.by_name.values(), key=lambda each: (not each.dark, each.name))
    choices = [Choice(each.name, each.name, each.about) for each in known]

    def settle(chosen: str | None) -> None:
        app.use_theme(chosen or before)
        if chosen:
            state.write({"theme": chosen, "instead_of": app.tabs[0].config.board.theme})

    app.open_over(PickScreen("Themes", choices, app.palette, chosen=before, on_move=app.use_theme), settle)


def edit_config(app: BoardApp) -> None:
    """board.toml in the person's editor; what is saved applies at once. The shipped one is not theirs to change."""
    if app.config.file == paths.shipped("board.toml"):
        app.say("this board runs on the shipped board.toml: `board init` writes one of your own")
        return
    if trouble := edit(app, app.config.file):
        app.say(trouble, bad=True)


def suspend(app: BoardApp) -> None:
    """Stop as any program of a shell does; where nobody could take it up again nothing happens."""
    app.action_suspend_process()


def refresh(app: BoardApp) -> None:
    """Ask for the sources behind the panel in front, or the source the cursor is on."""
    panel = app.board.panel
    names = sources_of(panel, app.config) if panel else ()
    if not names:
        app.say("no source feeds this panel")
        return
    app.clerk.write(f"asked for {_count(len(names))}", lambda door: door.ask_refresh(names))


def refresh_all(app: BoardApp) -> None:
    """Ask the collector for every source."""
    app.clerk.write("asked for every source", lambda door: door.ask_refresh(()))


def sources_of(panel: Panel, config: Config) -> tuple[str, ...]:
    """Names of the sources whose reading the panel shows."""
    kind, _, name = (panel.ref or "").partition(":")
    if kind == "source":
        return (name,)
    gives = panel.view.kind if panel.view and panel.view.kind in ("troops", "statements") else None
    return tuple(source.name for source in config.sources if source.enabled and _feeds(source, gives))


def _feeds(source: SourceSpec, gives: str | None) -> bool:
    return gives is None or source.gives == gives


def _count(number: int) -> str:
    return "1 source" if number == 1 else f"{number} sources"


def back_in_time(app: BoardApp) -> None:
    """To the last change before what is shown."""
    app.clerk.ask(jobs.step_in_time(app.then, back=True))


def forward_in_time(app: BoardApp) -> None:
    """To the next change; past the last one it is now."""
    if app.then.at is None:
        app.say("this is now")
        return
    app.clerk.ask(jobs.step_in_time(app.then, back=False))


def go_to_time(app: BoardApp) -> None:
    """To a time the person types."""

    def go(text: str | None) -> None:
        if text and text.strip():
            app.clerk.ask(jobs.read_moment(text, app.config, app.now()))

    app.open_over(
        AskScreen("The board as it stood at", example="2025-02-25, yesterday 18:00, 3 days ago; Enter goes there"), go
    )


def now(app: BoardApp) -> None:
    """Out of the past."""
    app.go_to(None)


def sense(app: BoardApp) -> None:
    """The other sense of "as it stood then": what had been said by then, or what this board knew then."""
    other = Sense.KNOWN if app.then.sense is Sense.REPORTED else Sense.REPORTED
    app.tab.show(Then(app.then.at, other))
    if app.then.at is None:
        app.say("in the past: what this board knew" if other is Sense.KNOWN else "in the past: what had been said")


def changes(app: BoardApp) -> None:
    """What is new, changed, gone or silent since the last look."""
    app.clerk.ask(jobs.changes(app.config, app.then, app.now()))


def open_tab(app: BoardApp, place: int) -> None:
    """The board at this place, where there is one."""
    app.go_to_tab(place)


def next_tab(app: BoardApp) -> None:
    """The next board; after the last one the first."""
    _turn(app, 1)


def previous_tab(app: BoardApp) -> None:
    """The board before; before the first one the last."""
    _turn(app, -1)


def _turn(app: BoardApp, by: int) -> None:
    if len(app.tabs) == 1:
        app.say("this is the only board: `tabs` in board.toml, or a second --config, opens others")
        return
    app.go_to_tab((app.tabs.index(app.tab) + by) % len(app.tabs))


def difference(app: BoardApp) -> None:
    """The words of an edited line before and after; on any other what is new since the last look."""
    selected: Selected | None = getattr(app.screen, "selected", None)
    app.clerk.ask(jobs.difference(selected, app.config, app.then, app.now()))


def look(app: BoardApp) -> None:
    """Move the mark of the last look to now."""
    app.clerk.write("seen: the changes are those from now on", lambda door: door.look())


def notes(app: BoardApp) -> None:
    """What persons wrote on this board."""
    app.clerk.ask(jobs.notes(app.config, app.then, app.now()))


def search(app: BoardApp) -> None:
    """Ask for a query and show what it finds."""

    def find(query: str | None) -> None:
        if query and query.strip():
            app.clerk.ask(jobs.search(query.strip(), app.config, app.then))

    example = 'words "phrases" prefix* AND OR NOT ( )'
    app.open_over(AskScreen("Search every statement, article and note the board has seen", example=example), find)


COMMANDS: Mapping[str, Callable[[BoardApp], None]] = {
    "help": help_,
    "palette": palette,
    "theme": theme,
    "edit_config": edit_config,
    "suspend": suspend,
    "refresh": refresh,
    "refresh_all": refresh_all,
    "back_in_time": back_in_time,
    "forward_in_time": forward_in_time,
    "go_to_time": go_to_time,
    "now": now,
    "changes": changes,
    "difference": difference,
    "look": look,
    "sense": sense,
    "notes": notes,
    **{f"tab_{number}": partial(open_tab, place=number - 1) for number in range(1, 10)},
    "next_tab": next_tab,
    "previous_tab": previous_tab,
    "search": search,
}
"""By the id of the action in `board.tui.keys`."""
