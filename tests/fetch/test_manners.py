"""One request at a time for each host, a gap after each, and many hosts side by side."""

from __future__ import annotations

import asyncio
import itertools

from board.fetch.manners import Manners


async def _take_turns(manners: Manners, hosts: list[str], hold: float) -> dict[str, list[tuple[float, float]]]:
    """When each host was busy, from and to."""
    busy: dict[str, list[tuple[float, float]]] = {}
    now = asyncio.get_running_loop().time

    async def visit(host: str) -> None:
        async with manners.turn((host, 80)):
            begun = now()
            await asyncio.sleep(hold)
            busy.setdefault(host, []).append((begun, now()))

    await asyncio.gather(*(visit(host) for host in hosts))
    return busy


async def test_a_host_is_asked_one_at_a_time_with_a_gap() -> None:
    busy = await _take_turns(Manners(gap=0.03, chance=lambda: 0.0), ["a"] * 4 + ["b"] * 4, 0.01)
    for visits in busy.values():
        assert all(later[0] - earlier[1] >= 0.029 for earlier, later in itertools.pairwise(visits))


async def test_hosts_do_not_wait_for_each_other() -> None:
    started = asyncio.get_running_loop().time()
    await _take_turns(Manners(gap=5.0), [f"host-{n}" for n in range(20)], 0.02)
    assert asyncio.get_running_loop().time() - started < 1.0


async def test_no_more_than_so_many_hosts_at_once() -> None:
    busy = await _take_turns(Manners(gap=0.0, at_once=3), [f"host-{n}" for n in range(9)], 0.02)
    spans = [visit for visits in busy.values() for visit in visits]
    assert max(sum(begun <= moment < ended for begun, ended in spans) for moment, _ in spans) <= 3


async def test_a_failed_request_leaves_the_same_gap() -> None:
    manners = Manners(gap=0.03, chance=lambda: 0.0)
    now = asyncio.get_running_loop().time
    try:
        async with manners.turn(("a", 80)):
            raise ConnectionError
    except ConnectionError:
        ended = now()
    async with manners.turn(("a", 80)):
        assert now() - ended >= 0.029


async def test_a_host_that_wants_a_longer_gap_gets_it() -> None:
    manners = Manners(gap=0.0, chance=lambda: 0.0)
    now = asyncio.get_running_loop().time
    async with manners.turn(("a", 80), crawl_delay=0.05):
        ended = now()
    async with manners.turn(("a", 80)):
        assert now() - ended >= 0.049


async def test_hosts_long_done_with_are_forgotten() -> None:
    manners = Manners(gap=0.0)
    await _take_turns(manners, [f"host-{n}" for n in range(2000)], 0.0)
    assert len(manners._hosts) <= 300
