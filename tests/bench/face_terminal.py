"""How quick the face is on a terminal: first frame, key to paint, bytes while nothing happens.

python -m tests.bench.face_terminal [SECONDS]     the sample board, on a pseudo-terminal of 120 by 40
"""

from __future__ import annotations

import select
import sys
import time
from statistics import quantiles

from tests.terminal.pty_run import OnTerminal

_STARTS, _KEYS = 5, 200
_SETTLED = 0.03
"""Seconds without a byte after which a frame is taken to be whole."""


def main(idle: float = 10.0) -> int:
    """Print the figures; exit 1 where anything was sent while nothing happened."""
    starts = sorted(_first_frame() for _ in range(_STARTS))
    print(f"first frame with data: {starts[len(starts) // 2] * 1000:.0f} ms (median of {_STARTS} cold processes)")
    with OnTerminal(size=(120, 40)) as terminal:
        terminal.until("Italy")
        terminal.quiet()
        waits = [_key_to_paint(terminal, b"j" if number % 10 < 5 else b"k") for number in range(_KEYS)]
        cuts = quantiles(waits, n=100)
        print(f"key to paint: p50 {cuts[49] * 1000:.1f} ms, p99 {cuts[98] * 1000:.1f} ms ({_KEYS} keys)")
        terminal.quiet()
        sent = len(terminal.read(idle))
        print(f"bytes in {idle:.0f} s of nothing: {sent}")
    return 1 if sent else 0


def _first_frame() -> float:
    """From the start of the process until its first frame, with figures in it, is on the screen."""
    start = time.perf_counter()
    with OnTerminal(size=(120, 40)) as terminal:
        terminal.until("Italy")
        return time.perf_counter() - start


def _key_to_paint(terminal: OnTerminal, key: bytes) -> float:
    """From the key until its first byte comes back; then all else of that frame is read away."""
    start = time.perf_counter()
    terminal.send(key)
    select.select([terminal.fd], [], [], 2.0)
    took = time.perf_counter() - start
    while terminal.read(_SETTLED):
        pass
    return took


if __name__ == "__main__":
    sys.exit(main(*map(float, sys.argv[1:])))
