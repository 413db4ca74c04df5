"""What is left behind: notes and marks in the store, nothing in the terminal; and a start without a network."""

from __future__ import annotations

import signal

from board.snapshot import SourceState
from board.store import Store
from tests.journeys.desk import PATIENCE, Desk
from tests.journeys.pages import Entry, feed
from tests.journeys.test_scrolling import BOARD


def test_a_note_and_a_read_mark_survive_a_restart(desk: Desk) -> None:
    desk.write(BOARD)
    entries = [Entry(f"KFOR {word}", desk.site.url(f"/{word}")) for word in ("patrols", "rotates")]
    desk.site.serve("/feed", feed(entries), "application/rss+xml")
    with desk.open() as reader:
        reader.sees("KFOR rotates")
        reader.type("g", "m")
        reader.sees("Statements", "1 new")
        reader.type("e")
        reader.sees("A note on")
        reader.type("asked again", "\r")
        reader.sees("noted")
        reader.quiet()
        reader.leaves()
    with desk.open() as reader:
        reader.sees("Statements", "1 new")
        reader.type("g", "\r")
        reader.sees("asked again")
        reader.closes("asked again")
        reader.leaves()


def test_a_signal_leaves_nothing_switched_on_and_no_collector_behind(desk: Desk) -> None:
    desk.write(BOARD)
    desk.site.serve("/feed", feed([Entry("KFOR patrols", desk.site.url("/1"))]), "application/rss+xml")
    with desk.open() as reader:
        reader.sees("KFOR patrols")
        reader.kill(signal.SIGTERM)
        assert reader.ended(PATIENCE) == 128 + signal.SIGTERM
        assert reader.left_on() == []
    with desk.kept() as store:
        progress = store.progress()
        assert progress is not None
        assert progress.pid is None


def test_a_first_start_without_a_network_opens_with_the_baseline_and_says_why_of_every_source(desk: Desk) -> None:
    with desk.open_shipped(size=(140, 40)) as reader:
        reader.sees("KFOR contributions", seconds=60)
        reader.sees("Italy", "907")
        reader.sees("3 ok · 16 failing", seconds=60)
        reader.no_longer_sees("not read yet")
        reader.no_longer_sees("sources read yet")
        reader.sees("no news read yet")
        reader.type("9", "z")
        reader.sees("Telegrafi", "failing")
        reader.sees("name not found: telegrafi.com")
        reader.type("G")
        reader.sees("The Guardian")
        reader.leaves()
    with Store.open(desk.store) as store:
        states = {health.name: (health.state, health.reason) for health in store.snapshot().health()}
    failing = {name: reason for name, (state, reason) in states.items() if state is SourceState.FAILING}
    assert len(failing) == 16
    assert all(failing.values())
