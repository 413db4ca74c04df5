"""A real browser without a window, where the machine has one: what it makes of a page, on a screen and on paper."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
)
_PATIENCE = 120


@dataclass(frozen=True)
class Browser:
    """Each call is a browser of its own, with a profile that goes with `folder`."""

    program: str
    folder: Path

    def dom(self, page: Path, width: int = 1200) -> str:
        """The page as the browser has it in mind once everything in it was read and, if it could be, run."""
        return self._run(page, f"--window-size={width},1200", "--dump-dom").stdout.decode()

    def printed(self, page: Path) -> bytes:
        """The page as PDF."""
        paper = self.folder / "paper.pdf"
        self._run(page, f"--print-to-pdf={paper}")
        return paper.read_bytes()

    def _run(self, page: Path, *what: str) -> subprocess.CompletedProcess[bytes]:
        profile = f"--user-data-dir={self.folder / 'profile'}"
        command = [self.program, *_QUIET, profile, *what, page.as_uri()]
        return subprocess.run(command, check=True, capture_output=True, timeout=_PATIENCE)


def found() -> str | None:
    """The program of a Chromium, where there is one."""
    return next(filter(None, map(shutil.which, _NAMES)), None)
