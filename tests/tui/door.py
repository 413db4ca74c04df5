"""A door onto a picture held in memory, for screens that need no store."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from board.shapes import Feed
from board.snapshot import Snapshot
from board.spec import Config, PanelSpec
from board.tui.door import Then
from board.tui.picture import Picture, build_picture
from tests.panels.boards import NOW
from tests.panels.memory import Memory


class PictureDoor:
    """Gives the picture it holds; put another into `shown` and its stamp changes."""

    def __init__(self, shown: Picture) -> None:
        self._shown = shown
        self._stamp = 0
        self.pages: dict[int, Feed] = {}
        self.done: list[tuple[str, ...]] = []

    def put(self, shown: Picture) -> None:
        self._shown = shown
        self._stamp += 1

    def stamp(self) -> object:
        return self._stamp

    def follow(self, config: Config) -> None:
        self.done.append(("follow", config.board.title))

    def snapshot(self, then: Then) -> Snapshot:
        raise NotImplementedError

    def picture(self, config: Config, then: Then, now: datetime) -> Picture:
        return self._shown

    def page(self, config: Config, panel: PanelSpec, then: Then, now: datetime, before: int) -> Feed:
        return self.pages[before]

    def step(self, then: Then, by: int) -> datetime | None:
        return (then.at or NOW) - timedelta(days=1) if by < 0 else None

    def look(self) -> None:
        self.done.append(("look",))

    def ask_refresh(self, sources: tuple[str, ...]) -> None:
        self.done.append(("refresh", *sources))

    def mark(self, ref: str, *, read: bool | None = None) -> bool:
        wanted = read is not False
        self.done.append(("read" if wanted else "unread", ref))
        return wanted

    def add_note(self, ref: str, text: str) -> None:
        self.done.append(("note", ref, text))

    def decide(self, ref: str, kind: str, value: str, why: str) -> None:
        self.done.append(("decide", ref, kind, value, why))

    def put_right(self, ref: str, values: tuple[str, ...], why: str) -> None:
        self.done.append(("put right", ref, *values, why))

    def close(self) -> None:
        self.done.append(("close",))


class SnapshotDoor(PictureDoor):
    """Builds its pictures from a snapshot held in memory, with the real panel kinds."""

    def __init__(self, config: Config, held: Memory, now: datetime) -> None:
        super().__init__(build_picture(held, config, now))
        self.held = held

    def snapshot(self, then: Then) -> Snapshot:
        return replace(self.held, at=then.at, sense=then.sense)

    def picture(self, config: Config, then: Then, now: datetime) -> Picture:
        return build_picture(replace(self.held, at=then.at, sense=then.sense), config, now)
