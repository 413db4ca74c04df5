"""Names every problem of board.toml, with file, line, key and a suggestion.

With --live each source is fetched once and told about, nothing is stored; with --replay every stored body is read again
with the present configuration, and what would differ is told.
"""

from __future__ import annotations

import argparse
import asyncio

from board.commands._context import read_config
from board.commands._desk import store_of
from board.commands._output import err, flush, out
from board.errors import StoreError
from board.exits import Exit
from board.spec import Config
from board.store import Store

EXAMPLE = "examples:\n  board check\n  board check --config board.toml --live\n  board check --replay"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("--live", action="store_true", help="fetch each source once and tell what comes")
    parser.add_argument("--replay", action="store_true", help="read stored bodies again and tell what would differ")


def run(args: argparse.Namespace) -> int:
    """Exit 0 where board.toml has no problem and, with --live or --replay, nothing failed or differs.

    What is most likely not meant, such as a theme there is none of, is a problem here; the board opens all the same.
    """
    config = read_config(args)
    for warning in config.warnings:
        err(str(warning))
    counts = f"{len(config.panels)} panels, {len(config.sources)} sources, {len(config.tiers)} tiers"
    odd = len(config.warnings)
    out(f"{config.shown_as}: {f'{odd} to mend' if odd else 'fine'} ({counts})")
    fine = [_live(args, config)] if args.live else []
    fine += [_replay(args, config)] if args.replay else []
    if odd:
        return Exit.USAGE
    return Exit.FINE if all(fine) else Exit.FAILED


def _tell(line: str) -> None:
    """A line as soon as it is known: whoever waits for a slow site sees the others."""
    out(line)
    flush()


def _live(args: argparse.Namespace, config: Config) -> bool:
    from board.commands._live import check_live

    path = store_of(args, config)
    if not path.exists():
        return asyncio.run(check_live(config, None, _tell))
    with Store.open_readonly(path) as store:
        return asyncio.run(check_live(config, store, _tell))


def _replay(args: argparse.Namespace, config: Config) -> bool:
    """Raises: StoreError where there is no store yet."""
    from board.commands._replay import replay

    path = store_of(args, config)
    if not path.exists():
        raise StoreError("cannot-open", f"{path} does not exist: nothing has been read that could be read again")
    with Store.open_readonly(path) as store:
        done = asyncio.run(replay(config, store, _tell, err))
    found = f"{done.differences} differences" if done.differences else "nothing would differ"
    out(f"{done.bodies} stored bodies read again: {found}")
    return not done.differences
