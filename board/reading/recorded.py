"""A figure as it is recorded: a number, what was read of it, and the text that gives it."""

from __future__ import annotations

from typing import Final

from board.model import Figure, FigureKind, Qualifier, When
from board.reading.counting.around import Around
from board.reading.counting.dated import as_of_in
from board.reading.givers import Givers
from board.reading.kinds.times import Written
from board.reading.whom.noun_phrases import Subject
from board.reading.words.members import CEILING, EXACTLY, OF_NATIONS, UP_TO, less_sure

LONGEST_QUOTE: Final = 240


class Text:
    """What is known of the text as a whole."""

    __slots__ = ("givers", "published", "swaps", "url", "written")

    def __init__(
        self, givers: Givers, written: Written, published: When | None, url: str | None, *, swaps: bool
    ) -> None:
        self.givers, self.written = givers, written
        self.published, self.url = published, url
        self.swaps = swaps
        """Whether it is about those who come for others who go, and not about more of them."""


def recorded(
    around: Around,
    subject: Subject,
    kind: FigureKind,
    clause: tuple[int, int],
    text: Text,
    span: tuple[int, int],
    statement: int | None,
) -> Figure:
    """The figure of a number that stands at the characters `span`, in that `statement`."""
    prose, sentence, qualifier = around.prose, around.sentence, around.qualifier
    return Figure(
        subject=subject.force,
        nation=None if kind is OF_NATIONS else subject.nation,
        number=around.counted.count.value,
        qualifier=_of_ceiling(qualifier) if kind is CEILING else qualifier,
        kind=kind,
        quote=prose.slice(sentence.first, sentence.last)[:LONGEST_QUOTE],
        as_of=_as_of(around, clause[1]),
        statement=statement,
        said_by=text.givers.name(statement),
        span=span,
        published=text.published,
        url=text.url,
        confidence=less_sure(around.counted.confidence, subject.confidence),
    )


def _as_of(around: Around, last: int) -> When | None:
    """The date between the number before and the end of what is told of this one, where the text gives one."""
    first = around.before.count.last if around.before else around.sentence.first
    last = min(last, around.after.count.first if around.after else around.sentence.last)
    return as_of_in(around.prose, first, last, around.counted.count.first)


def _of_ceiling(qualifier: Qualifier) -> Qualifier:
    """A ceiling is never reached for sure: `a maximum strength of 852` is up to 852."""
    return UP_TO if qualifier is EXACTLY else qualifier
