"""What can be done with the thing the cursor is on: one function each, in one table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from board.judging.postures import Posture
from board.shapes import Ladder
from board.tui import by_hand, clipboard, jobs
from board.tui.door import Door
from board.tui.draw.lines import Drawn, Run, wrap
from board.tui.links import open_link
from board.tui.pages._page import Page, citation, provenance_parts
from board.tui.screens.ask import AskScreen
from board.tui.screens.page import PageScreen
from board.tui.screens.pick import PickScreen
from board.tui.selected import Selected
from board.tui.widgets.picklines import Choice

if TYPE_CHECKING:
    from board.snapshot import HeldReading
    from board.tui.face import BoardApp

_INFORMATION = ("confirmed by others", "probably true", "possibly true", "doubtful", "improbable", "cannot be judged")


def copy_value(app: BoardApp, selected: Selected) -> None:
    """The number, the words, the posture."""
    _copy(app, selected.value)


def copy_row(app: BoardApp, selected: Selected) -> None:
    """The whole line."""
    _copy(app, selected.line)


def _copy(app: BoardApp, text: str) -> None:
    """To the clipboard of the terminal (OSC 52), which not every terminal allows, and to that of this machine."""
    if not text:
        app.say("there is nothing to copy here")
        return
    app.copy_to_clipboard(text)
    clipboard.keep(text)
    app.say(f"copied: {text if len(text) <= 60 else text[:59] + '…'}")


def mark_read(app: BoardApp, selected: Selected) -> None:
    """Take the mark of the new away; bring it back where it is away already."""
    app.clerk.ask(jobs.mark(selected.ref))
    app.clerk.show(app.config, app.then)


def note(app: BoardApp, selected: Selected) -> None:
    """Ask for a note and keep it."""

    def keep(text: str | None) -> None:
        if text and text.strip():
            app.clerk.write("noted", lambda door: door.add_note(selected.ref, text.strip()))

    app.open_over(
        AskScreen(
            f"A note on {selected.said or selected.line or selected.value}", example="Enter keeps it, Esc does not"
        ),
        keep,
    )


def accept(app: BoardApp, selected: Selected) -> None:
    """A tier: its posture. A statement: how likely it is true. Anything else: what is held for a person."""
    kind, _, key = selected.ref.partition(":")
    if kind == "tier":
        _choose_posture(app, selected)
    elif kind == "statement":
        _choose_information(app, selected)
    else:
        app.clerk.ask(jobs.find_held(key if kind == "source" else "", app.config))


def _choose_posture(app: BoardApp, selected: Selected) -> None:
    """Every posture can be chosen; the proposed one stands first in sight, with its evidence."""
    proposed, because = _proposal(selected)
    choices = [Choice(each.value, each.value, because if each.value == proposed else "") for each in Posture]
    choices.append(Choice("unknown", "unknown", "take the decision back"))

    def decide(posture: str | None) -> None:
        if posture is not None:
            _ask_why(app, selected.ref, "posture", posture, because if posture == proposed else "")

    app.open_over(PickScreen("What is its posture?", choices, app.palette, chosen=proposed), decide)


def _proposal(selected: Selected) -> tuple[str, str]:
    """The posture a rule suggests, and why; empty where it suggests nothing."""
    shape = selected.view.shape if selected.view else None
    rungs = shape.rungs if isinstance(shape, Ladder) else ()
    proposed = next((rung.data.get("proposed") for rung in rungs if rung.ref == selected.ref), None)
    if not isinstance(proposed, Mapping):
        return "", ""
    return str(proposed.get("posture", "")), str(proposed.get("because", ""))


def _choose_information(app: BoardApp, selected: Selected) -> None:
    choices = [Choice(str(number), f"{number} {words}") for number, words in enumerate(_INFORMATION, 1)]

    def decide(number: str | None) -> None:
        if number is not None:
            _ask_why(app, selected.ref, "information", number, "")

    app.open_over(PickScreen("How likely is it true, apart from who says it?", choices, app.palette), decide)


def _ask_why(app: BoardApp, ref: str, kind: str, value: str, because: str) -> None:
    def keep(why: str | None) -> None:
        if why is not None:
            app.clerk.write(f"decided: {value}", lambda door: door.decide(ref, kind, value, why.strip()))

    app.open_over(AskScreen(f"{value}: why? It is kept with your name", because, "Enter decides, Esc does not"), keep)


def decide_held(app: BoardApp, held: HeldReading, differences: Sequence[str]) -> None:
    """Accept or refuse a reading that failed its guard, with what would change in sight; then say why."""
    choices = (Choice("accepted", "accept", "show it on the board"), Choice("refused", "refuse", "keep the one before"))

    def head(width: int) -> Iterator[Drawn]:
        for each in (held.reason, "", *differences, *([""] if differences else [])):
            yield from (Drawn(line) for line in wrap((Run(each),), width))

    def decide(value: str | None) -> None:
        if value is not None:
            _ask_why(app, held.ref, "accept", value, "")

    source = app.config.source(held.source)
    title = f"{source.title if source else held.source} is held"
    app.open_over(PickScreen(title, choices, app.palette, head=head), decide)


def _through_page(deed: str) -> Callable[[BoardApp, Selected], None]:
    """A deed that needs to know where the thing is from."""

    def ask(app: BoardApp, selected: Selected) -> None:
        app.clerk.ask(jobs.build_page(selected, deed, app.config, app.then, app.now()))

    return ask


def show_detail(app: BoardApp, page: Page) -> None:
    """The whole page; a statement that was opened is read."""
    app.open_over(PageScreen(page, app.palette))
    readonly = app.board.picture is not None and app.board.picture.readonly
    if page.ref.startswith("statement:") and not readonly:
        app.clerk.write("", partial(_seen, page.ref))


def _seen(ref: str, door: Door) -> None:
    door.mark(ref, read=True)


def show_difference(app: BoardApp, page: Page) -> None:
    """What was changed in it after it was published."""
    app.open_over(PageScreen(page, app.palette))


def show_provenance(app: BoardApp, page: Page) -> None:
    """Who says so, where, as of when, retrieved when."""
    if not page.facts:
        app.say("this is from board.toml itself")
        return
    traced = (*provenance_parts(page.facts, app.config, app.now()), *page.kept)
    app.open_over(PageScreen(page, app.palette, traced=traced))


def show_link(app: BoardApp, page: Page) -> None:
    """Open the first address there is."""
    link = next((fact.link for fact in page.facts if fact.link), None)
    app.say(open_link(link) if link else "no page is known for this")


def copy_citation(app: BoardApp, page: Page) -> None:
    """One line to paste into a report."""
    _copy(app, citation(page.facts[0]) if page.facts else "")


DEEDS: Mapping[str, Callable[[BoardApp, Selected], None]] = {
    "detail": _through_page("detail"),
    "provenance": _through_page("provenance"),
    "open_link": _through_page("open_link"),
    "copy_citation": _through_page("copy_citation"),
    "copy_value": copy_value,
    "copy_row": copy_row,
    "mark_read": mark_read,
    "note": note,
    "accept": accept,
    "by_hand": by_hand.sort,
}
"""By the id of the action in `board.tui.keys`."""
WITH_PAGE: Mapping[str, Callable[[BoardApp, Page], None]] = {
    "detail": show_detail,
    "difference": show_difference,
    "provenance": show_provenance,
    "open_link": show_link,
    "copy_citation": copy_citation,
}
"""What is done once the page is there."""
