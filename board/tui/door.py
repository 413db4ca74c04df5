"""The face's one door to the store: what it asks and what it writes, and the thread that does so."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Protocol

from textual.message import Message

from board.errors import StoreError
from board.shapes import Feed
from board.snapshot import Sense, Snapshot
from board.spec import Config, PanelSpec
from board.tui.picture import Picture

POLL_SECONDS = 0.4
"""How often the store's stamp is looked at; nothing is read where it stands still."""


@dataclass(frozen=True, slots=True)
class Then:
    """The time the board is shown at, and in which of its two senses."""

    at: datetime | None = None
    """`None` is now."""
    sense: Sense = Sense.REPORTED


class Door(Protocol):
    """What the face needs of a store. Every method may raise StoreError."""

    def stamp(self) -> object:
        """Changes whenever another process has written."""

    def follow(self, config: Config) -> None:
        """From now on search and fold by this board.toml."""

    def snapshot(self, then: Then) -> Snapshot: ...

    def picture(self, config: Config, then: Then, now: datetime) -> Picture: ...

    def page(self, config: Config, panel: PanelSpec, then: Then, now: datetime, before: int) -> Feed: ...

    def step(self, then: Then, by: int) -> datetime | None:
        """The change of the board after a time (`by` > 0) or before it: where `>` and `<` go."""

    def look(self) -> None:
        """Somebody has looked until now."""

    def ask_refresh(self, sources: tuple[str, ...]) -> None:
        """Ask the collector for these sources; for every one where none is named."""

    def mark(self, ref: str, *, read: bool | None = None) -> bool:
        """Mark as read or as unread, as what it is not where nothing is said; whether it is read now."""

    def add_note(self, ref: str, text: str) -> None: ...

    def decide(self, ref: str, kind: str, value: str, why: str) -> None: ...

    def put_right(self, ref: str, values: tuple[str, ...], why: str) -> None:
        """Put fields of a reading right, or take that back, all in one: `FIELD=VALUE`, or `FIELD`."""

    def close(self) -> None: ...


class FromTab(Message):
    """What the threads behind a board tell, and by its place which board it is."""

    tab = 0


class Said(FromTab):
    """A sentence for the person: what was done, or why it was not."""

    def __init__(self, sentence: str, *, bad: bool = False) -> None:
        super().__init__()
        self.sentence = sentence
        self.bad = bad


class PictureBuilt(FromTab):
    """The board, as it now is."""

    def __init__(self, picture: Picture) -> None:
        super().__init__()
        self.picture = picture


class PageRead(FromTab):
    """A further page of a feed."""

    def __init__(self, panel: str, page: Feed) -> None:
        super().__init__()
        self.panel = panel
        self.page = page


class DoorShut(FromTab):
    """The store cannot be opened, and why."""

    def __init__(self, why: str) -> None:
        super().__init__()
        self.why = why


class ClerkFell(FromTab):
    """A mistake of the program's own, made in the clerk's thread."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error


Job = Callable[[Door], FromTab | None]


class Clerk(threading.Thread):
    """Owns the door: does the jobs given to it, and builds the picture anew when store, minute or wish changed."""

    def __init__(
        self,
        open_door: Callable[[], Door],
        config: Config,
        then: Then,
        now: Callable[[], datetime],
        post: Callable[[FromTab], object],
    ) -> None:
        super().__init__(name="board-clerk", daemon=True)
        self._open_door = open_door
        self._post = post
        self._now = now
        self._wish = (config, then)
        self._trouble = ""
        self.looked = True
        """Whether somebody has seen what it shows."""
        self._showed_now = then.at is None
        self._jobs: queue.Queue[Job | None] = queue.Queue()

    @property
    def is_idle(self) -> bool:
        """Whether nothing that was asked is still to be done."""
        return not self._jobs.unfinished_tasks

    def ask(self, job: Job) -> None:
        """Do this, and post the message it comes to."""
        self._jobs.put(job)

    def show(self, config: Config, then: Then) -> None:
        """From now on, pictures are of this configuration and moment."""
        if config is not self._wish[0]:
            self.ask(partial(_follow, config))
        self._wish = (config, then)
        self._showed_now |= then.at is None
        self.ask(self._picture)

    def read_page(self, panel: str, before: int) -> None:
        """Read a feed on, from the entry with this key."""

        def job(door: Door) -> FromTab | None:
            config, then = self._wish
            spec = next((each for each in config.panels if each.name == panel), None)
            return PageRead(panel, door.page(config, spec, then, self._now(), before)) if spec else None

        self.ask(job)

    def write(self, sentence: str, do: Callable[[Door], None]) -> None:
        """Write something, and say so once it is written; an empty sentence says nothing."""

        def job(door: Door) -> FromTab | None:
            do(door)
            return Said(sentence) if sentence else None

        self.ask(job)
        self.ask(self._picture)

    def stop(self) -> None:
        """End the thread; what was asked before is still done."""
        self._jobs.put(None)

    def run(self) -> None:
        try:
            self._work()
        except StoreError as error:
            self._post(DoorShut(str(error)))
        except Exception as error:  # noqa: BLE001 - a mistake of the program's own ends it in the main thread, not in silence
            self._post(ClerkFell(error))

    def _work(self) -> None:
        door = self._open_door()
        seen: object = None
        while True:
            try:
                job = self._jobs.get(timeout=POLL_SECONDS)
            except queue.Empty:
                seen = self._look(door, seen)
                continue
            if job is None:
                break
            self._do(door, job)
            self._jobs.task_done()
        if self.looked and self._showed_now:
            door.look()
        door.close()

    def _look(self, door: Door, seen: object) -> object:
        """Build again where the store's stamp or the minute is another; a trouble that lasts is told of once."""
        try:
            stamp = (door.stamp(), int(self._now().timestamp() // 60))
            if stamp != seen:
                self._post(self._picture(door))
        except StoreError as error:
            if str(error) != self._trouble:
                self._post(Said(str(error), bad=True))
            self._trouble = str(error)
            return seen
        if self._trouble:
            self._post(Said("the store can be read again"))
            self._trouble = ""
        return stamp

    def _do(self, door: Door, job: Job) -> None:
        try:
            message = job(door)
        except StoreError as error:
            message = Said(str(error), bad=True)
        if message is not None:
            self._post(message)

    def _picture(self, door: Door) -> FromTab:
        config, then = self._wish
        return PictureBuilt(door.picture(config, then, self._now()))


def _follow(config: Config, door: Door) -> None:
    door.follow(config)
