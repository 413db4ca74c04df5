"""How fast numbers and statements are held against each other: `python -m tests.bench.judging_speed [FIGURES]`.

Prints the processor time of comparing so many figures of one nation pair by pair (all of them exclude each other, the
worst there is), and of looking for the origin of one statement among a thousand others of the same day.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from time import process_time

from board.judging.disagreement import disagreements
from board.judging.origins import same_origin
from tests.claims.build import figure, statement

NOW = datetime(2026, 6, 1, tzinfo=UTC)


def main(count: int = 500) -> None:
    """Measure and print."""
    figures = [
        figure(
            {"nation": "USA", "number": 500 + n, "published": f"2026-02-{1 + n % 28:02}", "said_by": f"Voice {n}"}, n
        )
        for n in range(1, count + 1)
    ]
    began = process_time()
    found = disagreements(figures, [], NOW)
    print(f"{count} figures, {len(found)} disagreements: {process_time() - began:.2f} s")
    table = {"organisation": "KFOR", "published": "2026-06-01"}
    others = [
        statement({**table, "text": f"the mission has number {n} of its patrols in the north"}) for n in range(1000)
    ]
    began = process_time()
    same_origin(statement({**table, "text": "there is nothing new to tell from the bridge today"}), others)
    print(f"one statement among 1,000 others: {process_time() - began:.2f} s")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
