"""A statement: who, how and by which way; its figures, its article with what was changed in it, and who repeated it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from board.panels import _stances, _words
from board.snapshot import ItemVersion, StatementRecord
from board.tui.draw.lines import Run, Runs
from board.tui.pages._diff import word_diff
from board.tui.pages._kept import kept
from board.tui.pages._page import Asked, Fact, Heading, Page, Part, Prose, instant, pairs
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
        parts=(*_said(record, asked), *_figures(record), *_repeats(record), *kept(asked), *_article(record, versions)),
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
        ("published", _words.date(said.published, asked.config.board.time_zone)),
        ("grade", f"source {record.provenance.grade}, information {record.information or 'not judged'}"),
        ("reader", "" if said.confidence == "high" else f"{said.confidence.value} confidence in having read it right"),
        ("note", said.note),
        ("page", said.url),
    )


def _figures(record: StatementRecord) -> Iterator[Part]:
    if record.figures:
        yield Heading("Figures in it")
    for each in record.figures:
        figure = each.value
        whose = f"{figure.nation or ''} {figure.subject}".strip()
        yield Prose(
            (
                Run(f"{whose} ", "muted"),
                Run(_words.figure(figure), "strong"),
                Run(f"  “{figure.quote}”" if figure.quote else ""),
            ),
            2,
        )


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


def _article(record: StatementRecord, versions: Sequence[ItemVersion]) -> Iterator[Part]:
    if not versions:
        return
    newest = versions[-1].item
    yield from _edits(versions)
    yield Heading(newest.title or record.item_title or "The article")
    text = newest.text or newest.summary
    if not text:
        yield Prose((Run("only the title was read", "muted"),), 2)
    for paragraph in text.splitlines():
        if paragraph.strip():
            yield Prose(_marked(paragraph.strip(), record.statement.text), 2)


def _edits(versions: Sequence[ItemVersion]) -> Iterator[Part]:
    """Each change since the article was first seen, newest first."""
    for number in range(len(versions) - 1, 0, -1):
        old, new = versions[number - 1], versions[number]
        yield Heading(f"Changed after publication, seen {instant(new.retrieved)}: [-taken out-] {{+put in+}}")
        for name, before, after in (
            ("title", old.item.title, new.item.title),
            ("text", old.item.text or old.item.summary, new.item.text or new.item.summary),
        ):
            if changed := word_diff(before, after):
                yield Prose((Run(f"{name}: ", "muted"), *changed), 2)


def _marked(paragraph: str, words: str) -> Runs:
    """The paragraph with the statement's words marked, where they stand in it."""
    start = paragraph.find(words) if words else -1
    if start < 0:
        return (Run(paragraph),)
    return (Run(paragraph[:start]), Run(words, "match"), Run(paragraph[start + len(words) :]))
