"""The door onto a real store."""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

from board import plugins
from board.judging.corrections import KIND
from board.judging.folding import fold_of
from board.shapes import Feed
from board.snapshot import Decision, Note, Snapshot
from board.spec import Config, PanelSpec
from board.store import EVERY, Store, Trouble
from board.tui.door import Then
from board.tui.picture import Builder, Picture, build_picture

_FRESH = timedelta(minutes=2)
"""Word of the collector that is older tells nothing of now."""


@dataclass(slots=True)
class StoreDoor:
    """Reads and writes one open store, in the name of whoever is logged in."""

    store: Store
    now: Callable[[], datetime]
    who: str
    builder: Builder = field(default_factory=Builder)

    @classmethod
    def open(
        cls, path: Path, config: Config, now: Callable[[], datetime], tell: Callable[[str], None] = lambda _: None
    ) -> StoreDoor:
        """Onto the store at `path`, only to read where it cannot be written; `tell` hears of it being brought forward.

        Raises: StoreError.
        """
        return cls(Store.open_to_show(path, fold=fold_of(config), aliases=config.aliases, tell=tell), now, _login())

    def follow(self, config: Config) -> None:
        self.store = replace(self.store, fold=fold_of(config), aliases=config.aliases)

    def stamp(self) -> object:
        return self.store.data_version()

    def snapshot(self, then: Then) -> Snapshot:
        return self.store.snapshot(then.at, then.sense, face=_face())

    def picture(self, config: Config, then: Then, now: datetime) -> Picture:
        marks = self.store.marks()
        picture = build_picture(self.snapshot(then), config, now, self.builder, marks)
        return replace(
            picture,
            progress=self._progress(now),
            trouble=self._trouble(),
            announced=self.store.announced(),
            readonly=self.store.readonly,
        )

    def _progress(self, now: datetime) -> str:
        """What the collector said last, unless that was long ago or it is done."""
        said = self.store.progress()
        if said is None or now - said.at > _FRESH or said.done >= said.due:
            return ""
        return f"reading {said.done} of {said.due}"

    def _trouble(self) -> str:
        return "; ".join(map(_in_short, self.store.problems()))

    def page(self, config: Config, panel: PanelSpec, then: Then, now: datetime, before: int) -> Feed:
        page: Feed = plugins.load("board.panels", panel.kind).page(self.snapshot(then), panel, config, now, before)
        return page

    def step(self, then: Then, by: int) -> datetime | None:
        return self.store.step(then.at or self.now(), by, then.sense)

    def look(self) -> None:
        if not self.store.readonly:
            self.store.look(_face(), self.now())

    def ask_refresh(self, sources: tuple[str, ...]) -> None:
        self.store.ask_refresh(sources or (EVERY,), self.now())

    def mark(self, ref: str, *, read: bool | None = None) -> bool:
        record = self.store.snapshot().statement(ref) if read is None else None
        wanted = not (record and record.read) if read is None else read
        if wanted:
            self.store.mark_read((ref,), self.now())
        else:
            self.store.mark_unread((ref,))
        return wanted

    def add_note(self, ref: str, text: str) -> None:
        self.store.note(Note(ref=ref, text=text, who=self.who, at=self.now()))

    def decide(self, ref: str, kind: str, value: str, why: str) -> None:
        self.store.decide(Decision(ref=ref, kind=kind, value=value, who=self.who, at=self.now(), why=why))

    def put_right(self, ref: str, values: tuple[str, ...], why: str) -> None:
        at = self.now()
        self.store.decide(
            *(Decision(ref=ref, kind=KIND, value=value, who=self.who, at=at, why=why) for value in values)
        )

    def close(self) -> None:
        self.store.close()


def _in_short(trouble: Trouble) -> str:
    """One line: every mistake of board.toml stands in a panel of its own."""
    if trouble.name != "config":
        return trouble.message
    count = len(trouble.message.splitlines())
    return "board.toml has a mistake" if count == 1 else f"board.toml has {count} mistakes"


def _face() -> str:
    """Whose mark of the last look it is: `textual-serve` tells the boards it starts to draw for a browser."""
    return "browser" if "web_driver" in os.environ.get("TEXTUAL_DRIVER", "") else "tui"


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "somebody"
