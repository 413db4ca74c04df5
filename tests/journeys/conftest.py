"""One desk a test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.desk import Desk
from tests.journeys.server import Site


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """An empty folder, and a server beside it."""
    with Site().running() as site:
        yield Desk(tmp_path, site)
