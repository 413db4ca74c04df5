"""The child itself: jobs come in on standard input, readings go out, until the collector is gone."""

from __future__ import annotations

import os
from typing import BinaryIO

from board.errors import ExtractError
from board.outcome import Reading
from board.workshop import frames
from board.workshop.job import Job, SpoiledError
from board.workshop.limits import allow_seconds, look_seldom_for_garbage, settle_in
from board.workshop.read import read, warm


def main() -> None:
    """Serve until standard input ends, which it does with the collector, however that ended."""
    jobs, answers = _private_streams()
    warm()
    look_seldom_for_garbage()
    settle_in()
    answers.write(frames.pack("ready"))
    answers.flush()
    while True:
        try:
            job: Job = frames.read(jobs)
        except EOFError:
            return
        allow_seconds()
        answers.write(frames.pack(_safely(job)))
        answers.flush()


def _private_streams() -> tuple[BinaryIO, BinaryIO]:
    """The two pipes under numbers of their own: a parser that prints or reads must not meet them."""
    jobs, answers = os.dup(0), os.dup(1)
    null = os.open(os.devnull, os.O_RDWR)
    os.dup2(null, 0)
    os.dup2(null, 1)
    return os.fdopen(jobs, "rb"), os.fdopen(answers, "wb")


def _safely(job: Job) -> Reading | ExtractError:
    """The reading, or why there is none."""
    try:
        return read(job)
    except ExtractError as error:
        return error
    except MemoryError:
        return SpoiledError("reading it needs more memory than is allowed")
    except RecursionError:
        return ExtractError("it is nested too deep")
    except Exception as error:  # noqa: BLE001 - the border: whatever a parser makes of hostile bytes is one failed source
        return SpoiledError(f"it could not be read ({type(error).__name__} in {_place(error)})")


def _place(error: BaseException) -> str:
    """File and line of the innermost frame, for whoever mends it."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f"{os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno}" if trace else "?"  # noqa: PTH119


if __name__ == "__main__":
    main()
