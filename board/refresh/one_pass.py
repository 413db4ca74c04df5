"""One pass over one source, from asking to an outcome."""

from __future__ import annotations

import asyncio
import dataclasses
import hashlib
import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from board import schedule
from board.errors import ExtractError, FetchError
from board.fetch.client import Client
from board.fetch.files import read_file
from board.fetch.request import Limits, Request
from board.outcome import (
    Empty,
    Failed,
    Fetched,
    Held,
    NotModified,
    Outcome,
    Reading,
    Receipt,
    Unchanged,
    Updated,
    Validators,
)
from board.reading.words.vocabulary import Vocabulary
from board.refresh.articles import Articles, Completed, Shelf, private_place
from board.refresh.challenge import challenge, perhaps_challenge
from board.refresh.guard import objections
from board.refresh.headline import with_headline
from board.refresh.judge import judge
from board.refresh.revisit import is_retitled
from board.snapshot import SourceState
from board.spec import SourceSpec
from board.store import SourceFacts, Store
from board.workshop.job import job_of, recipe
from board.workshop.warm import Workshop

_NOBODY_ASKED = frozenset({"dns", "file"})
"""Words of failures that no server saw anything of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What passes work with; one for the whole run of the program."""

    store: Store
    client: Client
    workshop: Workshop
    articles: Articles
    vocabulary: Vocabulary
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    chance: Callable[[], float] = random.random
    anew: bool = False
    """Whether all is read again though it has not changed, the articles too: a person's wish."""


@dataclass(frozen=True, slots=True)
class _Pass:
    """What is known before anything is asked."""

    spec: SourceSpec
    means: Means
    facts: SourceFacts
    recipe: str

    @property
    def in_full(self) -> bool:
        """The answer is wanted though nothing may have changed: it would be read otherwise, or was not read whole."""
        partial = SourceState.PARTIAL in (self.facts.health.state, self.facts.health.flaw)
        return self.means.anew or partial or self.facts.extracted_by != self.recipe

    def due_after(self, fetched: Fetched | NotModified) -> datetime:
        return schedule.after_answer(
            self.spec, self.means.clock(), chance=self.means.chance(), fresh_until=fetched.fresh_until
        )


async def run(spec: SourceSpec, means: Means) -> Outcome:
    """Read a source once. Never raises an expected error of the network or the content: those are outcomes.

    Raises: StoreError where the store cannot be asked.
    """
    facts = means.store.source_facts(spec.name)
    this = _Pass(spec, means, facts, recipe(spec, means.vocabulary))
    try:
        fetched = await _fetch(this)
    except FetchError as error:
        return _failed(this, error.word, str(error), retry_after=error.retry_after)
    if isinstance(fetched, NotModified):
        return _unchanged(this, fetched, "")
    receipt = _receipt(this, fetched)
    if receipt.body_hash == facts.body_hash and not this.in_full:
        return _unchanged(this, fetched, "the same bytes as before")
    try:
        return await _read(this, fetched, receipt)
    except ExtractError as error:
        reason = perhaps_challenge(fetched.body) or str(error)
        return _failed(this, "extract", reason, receipt=receipt)


async def _fetch(this: _Pass) -> Fetched | NotModified:
    """Raises: FetchError."""
    spec = this.spec
    validators = Validators() if this.in_full else this.facts.validators
    if spec.file is not None:
        return await asyncio.to_thread(read_file, spec.file, validators, Limits(), this.means.clock())
    request = Request(
        url=spec.url or "", validators=validators, private=private_place(spec), respect_robots=spec.respect_robots
    )
    return await this.means.client.get(request)


async def _read(this: _Pass, fetched: Fetched, receipt: Receipt) -> Outcome:
    """Parse, complete and judge what came. Raises: ExtractError."""
    due = this.due_after(fetched)
    if not fetched.body.strip():
        reason = f"answered with {len(fetched.body)} bytes and nothing in them"
        return Empty(source=this.spec.name, receipt=receipt, reason=reason, next_due=due)
    if word := challenge(fetched.body, fetched.about.headers):
        raise ExtractError(word)
    job = job_of(this.spec, fetched.body, fetched.about, this.means.vocabulary)
    reading = await this.means.workshop.read(job)
    completed = await _complete(this, reading)
    items = tuple(with_headline(item, this.spec) for item in completed.items)
    whole = dataclasses.replace(reading, items=items)
    return _judged(this, fetched, receipt, whole, completed)


async def _complete(this: _Pass, reading: Reading) -> Completed:
    """The items with their articles, where the source wants them and they are not known yet or may be edited."""
    if not this.spec.full_text or not reading.items:
        return Completed(reading.items)
    return await this.means.articles.complete(
        _shelf(this, reading), this.spec, this.means.vocabulary, this.means.clock()
    )


def _shelf(this: _Pass, reading: Reading) -> Shelf:
    """What is known of the pages behind the items of an answer."""
    items = [each.item for each in reading.items]
    known = this.means.store.full_texts(this.spec.name, items, this.recipe)
    looks = this.means.store.article_looks(this.spec.name, [item.link for item in items if item.link])
    lacking = [item.link is not None and not item.text for item in items]
    fresh = [has and not is_retitled(item, looks) for item, has in zip(items, known, strict=True)]
    return Shelf(
        items=reading.items,
        wanted=tuple(lacks and not has for lacks, has in zip(lacking, fresh, strict=True)),
        kept=tuple(lacks and has for lacks, has in zip(lacking, fresh, strict=True)),
        looks=looks,
        anew=this.means.anew,
    )


def _judged(this: _Pass, fetched: Fetched, receipt: Receipt, reading: Reading, completed: Completed) -> Outcome:
    spec, due = this.spec, this.due_after(fetched)
    receipt = dataclasses.replace(receipt, read=this.means.clock())
    verdict = judge(this.facts.health, reading, spec, this.means.clock(), failed=completed.missing)
    notes = ("robots.txt could not be read",) if fetched.unreadable_robots else ()
    reading = dataclasses.replace(reading, warnings=(*verdict.warnings, *notes))
    last = this.means.store.last_edition(spec.name, spec.force) if reading.editions else None
    accepted = this.means.store.accepted(spec.name, reading.editions)
    if held := objections(spec.guard, reading, fetched.body, last, fetched.about.charset, accepted):
        return Held(
            source=spec.name, receipt=receipt, reading=reading, reason=held, next_due=due, looks=completed.looks
        )
    if verdict.empty:
        return Empty(source=spec.name, receipt=receipt, reason=verdict.empty, next_due=due)
    return Updated(
        source=spec.name,
        receipt=receipt,
        reading=reading,
        next_due=due,
        partial=verdict.partial,
        articles=completed.bodies,
        looks=completed.looks,
    )


def _receipt(this: _Pass, fetched: Fetched) -> Receipt:
    about = fetched.about
    return Receipt(
        retrieved=about.retrieved or this.means.clock(),
        url=this.spec.url or this.spec.path or about.address,
        final_url=about.address if fetched.status is not None else this.spec.path or about.address,
        status=fetched.status,
        body_hash=hashlib.sha256(fetched.body).hexdigest(),
        extracted_by=this.recipe,
        body=fetched.body,
        charset=about.charset,
        validators=fetched.validators,
        moved_to=fetched.moved_to,
    )


def _unchanged(this: _Pass, fetched: Fetched | NotModified, reason: str) -> Unchanged:
    retrieved = fetched.retrieved if isinstance(fetched, NotModified) else fetched.about.retrieved
    return Unchanged(
        source=this.spec.name,
        retrieved=retrieved or this.means.clock(),
        next_due=this.due_after(fetched),
        validators=fetched.validators,
        reason=reason,
        newest=this.facts.health.newest,
    )


def _failed(
    this: _Pass, word: str, reason: str, *, retry_after: float | None = None, receipt: Receipt | None = None
) -> Failed:
    now = this.means.clock()
    # Where nobody was asked there is nobody to spare: a laptop that was offline overnight is up to date soon.
    failures = 1 if word in _NOBODY_ASKED else this.facts.health.failures + 1
    due = schedule.after_failure(
        this.spec,
        now,
        failures=failures,
        chance=this.means.chance(),
        retry_after=retry_after,
    )
    return Failed(
        source=this.spec.name,
        tried=now,
        word=word,
        reason=reason,
        next_due=due,
        blocked_until=now + timedelta(seconds=retry_after) if retry_after else None,
        receipt=receipt,
    )
