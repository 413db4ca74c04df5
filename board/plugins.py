"""Kinds are modules: a file in the right folder is a kind, and nothing else has to know of it."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from types import ModuleType


@cache
def names(package: str) -> tuple[str, ...]:
    """The kinds of `package` (such as `board.sources`), sorted; modules whose name begins with `_` are not kinds."""
    folder = importlib.import_module(package)
    return tuple(sorted(info.name for info in pkgutil.iter_modules(folder.__path__) if not info.name.startswith("_")))


def load(package: str, name: str) -> ModuleType:
    """The module of a kind. Raises: KeyError where there is none of that name."""
    if name not in names(package):
        raise KeyError(name)
    return importlib.import_module(f"{package}.{name}")


def describe(module: ModuleType) -> str:
    """What a kind is for: the first line of its docstring."""
    return (module.__doc__ or "").strip().partition("\n")[0]
