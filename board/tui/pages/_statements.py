"""A statement as facts and as lines, for every page that lists some."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import tzinfo

from board.panels import _put_right, _stances, _words
from board.snapshot import StatementRecord
from board.tui.draw.lines import Run
from board.tui.pages._page import Fact, Part, Prose


def fact_of(record: StatementRecord) -> Fact:
    """The statement as something to cite."""
    said = record.statement
    return Fact(
        what=f"{_stances.who(said)} {_stances.word(said).lower()}",
        said_by=told_by(record),
        published=said.published,
        url=said.url,
        quote=said.text,
        verbatim=said.quote,
        provenance=record.provenance,
        read_as=_put_right.told(record),
    )


def told_by(record: StatementRecord) -> str:
    """`unnamed, in writing, to RFE/RL, carried by BTA, fakti.bg`."""
    said = record.statement
    carriers = f"carried by {', '.join(said.carriers)}" if said.carriers else ""
    parts = (_stances.who(said), _stances.how(said), f"to {said.origin}" if said.origin else "", carriers)
    return ", ".join(part for part in parts if part)


def listed(records: Iterable[StatementRecord], zone: tzinfo) -> Iterator[Part]:
    """Date, stance and who of each, and under it the words."""
    for record in records:
        said = record.statement
        date = Run(f"{_words.to_the_minute(said.published, zone) if said.published else 'undated'}  ", "muted")
        stance = Run(_stances.word(said), _stances.tone(said).value)
        how = _stances.how(said)
        who = Run(f"  {_stances.who(said)}", "strong"), Run(f"  {how}" if how else "", "muted")
        yield Prose((date, stance, *who), 2, hang=8)
        yield Prose((Run(f"“{said.text}”" if said.quote else said.text),), 6)
