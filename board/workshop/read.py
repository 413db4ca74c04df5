"""From bytes to what they say and who says it: what the child does with a job. Pure, but for the time it takes."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from datetime import UTC, datetime

from board import plugins
from board.errors import ExtractError
from board.model import Extract, Item, When
from board.outcome import ItemReading, Reading
from board.reading.read import TextReading, read_text
from board.reading.tables.editions import editions
from board.text.query import matches, parse
from board.workshop.job import Job

SOURCES = "board.sources"
MOST_ITEMS = 1000
"""Of one body; what is over is left out and told."""


def warm() -> None:
    """Import every source kind, so that no body waits for it."""
    for kind in plugins.names(SOURCES):
        plugins.load(SOURCES, kind)


def read(job: Job) -> Reading:
    """Extract, keep what matches, and read what was said. Raises: ExtractError, and whatever a parser raises."""
    extract: Extract = plugins.load(SOURCES, job.kind).extract(job.body, job.options, job.about)
    items = [_of_entry(job.entry, extract.items)] if job.entry else extract.items[:MOST_ITEMS]
    kept = items if job.entry else _matching(items, job.spec.match)
    tables, figures = editions(extract, force=job.spec.force, said_by=job.spec.title, url=job.spec.url)
    return Reading(
        items=tuple(_said_in(item, job) for item in kept),
        editions=tables,
        statements=extract.statements,
        figures=figures,
        events=extract.events,
        newest=_newest(items, extract, job),
        count=len(extract.items) + len(extract.rows) + len(extract.statements) + len(extract.figures),
        warnings=extract.warnings,
        mistakes=extract.mistakes,
        left_out=extract.left_out,
        links=extract.links,
        title=extract.title,
    )


def _of_entry(entry: Item, pages: tuple[Item, ...]) -> Item:
    """The feed's entry with the text of its page; the entry knows better what it is called and where it lies.

    Raises: ExtractError where the page has no readable text.
    """
    page = next(iter(pages), None)
    if page is None or not page.text:
        raise ExtractError("no readable text on the page")
    return dataclasses.replace(
        entry,
        text=page.text,
        published=entry.published or page.published,
        updated=entry.updated or page.updated,
        authors=entry.authors or page.authors,
        language=page.language or entry.language,
    )


def _matching(items: Iterable[Item], query: str) -> list[Item]:
    wanted = parse(query)
    return [item for item in items if matches(wanted, "\n".join((item.title, item.summary, item.text)))]


def _said_in(item: Item, job: Job) -> ItemReading:
    """The item with what was said in it: in its article, or in its summary where there is no article yet."""
    found = read_text(
        item.title,
        item.text or item.summary,
        vocabulary=job.vocabulary,
        language=item.language or job.spec.language,
        published=item.published,
        url=item.link,
        outlet=job.spec.title,
    )
    if not item.text:
        found = _without_places(found)
    item = dataclasses.replace(item, language=item.language or found.language or None)
    return ItemReading(item=item, statements=found.statements, figures=found.figures)


def _without_places(found: TextReading) -> TextReading:
    """Places are those in an item's text; in a summary they would point nowhere."""
    return dataclasses.replace(
        found,
        statements=tuple(dataclasses.replace(statement, span=None) for statement in found.statements),
        figures=tuple(dataclasses.replace(figure, span=None) for figure in found.figures),
    )


def _newest(items: Iterable[Item], extract: Extract, job: Job) -> When | None:
    """The newest date on the page that is not in the future, whether or not its item is kept."""
    now = job.about.retrieved or datetime.now(UTC)
    dates = [item.updated or item.published for item in items] + [row.as_of for row in extract.rows] + [extract.as_of]
    dates += [figure.as_of or figure.published for figure in extract.figures]
    dates += [statement.published for statement in extract.statements]
    return max((date for date in dates if date is not None and date.start <= now), default=None)
