"""What is new, changed, gone or silent since a time; by default since the last look that was marked.

Also tells of sources that were read and had nothing new. With --look the mark moves to now.
"""

from __future__ import annotations

import argparse
from datetime import datetime, timedelta

from board import plugins
from board.commands._context import FACE, add_at, at, at_least_one, now, open_store, read_config
from board.commands._output import err, out_text
from board.commands.show import FORMATS, text_width
from board.exits import Exit
from board.shapes import View
from board.snapshot import Sense, Snapshot
from board.spec import Config, PanelSpec
from board.store import Store

EXAMPLE = (
    "examples:\n  board since yesterday\n  board since --look\n  board since 2026-11-20 --format json\n"
    "  board since 2025-02-01 --at 2025-03-01"
)
_FIRST_LOOK = timedelta(days=7)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("time", nargs="?", metavar="TIME", help="2026-11-20, 'yesterday 18:00', '3 days ago'")
    parser.add_argument("--look", action="store_true", help="remember now as the last look")
    add_at(parser)
    parser.add_argument("--format", choices=plugins.names(FORMATS), default="text", help="default: text")
    parser.add_argument("--width", type=at_least_one, help="columns of text (default: the terminal's, or 100)")


def run(args: argparse.Namespace) -> int:
    """Print the changes, newest first."""
    from board.render._heading import heading

    config, moment = read_config(args), now()
    with open_store(args, config) as store:
        snapshot = store.snapshot(at(args, config, moment), Sense(args.sense))
        until = snapshot.at or moment
        unmarked = not args.time and (snapshot.at is not None or store.looked(FACE) is None)
        since = began(args.time, store, config, moment) if snapshot.at is None or args.time else until - _FIRST_LOOK
        view = _view(snapshot, config, until, since)
        above = heading(snapshot, config, moment, text_width(args.width))
        out_text(plugins.load(FORMATS, args.format).render((view,), above), args.format)
        if args.look:
            store.look(FACE, moment)
    if since > until:
        err("that time is still ahead: nothing can have changed since")
    if unmarked:
        err(f"no look was marked before: these are the last {_FIRST_LOOK.days} days (--look marks one)")
    return Exit.FINE


def began(asked: str | None, store: Store, config: Config, moment: datetime) -> datetime:
    """The time asked for, else the last look, else a week ago. Raises: UsageError where what is asked is no time."""
    if asked:
        from board.text.moments import beginning

        return beginning(asked, now=moment, zone=config.board.time_zone)
    return store.looked(FACE) or moment - _FIRST_LOOK


def _view(snapshot: Snapshot, config: Config, moment: datetime, since: datetime) -> View:
    from board.panels import changes

    told = f"{since.astimezone(config.board.time_zone):%Y-%m-%d %H:%M %Z}"
    options = changes.Options(unchanged=True)
    spec = PanelSpec(kind="changes", name="changes", title=f"Since {told}", options=options)
    return changes.changed(snapshot, spec, config, moment, since=since, empty="nothing changed")
