"""Follows the board line by line: one event a line, nothing is ever rewritten. For screen readers, logs and pipes.

A collector runs with it unless one does already, or --offline is given.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from datetime import datetime
from functools import partial

from board.commands._child import Kept, start_collector
from board.commands._context import now, open_store
from board.commands._desk import placed
from board.commands._output import err, flush, out, out_json
from board.exits import Exit
from board.shapes import Entry, Feed
from board.snapshot import ChangeKind
from board.spec import Config
from board.store import Store

EXAMPLE = "examples:\n  board watch\n  board watch --json | jq -r .text"
POLL_SECONDS = 0.5
MOST = 10_000
"""Changes of a kind between two looks; one answer has at most a thousand items."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("--json", action="store_true", help="print one JSON object a line")
    parser.add_argument("--offline", action="store_true", help="start no collector: follow what another one stores")


def run(args: argparse.Namespace) -> int:
    """Runs until it is interrupted (exit 130) or nobody reads it any more (exit 141)."""
    here = placed(args)
    config = here.config
    with open_store(args, config) as store:
        collector = None if args.offline else Kept(partial(start_collector, config, here.store))
        try:
            for entry in _follow(store, config, collector):
                _tell(entry, config, as_json=args.json)
        finally:
            if collector is not None:
                collector.close()
    return Exit.FINE


def _follow(store: Store, config: Config, collector: Kept | None) -> Iterator[Entry]:
    """Changes as they come to be known, oldest first, for ever."""
    seen_until, version = now(), store.data_version()
    err(f"watching since {_clock(config)}; Ctrl+C ends it")
    while True:
        time.sleep(POLL_SECONDS)
        if collector is not None and (fell := collector.look()):
            err(fell)
        if (current := store.data_version()) == version:
            continue
        version = current
        entries, seen_until = _news(store, config, seen_until)
        yield from entries


def _news(store: Store, config: Config, after: datetime) -> tuple[list[Entry], datetime]:
    """What came to be known after a moment, and the moment up to which it is now told."""
    from board.panels import _moves, changes

    snapshot = store.snapshot()
    found = [
        change
        for change in _moves.news(snapshot.changes(after, limit=MOST), config)
        if change.at > after and change.kind not in (ChangeKind.UNCHANGED, ChangeKind.RE_READ)
    ]
    found.sort(key=lambda change: change.at)
    feed: Feed = changes.feed(found, snapshot, config, now())
    return list(feed.entries), found[-1].at if found else after


def _tell(entry: Entry, config: Config, *, as_json: bool) -> None:
    if as_json:
        out_json({"ref": entry.ref, "word": entry.word, "who": entry.who, "text": entry.text, **entry.data})
    else:
        when = f" [{entry.when}]" if entry.when else ""
        who = f" {entry.who}:" if entry.who else ""
        out(f"{_clock(config)} {entry.word}{when}{who} {entry.text}")
    flush()


def _clock(config: Config) -> str:
    return now().astimezone(config.board.time_zone).strftime("%H:%M:%S")
