"""One warm child for all passes, as a collector has it: every test here runs in one loop, that of the child."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest
import pytest_asyncio

from board.workshop.warm import Workshop
from tests.refresh import made

HERE = Path(__file__).parent


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: Sequence[pytest.Item]) -> None:
    for item in items:
        if item.path.parent == HERE and pytest_asyncio.is_async_test(item):
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@pytest_asyncio.fixture(scope="session", loop_scope="session", autouse=True)
async def workshop() -> AsyncIterator[None]:
    """The child that `made.desk` works with here."""
    loop = asyncio.get_running_loop()
    made.WARM[loop] = Workshop()
    yield
    await made.WARM.pop(loop).close()
