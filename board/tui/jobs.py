"""What the clerk is asked to do for the face, and the messages it comes back with."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from board import plugins
from board.errors import BoardError
from board.panels import _words
from board.panels._held import differences
from board.shapes import Condition, Feed, View
from board.snapshot import HeldReading
from board.spec import Config, PanelSpec
from board.text.query import QueryError
from board.tui.door import Door, FromTab, Job, Said, Then
from board.tui.pages._edits import edits_of
from board.tui.pages._kept import kept
from board.tui.pages._page import Asked, Page
from board.tui.selected import Selected

FOUND_MOST = 200
_FIRST_LOOK = timedelta(days=7)


class PageBuilt(FromTab):
    """A page, and which deed it was built for."""

    def __init__(self, page: Page, deed: str) -> None:
        super().__init__()
        self.page = page
        self.deed = deed


class ViewBuilt(FromTab):
    """A view that was asked for by itself."""

    def __init__(self, view: View) -> None:
        super().__init__()
        self.view = view


class MomentFound(FromTab):
    """The time to go to; `None` is now."""

    def __init__(self, at: datetime | None) -> None:
        super().__init__()
        self.at = at


class HeldFound(FromTab):
    """What waits for a person."""

    def __init__(self, held: HeldReading, differences: tuple[str, ...]) -> None:
        super().__init__()
        self.held = held
        self.differences = differences
        """What would be other on the board if it were accepted, a line each."""


def build_page(selected: Selected, deed: str, config: Config, then: Then, now: datetime) -> Job:
    """Build the page of a ref, by the module of its kind."""

    def job(door: Door) -> FromTab:
        asked = Asked(ref=selected.ref, snapshot=door.snapshot(then), config=config, now=now, view=selected.view)
        kind = selected.ref.partition(":")[0]
        if kind not in plugins.names("board.tui.pages"):
            return Said("there is nothing more to say about this")
        page = plugins.load("board.tui.pages", kind).page(asked)
        if page is None:
            return Said("the store has nothing more on this")
        return PageBuilt(replace(page, kept=tuple(kept(asked))), deed)

    return job


def step_in_time(then: Then, *, back: bool) -> Job:
    """The change before or after a time; past the last one it is now."""

    def job(door: Door) -> FromTab:
        found = door.step(then, -1 if back else 1)
        if back and found is None:
            return Said("this is the first change the board has kept")
        return MomentFound(found)

    return job


def read_moment(text: str, config: Config, now: datetime) -> Job:
    """The time a person typed; reading words of any kind takes a moment, so not in the loop."""

    def job(_: Door) -> FromTab:
        from board.text.moments import moment

        try:
            return MomentFound(moment(text, now=now, zone=config.board.time_zone))
        except BoardError as error:
            return Said(str(error), bad=True)

    return job


def search(query: str, config: Config, then: Then) -> Job:
    """Statements, articles and notes of any age the query is true of, newest first."""

    def job(door: Door) -> FromTab:
        from board.panels import _found

        try:
            snapshot = door.snapshot(then)
            found = snapshot.found(limit=FOUND_MOST, query=query)[:FOUND_MOST]
        except QueryError as error:
            return Said(f"{error} (character {error.position + 1})", bad=True)
        entries = _found.entries(found, query, snapshot, config)
        title = f"Search: {query}" + (f" (the newest {FOUND_MOST})" if len(entries) == FOUND_MOST else "")
        empty = "nothing the board has seen has this"
        return ViewBuilt(_view("search", title, Feed(entries=entries), empty))

    return job


def changes(config: Config, then: Then, now: datetime) -> Job:
    """What is new, changed, gone or silent since the last look; of a week where there was none, or in the past."""

    def job(door: Door) -> FromTab:
        from board.panels import changes as kind

        snapshot = door.snapshot(then)
        since = kind.began(snapshot, now, _FIRST_LOOK)
        told = _words.moment(since, now, config.board.time_zone)
        spec = PanelSpec(kind="changes", name="changes", title=f"Changes since {told}", options=kind.Options())
        return ViewBuilt(kind.changed(snapshot, spec, config, now, since=since, empty="nothing changed since"))

    return job


def difference(selected: Selected | None, config: Config, then: Then, now: datetime) -> Job:
    """The words of an edited thing before and after; where there is none, what is new since the last look."""

    def job(door: Door) -> FromTab | None:
        if selected is not None:
            asked = Asked(ref=selected.ref, snapshot=door.snapshot(then), config=config, now=now, view=selected.view)
            if page := edits_of(asked):
                return PageBuilt(page, "difference")
        return changes(config, then, now)(door)

    return job


def notes(config: Config, then: Then, now: datetime) -> Job:
    """Every note, newest first, whether or not the board has a panel of them."""

    def job(door: Door) -> FromTab:
        from board.panels import notes as kind

        spec = PanelSpec(kind="notes", name="notes", title="Notes", options=kind.Options())
        return ViewBuilt(kind.build(door.snapshot(then), spec, config, now))

    return job


def mark(ref: str) -> Job:
    """Mark as read, or as unread what is read."""

    def job(door: Door) -> FromTab:
        return Said("marked as read" if door.mark(ref) else "marked as unread")

    return job


def find_held(source: str, config: Config) -> Job:
    """The newest reading that waits; of this source where one is named."""

    def job(door: Door) -> FromTab:
        snapshot = door.snapshot(Then())
        held = [each for each in snapshot.held() if not source or each.source == source]
        if not held:
            return Said("nothing is proposed or held here")
        return HeldFound(held[0], differences(snapshot, held[0], config))

    return job


def _view(kind: str, title: str, feed: Feed, empty: str) -> View:
    condition = Condition.FRESH if feed.entries else Condition.EMPTY
    return View(name=kind, kind=kind, title=title, shape=feed, as_of=None, condition=condition, empty=empty)
