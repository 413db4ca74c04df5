"""board.toml and the themes, watched: what is saved is read at once, and what is wrong with it is told."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from board.config import load
from board.errors import ConfigError, Problem, UsageError
from board.spec import Config
from board.text.clean import clean
from board.tui.door import FromTab
from board.tui.themes import Themes, read_themes

if TYPE_CHECKING:
    from board.tui.tab import Opening

_SETTLE_MILLISECONDS = 120
"""Editors save in several steps; this long nothing may change before it is read."""
_LOOK_MILLISECONDS = 1000
"""How often it is looked for changes where the system does not tell of them."""


class ConfigRead(FromTab):
    """board.toml was saved and is without mistakes."""

    def __init__(self, config: Config, boards: Sequence[Opening] = ()) -> None:
        super().__init__()
        self.config = config
        self.boards = boards
        """All that are open by now, where it names other tabs than before."""


class ConfigRefused(FromTab):
    """board.toml was saved with mistakes, or is not seen any more: the old one stays."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__()
        self.problems = problems


class ThemesRead(FromTab):
    """A theme was saved."""

    def __init__(self, themes: Themes) -> None:
        super().__init__()
        self.themes = themes


class Watcher(threading.Thread):
    """Watches folders, not files: an editor that puts a new file in the old one's place is seen too.

    Where the system has no watch left to give, or loses one, it looks at them again and again instead.
    """

    def __init__(
        self,
        config: Config,
        theme_folders: Sequence[Path],
        post: Callable[[FromTab], object],
        boards: Callable[[], Sequence[Opening]] | None = None,
    ) -> None:
        super().__init__(name="board-watcher", daemon=True)
        self._file = config.file.resolve()
        self._shown_as = config.shown_as
        self._tabs, self._boards = config.board.tabs, boards
        self._themes = tuple(theme_folders)
        self._post = post
        self._stopping = threading.Event()

    def stop(self) -> None:
        self._stopping.set()

    def run(self) -> None:
        try:
            self._watch()
        except (OSError, RuntimeError):
            try:
                self._watch(looking=True)
            except (OSError, RuntimeError) as error:
                why = f"what is saved is not seen any more: {clean(str(error))}"
                self._post(ConfigRefused((Problem(self._shown_as, None, "", why, "start board again to read it"),)))

    def _watch(self, *, looking: bool | None = None) -> None:
        """Raises: OSError, RuntimeError."""
        from watchfiles import watch

        folders = {self._file.parent, *(folder.resolve() for folder in self._themes if folder.is_dir())}
        for changes in watch(
            *folders,
            stop_event=self._stopping,
            debounce=_SETTLE_MILLISECONDS * 4,
            step=_SETTLE_MILLISECONDS,
            rust_timeout=1000,
            recursive=False,
            ignore_permission_denied=True,
            raise_interrupt=False,
            force_polling=looking,
            poll_delay_ms=_LOOK_MILLISECONDS,
        ):
            paths = {Path(path) for _, path in changes}
            self._read({path.resolve() for path in paths} | paths)

    def _read(self, paths: set[Path]) -> None:
        if self._file in paths:
            self._post(self._config())
        if any(path.suffix == ".toml" and path.parent in {f.resolve() for f in self._themes} for path in paths):
            self._post(ThemesRead(read_themes(self._themes)))

    def _config(self) -> FromTab:
        try:
            config = load(self._file, self._shown_as)
            boards = self._boards() if self._boards is not None and config.board.tabs != self._tabs else ()
        except ConfigError as error:
            return ConfigRefused(error.problems)
        except UsageError as error:
            return ConfigRefused((Problem(self._shown_as, None, "board.tabs", str(error)),))
        self._tabs = config.board.tabs
        return ConfigRead(config, boards)
