"""The store as the rest of the house sees it: one object over one file."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from types import TracebackType

from board.errors import StoreError
from board.model import Edition, Item
from board.outcome import Look, Outcome
from board.snapshot import Decision, Note, Part, Provenance, Sense
from board.spec import SourceSpec
from board.store import (
    applying,
    bodies,
    deciding,
    export,
    looks,
    marks,
    moments,
    owner,
    people,
    retention,
    sources,
    tables,
    talk,
)
from board.store.connect import Database, open_for_reading, open_for_writing
from board.store.import_ import import_file
from board.store.lens import Lens
from board.store.migrating import Tell, silent
from board.store.origins import Fold
from board.store.provenance import provenance
from board.store.retention import Retired
from board.store.salvage import Salvaged, is_whole, salvage
from board.store.snapshot import StoredSnapshot
from board.store.sources import SourceFacts
from board.store.talk import Announcement, Progress, Trouble
from board.store.thinning import MOST_ITEMS
from board.store.writing import Applied


@dataclass(frozen=True, slots=True)
class Store:
    """Everything the board has seen. Threads may share it; processes open it each for themselves.

    Every method may raise StoreError. A write is one transaction: all of it is kept or nothing.
    """

    database: Database
    fold: Fold | None = None
    """The rule that puts statements of one origin together as they come in."""
    aliases: Sequence[Sequence[str]] = ()
    """Groups of words that a search treats as one."""

    @classmethod
    def open(
        cls, path: Path, *, fold: Fold | None = None, aliases: Sequence[Sequence[str]] = (), tell: Tell = silent
    ) -> Store:
        """The store at `path`, made where there is none, brought forward (with a backup) where it is older.

        `tell` gets a sentence now and then where that takes a while.
        """
        return cls(open_for_writing(Path(path), tell), fold, aliases)

    @classmethod
    def open_readonly(cls, path: Path, *, aliases: Sequence[Sequence[str]] = ()) -> Store:
        """The store at `path`, which is not written to in any way; for a full disk or a folder that is not ours."""
        return cls(open_for_reading(Path(path)), None, aliases)

    @classmethod
    def open_to_show(
        cls, path: Path, *, fold: Fold | None = None, aliases: Sequence[Sequence[str]] = (), tell: Tell = silent
    ) -> Store:
        """As `open`, and where the store is there but cannot be written as `open_readonly`."""
        if path.is_file() and not os.access(path, os.W_OK):
            return cls.open_readonly(path, aliases=aliases)
        try:
            return cls.open(path, fold=fold, aliases=aliases, tell=tell)
        except StoreError as error:
            if error.word not in ("readonly", "full", "cannot-open", "io") or not path.is_file():
                raise
            return cls.open_readonly(path, aliases=aliases)

    @property
    def path(self) -> Path:
        return self.database.path

    @property
    def readonly(self) -> bool:
        """Whether it was opened only to be read."""
        return self.database.readonly

    def close(self) -> None:
        """Let go of the file; what was committed is safe without it."""
        self.database.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def snapshot(self, at: datetime | None = None, sense: Sense = Sense.REPORTED, *, face: str = "") -> StoredSnapshot:
        """The board as it stood at a time, now where `at` is `None`, seen through `face`; read piece by piece as it is
        asked."""
        return StoredSnapshot(self.database, Lens(at, sense), self.aliases, face)

    def data_version(self) -> int:
        """A number that moves when another connection has changed the store: cheap enough to ask twice a second."""
        return int(self.database.value("PRAGMA data_version"))

    def marks(self) -> Mapping[Part, object]:
        """How far each part is; cheap enough to ask whenever `data_version` moves."""
        return marks.marks(self.database)

    def step(self, at: datetime, by: int, sense: Sense = Sense.REPORTED) -> datetime | None:
        """The next moment at which the board changed after `at` (`by` > 0) or before it; `None` at either end."""
        return (moments.step_forward if by > 0 else moments.step_back)(self.database, at, sense)

    def provenance(self, ref: str) -> Provenance | None:
        """How what a ref names came to the board."""
        return provenance(self.database, ref)

    def body(self, body_hash: str) -> bytes | None:
        """A kept raw body; `None` where retention let it go."""
        found = bodies.body(self.database, body_hash)
        return found.data if found else None

    def apply(self, outcome: Outcome, spec: SourceSpec) -> Applied:
        """Keep what became of a source, and say what that changed."""
        return applying.apply(self.database, outcome, spec, self.fold)

    def bind(self, file: Path) -> str:
        """Write down that the board of this file fills the store; a word for a person where it was another's."""
        return owner.bind(self.database, file)

    def register(self, specs: Sequence[SourceSpec], now: datetime) -> None:
        """Make the configured sources known; others leave the board but not the history."""
        sources.register(self.database, specs, now)

    def source_facts(self, name: str) -> SourceFacts:
        """Health, validators, last body and reader of a source."""
        return sources.facts(self.database, name)

    def full_texts(self, source: str, items: Iterable[Item], reader: str | None = None) -> list[bool]:
        """For each item whether its article has been read already, in the same order.

        With `reader` (a receipt's `extracted_by`) only what was read in that way counts: articles are fetched again
        where the options have changed since.
        """
        return sources.full_texts(self.database, source, items, reader)

    def article_looks(self, source: str, links: Iterable[str]) -> Mapping[str, Look]:
        """The last look at the page behind each of these links, where there was one."""
        return looks.article_looks(self.database, source, links)

    def last_edition(self, source: str, force: str) -> Edition | None:
        """The newest shown edition of a source's table: what the next one is guarded against."""
        return tables.last_edition(self.database, source, force)

    def accepted(self, source: str, editions: Iterable[Edition]) -> tuple[Edition, ...]:
        """Those of a source's editions that a person has accepted as they are: no guard asks about them again."""
        return tuple(edition for edition in editions if tables.is_accepted(self.database, source, edition))

    def take_asks(self) -> tuple[str, ...]:
        """Sources a person asked for (`*` is all), oldest ask first; each is answered once."""
        return talk.take_asks(self.database)

    def set_progress(self, progress: Progress) -> None:
        """Say how far the collector is."""
        talk.set_progress(self.database, progress)

    def record_problem(self, name: str, message: str, now: datetime) -> None:
        """Tell the face of a trouble by name; an empty message takes it back."""
        talk.record_problem(self.database, name, message, now)

    def announce(self, sentence: str, now: datetime) -> None:
        """Say something once to whoever looks."""
        talk.announce(self.database, sentence, now)

    def announced(self) -> Announcement | None:
        """What was announced last."""
        return talk.announced(self.database)

    def retire(
        self,
        now: datetime,
        *,
        keep: timedelta,
        keep_mib: int,
        keep_items: int = MOST_ITEMS,
        queries: Iterable[str] = (),
    ) -> Retired:
        """Let go of raw bodies that are old or too many and of a source's oldest items, where nothing stands on them.

        Items that one of `queries` finds stay: those of the claims.
        """
        return retention.retire(
            self.database, now=now, keep=keep, keep_mib=keep_mib, keep_items=keep_items, queries=queries
        )

    def export(self, file: Path) -> int:
        """Write everything to `file` as JSON Lines (see `board.store.export`); how many records."""
        return export.export(self.path, file)

    def import_(self, file: Path) -> Mapping[str, int]:
        """Merge an export by its keys, all of it or nothing; how many records of each type were new."""
        return import_file(self.database, file)

    @staticmethod
    def is_whole(path: Path) -> bool:
        """Whether nothing of the store at `path` is damaged; may take seconds."""
        return is_whole(path)

    @staticmethod
    def salvage(path: Path, now: datetime) -> Salvaged:
        """Set a damaged store aside and save what can be saved into a new one in its place."""
        return salvage(path, now)

    def tidy(self) -> None:
        """Put the file in order; for when nothing else is to be done."""
        retention.tidy(self.database)

    def ask_refresh(self, names: Iterable[str], now: datetime) -> None:
        """Ask the collector to read sources now; `*` is all of them."""
        talk.ask_refresh(self.database, names, now)

    def progress(self) -> Progress | None:
        """What the collector said last of how far it is."""
        return talk.progress(self.database)

    def problems(self) -> tuple[Trouble, ...]:
        """What the collector is troubled by."""
        return talk.problems(self.database)

    def decide(self, *decisions: Decision) -> None:
        """Keep decisions, all or none, and do what follows from them."""
        deciding.decide(self.database, decisions, self.fold)

    def note(self, note: Note) -> None:
        """Keep a note."""
        people.note(self.database, note)

    def mark_read(self, refs: Sequence[str], now: datetime) -> None:
        """Mark statements as read."""
        people.mark_read(self.database, refs, now)

    def mark_unread(self, refs: Sequence[str]) -> None:
        """Take read marks away."""
        people.mark_unread(self.database, refs)

    def look(self, face: str, now: datetime) -> None:
        """Remember that somebody looked through `face`."""
        people.look(self.database, face, now)

    def looked(self, face: str) -> datetime | None:
        """When somebody last looked through `face`."""
        return people.looked(self.database, face)
