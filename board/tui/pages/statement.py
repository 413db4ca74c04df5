"""A statement: who, how and by which way; its figures, its article with what was changed in it, and who repeated it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from board.panels import _claims, _names, _put_right, _stances, _words
from board.snapshot import ItemVersion, StatementRecord
from board.tui.draw.lines import Run
from board.tui.pages._article import article, edits
from board.tui.pages._kept import kept
from board.tui.pages._page import Asked, Fact, Heading, Page, Part, Prose, pairs
from board.tui.pages._statements import fact_of


def page(asked: Asked) -> Page | None:
    """`None` where the store has no such statement (any more)."""
    record = asked.snapshot.statement(asked.ref)
    if record is None:
        return None
    versions = asked.snapshot.item(record.item_ref) if record.item_ref else ()
    return Page(
        ref=asked.ref,
        title=_stances.who(record.statement),
        parts=(
            *_said(record, asked),
            *_figures(record, asked),
            *_repeats(record),
            *kept(asked),
            *_read(record, versions),
        ),
        facts=(fact_of(record), *(_repeat_fact(record, number) for number in range(len(record.repeats)))),
    )


def _said(record: StatementRecord, asked: Asked) -> Iterator[Part]:
    said = record.statement
    words = f"“{said.text}”" if said.quote else said.text
    yield Prose((Run(_stances.word(said), _stances.tone(said).value), Run("  "), Run(words, "strong")))
    yield pairs(
        ("who", _stances.who(said)),
        ("how", _stances.how(said)),
        ("said to", said.origin),
        ("carried by", " ← ".join(said.carriers)),
        ("published", _words.to_the_minute(said.published, asked.config.board.time_zone)),
        ("grade", _grade(record, asked)),
        ("reader", "" if said.confidence == "high" else f"{said.confidence.value} confidence in having read it right"),
        ("read as", _put_right.told(record)),
        ("note", said.note),
        ("page", said.url),
    )


def _grade(record: StatementRecord, asked: Asked) -> str:
    """The grade of the source, and the number of the information: a person's, else the one proposed and why."""
    if record.information:
        return f"source {record.provenance.grade}, information {record.information}"
    number, because = _claims.claims_on((record,), asked.snapshot, asked.config).proposed(record)
    return f"source {record.provenance.grade}, information {number} proposed: {because}"


def _figures(record: StatementRecord, asked: Asked) -> Iterator[Part]:
    if record.figures:
        yield Heading("Figures in it")
    for each in record.figures:
        figure = each.value
        whose = f"{figure.nation or ''} {_names.titled(figure.subject, asked.config)}".strip()
        yield Prose(
            (
                Run(f"{whose} ", "muted"),
                Run(_words.figure(figure), "strong"),
                Run(f"  “{figure.quote}”" if figure.quote else ""),
            ),
            2,
        )
        if was := _put_right.told(each):
            yield Prose((Run(f"read as {was}", "muted"),), 4)


def _repeats(record: StatementRecord) -> Iterator[Part]:
    if record.repeats:
        yield Heading(f"Also carried by {_words.plural(len(record.repeats), 'source')}: one origin, counted once")
    for _, same, came in record.repeats:
        yield Prose((Run(f"{came.source_title}  ", "way"), Run(same.text), Run(f"  {same.url or ''}", "muted")), 2)


def _repeat_fact(record: StatementRecord, number: int) -> Fact:
    _, same, came = record.repeats[number]
    return Fact(
        what=f"the same, carried by {came.source_title}",
        said_by=_stances.who(same),
        published=same.published,
        url=same.url,
        quote=same.text,
        provenance=came,
    )


def _read(record: StatementRecord, versions: Sequence[ItemVersion]) -> Iterator[Part]:
    """The article it was read in, where there is one."""
    if versions:
        yield from edits(versions)
        yield from article(versions, record.statement.text)
