"""Runs the face on the sample board: `python -m tests.tui.show [theme] [panel…]`, to look at it."""

from __future__ import annotations

import sys

from board.tui.app import face
from board.tui.tab import Opening
from tests.panels import boards
from tests.tui import sample
from tests.tui.door import PictureDoor, SnapshotDoor

_MORE = {"trend": sample.trend, "map": sample.places}


def main(theme: str = "night-desk", *more: str) -> int:
    if more == ("kosovo",):
        case = boards.board("kosovo")
        opening = Opening(config=case.config, open_door=lambda: SnapshotDoor(case.config, case.snapshot, boards.NOW))
        return face([opening], theme=theme, now=lambda: boards.NOW)
    views = [sample.troops(6), sample.statements(), sample.tiers(), *(_MORE[name]() for name in more)]
    picture = sample.picture(*views)
    opening = Opening(config=sample.config(), open_door=lambda: PictureDoor(picture))
    return face([opening], theme=theme, now=lambda: sample.NOW)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
