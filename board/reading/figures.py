"""The figures of a text: numbers of people in a force, casualties, and the nations that send them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from board.model import Confidence, Figure, FigureKind, Qualifier, When
from board.reading.counting.actors import Actor, nation_at
from board.reading.counting.clauses import Around, clause_of
from board.reading.counting.counted import counted_in
from board.reading.counting.counting import Sort
from board.reading.counting.dated import as_of_in
from board.reading.counting.hedges import qualifier_of
from board.reading.givers import Givers
from board.reading.kinds.formations import Formation, are_gendarmes, formation_of, is_called_in, unit_again, units_told
from board.reading.kinds.kinds import kind_of, told_of_soldiers, turns_to
from board.reading.kinds.stations import is_stationed
from board.reading.kinds.times import Written, own_year
from board.reading.whom.bordering import asks_to_come, at_the_edge, of_those_asking
from board.reading.whom.context import Context, force_after, reserves_after, topic_after
from board.reading.whom.noun_phrases import Place, Subject
from board.reading.whom.own_armies import own_body
from board.reading.whom.subjects import attackers_told, of_nations_only, of_those_hurt, subject_of
from board.reading.whom.those_who_say_we import of_those_who_say_we
from board.reading.words.lexicon import Mark
from board.reading.words.prose import Prose, Sentence

_NO_STRENGTH = frozenset((FigureKind.CASUALTIES, FigureKind.NATIONS))
_COMING = frozenset((FigureKind.PRESENT, FigureKind.REINFORCEMENT))
_OF_A_RESERVE = frozenset((FigureKind.PLANNED, FigureKind.ROTATION))
"""What a reserve does without ceasing to be one."""
_OF_NATIONS = frozenset((FigureKind.CEILING, FigureKind.ROTATION))
_SURENESS = tuple(Confidence)
LONGEST_QUOTE = 240
TITLE = 3
"""Times that a nation in the title weighs more than one in the text."""
OFTEN = 2
MEMORY = 2
"""Sentences for which a number without a noun may still be one of soldiers spoken of before."""


class _Text(NamedTuple):
    """What is known of the text as a whole."""

    givers: Givers
    written: Written
    swaps: bool
    """Whether it is about those who come for others who go, and not about more of them."""
    published: When | None
    url: str | None


def figures_of(prose: Prose, title: Prose, givers: Givers, *, published: When | None, url: str | None) -> list[Figure]:
    """Every figure of a text, in order.

    The title gives no figures, but tells which force and nation the text begins with.
    """
    lands = _lands(title) | _lands(prose)
    strengths: dict[str, int] = {}
    units: dict[str, FigureKind] = {}
    home = _home(title, prose, lands)
    context = Context(_force(title, prose), home=home, lands=lands, strengths=strengths, units=units)
    written = Written(published.start.year, True) if published is not None else Written(own_year(prose), False)
    text = _Text(givers, written, _swaps(title, prose), published, url)
    figures: list[Figure] = []
    for sentence in title.sentences:
        context = context._replace(
            force=force_after(title, sentence, context),
            topic=topic_after(title, sentence, context),
            reserves=reserves_after(title, sentence, context),
            goes_on=MEMORY if _speaks_of_strengths(title, sentence) else context.goes_on,
        )
    for sentence in prose.sentences:
        question = _is_question(prose, sentence)
        found = [] if question else list(_in_sentence(prose, sentence, context, text))
        if context.fresh and (turned := turns_to(prose, sentence, _first_number(prose, sentence, found))) is not None:
            figures[-context.fresh :] = _turned(figures[-context.fresh :], turned, text)
        if found:
            figures += [figure for figure, _ in found]
            _remember(strengths, [figure for figure, _ in found])
            units |= dict.fromkeys(units_told(prose, sentence), found[-1][0].kind)
        context = _after(prose, sentence, context, found)
    return figures


def _force(title: Prose, prose: Prose) -> str:
    """The force a text is about: the board's, unless another one is named oftener than it."""
    others = Counter(mark.value for mark in _named("mission_other", title, prose))
    own = sum(mark.value in prose.lexicon.multinational for mark in _named("force", title, prose))
    other, times = max(others.items(), key=lambda item: item[1], default=("", 0))
    return other if times > own else prose.force or title.force


def _swaps(*parts: Prose) -> bool:
    swapped, added = (_named(f"kind.{kind}", *parts) for kind in (FigureKind.ROTATION, FigureKind.REINFORCEMENT))
    return len(swapped) > len(added)


def _named(sort: str, *parts: Prose) -> list[Mark]:
    return [mark for part in parts for mark in part.phrases(sort)]


def _lands(prose: Prose) -> frozenset[str]:
    return frozenset(mark.value for mark in prose.nations if "theatre" in prose.sorts[mark.first])


def _first_number(prose: Prose, sentence: Sentence, found: list[tuple[Figure, Subject]]) -> int:
    """The word of a sentence with which its first figure begins; its end where it gives none."""
    if not found or (span := found[0][0].span) is None:
        return sentence.last
    return next(index for index in range(sentence.first, sentence.last) if prose.ends[index] > span[0])


def _turned(figures: list[Figure], kind: FigureKind, text: _Text) -> list[Figure]:
    """`The first 250 of some 500 commandos have landed. They form the reserve battalion.`

    Those added stay so, though they replace others, where the text tells more of adding than of replacing.
    """
    last = figures[-1]
    added = last.kind is FigureKind.REINFORCEMENT and kind is FigureKind.ROTATION and not text.swaps
    if last.kind not in _COMING or added:
        return figures
    return [
        replace(figure, kind=kind)
        if figure.kind in _COMING and (figure.subject, figure.nation) == (last.subject, last.nation)
        else figure
        for figure in figures
    ]


def _after(prose: Prose, sentence: Sentence, context: Context, found: list[tuple[Figure, Subject]]) -> Context:
    """What the next sentence may lean on."""
    figures = [(figure, subject) for figure, subject in found if figure.kind not in _NO_STRENGTH]
    last = figures[-1][1] if figures else context.last
    topic = Actor(last.force, None) if figures and last is not None and last.nation is None and last.force else None
    goes_on = MEMORY if figures or _speaks_of_strengths(prose, sentence) else max(0, context.goes_on - 1)
    kinds = [figure.kind for figure, _ in found if figure.kind is not FigureKind.NATIONS]
    told = kinds[-1] if kinds else _told(told_of_soldiers(sentence), context.told if goes_on else None)
    return context._replace(
        force=force_after(prose, sentence, context),
        topic=topic_after(prose, sentence, context, topic),
        reserves=reserves_after(prose, sentence, context),
        goes_on=goes_on,
        last=last,
        fresh=len(found) if figures else 0,
        told=told,
    )


def _told(own: FigureKind | None, before: FigureKind | None) -> FigureKind | None:
    """The kind that a sentence without numbers tells; that of a unit told of before is not ended by what it will do."""
    return before if before is FigureKind.RESERVE and own in _OF_A_RESERVE else own or before


def _home(title: Prose, prose: Prose, lands: frozenset[str]) -> str | None:
    """The nation a text is about, where one is named often; empty where those who run the force are named oftener."""
    named: Counter[str] = Counter()
    for weight, part in ((TITLE, title), (1, prose)):
        for mark in sorted((*part.phrases("parent"), *part.nations)):
            if mark.sort == "parent":
                named[""] += weight
            elif mark.value not in lands and nation_at(part, mark.first):
                named[mark.value] += weight
    nation, times = max(named.items(), key=lambda item: item[1], default=("", 0))
    return nation if times >= OFTEN else None


def _in_sentence(prose: Prose, sentence: Sentence, context: Context, text: _Text) -> Iterator[tuple[Figure, Subject]]:
    before_it = context.units.get(unit_again(prose, sentence), context.told)
    hurt, theme = before_it is FigureKind.CASUALTIES, bool(context.force)
    counts = counted_in(prose, sentence, goes_on=context.goes_on > 0, hurt=hurt, theme=theme)
    if not counts:
        return
    subject: Subject | None = None
    kind: FigureKind | None = None
    found = [None, *counts, None]
    for before, counted, follows in zip(found, found[1:], found[2:], strict=False):
        if counted is None:
            continue
        place = Place(prose, sentence, counted, subject, follows, before)
        said = text.givers.said_at((prose.starts[counted.count.first], prose.ends[counted.count.last - 1]))
        subject = of_those_who_say_we(subject_of(place, context), place, said)
        asks = asks_to_come(place) if counted.sort is Sort.PEOPLE else None
        subject = subject._replace(force=context.force, nation=asks) if asks is not None else subject
        qualifier = qualifier_of(prose, counted.count, sentence.first)
        around = Around(prose, sentence, counted, before, follows, kind, qualifier, before_it, text.swaps)
        around = around._replace(nation=subject.nation, in_reserve=subject.nation in context.reserves)
        clause = clause_of(around)
        own = _of_police(kind_of(around, clause, text.written), around, subject)
        own = FigureKind.PRESENT if attackers_told(place) else FigureKind.PLANNED if asks is not None else own
        kind = kind if kind is not None and own is FigureKind.NATIONS else own
        if own in _OF_NATIONS:
            subject = of_nations_only(subject, context, prose, sentence, counted.count.first)
        if own is FigureKind.OTHER_THEATRE and subject.nation is None and context.nation is not None:
            subject = subject._replace(nation=context.nation, confidence=Confidence.MEDIUM)
        told = subject
        if own is not FigureKind.NATIONS:
            told = own_body(subject, place, context, own)
            told = at_the_edge(told, place, context) if asks is None else of_those_asking(told, place, asks)
        if own is FigureKind.CASUALTIES:
            told = of_those_hurt(told, prose, sentence, counted)
        yield _figure(around, told, own, _as_of(around, clause[1]), text), told


def _of_police(kind: FigureKind, around: Around, subject: Subject) -> FigureKind:
    """A reserve of police is at home until it is called; where it comes, it comes on top of those who are there.

    The one unit of a mission that polices is no part of it: `EULEX's unit has 105 officers`.
    """
    lexicon = around.prose.lexicon
    if subject.force not in lexicon.policing or subject.force not in lexicon.multinational:
        return kind
    gendarmes = around.told is FigureKind.RESERVE and are_gendarmes(around)
    if (kind is FigureKind.RESERVE or (gendarmes and kind is not FigureKind.WITHDRAWAL)) and is_called_in(around):
        return FigureKind.REINFORCEMENT
    whole = kind is FigureKind.SUB_UNIT and formation_of(around) is Formation.PART and not is_stationed(around)
    return FigureKind.PRESENT if whole else kind


def _as_of(around: Around, last: int) -> When | None:
    """The date between the number before and the end of what is told of this one, where the text gives one."""
    first = around.before.count.last if around.before else around.sentence.first
    last = min(last, around.after.count.first if around.after else around.sentence.last)
    return as_of_in(around.prose, first, last, around.counted.count.first)


def _figure(around: Around, subject: Subject, kind: FigureKind, as_of: When | None, text: _Text) -> Figure:
    prose, sentence, count, qualifier = around.prose, around.sentence, around.counted.count, around.qualifier
    span = prose.starts[count.first], prose.ends[count.last - 1]
    statement = text.givers.statement_at(span)
    return Figure(
        subject=subject.force,
        nation=None if kind is FigureKind.NATIONS else subject.nation,
        number=count.value,
        qualifier=_of_ceiling(qualifier) if kind is FigureKind.CEILING else qualifier,
        kind=kind,
        quote=prose.slice(sentence.first, sentence.last)[:LONGEST_QUOTE],
        as_of=as_of,
        statement=statement,
        said_by=text.givers.name(statement),
        span=span,
        published=text.published,
        url=text.url,
        confidence=max(around.counted.confidence, subject.confidence, key=_SURENESS.index),
    )


def _of_ceiling(qualifier: Qualifier) -> Qualifier:
    """A ceiling is never reached for sure: `a maximum strength of 852` is up to 852."""
    return Qualifier.UP_TO if qualifier is Qualifier.EXACTLY else qualifier


def _remember(strengths: dict[str, int], figures: list[Figure]) -> None:
    for figure in figures:
        whose = figure.nation or figure.subject
        if whose and figure.kind not in _NO_STRENGTH:
            strengths[whose] = max(figure.number, strengths.get(whose, 0))


def _is_question(prose: Prose, sentence: Sentence) -> bool:
    return prose.words[sentence.last - 1].text == "?"


def _speaks_of_strengths(prose: Prose, sentence: Sentence) -> bool:
    """`How many people do you have?`, `Contributions to KFOR:` lead to a number without a noun."""
    if "counts.ask" in sentence.sorts and "person" in sentence.sorts:
        return True
    if not sentence.sorts.isdisjoint(("person.soldier", "contingent.contingent")):
        return True
    return prose.words[sentence.last - 1].text == ":" and "force" in sentence.sorts
