"""What the program says to the shell when it ends."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """Exit codes; a contract with scripts."""

    FINE = 0
    FAILED = 1
    """The work failed in part or whole: a source, a search without an answer is not one."""
    USAGE = 2
    """The command line or board.toml is wrong, or no terminal is there."""
    OUTPUT = 5
    """What was to be written could not be: the disk behind standard output is full."""
    INTERRUPTED = 130
    BROKEN_PIPE = 141
