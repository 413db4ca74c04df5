"""What the child may use of the machine: what is over it ends the child, and costs one fetch."""

from __future__ import annotations

import gc
import os
import resource
import sys

MEMORY = 900 * 1024 * 1024
"""Of address space, imports included."""
OPEN_FILES = 64
FILE_SIZE = 128 * 1024 * 1024
"""Of what it writes: the model that tells languages is unpacked by way of a temporary file of 68 MB."""
SECONDS = 15
"""Of processor time for one body; the collector keeps the wall clock."""
NICENESS = 19
MADE = 20_000
"""Things made and not gone again, after which it is looked for garbage."""


def settle_in() -> None:
    """Give way to everything else, and take limits that cannot be lifted again. Call after the imports."""
    os.nice(NICENESS)
    sys.dont_write_bytecode = True
    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_FSIZE, FILE_SIZE),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))


def look_seldom_for_garbage() -> None:
    """What is imported stays. Reading makes many small things that are soon gone by themselves: to look for garbage
    after every few hundred of them, as Python does, finds none and takes some seven hundredths of the time.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(MADE)


def allow_seconds() -> None:
    """Begin a body: its processor time counts from now. Over it the kernel ends the process."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    spent = int(used.ru_utime + used.ru_stime)
    resource.setrlimit(resource.RLIMIT_CPU, (spent + SECONDS + 1, resource.RLIM_INFINITY))
