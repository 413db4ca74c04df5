"""The person's own editor, which has the terminal for as long as it runs."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Mapping
from pathlib import Path

from textual.app import App, SuspendNotSupported

from board.text.clean import clean


def edit(app: App[int], file: Path) -> str:
    """Have the file edited; why that did not come to pass, empty where it did."""
    try:
        command = [*editor(os.environ), str(file)]
    except ValueError as error:
        return f"the editor cannot be read: {str(error).lower()}"
    try:
        failed = _run(app, command)
    except SuspendNotSupported:
        return f"no editor can have this screen: edit {file} elsewhere, and what is saved applies at once"
    return clean(f"{command[0]} did not start: {failed}") if failed else ""


def editor(environ: Mapping[str, str]) -> list[str]:
    """The command of $VISUAL, else of $EDITOR, else vi. Raises: ValueError where its quotes do not match."""
    named = environ.get("VISUAL", "").strip() or environ.get("EDITOR", "").strip() or "vi"
    return shlex.split(named)


def _run(app: App[int], command: list[str]) -> str:
    """What kept the editor from starting. The error is caught inside: an exception would leave the screen let go."""
    with app.suspend():
        try:
            subprocess.run(command, check=False)
        except (OSError, ValueError) as error:
            return str(getattr(error, "strerror", None) or error)
        return ""
