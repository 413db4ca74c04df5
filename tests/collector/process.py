"""The collector in a process of its own, as `board collect` starts it: CONFIG STORE [child|once|force]."""

from __future__ import annotations

import sys
from pathlib import Path

from board.collector.once import collect
from board.collector.service import serve
from board.config import load
from board.errors import StoreError
from board.fetch.manners import Manners


def main(file: str, store: str, how: str = "") -> int:
    try:
        return _run(file, store, how)
    except StoreError as error:
        print(error, file=sys.stderr)
        return 1


def _run(file: str, store: str, how: str) -> int:
    config, manners = load(Path(file), file), Manners(gap=0.01)
    if how in {"once", "force"}:
        return collect(config, Path(store), force=how == "force", tell=_tell, manners=manners)
    return serve(config, Path(store), child=how == "child", tell=_tell, manners=manners)


def _tell(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
