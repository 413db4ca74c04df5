"""The command line: finds the subcommand, runs it, and turns every expected error into a sentence and an exit code."""

from __future__ import annotations

import argparse
import errno
import os
import sys
from collections.abc import Sequence
from types import ModuleType
from typing import NoReturn

from board import __version__, plugins
from board.commands._output import err, flush
from board.errors import BoardError, ConfigError, UsageError
from board.exits import Exit

PACKAGE = "board.commands"
FACE = "face"
_VALUED = ("--config", "--board", "--store", "--at", "--theme")
"""Options that may stand before a command, with a value that may be called like one."""


def run() -> NoReturn:
    """The entry point: ends the process with the exit code."""
    sys.exit(main(sys.argv[1:]))


def main(argv: Sequence[str]) -> int:
    """Run one command line; gives its exit code. A mistake of the program's own is one line, and a trace in the log."""
    _make_streams_safe()
    try:
        return _answered(argv)
    except Exception as error:  # noqa: BLE001 - nobody above would tell of it but by a traceback
        from board.tui.crash import write_crash

        err(f"board: {write_crash(error)}")
        return Exit.FAILED


def _answered(argv: Sequence[str]) -> int:
    """The exit code, with every expected error told in a sentence."""
    try:
        args = _parser(argv).parse_args(argv)
        code = int(args.run(args))
        flush()
        return code
    except ConfigError as error:
        for problem in error.problems:
            err(str(problem))
        return Exit.USAGE
    except BoardError as error:
        err(f"board: {error}")
        return Exit.USAGE if isinstance(error, UsageError) else Exit.FAILED
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except BrokenPipeError:
        return _abandon_stdout(Exit.BROKEN_PIPE)
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        err("board: no space left where the output goes")
        return _abandon_stdout(Exit.OUTPUT)


def commands() -> tuple[str, ...]:
    """Names of the subcommands: the modules of `board.commands`, a trailing underscore left out."""
    modules = (name.rstrip("_") for name in plugins.names(PACKAGE))
    return tuple(name for name in modules if name != FACE)


def _module(command: str) -> ModuleType:
    there = plugins.names(PACKAGE)
    return plugins.load(PACKAGE, command if command in there else f"{command}_")


def _parser(argv: Sequence[str]) -> argparse.ArgumentParser:
    """The parser for this command line: only the module of the command that is asked for is imported."""
    where = _where()
    face = _module(FACE)
    parser = argparse.ArgumentParser(
        prog="board", description=face.__doc__, parents=[where], epilog=_epilog(), formatter_class=_Plain
    )
    parser.add_argument("--version", action="version", version=f"board {__version__}")
    face.arguments(parser)
    parser.set_defaults(run=face.run)
    subparsers = parser.add_subparsers(metavar="COMMAND", title="commands")
    asked = _asked(argv)
    for name in commands() if asked is None else [asked]:
        module = _module(name)
        about = {"help": plugins.describe(module), "description": module.__doc__, "epilog": module.EXAMPLE}
        sub = subparsers.add_parser(name, parents=[where], formatter_class=_Plain, **about)
        module.arguments(sub)
        sub.set_defaults(run=module.run)
    return parser


def _asked(argv: Sequence[str]) -> str | None:
    """The first word that is a command and not the value of an option."""
    words = iter(argv)
    for word in words:
        if word in _VALUED:
            next(words, None)
        elif word in commands():
            return word
    return None


class _Plain(argparse.RawDescriptionHelpFormatter):
    """Help as written, not poured together."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=28)


def _where() -> argparse.ArgumentParser:
    """The options that every command takes, before or after its name."""
    where = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    where.add_argument("--config", metavar="FILE", action="append", help="the board.toml to use; several are tabs")
    where.add_argument("--board", metavar="NAME", help="which board, where there are several")
    where.add_argument("--store", metavar="FILE", help="the store to use")
    return where


def _epilog() -> str:
    return "examples:\n  board\n  board --at 2025-03-01\n  board show troops --format markdown\n  board collect --once"


def _make_streams_safe() -> None:
    """Characters a terminal's encoding lacks are replaced, never a crash; a stream may be missing."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def _abandon_stdout(code: Exit) -> int:
    """Nothing more is written: what is still in the buffer would raise again at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return code
