"""What is left of a mistake of the program's own: a trace in the log, one sentence for the person."""

from __future__ import annotations

import os
import traceback
from datetime import UTC, datetime
from pathlib import Path

from board import paths


def write_crash(error: BaseException, file: Path | None = None) -> str:
    """Append the trace to the log, which only the person can read; return the sentence to say."""
    path = file or paths.log_file()
    sentence = f"the board ended by a mistake of its own ({type(error).__name__})"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(handle, "a", encoding="utf-8", errors="backslashreplace") as log:
            log.write(f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}\n{''.join(traceback.format_exception(error))}\n")
    except OSError as failure:
        return f"{sentence}; its trace could not be written to {path}: {failure.strerror}"
    return f"{sentence}; its trace is in {path}"
