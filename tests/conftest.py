"""For every test: what was compiled once is not compiled again."""

from __future__ import annotations

import gc
import os
import sys

# Some hundred programs are started, and each would compile the whole board, and each worker all the tests.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def pytest_collection_finish() -> None:
    """What was collected stays to the end: a search for garbage need not go through it each time."""
    gc.collect()
    gc.freeze()
