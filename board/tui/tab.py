"""One board among those that are open: its configuration, the moment it is shown at, and the threads that serve it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from subprocess import Popen

from board.errors import Problem
from board.spec import Config
from board.tui.collecting import Keeper
from board.tui.door import Clerk, Door, FromTab, Then
from board.tui.draw.tabs import TabName
from board.tui.picture import Picture
from board.tui.watching import Watcher


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """What it takes to open a board."""

    config: Config
    open_door: Callable[[], Door]
    picture: Picture | None = None
    """What is shown first; one without is read when the program runs."""
    start_collector: Callable[[], Popen[bytes]] | None = None
    watched: Sequence[Path] | None = None
    """Folders of themes that are watched beside its board.toml; `None` watches neither."""
    boards: Callable[[], Sequence[Opening]] | None = None
    """All boards there are by now, asked where its board.toml names other tabs. Raises: ConfigError, UsageError."""


class Tab:
    """Everything that belongs to one board and not to its screen, which is made when it is first gone to."""

    def __init__(
        self, number: int, opening: Opening, now: Callable[[], datetime], post: Callable[[FromTab], object]
    ) -> None:
        self.number = number
        """Its own as long as it is open, whatever stands before it."""
        self.config = opening.config
        self.picture = opening.picture or Picture(views=(), health=(), cut_off=None, now=now())
        self.then = Then(self.picture.at, self.picture.sense)
        self.problems: tuple[Problem, ...] = ()
        """Those of its board.toml as it was saved last."""
        self._said = number_of(opening.picture)
        self._post = post
        self.clerk = Clerk(opening.open_door, self.config, self.then, now, self._tell)
        watched = opening.watched
        self._watcher = Watcher(self.config, watched, self._tell, opening.boards) if watched is not None else None
        self._keeper = Keeper(opening.start_collector, self._tell) if opening.start_collector else None

    def _tell(self, message: FromTab) -> None:
        message.tab = self.number
        self._post(message)

    def start(self) -> None:
        """Start its threads; the collector's only once the store is known to take what it brings."""
        self.clerk.start()
        if self._watcher is not None:
            self._watcher.start()
        if self.picture.views:
            self._keep()

    def _keep(self) -> None:
        if self._keeper is not None and not self._keeper.is_alive() and not self.picture.readonly:
            self._keeper.start()

    def take(self, picture: Picture) -> None:
        """What its clerk has built."""
        is_first = not self.picture.views
        self.picture = picture
        if is_first and picture.views:
            self._keep()

    def stop(self) -> None:
        """Tell its threads to end; the collector is waited for."""
        for thread in (self.clerk, self._watcher, self._keeper):
            if thread is not None:
                thread.stop()

    def show(self, then: Then) -> None:
        """From now on, its pictures are of this moment."""
        self.then = then
        self.clerk.show(self.config, then)

    def announcement(self, picture: Picture) -> str:
        """What was announced since the face was opened; each announcement once, empty where nothing was."""
        last = self._said
        self._said = number_of(picture)
        if picture.announced is None or last is None or picture.announced.number <= last:
            return ""
        return picture.announced.sentence

    def shut(self, why: str) -> Picture:
        """What is left to show where its store cannot be opened."""
        return replace(self.picture, trouble=why)

    def label(self, *, front: bool) -> TabName:
        """What stands on it beside others."""
        new = max((view.fresh for view in self.picture.views), default=0)
        return TabName(self.config.board.title if front else self.config.name, new, front, bool(self.picture.trouble))


def number_of(picture: Picture | None) -> int | None:
    """The number of the last announcement; `None` where nothing has been read yet."""
    if picture is None:
        return None
    return picture.announced.number if picture.announced else 0
