"""Where things lie: the configuration, the store, logs and the program's own files."""

from __future__ import annotations

import os
from importlib import resources
from pathlib import Path

import platformdirs

APP = "board"
BUNDLED = "bundled:"
"""How a path in board.toml begins that means a file of the baseline."""


def shipped(*parts: str) -> Path:
    """A file or folder that travels with the program (`board.toml`, `themes`), in a checkout or a wheel alike."""
    inside = Path(str(resources.files("board"))) / "shipped"
    root = inside if inside.is_dir() else inside.parent.parent
    return root.joinpath(*parts)


def bundled(name: str) -> Path:
    """A file of the baseline."""
    return Path(str(resources.files("board"))) / "bundled" / name


def named(path: str, folder: Path) -> Path:
    """The file that board.toml, lying in `folder`, means by `path`."""
    if path.startswith(BUNDLED):
        return bundled(path.removeprefix(BUNDLED))
    # Not Path.expanduser, which raises where there is no such user.
    return folder / os.path.expanduser(path)  # noqa: PTH111


def find_config(given: str | None, environ: os._Environ[str] | dict[str, str] = os.environ) -> tuple[Path, str]:
    """The board.toml to use and the name to call it by: given > $BOARD_CONFIG > here > XDG config > shipped."""
    if given:
        return Path(given), given
    if named := environ.get("BOARD_CONFIG"):
        return Path(named), named
    here = Path("board.toml")
    if here.is_file():
        return here, "board.toml"
    own = config_folder() / "board.toml"
    return (own, str(own)) if own.is_file() else (shipped("board.toml"), "the shipped board.toml")


def config_folder() -> Path:
    """The person's own folder for board.toml and themes."""
    return Path(platformdirs.user_config_dir(APP))


def find_store(
    given: str | None, environ: os._Environ[str] | dict[str, str] = os.environ, *, name: str = "board"
) -> Path:
    """The store of the board of this name: given > $BOARD_STORE > the XDG data folder. A folder means a file in it."""
    named = given or environ.get("BOARD_STORE")
    path = Path(named) if named else Path(platformdirs.user_data_dir(APP))
    return path / f"{name}.sqlite" if path.is_dir() or not named else path


def is_given(given: str | None, store: Path, environ: os._Environ[str] | dict[str, str] = os.environ) -> bool:
    """Whether a person named this very file as the store, and not the folder it lies in or nothing at all."""
    named = given or environ.get("BOARD_STORE")
    return bool(named) and Path(named or "") == store


def state_file() -> Path:
    """What the face remembers between runs (theme, look marks); never in board.toml."""
    return Path(platformdirs.user_state_dir(APP)) / "state.toml"


def log_file() -> Path:
    """Tracebacks go here, readable by the person alone."""
    return Path(platformdirs.user_state_dir(APP)) / "board.log"


def theme_folders(config: Path) -> tuple[Path, ...]:
    """Where themes are looked for, a later one over an earlier: shipped, the person's own, beside board.toml."""
    folders = (shipped("themes"), config_folder() / "themes", config.resolve().parent / "themes")
    return tuple(dict.fromkeys(folders))
