"""The child as the collector sees it: kept warm, ended when over its limits, replaced at the next need."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from pathlib import Path

import board
from board.errors import ExtractError
from board.outcome import Reading
from board.workshop import frames
from board.workshop.job import Job, SpoiledError

SECONDS = 15.0
"""Wall clock for one body."""
START_SECONDS = 60.0
"""For a child to start and import its parsers, on a slow machine."""
JOBS = 1000
"""After which a child is replaced, so that no leak of a parser grows for ever."""
REST = 120.0
"""Seconds without work after which the child is let go: an idle board holds no parsers in memory."""

DYING_SECONDS = 2.0
"""For a child whose answer broke off to be gone."""
_BY_LIMITS = frozenset({signal.SIGXCPU, signal.SIGXFSZ, signal.SIGKILL})
"""What the kernel ends a process with that is over what it may use."""


class Workshop:
    """Reads bodies in a child, one at a time."""

    def __init__(self, *, seconds: float = SECONDS, rest: float = REST) -> None:
        self._seconds = seconds
        self._rest = rest
        self._child: Process | None = None
        self._jobs = 0
        self._turn = asyncio.Lock()
        self._resting: asyncio.TimerHandle | None = None

    async def read(self, job: Job) -> Reading:
        """What the body says. Raises: ExtractError, also where reading it took too long or ended the child."""
        async with self._turn:
            self._stay()
            try:
                return await self._ask(job)
            finally:
                self._resting = asyncio.get_running_loop().call_later(self._rest, self._let_go)

    async def close(self) -> None:
        """End the child, if there is one."""
        async with self._turn:
            self._stay()
            await self._end()

    @property
    def pid(self) -> int | None:
        """Of the child, while there is one."""
        return self._child.pid if self._child else None

    async def _ask(self, job: Job) -> Reading:
        answer: Reading | ExtractError | None = None
        try:
            child = await self._warm_child()
            async with asyncio.timeout(self._seconds):
                answer = await _exchange(child, job)
        except TimeoutError:
            raise ExtractError(f"reading it took longer than {self._seconds:g} seconds") from None
        except (asyncio.IncompleteReadError, OSError, ValueError):
            raise ExtractError(f"reading it ended the reading process: {await self._cause()}") from None
        finally:
            # Also when cancelled half-way: an answer still under way would be taken for that of the next job.
            if answer is None or isinstance(answer, SpoiledError):
                await self._end()
        if isinstance(answer, ExtractError):
            raise answer
        return answer

    async def _warm_child(self) -> Process:
        if self._child is not None and self._jobs >= JOBS:
            await self._end()
        if self._child is None or self._child.returncode is not None:
            self._child = await _start()
            self._jobs = 0
            async with asyncio.timeout(START_SECONDS):
                await _receive(self._child)
        self._jobs += 1
        return self._child

    async def _cause(self) -> str:
        """Of what the child died; a limit is told as one, and nothing else is."""
        if self._child is None:
            return "it could not be started"
        try:
            async with asyncio.timeout(DYING_SECONDS):
                code = await self._child.wait()
        except TimeoutError:
            return "it answered what is no answer"
        if -code in _BY_LIMITS:
            return "too much memory or time"
        return f"signal {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"

    async def _end(self) -> None:
        child, self._child = self._child, None
        if child is not None and child.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                child.kill()
            await child.wait()

    def _stay(self) -> None:
        if self._resting is not None:
            self._resting.cancel()
            self._resting = None

    def _let_go(self) -> None:
        """Close the child's input: it ends by itself."""
        if self._child is not None and self._child.stdin is not None and not self._turn.locked():
            self._child.stdin.close()
            self._child = None


async def _start() -> Process:
    """A child of this very program, wherever that lies; apart from the terminal's Ctrl-C."""
    folder = str(Path(board.__file__).parent.parent)
    found = [folder, *filter(None, [os.environ.get("PYTHONPATH")])]
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(found),
        # Each of numpy's threads would take its share of the address space.
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
        "MALLOC_ARENA_MAX": "2",
    }
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-P",
        "-m",
        "board.workshop",
        stdin=PIPE,
        stdout=PIPE,
        stderr=DEVNULL,
        env=environment,
        start_new_session=True,
    )


async def _exchange(child: Process, job: Job) -> Reading | ExtractError:
    assert child.stdin is not None
    child.stdin.write(frames.pack(job))
    await child.stdin.drain()
    answer = await _receive(child)
    if not isinstance(answer, Reading | ExtractError):
        raise TypeError(f"the child answered {type(answer).__name__}")
    return answer


async def _receive(child: Process) -> object:
    assert child.stdout is not None
    size = frames.length(await child.stdout.readexactly(frames.HEAD))
    return frames.unpack(await child.stdout.readexactly(size))
