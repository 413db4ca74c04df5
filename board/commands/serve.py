"""Shows the board in a browser: every page that is opened is a board of its own over the same store.

Listens on this machine alone unless --host is given; only the address that is printed, with its token, opens anything.
Needs the extra `serve` (textual-serve).
"""

from __future__ import annotations

import argparse
import importlib.util
import secrets
import shlex
import sys
from collections.abc import Sequence

from board.commands._desk import Placed, desk
from board.commands._output import err, flush, out
from board.exits import Exit

EXAMPLE = "examples:\n  board serve\n  board serve --port 8080 --offline"
LOOPBACK = "127.0.0.1"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument(
        "--host", default=LOOPBACK, help=f"address to listen on (default: {LOOPBACK}, this machine alone)"
    )
    parser.add_argument("--port", type=_port, default=8000, help="port to listen on (default: 8000)")
    parser.add_argument("--offline", action="store_true", help="fetch nothing: show what is stored")


def run(args: argparse.Namespace) -> int:
    """Runs until it is interrupted. Exit 2 where the extra is missing, 1 where the port cannot be had."""
    boards = desk(args)
    if importlib.util.find_spec("textual_serve") is None:
        err("board: the board in a browser needs the extra `serve`: pip install 'board[serve]'")
        return Exit.USAGE
    from board.commands._browser import Browser

    command = shlex.join(_command(boards, offline=args.offline))
    browser = Browser(command, args.host, args.port, boards[0].config.board.title, secrets.token_urlsafe(24))
    if args.host != LOOPBACK:
        err(f"board: listening on {args.host}, unencrypted: whoever has the address can use the board")
    try:
        browser.listen(lambda: _tell(browser.address))
    except OSError as error:
        err(f"board: {args.host} port {args.port} cannot be listened on: {error.strerror or error}")
        return Exit.FAILED
    return Exit.FINE


def _command(boards: Sequence[Placed], *, offline: bool) -> Sequence[str]:
    """What each page starts: a board of its own over the same files and stores."""
    files = [flag for each in boards for flag in ("--config", str(each.config.file.resolve()))]
    store = ("--store", str(boards[0].store.resolve()))
    return [sys.executable, "-m", "board", *files, *store, *(("--offline",) if offline else ())]


def _tell(address: str) -> None:
    out(address)
    flush()
    err("Ctrl+C ends it")


def _port(text: str) -> int:
    """Raises: ArgumentTypeError where it is no port."""
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port: 1 to 65535")
    return int(text)
