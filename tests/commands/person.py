"""A person at a shell: real processes of `python -m board`, with folders of their own and nothing of this machine's."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
PATIENCE = 60


@dataclass(frozen=True)
class Done:
    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def objects(self) -> list[Any]:
        return [json.loads(line) for line in self.lines]


@dataclass(frozen=True)
class Person:
    folder: Path
    """Where they stand; their store and all else lies under it."""
    more: Mapping[str, str] = field(default_factory=dict)
    """What else stands in their environment."""

    @property
    def store(self) -> Path:
        return self.folder / "board.sqlite"

    @property
    def environ(self) -> dict[str, str]:
        own = {f"XDG_{name}_HOME": str(self.folder / "home" / name) for name in ("DATA", "CONFIG", "STATE", "CACHE")}
        kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        return {**kept, **own, "BOARD_STORE": str(self.store), "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8", **self.more}

    def board(self, *words: str | Path, cwd: Path | None = None) -> Done:
        """`board WORDS…`, to its end."""
        return self.python("-m", "board", *words, cwd=cwd)

    def python(self, *words: str | Path, cwd: Path | None = None) -> Done:
        done = subprocess.run(
            [sys.executable, *map(str, words)],
            cwd=cwd or self.folder,
            env=self.environ,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        return Done(done.returncode, done.stdout, done.stderr)

    def started(self, *words: str, stdout: int = subprocess.PIPE) -> subprocess.Popen[str]:
        """`board WORDS…`, left running; SIGINT reaches it even where this process ignores that."""
        return subprocess.Popen(
            [sys.executable, "-m", "board", *words],
            cwd=self.folder,
            env=self.environ,
            stdin=subprocess.DEVNULL,
            stdout=stdout,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
        )

    def writes(self, text: str, name: str = "board.toml") -> Path:
        file = self.folder / name
        file.write_text(text, encoding="utf-8")
        return file

    def takes(self, store: Path) -> Person:
        """Begin with a copy of a store."""
        shutil.copy(store, self.store)
        return self

    def keeps(self, name: str) -> Kept:
        """All that lies in the folder, to be put back as often as it is wanted."""
        place = self.folder.with_name(f"{self.folder.name}-{name}")
        shutil.copytree(self.folder, place)
        return Kept(self, place)


@dataclass(frozen=True)
class Kept:
    """Somebody's folder as it was at a time: what was read once is there for many tests."""

    person: Person
    place: Path

    def put_back(self) -> Person:
        """The folder at its own path, file by file as it was, and with the times it had."""
        shutil.rmtree(self.person.folder)
        shutil.copytree(self.place, self.person.folder)
        return self.person


def panel(shown: Any, kind: str) -> Any:
    """The panel of a kind in what `board show --format json` printed."""
    return next(part for part in shown["panels"] if part["kind"] == kind)
