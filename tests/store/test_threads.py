"""One store in several threads: a reader sees whole transactions only."""

from __future__ import annotations

import threading

from board.store import Store
from tests.store.made import item, items, later, source, statement, updated


def test_threads_share_a_store_and_never_see_half_a_transaction(store: Store) -> None:
    counts: list[int] = []
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            counts.append(len(store.snapshot().statements(limit=1000)))

    readers = [threading.Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    for number in range(12):
        said = [item(f"{number} {k}", statement(f"{number} {k}")) for k in range(5)]
        store.apply(updated(items(*said), later(number), body=b"%d" % number), source())
    done.set()
    for reader in readers:
        reader.join()
    assert counts
    assert all(count % 5 == 0 for count in counts)
    assert len(store.snapshot().statements(limit=1000)) == 60
