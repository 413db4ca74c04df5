"""The figures of a text: numbers of people in a force, casualties, and the nations that send them."""

from __future__ import annotations

from collections.abc import Iterator

from board.model import Confidence, Figure, FigureKind, Qualifier, When
from board.reading.counted import Counted, Sort, counted_in, joined
from board.reading.dated import as_of_in, year_at
from board.reading.hedges import qualifier_of
from board.reading.kinds import kind_of
from board.reading.prose import Prose, Sentence
from board.reading.subjects import Context, Subject, subject_of

_NO_STRENGTH = frozenset((FigureKind.CASUALTIES, FigureKind.NATIONS))
LONGEST_QUOTE = 240
KIND_LEFT, KIND_RIGHT = 12, 12
"""Words around a number in which its kind is told."""


def figures_of(prose: Prose, title: Prose, published: When | None) -> Iterator[Figure]:
    """Every figure of a text, in order; `statement`, `said_by` and `url` are left for whoever knows them.

    The title gives no figures, but tells which force and nation the text begins with.
    """
    context = Context(prose.force or title.force)
    now = _own_year(prose, published)
    for sentence in title.sentences:
        context = _after(title, sentence, context, counted=False)
    for sentence in prose.sentences:
        found = [] if _is_question(prose, sentence) else list(_in_sentence(prose, sentence, context, now))
        yield from found
        context = _after(prose, sentence, context, counted=any(figure.kind not in _NO_STRENGTH for figure in found))


def _in_sentence(prose: Prose, sentence: Sentence, context: Context, now: int | None) -> Iterator[Figure]:
    previous: Counted | None = None
    last: Subject | None = None
    found = counted_in(prose, sentence, goes_on=context.counted)
    for place, counted in enumerate(found):
        begin = previous.count.last if previous and not joined(prose, previous.count, counted.count) else sentence.first
        end = found[place + 1].count.first if place + 1 < len(found) else sentence.last
        last = subject_of(prose, sentence, counted, last, context)
        yield _figure(prose, sentence, counted, (begin, end), last, now)
        previous = counted


def _figure(
    prose: Prose, sentence: Sentence, counted: Counted, around: tuple[int, int], subject: Subject, now: int | None
) -> Figure:
    count = counted.count
    kind = _kind(prose, counted, around, now)
    nations = kind is FigureKind.NATIONS
    first, last = prose.words[count.first].start, prose.words[count.last - 1].end
    return Figure(
        subject=subject.force,
        nation=None if nations else subject.nation,
        number=count.value,
        qualifier=_qualifier(prose, sentence, counted, kind),
        kind=kind,
        as_of=as_of_in(prose, max(sentence.first, around[0]), around[1], count.first),
        quote=prose.slice(sentence.first, sentence.last)[:LONGEST_QUOTE],
        span=(first, last),
        confidence=max((counted.confidence, subject.confidence), key=list(Confidence).index),
    )


def _qualifier(prose: Prose, sentence: Sentence, counted: Counted, kind: FigureKind) -> Qualifier:
    """A ceiling is never reached for sure: `a maximum strength of 852` is up to 852."""
    qualifier = qualifier_of(prose, counted.count, sentence.first)
    return Qualifier.UP_TO if kind is FigureKind.CEILING and qualifier is Qualifier.EXACTLY else qualifier


def _kind(prose: Prose, counted: Counted, around: tuple[int, int], now: int | None) -> FigureKind:
    if counted.sort is Sort.NATIONS:
        return FigureKind.NATIONS
    if counted.sort is Sort.CASUALTIES:
        return FigureKind.CASUALTIES
    first, last = _clause(prose, counted, around)
    near = {mark.value for index in range(first, last) for mark in prose.marks.get(index, ()) if mark.sort == "kind"}
    near.discard(FigureKind.CASUALTIES.value)
    near |= _joining(prose, counted, first, last, near)
    return kind_of(near, elsewhere=_is_elsewhere(prose, first, last), past=_is_past(prose, first, last, now))


def _joining(prose: Prose, counted: Counted, first: int, last: int, near: set[str]) -> set[str]:
    """Those who join others reinforce them; those who are joined were there."""
    if any(prose.is_a(index, "joins") for index in range(first, counted.count.first)):
        near.discard(FigureKind.REINFORCEMENT.value)
        return set()
    joins = any(prose.is_a(index, "joins") for index in range(counted.count.last, last))
    return {FigureKind.REINFORCEMENT.value} if joins else set()


def _clause(prose: Prose, counted: Counted, around: tuple[int, int]) -> tuple[int, int]:
    """The words around a number that tell its kind: not those of the next clause, and none after `including`."""
    first, last = max(around[0], counted.count.first - KIND_LEFT), min(around[1], counted.count.last + KIND_RIGHT)
    for index in range(counted.count.first - 1, first - 1, -1):
        if prose.words[index].text == ";":
            first = index
            break
    for index in range(counted.count.last, last):
        if prose.words[index].text == ";" or prose.is_a(index, "ends_clause") or _leaves_off(prose, index):
            return first, index
    return first, last


def _leaves_off(prose: Prose, index: int) -> bool:
    """At a comma, unless what follows is still said of the same: `…, which stands ready`."""
    if index + 1 >= len(prose.words):
        return False
    if prose.is_a(index, "coordinate") and prose.is_a(index + 1, "that.that"):
        return True
    if prose.words[index].text != ",":
        return False
    return not prose.is_a(index + 1, "relative")


def _is_elsewhere(prose: Prose, first: int, last: int) -> bool:
    """Said of another land, and not also of the one the force serves in."""
    places = [index for index in range(first, last) if prose.is_a(index, "theatre_other")]
    here = any(prose.is_a(index, "theatre", "force") for index in range(first, last))
    return not here and any(index and prose.is_a(index - 1, "apart.places") for index in places)


def _is_past(prose: Prose, first: int, last: int, now: int | None) -> bool:
    """Dated by a year at least two before the text's own."""
    return now is not None and any(year < now - 1 for index in range(first, last) if (year := year_at(prose, index)))


def _own_year(prose: Prose, published: When | None) -> int | None:
    """The year a text was written in; where nobody says, the latest it speaks of."""
    if published is not None:
        return published.start.year
    return max((year for index in prose.numeric if (year := year_at(prose, index))), default=None)


def _is_question(prose: Prose, sentence: Sentence) -> bool:
    return prose.words[sentence.last - 1].text == "?"


def _after(prose: Prose, sentence: Sentence, context: Context, *, counted: bool) -> Context:
    """What the next sentence may mean by `the mission` and `its contingent`."""
    forces = [mark.value for mark in sentence.marks if mark.sort == "force"]
    nations = [mark.value for mark in sentence.marks if mark.sort == "nation" and not prose.is_a(mark.first, "theatre")]
    force = next((force for force in forces if force in prose.lexicon.multinational), context.force)
    return Context(force, nations[0] if nations else context.nation, counted)
