"""The figures of a text: numbers of people in a force, casualties, and the nations that send them."""

from __future__ import annotations

from collections.abc import Iterator

from board.model import Confidence, Figure, FigureKind, When
from board.reading.counted import Counted, Sort, counted_in
from board.reading.hedges import qualifier_of
from board.reading.kinds import kind_of
from board.reading.prose import Prose, Sentence
from board.reading.subjects import Context, Subject, subject_of

LONGEST_QUOTE = 240
KIND_LEFT, KIND_RIGHT = 12, 12
"""Words around a number in which its kind is told."""


def figures_of(prose: Prose, published: When | None) -> Iterator[Figure]:
    """Every figure of a text, in order; `statement`, `said_by` and `url` are left for whoever knows them."""
    context = Context(_first_force(prose))
    for sentence in prose.sentences:
        if not _is_question(prose, sentence):
            yield from _in_sentence(prose, sentence, context, published)
        context = _after(prose, sentence, context)


def _in_sentence(prose: Prose, sentence: Sentence, context: Context, published: When | None) -> Iterator[Figure]:
    previous: Counted | None = None
    found = counted_in(prose, sentence)
    for place, counted in enumerate(found):
        begin = previous.count.last if previous else sentence.first
        end = found[place + 1].count.first if place + 1 < len(found) else sentence.last
        yield _figure(
            prose, sentence, counted, (begin, end), subject_of(prose, sentence, counted, previous, context), published
        )
        previous = counted


def _figure(
    prose: Prose,
    sentence: Sentence,
    counted: Counted,
    around: tuple[int, int],
    subject: Subject,
    published: When | None,
) -> Figure:
    count = counted.count
    kind = _kind(prose, sentence, counted, around, published)
    nations = kind is FigureKind.NATIONS
    first, last = prose.words[count.first].start, prose.words[count.last - 1].end
    return Figure(
        subject=subject.force,
        nation=None if nations else subject.nation,
        number=count.value,
        qualifier=qualifier_of(prose, count, sentence.first),
        kind=kind,
        quote=prose.slice(sentence.first, sentence.last)[:LONGEST_QUOTE],
        span=(first, last),
        confidence=max((counted.confidence, subject.confidence), key=list(Confidence).index),
    )


def _kind(
    prose: Prose, sentence: Sentence, counted: Counted, around: tuple[int, int], published: When | None
) -> FigureKind:
    if counted.sort is Sort.NATIONS:
        return FigureKind.NATIONS
    if counted.sort is Sort.CASUALTIES:
        return FigureKind.CASUALTIES
    first = max(around[0], counted.count.first - KIND_LEFT)
    last = min(around[1], counted.count.last + KIND_RIGHT)
    near = {mark.value for index in range(first, last) for mark in prose.marks.get(index, ()) if mark.sort == "kind"}
    near.discard(FigureKind.CASUALTIES.value)
    return kind_of(near, elsewhere=_is_elsewhere(prose, first, last), past=_is_past(prose, first, last, published))


def _is_elsewhere(prose: Prose, first: int, last: int) -> bool:
    """Said of another land, and not also of the one the force serves in."""
    places = [index for index in range(first, last) if prose.is_a(index, "theatre_other")]
    here = any(prose.is_a(index, "theatre", "force") for index in range(first, last))
    return not here and any(index and prose.is_a(index - 1, "apart.places") for index in places)


def _is_past(prose: Prose, first: int, last: int, published: When | None) -> bool:
    """Dated by a year at least two before the text's own."""
    if published is None:
        return False
    years = [
        int(text) for index in range(first, last) if len(text := prose.words[index].text) == 4 and text.isdecimal()
    ]
    return any(1900 < year < published.start.year - 1 for year in years)


def _is_question(prose: Prose, sentence: Sentence) -> bool:
    return prose.words[sentence.last - 1].text == "?"


def _first_force(prose: Prose) -> str:
    """The force a text is about, for sentences before it is named."""
    for sentence in prose.sentences:
        for mark in sentence.marks:
            if mark.sort == "force":
                return mark.value
    return ""


def _after(prose: Prose, sentence: Sentence, context: Context) -> Context:
    """What the next sentence may mean by `the mission` and `its contingent`."""
    forces = [mark.value for mark in sentence.marks if mark.sort == "force"]
    nations = [mark.value for mark in sentence.marks if mark.sort == "nation" and not prose.is_a(mark.first, "theatre")]
    return Context(forces[0] if forces else context.force, nations[0] if nations else context.nation)
