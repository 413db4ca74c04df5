"""Only the panels whose inputs changed are built again, over a real store; and a kind says all that it reads."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from board import plugins
from board.config import load
from board.outcome import Reading
from board.snapshot import Decision, Note, Part
from board.spec import Config
from board.store import Progress
from board.tui.door import Then
from board.tui.stored import StoreDoor
from tests.panels import boards
from tests.store.made import NOON, edition, editions, item, items, later, statement, unchanged, updated

KINDS = ("troops", "statements", "tiers", "sources", "notes", "changes")
BOARD = (
    "\n".join(f'[[panel]]\nkind = "{kind}"' for kind in KINDS)
    + """
[[tier]]
level = 1
name = "Kosovo Police"
[source.desk]
kind = "feed"
url = "https://desk.example/feed"
[source.table]
kind = "csv"
path = "own.csv"
gives = "troops"
force = "KFOR"
"""
)
OF_WHAT_IS_SAID = {"troops", "statements", "tiers", "notes"}


class Watched:
    """The face's door onto a store, and which panels were built since it was asked last."""

    def __init__(self, folder: Path, built: list[str]) -> None:
        (folder / "board.toml").write_text(BOARD)
        self.config: Config = load(folder / "board.toml", "board.toml")
        self.door = StoreDoor.open(folder / "board.sqlite", self.config, lambda: NOON)
        self.other = StoreDoor.open(folder / "board.sqlite", self.config, lambda: NOON).store
        self.other.register(self.config.sources, NOON)
        self._built = built
        self.built()

    def built(self, now: datetime = NOON, then: Then = Then()) -> set[str]:  # noqa: B008 - it is frozen
        self._built.clear()
        self.door.picture(self.config, then, now)
        return set(self._built)

    def gives(self, reading: Reading, at: datetime = NOON, name: str = "desk") -> None:
        spec = self.config.source(name)
        assert spec is not None
        self.other.apply(updated(reading, at, name=name), spec)


@pytest.fixture
def watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watched]:
    built: list[str] = []
    for kind in KINDS:
        module = plugins.load("board.panels", kind)

        def counting(*arguments: Any, build: Any = module.build, kind: str = kind) -> Any:
            built.append(kind)
            return build(*arguments)

        monkeypatch.setattr(module, "build", counting)
    watched = Watched(tmp_path, built)
    yield watched
    watched.door.close()
    watched.other.close()


def test_while_nothing_changes_nothing_is_built(watched: Watched) -> None:
    assert watched.built() == set()


def test_progress_of_a_pass_builds_no_panel(watched: Watched) -> None:
    watched.other.set_progress(Progress(at=NOON, pid=1, done=1, due=2))
    assert watched.built() == set()


def test_a_source_that_was_read_and_had_nothing_new_builds_the_panel_of_sources(watched: Watched) -> None:
    watched.gives(items(item("One", statement("KFOR patrols"))))
    watched.built()
    desk = watched.config.source("desk")
    assert desk is not None
    watched.other.apply(unchanged(later(0.1)), desk)
    assert watched.built() == {"sources", "changes"} | OF_WHAT_IS_SAID - {"notes"}, "ok became unchanged"
    watched.other.apply(unchanged(later(0.2)), desk)
    assert watched.built() == {"sources", "changes"}


def test_what_is_said_builds_all_that_shows_what_is_said(watched: Watched) -> None:
    watched.gives(items(item("One", statement("KFOR patrols"))))
    assert watched.built() >= OF_WHAT_IS_SAID
    watched.gives(editions(edition("2026-02-19", ("ITA", 907))), name="table")
    assert watched.built() >= OF_WHAT_IS_SAID


def test_a_read_mark_or_a_note_builds_what_shows_them(watched: Watched) -> None:
    watched.other.mark_read(["statement:1"], NOON)
    assert watched.built() == {"statements", "notes", "changes"}
    watched.other.note(Note(ref="tier:1", text="asked again", who="desk", at=NOON))
    assert watched.built() == {"statements", "notes", "changes"}


def test_a_decision_builds_what_it_may_bear_on(watched: Watched) -> None:
    watched.other.decide(Decision(ref="tier:1", kind="posture", value="ready", who="desk", at=NOON))
    assert watched.built() == {"troops", "statements", "tiers", "changes"}


def test_a_kind_that_does_not_say_what_it_reads_is_built_every_time(
    watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(plugins.load("board.panels", "changes"), "READS")
    watched.built()
    assert watched.built() == {"changes"}


def test_the_minute_another_moment_and_another_board_build_all(watched: Watched) -> None:
    assert watched.built(NOON + timedelta(minutes=1)) == set(KINDS)
    assert watched.built(NOON + timedelta(minutes=1), Then(NOON - timedelta(days=9))) == set(KINDS)


PARTS = {
    "editions": Part.SAID, "held": Part.SAID, "figures": Part.SAID, "statements": Part.SAID, "statement": Part.SAID,
    "item": Part.SAID, "events": Part.SAID, "history": Part.SAID, "unread": Part.NOTED, "notes": Part.NOTED,
    "noted": Part.NOTED, "decisions": Part.DECIDED, "decided": Part.DECIDED, "health": Part.STATES,
}  # fmt: skip


class Asked:
    """A snapshot that notes which parts of the board are asked for."""

    def __init__(self, held: Any) -> None:
        self._held = held
        self.parts: set[Part] = set()
        self.others: set[str] = set()

    def __getattr__(self, name: str) -> Any:
        if name in PARTS:
            self.parts.add(PARTS[name])
        elif name not in ("at", "sense", "cut_off", "looked", "changes"):
            self.others.add(name)
        return getattr(self._held, name)


@pytest.mark.parametrize("kind", plugins.names("board.panels"))
def test_a_kind_reads_no_more_than_it_says(kind: str) -> None:
    case = boards.board("kosovo")
    for spec in [spec for spec in case.config.panels if spec.kind == kind]:
        module = plugins.load("board.panels", kind)
        asked = Asked(case.snapshot)
        module.build(asked, spec, case.config, boards.NOW)
        reads = getattr(module, "READS", None)
        assert reads in (None, frozenset(Part)) or (asked.parts <= reads and not asked.others)
