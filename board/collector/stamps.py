"""Whether files changed: a look at their stamps, which costs less than being told and works on every file system."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

Stamp = tuple[int, int, int] | None


@dataclass(slots=True)
class Stamps:
    """Files and how they were when last looked at."""

    _seen: dict[Path, Stamp] = field(default_factory=dict)

    def watch(self, files: Iterable[Path]) -> None:
        """Watch these, and no others; one watched already keeps the stamp it was seen with."""
        self._seen = {file: self._seen.get(file, stamp(file)) for file in files}

    def changed(self) -> set[Path]:
        """The files that are not as they were at the last look."""
        now = {file: stamp(file) for file in self._seen}
        different = {file for file, was in self._seen.items() if now[file] != was}
        self._seen = now
        return different


def stamp(file: Path) -> Stamp:
    """Time, size and number of a file; `None` where there is none."""
    try:
        facts = os.stat(file)  # noqa: PTH116 - the same as Path.stat, twice a second for every file
    except (OSError, ValueError):
        return None
    return facts.st_mtime_ns, facts.st_size, facts.st_ino
