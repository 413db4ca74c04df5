"""An article on a page: its words, with some of them marked, and every change since it was first seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from board.snapshot import ItemVersion
from board.tui.draw.lines import Run, Runs
from board.tui.pages._diff import word_diff
from board.tui.pages._page import Heading, Part, Prose, instant


def edits(versions: Sequence[ItemVersion]) -> Iterator[Part]:
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


def article(versions: Sequence[ItemVersion], words: str) -> Iterator[Part]:
    """The newest version, paragraph by paragraph, with `words` marked where they stand in it."""
    newest = versions[-1].item
    yield Heading(newest.title or "The article")
    text = newest.text or newest.summary
    if not text:
        yield Prose((Run("only the title was read", "muted"),), 2)
    for paragraph in text.splitlines():
        if paragraph.strip():
            yield Prose(_marked(paragraph.strip(), words), 2)


def _marked(paragraph: str, words: str) -> Runs:
    start = paragraph.find(words) if words else -1
    if start < 0:
        return (Run(paragraph),)
    return (Run(paragraph[:start]), Run(words, "match"), Run(paragraph[start + len(words) :]))
