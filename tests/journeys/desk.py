"""A reader's desk: a folder with a board.toml, a store and XDG folders of its own, and the program opened on it."""

from __future__ import annotations

import base64
import re
import sys
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from board.store import Store
from board.tui import state
from tests.journeys.server import Site
from tests.terminal.pty_run import OnTerminal

PATIENCE = 60.0
"""Seconds for whatever needs a fetch; the machine may be busy."""
_CLIPBOARD = re.compile(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07")


class Reader(OnTerminal):
    """The program in front of a reader who types and looks."""

    def type(self, *keys: str) -> None:
        """Each key, given time to be taken before the next one."""
        for key in keys:
            self.send(key.encode())
            self.read(0.05)

    def sees(self, *words: str, seconds: float = PATIENCE) -> str:
        """The first line with all of these words. Raises: AssertionError where none comes."""
        self._pump(lambda: self._line(words) is not None, seconds)
        line = self._line(words)
        assert line is not None, f"no line with {words} on\n{self.text()}"
        return line

    def no_longer_sees(self, words: str, seconds: float = PATIENCE) -> None:
        """Raises: AssertionError where the words stay."""
        self._pump(lambda: words not in self.text(), seconds)
        assert words not in self.text(), f"still {words!r} on\n{self.text()}"

    def closes(self, words: str) -> None:
        """Esc, and what has these words is gone."""
        self.send(b"\x1b")
        self.no_longer_sees(words)
        self.quiet()

    def copied(self, seconds: float = PATIENCE) -> str:
        """What was sent to the terminal's clipboard last."""
        self._pump(lambda: bool(_CLIPBOARD.search(bytes(self.raw))), seconds)
        found = _CLIPBOARD.findall(bytes(self.raw))
        assert found, f"nothing was copied\n{self.text()}"
        return base64.b64decode(found[-1]).decode()

    def under_the_cursor(self) -> list[str]:
        """The lines of the first panel that stand on another ground than most: where the cursor is."""
        inside = [(y, line) for y, line in enumerate(self.text().splitlines()) if line.startswith("│")]
        grounds = {y: self._screen.buffer[y][3].bg for y, _ in inside}
        ground, _ = Counter(grounds.values()).most_common(1)[0]
        return [line for y, line in inside if grounds[y] != ground]

    def leaves(self) -> None:
        """By the key; the terminal is as it was."""
        self.send(b"q")
        code = self.ended(PATIENCE)
        assert code == 0, f"it ended with {code}:\n{self.text()}"
        assert self.left_on() == []

    def _line(self, words: tuple[str, ...]) -> str | None:
        lines = self.text().splitlines()
        return next((line for line in lines if all(word in line for word in words)), None)


@dataclass(frozen=True)
class Desk:
    """Where the board of a test lives."""

    folder: Path
    site: Site

    @property
    def config(self) -> Path:
        return self.folder / "board.toml"

    @property
    def store(self) -> Path:
        return self.folder / "data" / "board" / "board.sqlite"

    def write(self, text: str) -> None:
        """Save board.toml; `{site}` in it is the address of the server."""
        self.config.write_text(text.replace("{site}", self.site.url("").rstrip("/")))

    def environ(self) -> dict[str, str]:
        named = {f"XDG_{each.upper()}_HOME": str(self.folder / each) for each in ("data", "config", "state", "cache")}
        return {**named, "HOME": str(self.folder)}

    def open(self, *more: str, size: tuple[int, int] = (120, 40), environ: Mapping[str, str] | None = None) -> Reader:
        """The program, started; its first frame is to come."""
        self._was_welcomed()
        command = (sys.executable, "-m", "board", "--config", str(self.config), *more)
        return Reader(command, size=size, environ={**self.environ(), **(environ or {})})

    def open_shipped(self, *more: str, size: tuple[int, int] = (120, 40)) -> Reader:
        """The program in a folder without a board.toml: the board that comes with it."""
        self._was_welcomed()
        return Reader((sys.executable, "-m", "board", *more), size=size, environ=self.environ())

    def _was_welcomed(self) -> None:
        """Whoever sits here has read the line that explains the board, and put it away."""
        state.write({"welcomed": "yes"}, self.folder / "state" / "board" / "state.toml")

    def kept(self) -> Store:
        """The store, as another process sees it."""
        return Store.open(self.store)
