"""How fast the store is with a million statements: `python -m tests.bench.store_search [ROWS] [FILE]`.

Rows are generated, words drawn as they are in speech (the nth most frequent every nth time), so that the index has
frequent and rare ones. Prints how long writing takes, then the median and the worst of opening, paging, searching and
telling changes. A file that is there already is only measured.
"""

from __future__ import annotations

import hashlib
import random
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from board.model import Identity, Item, Stance, Statement, When
from board.options import Choice, WebAddress
from board.outcome import ItemReading, Reading, Receipt, Updated
from board.snapshot import Note, Sense
from board.spec import SourceSpec
from board.store import Store
from board.store.connect import Database

BATCH, NOTES = 1000, 10
"""Statements of one outcome, and notes on them."""
VOCABULARY = ["kfor", "troops", "nato", "kosovo", "withdrawal", "police", "ferizaj", "mission", "border", "minister"]
VOCABULARY += [f"word{number}" for number in range(20_000)]
WEIGHTS = [1 / (rank + 3) for rank in range(len(VOCABULARY))]
STANCES = [None, None, *Stance]
SPEC = SourceSpec(
    name="bench",
    title="Bench",
    kind="feed",
    gives=Choice("statements"),
    url=WebAddress("https://b.example/"),
    every=timedelta(1),
)


def sentences(chance: random.Random) -> Any:
    """Texts without end."""
    while True:
        yield from map(" ".join, zip(*[iter(chance.choices(VOCABULARY, WEIGHTS, k=18 * 500))] * 18, strict=True))


def outcome(number: int, start: datetime, texts: Any, chance: random.Random) -> Updated:
    """A thousand statements, two an item whose article says more, two minutes apart."""
    readings = []
    for index in range(BATCH // 2):
        when = When(start + timedelta(minutes=4 * index))
        said = tuple(
            Statement(
                speaker="",
                organisation=chance.choice(["NATO", "EULEX", "Kosovo Police"]),
                identity=Identity.ORGANISATION,
                stance=chance.choice(STANCES),
                text=text,
            )
            for text in islice(texts, 2)
        )
        title, text = f"Item {number} {index}", "\n".join(islice(texts, 3))
        item = Item(title=title, guid=f"{number}-{index}", published=when, text=text)
        readings.append(ItemReading(item=item, statements=said))
    at, body = start + timedelta(days=2), f"{number} ".encode() * 20_000
    receipt = Receipt(
        retrieved=at,
        url="https://b.example/",
        final_url="https://b.example/",
        status=200,
        body_hash=hashlib.sha256(body).hexdigest(),
        extracted_by="feed 1",
        body=body,
    )
    return Updated(source="bench", receipt=receipt, reading=Reading(items=tuple(readings)), next_due=at)


def fill(store: Store, rows: int) -> None:
    """Apply outcomes until there are so many statements, and say how long a thousand took at first and at last."""
    chance, begin = random.Random(1), datetime(2008, 1, 1, tzinfo=UTC)
    texts, times = sentences(chance), []
    for number in range(rows // BATCH):
        made = outcome(number, begin + timedelta(minutes=2 * BATCH * number), texts, chance)
        started = time.perf_counter()
        applied = store.apply(made, SPEC)
        times.append(time.perf_counter() - started)
        for ref, text in zip(applied.statements[:NOTES], texts, strict=False):
            store.note(Note(ref=ref, text=text, who="bench", at=made.receipt.retrieved))
    tenth = max(len(times) // 10, 1)
    first, last = sum(times[:tenth]) / tenth, sum(times[-tenth:]) / tenth
    print(f"apply {BATCH} statements: {first:.3f} s at first, {last:.3f} s at last, {max(times):.3f} s at worst")


def timed(name: str, work: Callable[[], Any], runs: int = 7) -> None:
    """The median and the worst of some runs."""
    times = []
    for _ in range(runs):
        started = time.perf_counter()
        found = work()
        times.append(time.perf_counter() - started)
    count = len(found) if hasattr(found, "__len__") else found
    print(f"{name:44} {sorted(times)[runs // 2] * 1000:9.2f} ms, worst {max(times) * 1000:9.2f} ms  ({count})")


def measure(path: Path) -> None:
    """Opening, pages, searches."""

    def opened() -> int:
        with Store.open(path) as store:
            return len(store.snapshot().statements(limit=50))

    timed("open, first page of statements, close", opened)
    with Store.open(path, aliases=(("Ferizaj", "Uroševac", "word17"),)) as store:
        timed("snapshot of now", lambda: bool(store.snapshot()))
        board = store.snapshot()
        timed("first page, without headlines", lambda: board.statements(limit=50, headlines=False))
        middle = board.statements(limit=1)[0].id // 2 + board.statements(limit=1, query="before:2008-01-02")[0].id // 2
        timed("a page in the middle", lambda: board.statements(limit=50, before=middle))
        for query in (
            "kfor", "kfor troops", "word19000", "ferizaj", "kfor NOT troops", "NOT kfor", "kfor OR police", "withd*",
            "w*", "word*", "word1*", "word12*", "word123*", "kfor word12*",
            '"kfor troops"', "org:NATO stance:denies", "kfor is:unread", "kfor is:edited", "kfor before:2009",
            "kfor after:2010", "nosuchword", "kfor nosuchword", "(kfor is:noted) OR word19000",
        ):  # fmt: skip
            timed(f"first page of: {query}", lambda query=query: board.statements(limit=50, query=query))  # type: ignore[misc]
            timed(f"with articles and notes: {query}", lambda query=query: board.found(limit=50, query=query))  # type: ignore[misc]
        then = store.snapshot(last(store.database) - timedelta(days=365), Sense.KNOWN)
        for query in ("kfor", "kfor troops", "word19000", "withd*"):
            timed(f"as known a year before: {query}", lambda query=query: then.found(limit=50, query=query))  # type: ignore[misc]
        timed("changes since a day before the end", lambda: board.changes(last(store.database) - timedelta(days=1)))


def last(database: Database) -> datetime:
    stamp = database.value("SELECT max(at) FROM observations")
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=stamp)


def main() -> None:
    """Fill a store, or take the one that is named, and measure."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(folder) / "bench.sqlite"
        if not path.exists():
            _make(path, rows)
        print(f"{path.stat().st_size / 1e6:.0f} MB at {path}")
        measure(path)


def _make(path: Path, rows: int) -> None:
    with Store.open(path) as store:
        fill(store, rows)
        started = time.perf_counter()
        store.tidy()
        print(f"tidy: {time.perf_counter() - started:.3f} s")


if __name__ == "__main__":
    main()
