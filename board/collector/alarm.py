"""Alerts sent out: what a pass changed, put to the rules, and the notices delivered."""

from __future__ import annotations

import asyncio
import contextlib
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import assert_never

from board.alerts.changes import changes_between
from board.alerts.channels import BELL, show_on_desktop, webhook_payload
from board.alerts.rules import Notice, notices
from board.config.channels import Bell, Channel, Desktop, Webhook, channel
from board.errors import FetchError
from board.fetch.client import Client
from board.outcome import Outcome
from board.snapshot import Sense, StateChange
from board.spec import Config
from board.store import Applied, Store
from board.store.health import tried
from board.text.clean import clean

_A_MOMENT = timedelta(microseconds=1)
"""The finest the store tells times apart."""
LAST_SECONDS = 2.0
"""For the alerts of a pass that is broken off: whoever ends the program waits for them."""
LONGEST = 400
"""Characters of a notice on the board: more than a corner of it can hold."""


@dataclass(slots=True)
class Alarm:
    """Gathers what a pass changed, and tells of it when the pass is over."""

    tell: Callable[[str], None]
    _since: datetime | None = None
    """When the first of the outcomes in mind was had."""
    _editions: list[str] = field(default_factory=list)
    _statements: list[str] = field(default_factory=list)
    _sources: list[StateChange] = field(default_factory=list)

    def note(self, outcome: Outcome, applied: Applied) -> None:
        """Keep in mind what one outcome changed."""
        if applied.changed or applied.state is not None:
            self._since = min(self._since or tried(outcome), tried(outcome))
        self._editions += applied.editions
        self._statements += applied.statements
        self._sources += [applied.state] if applied.state else []

    async def ring(self, config: Config, store: Store, client: Client, now: datetime) -> None:
        """Put what changed since the last time to the rules and deliver the notices. Raises: StoreError."""
        since, editions, statements, sources = self._since, self._editions, self._statements, self._sources
        self._since, self._editions, self._statements, self._sources = None, [], [], []
        if since is None or not config.alerts:
            return
        before = store.snapshot(since - _A_MOMENT, Sense.KNOWN)
        changes = changes_between(
            before, store.snapshot(), config, editions=editions, statements=statements, sources=sources
        )
        for notice in notices(changes, config.alerts, now, _names(config)):
            await self._deliver(notice, store, client, now)

    async def ring_last(self, config: Config, store: Store, client: Client, now: datetime) -> None:
        """The same before the program ends in the midst of a pass, as long as may be waited for. Raises: StoreError.

        Nothing of it would be news to the next one that starts.
        """
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(LAST_SECONDS):
                await self.ring(config, store, client, now)

    async def _deliver(self, notice: Notice, store: Store, client: Client, now: datetime) -> None:
        """By every way the alert names; one that fails is told and stops none of the others."""
        sentence = f"{notice.title}: {'; '.join(notice.lines)}"
        self.tell(f"alert {sentence}")
        ways = [channel(word) for word in notice.notify]
        if Bell() in ways:
            store.announce(clean(sentence, LONGEST), now)
        failures = [failure for way in ways if (failure := await _send(way, notice, client))]
        store.record_problem(_trouble(notice.alert), "; ".join(failures), now)


def forget(store: Store, config: Config, now: datetime) -> None:
    """Take back the troubles of alerts that the board no longer has. Raises: StoreError."""
    there = {_trouble(alert.name) for alert in config.alerts}
    for trouble in store.problems():
        if trouble.name.startswith(_trouble("")) and trouble.name not in there:
            store.record_problem(trouble.name, "", now)


def _trouble(alert: str) -> str:
    """What the trouble of an alert is called in the store."""
    return f"alert {alert}"


def _names(config: Config) -> Mapping[str, str]:
    """What nations, forces and, by their refs, sources are called on this board."""
    forces = {force.name: force.title for force in config.forces if force.title}
    sources = {f"source:{source.name}": source.title for source in config.sources}
    return {**config.nation_names, **forces, **sources}


async def _send(way: Channel | None, notice: Notice, client: Client) -> str:
    """Why the notice could not be delivered; empty where it was."""
    match way:
        case Desktop():
            shown = await asyncio.to_thread(show_on_desktop, notice)
            return "" if shown else "no desktop took the notice"
        case Webhook(url):
            try:
                content = webhook_payload(notice)
                await client.post(url, content, "application/json", allow_private=notice.allow_private)
            except FetchError as error:
                return f"the webhook failed: {error}"
            return ""
        case Bell():
            if sys.stderr is not None and sys.stderr.isatty():
                sys.stderr.write(BELL)
                sys.stderr.flush()
            return ""
        case None:
            return "notified by no known way"
        case _:
            assert_never(way)
