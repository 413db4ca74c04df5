"""The page: parts to read, and the facts that can be cited, opened and traced."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from board.model import Figure, Item, When
from board.panels import _put_right, _words
from board.shapes import Chart, Table, View
from board.snapshot import Provenance, Recorded, Snapshot
from board.spec import Config
from board.text.links import safe_url
from board.tui.draw.lines import Run, Runs


@dataclass(frozen=True, slots=True)
class Heading:
    text: str


@dataclass(frozen=True, slots=True)
class Prose:
    """Words that wrap."""

    runs: Runs
    indent: int = 0
    hang: int = 0
    """How much further in all lines but the first begin."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Names with what they are, one under the other."""

    pairs: tuple[tuple[str, Runs], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart, so many lines high."""

    chart: Chart
    height: int = 12


@dataclass(frozen=True, slots=True)
class Grid:
    table: Table


Part = Heading | Prose | Pairs | Picture | Grid


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One thing somebody said, with all that is needed to trace it."""

    what: str
    """`Italy in KFOR: 907`."""
    said_by: str
    as_of: When | None = None
    published: When | None = None
    url: str | None = None
    quote: str = ""
    verbatim: bool = True
    """False where `quote` only tells what was said."""
    provenance: Provenance | None = None
    read_as: str = ""
    """What it was read as, and who put it right; empty where nobody did."""
    checks: tuple[str, ...] = ()
    """What the table it stands in was put to, and how it came out."""

    @property
    def words(self) -> str:
        """What was said, in quotation marks only where these are the words themselves; empty where none are known."""
        return f"“{self.quote}”" if self.quote and self.verbatim else self.quote

    @property
    def link(self) -> str | None:
        """The page it is from, where its address may become a link."""
        came = self.provenance
        found = self.url or (came.final_url or came.url if came else None)
        return safe_url(found) if found else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Everything about one ref."""

    ref: str
    title: str
    parts: tuple[Part, ...]
    facts: tuple[Fact, ...] = ()
    kept: tuple[Part, ...] = ()
    """What persons decided and noted of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a page is built from."""

    ref: str
    snapshot: Snapshot
    config: Config
    now: datetime
    view: View | None = None
    """The panel it was asked from."""

    @property
    def key(self) -> str:
        """The ref without its kind."""
        return self.ref.partition(":")[2]


def figure_fact(record: Recorded[Figure], whose: str) -> Fact:
    """A figure outside a table, as a fact."""
    figure = record.value
    return Fact(
        what=f"{whose}: {_words.figure(figure)}",
        said_by=figure.said_by or record.provenance.source_title,
        as_of=figure.as_of,
        published=figure.published,
        url=figure.url,
        quote=figure.quote,
        provenance=record.provenance,
        read_as=_put_right.told(record),
    )


def item_fact(ref: str, item: Item, snapshot: Snapshot) -> Fact:
    """An article by itself, as a fact."""
    return Fact(
        what=item.title,
        said_by=", ".join(item.authors),
        published=item.published,
        url=item.link,
        provenance=snapshot.provenance(ref),
    )


def pairs(*given: tuple[str, str | Runs | None]) -> Pairs:
    """Pairs without those that have nothing to say."""
    kept: list[tuple[str, Runs]] = []
    for name, value in given:
        if value:
            kept.append((name, (Run(value),) if isinstance(value, str) else value))
    return Pairs(tuple(kept))


def provenance_parts(facts: tuple[Fact, ...], config: Config, now: datetime) -> Iterator[Part]:
    """Who says so, where, as of when, retrieved when: for each fact."""
    zone = config.board.time_zone
    for fact in facts:
        yield Heading(fact.what)
        if fact.quote:
            yield Prose((Run(fact.words),), 2)
        came = fact.provenance
        yield pairs(
            ("says", fact.said_by or "unknown"),
            ("as of", _words.date(fact.as_of, zone)),
            ("published", _words.to_the_minute(fact.published, zone)),
            ("where", fact.url),
            ("read as", fact.read_as),
            ("checks", "; ".join(fact.checks)),
        )
        if came is not None:
            yield _retrieval(came, fact, now)


def _retrieval(came: Provenance, fact: Fact, now: datetime) -> Pairs:
    status = "a file" if came.status is None else f"HTTP {came.status}"
    return pairs(
        ("source", f"{came.source_title} ({came.source}), grade {came.grade}"),
        ("address", came.url if came.url != fact.url else None),
        ("came from", came.final_url if came.final_url not in (came.url, fact.url) else None),
        ("retrieved", f"{instant(came.retrieved)} ({_words.ago(came.retrieved, now)}), {status}"),
        ("last seen", f"{instant(came.last_seen)} ({_words.ago(came.last_seen, now)})"),
        ("read by", came.extracted_by),
        ("body", f"SHA-256 {came.body_hash}" if came.body_hash else "not kept"),
    )


def instant(moment: datetime) -> str:
    """`2026-11-22 13:58Z`."""
    return f"{moment:%Y-%m-%d %H:%MZ}"


def citation(fact: Fact) -> str:
    """One line that can be pasted into a report."""
    came = fact.provenance
    dates = [f"as of {fact.as_of}" if fact.as_of else "", f"published {fact.published}" if fact.published else ""]
    retrieved = f"retrieved {instant(came.retrieved)} via {came.source_title} (grade {came.grade})" if came else ""
    quote = fact.words if fact.quote not in fact.what else ""
    by_hand = "as put right by hand" if fact.read_as else ""
    parts = [fact.what, by_hand, quote, fact.said_by, *dates, fact.link or "", retrieved]
    return "; ".join(part for part in parts if part)
