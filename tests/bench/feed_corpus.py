"""How many of the assertions of feedparser's own tests about titles, links, ids and dates `feed` gets right.

Run it as `python -m tests.bench.feed_corpus`: it fetches feedparser's source distribution with pip into a temporary
folder (nothing of it is kept), reads every test file, and prints the score and each disagreement.
"""

from __future__ import annotations

import ast
import codecs
import re
import subprocess
import sys
import tarfile
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from board.errors import ExtractError
from board.model import About, Extract, Item, When
from board.sources._markup import plain
from board.sources.feed import Options, extract
from board.text.clean import clean
from board.text.dates import read_when

RELEASE = "feedparser==6.0.14"
SERVED_AT = "http://127.0.0.1:8097/"
NOW = datetime(2026, 11, 22, tzinfo=UTC)
SLOW = 1.0
"""Seconds a file of some kilobytes may take at most."""
_EXPECT = re.compile(r"^Expect:[ \t]*(.+)$", re.M)
_HEADER = re.compile(r"^Header:\s+([^:]+):\s*(.+?)\s*$", re.M)
_FIELDS = {"title": "title", "title_detail": "title", "link": "link", "id": "guid", "guid": "guid"}
_FIELDS |= dict.fromkeys(("published", "published_parsed", "issued"), "published")
_FIELDS |= dict.fromkeys(("updated", "updated_parsed", "modified"), "updated")


@dataclass(frozen=True, slots=True)
class Assertion:
    """`entries[index][name] == value` of one file; `index` is `None` for the feed itself."""

    file: str
    index: int | None
    name: str
    value: object


@dataclass(slots=True)
class Score:
    """What came of all assertions."""

    right: Counter[str] = field(default_factory=Counter)
    wrong: list[tuple[Assertion, object]] = field(default_factory=list)
    slow: list[tuple[str, float]] = field(default_factory=list)
    crashed: list[tuple[str, str]] = field(default_factory=list)
    files: int = 0

    @property
    def share(self) -> float:
        right = self.right.total()
        return right / ((right + len(self.wrong)) or 1)


def fetch(folder: Path) -> Path:
    """The corpus, unpacked below `folder`. Raises: CalledProcessError where the registry cannot be reached."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-binary", ":all:", "--no-deps"]
    subprocess.run([*command, "--no-build-isolation", "--dest", folder, RELEASE], check=True, capture_output=True)
    with tarfile.open(next(folder.glob("feedparser-*.tar.gz"))) as archive:
        archive.extractall(folder, filter="data")
    return next(path for path in folder.glob("feedparser-*/tests") if path.is_dir())


def score(corpus: Path) -> Score:
    """Every file read and every assertion judged."""
    result = Score()
    for path in sorted(corpus.rglob("*.xml")):
        result.files += 1
        _judge(path, path.relative_to(corpus).as_posix(), result)
    return result


def _judge(path: Path, name: str, result: Score) -> None:
    body = path.read_bytes()
    begun = time.perf_counter()
    try:
        extracted = extract(body, Options(), _about(body, name))
    except ExtractError as error:
        extracted = Extract(title=f"refused: {error}")
    except Exception as error:  # noqa: BLE001 what is looked for is exactly this
        result.crashed.append((name, repr(error)))
        return
    if (took := time.perf_counter() - begun) > SLOW:
        result.slow.append((name, took))
    for assertion in assertions(body, name) if _is_readable(body) else ():
        found = _found(extracted, assertion)
        if _agrees(found, assertion.value):
            result.right[assertion.name] += 1
        else:
            result.wrong.append((assertion, found))


def _is_readable(body: bytes) -> bool:
    """Whether Python knows the encoding the file declares; feedparser's own run leaves the others out too."""
    declared = re.match(rb"""<\?xml[^>]*encoding=["']([^"']*)["']""", body)
    try:
        return not declared or bool(codecs.lookup(declared[1].decode("latin-1")))
    except LookupError:
        return b"bogus" in body


def _text(body: bytes) -> str:
    """Enough of a file to read its description from, whatever the encoding."""
    if body[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return body.decode("utf-16", "replace")
    text = body.replace(b"\x00", b"").decode("utf-8", "replace")
    return text if "Expect:" in text else body.decode("cp037", "replace")


def _about(body: bytes, name: str) -> About:
    headers = {key.lower(): value for key, value in _HEADER.findall(_text(body)[:4000])}
    media_type, _, rest = headers.get("content-type", "").partition(";")
    charset = rest.partition("charset=")[2].strip("\"' ;") or None
    address = headers.get("content-location", "")
    return About(
        address=address if address.startswith("http") else SERVED_AT + "tests/" + name,
        media_type=media_type.lower(),
        charset=charset,
        retrieved=NOW,
        headers=headers,
    )


def assertions(body: bytes, name: str) -> Iterator[Assertion]:
    """What a file says of titles, links, ids and dates."""
    match = _EXPECT.search(_text(body)[:8000])
    if not match:
        return
    try:
        tree = ast.parse(match[1].strip().removesuffix("-->").strip(), mode="eval")
    except SyntaxError:
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare) and all(isinstance(operator, ast.Eq) for operator in node.ops):
            yield from _comparison(node, name)


def _comparison(node: ast.Compare, name: str) -> Iterator[Assertion]:
    *subjects, last = (node.left, *node.comparators)
    try:
        value = ast.literal_eval(last)
    except ValueError:
        return
    for subject in subjects:
        if (place := _place(subject)) is not None:
            yield Assertion(name, *place, value)


def _place(node: ast.expr) -> tuple[int | None, str] | None:
    """Index and field of `entries[0]['title']`, `entries[0].title`, `entries[0]['title_detail']['value']`, `feed…`."""
    steps = tuple(_steps(node))
    match steps:
        case ("entries", int(index), "title_detail", "value"):
            return index, "title"
        case ("entries", int(index), str(key)) if key in _FIELDS and key != "title_detail":
            return index, _FIELDS[key]
        case ("feed" | "channel", "title") | ("feed" | "channel", "title_detail", "value"):
            return None, "title"
    return None


def _steps(node: ast.expr) -> Iterator[object]:
    match node:
        case ast.Name(id=name):
            yield name
        case ast.Attribute(value=value, attr=name):
            yield from _steps(value)
            yield name
        case ast.Subscript(value=value, slice=ast.Constant(value=key)):
            yield from _steps(value)
            yield key


def _found(extracted: Extract, assertion: Assertion) -> object:
    if assertion.index is None:
        return extracted.title
    if assertion.index >= len(extracted.items):
        return "" if extracted.left_out else f"no such item ({extracted.title})"
    item: Item = extracted.items[assertion.index]
    return getattr(item, assertion.name)


def _agrees(found: object, asserted: object) -> bool:
    match found, asserted:
        case When(), (int(), *_):
            return found.start.timetuple()[:6] == asserted[:6]
        case When(), str():
            return found == read_when(asserted, now=NOW)
        case str(), str():
            return found in {asserted, clean(asserted), plain(asserted)}
        case None, str():
            return not asserted
    return False


def main() -> None:
    """Print the score and where it was lost."""
    with tempfile.TemporaryDirectory() as folder:
        result = score(Path(sys.argv[1]) if len(sys.argv) > 1 else fetch(Path(folder)))
    for assertion, found in result.wrong:
        print(f"{assertion.file}: {assertion.name} {found!r} is not {assertion.value!r}")
    for name, why in (*result.crashed, *result.slow):
        print(f"{name}: {why}")
    right = result.right.total()
    print(f"{result.files} files, {len(result.crashed)} crashed, {len(result.slow)} slow; {dict(result.right)}")
    print(f"{right} of {right + len(result.wrong)} assertions right: {result.share:.2%}")


if __name__ == "__main__":
    main()
