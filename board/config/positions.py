"""On which line a key of a TOML file stands, which tomllib does not tell."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping

Path = tuple[str | int, ...]
"""Keys from the top; an index (from 0) follows the name of an array of tables."""

_KEY = r"(?:\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*'|[A-Za-z0-9_-]+)"
_DOTTED = rf"{_KEY}(?:[ \t]*\.[ \t]*{_KEY})*"
_HEADER = re.compile(rf"[ \t]*(\[\[?)[ \t]*({_DOTTED})[ \t]*\]")
_PAIR = re.compile(rf"[ \t]*({_DOTTED})[ \t]*=")
_PART = re.compile(_KEY)
_NOISE = re.compile(
    r"\"\"\"(?:[^\\]|\\.)*?\"\"\"|'''.*?'''|\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*'|#[^\n]*",
    re.DOTALL,
)


def positions(text: str) -> dict[Path, int]:
    """1-based lines of every header and key of a *valid* TOML text."""
    found: dict[Path, int] = {}
    counts: Counter[Path] = Counter()
    table: Path = ()
    for number, line in _logical_lines(text):
        if header := _HEADER.match(line):
            table = _resolve(_parts(header[2]), counts)
            if header[1] == "[[":
                counts[table] += 1
                table = (*table, counts[table] - 1)
            found.setdefault(table, number)
        elif pair := _PAIR.match(line):
            key: Path = table
            for part in _parts(pair[1]):
                key = (*key, part)
                found.setdefault(key, number)
    return found


def line_of(found: Mapping[Path, int], path: Path) -> int | None:
    """The line of `path`, or of the nearest table above it that has one."""
    while path and path not in found:
        path = path[:-1]
    return found.get(path)


def _logical_lines(text: str) -> Iterator[tuple[int, str]]:
    """Lines that begin outside of any multi-line value, with their numbers."""
    depth = 0
    keyed, bare = _blanked(text, _only_long), _blanked(text, _any)
    for number, (line, plain) in enumerate(zip(keyed.split("\n"), bare.split("\n"), strict=True), 1):
        if depth == 0 and line.strip():
            yield number, line
        value = plain.partition("=")[2] if depth == 0 else plain
        depth = max(0, depth + value.count("[") + value.count("{") - value.count("]") - value.count("}"))


def _blanked(text: str, which: Callable[[str], bool]) -> str:
    """The text with some of its strings and comments blanked out, line breaks kept."""
    return _NOISE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]) if which(match[0]) else match[0], text)


def _any(_: str) -> bool:
    return True


def _only_long(noise: str) -> bool:
    return noise.startswith(('"""', "'''"))


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(_unquoted(part) for part in _PART.findall(dotted))


def _unquoted(key: str) -> str:
    if key[0] not in "\"'":
        return key
    return next(iter(tomllib.loads(f"{key} = 0")))


def _resolve(parts: tuple[str, ...], counts: Counter[Path]) -> Path:
    """The path of a header: a name that is an array of tables means its last table."""
    path: Path = ()
    for place, part in enumerate(parts):
        path = (*path, part)
        if counts[path] and place < len(parts) - 1:
            path = (*path, counts[path] - 1)
    return path
