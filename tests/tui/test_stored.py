"""The door onto a real store: what it shows since the last look, and whose look that is."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from queue import Queue

import pytest

from board.config import load
from board.shapes import Feed
from board.spec import Config
from board.store import Store
from board.tui import jobs
from board.tui.door import Clerk, FromTab, Then
from board.tui.stored import StoreDoor
from tests.store.made import item, items, later, source, statement, updated

BOARD = '[[panel]]\nkind = "changes"\n'


@pytest.fixture
def config(tmp_path: Path) -> Config:
    (tmp_path / "board.toml").write_text(BOARD)
    return load(tmp_path / "board.toml", "board.toml")


def changes(door: StoreDoor, config: Config, now: datetime) -> list[str]:
    """What the panel of changes tells."""
    (view,) = door.picture(config, Then(), now).views
    assert isinstance(view.shape, Feed)
    return [entry.text for entry in view.shape.entries]


def test_the_changes_are_those_since_the_mark_which_moves_when_somebody_says_so(tmp_path: Path, config: Config) -> None:
    with Store.open(tmp_path / "board.sqlite") as store:
        store.apply(updated(items(item("A", statement("Said first")))), source())
        door = StoreDoor(store, lambda: later(1), "me")
        assert changes(door, config, later(1)) == ["Said first"]
        door.look()
        assert changes(door, config, later(2)) == []
        store.apply(updated(items(item("B", statement("Said next"))), later(3), body=b"2"), source())
        assert changes(door, config, later(24 * 30)) == ["Said next"]


def test_words_that_a_saved_board_toml_puts_together_are_found_as_one(tmp_path: Path, config: Config) -> None:
    path, told = tmp_path / "board.sqlite", Queue[FromTab]()
    with Store.open(path) as store:
        store.apply(updated(items(item("A", statement("Calm in Ferizaj")))), source())
    clerk = Clerk(lambda: StoreDoor.open(path, config, lambda: later(1)), config, Then(), lambda: later(1), told.put)
    clerk.start()
    config.file.write_text(BOARD + "[alias]\nFerizaj = ['Urosevac']\n")
    saved = load(config.file, "board.toml")
    clerk.show(saved, Then())
    clerk.ask(jobs.search("Urosevac", saved, Then()))
    clerk.stop()
    clerk.join(20)
    (found,) = (message.view.shape for message in told.queue if isinstance(message, jobs.ViewBuilt))
    assert isinstance(found, Feed)
    assert [entry.text for entry in found.entries] == ["Calm in Ferizaj"]


def test_a_look_in_a_browser_is_another_than_one_in_the_terminal(
    tmp_path: Path, config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(tmp_path / "board.sqlite") as store:
        store.apply(updated(items(item("A", statement("Said first")))), source())
        monkeypatch.setenv("TEXTUAL_DRIVER", "textual.drivers.web_driver:WebDriver")
        browser = StoreDoor(store, lambda: later(1), "me")
        browser.look()
        assert changes(browser, config, later(2)) == []
        monkeypatch.delenv("TEXTUAL_DRIVER")
        assert changes(StoreDoor(store, lambda: later(1), "me"), config, later(2)) == ["Said first"]


def test_what_is_read_is_marked_as_unread_and_the_other_way_round(tmp_path: Path) -> None:
    with Store.open(tmp_path / "board.sqlite") as store:
        (ref,) = store.apply(updated(items(item("A", statement("Said first")))), source()).statements
        door = StoreDoor(store, lambda: later(1), "me")
        told = []
        for _ in range(3):
            told.append(door.mark(ref))
            record = store.snapshot().statement(ref)
            assert record is not None
            assert record.read is told[-1]
        assert told == [True, False, True]
        assert door.mark(ref, read=True)
