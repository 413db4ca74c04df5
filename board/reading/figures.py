"""The figures of a text: numbers of people in a force, casualties, and the nations that send them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import Final

from board.model import Figure, FigureKind, Statement, When
from board.reading.counting.actors import Actor
from board.reading.counting.around import Around
from board.reading.counting.clauses import clause_of
from board.reading.counting.counted import counted_in
from board.reading.counting.counting import PEOPLE
from board.reading.counting.hedges import qualifier_of
from board.reading.givers import Givers
from board.reading.kinds.formations import Formation, are_gendarmes, formation_of, is_called_in, unit_again, units_told
from board.reading.kinds.kinds import kind_of, told_of_soldiers, turns_to
from board.reading.kinds.stations import is_stationed
from board.reading.kinds.times import Written, own_year
from board.reading.recorded import Text, recorded
from board.reading.whom.bordering import asks_to_come, at_the_edge, of_those_asking
from board.reading.whom.context import Context, Topics, force_after, reserves_after
from board.reading.whom.noun_phrases import Place, Subject
from board.reading.whom.own_armies import own_body
from board.reading.whom.subjects import attackers_told, of_nations_only, of_those_hurt, subject_of
from board.reading.whom.those_who_say_we import of_those_who_say_we
from board.reading.whom.whole_texts import force_of, home_of, lands_of, tells_of_swaps
from board.reading.words.members import (
    CEILING,
    MEDIUM,
    OF_HURT,
    OF_NATIONS,
    OTHER_THEATRE,
    PLANNED,
    PRESENT,
    REINFORCEMENT,
    RESERVE,
    ROTATION,
    SUB_UNIT,
    WITHDRAWAL,
)
from board.reading.words.prose import Prose, Sentence

_NO_STRENGTH: Final = frozenset((OF_HURT, OF_NATIONS))
_COMING: Final = frozenset((PRESENT, REINFORCEMENT))
_OF_A_RESERVE: Final = frozenset((PLANNED, ROTATION))
"""What a reserve does without ceasing to be one."""
_OF_ONE_NATION: Final = frozenset((CEILING, ROTATION))
MEMORY: Final = 2
"""Sentences for which a number without a noun may still be one of soldiers spoken of before."""


_Found = list[tuple[Figure, Subject]]
"""The figures of a sentence, and whom each counts."""


def figures_of(prose: Prose, title: Prose, givers: Givers, *, published: When | None, url: str | None) -> list[Figure]:
    """Every figure of a text, in order.

    The title gives no figures, but tells which force and nation the text begins with.
    """
    lands = lands_of(title, prose)
    strengths: dict[str, int] = {}
    units: dict[str, FigureKind] = {}
    home = home_of(title, prose, lands)
    context = Context(
        home=home,
        lands=lands,
        strengths=strengths,
        units=units,
        topics=Topics(lands),
        force=force_of(title, prose),
    )
    written = Written(published.start.year, True) if published is not None else Written(own_year(prose), False)
    text = Text(givers, written, published, url, swaps=tells_of_swaps(title, prose))
    figures: list[Figure] = []
    for sentence in title.sentences:
        context = _after_title(title, sentence, context)
    for sentence in prose.sentences:
        found = [] if _is_question(prose, sentence) else _in_sentence(prose, sentence, context, text)
        if context.fresh and (turned := turns_to(prose, sentence, _first_number(prose, sentence, found))) is not None:
            figures[-context.fresh :] = _turned(figures[-context.fresh :], turned, text)
        if found:
            figures += [figure for figure, _ in found]
            _remember(strengths, found)
            units |= dict.fromkeys(units_told(prose, sentence), found[-1][0].kind)
        context = _after(prose, sentence, context, found)
    return figures


def _first_number(prose: Prose, sentence: Sentence, found: _Found) -> int:
    """The word of a sentence with which its first figure begins; its end where it gives none."""
    if not found or (span := found[0][0].span) is None:
        return sentence.last
    return bisect_right(prose.ends, span[0], sentence.first, sentence.last)


def _turned(figures: list[Figure], kind: FigureKind, text: Text) -> list[Figure]:
    """`The first 250 of some 500 commandos have landed. They form the reserve battalion.`

    Those added stay so, though they replace others, where the text tells more of adding than of replacing.
    """
    last = figures[-1]
    added = last.kind is REINFORCEMENT and kind is ROTATION and not text.swaps
    if last.kind not in _COMING or added:
        return figures
    return [
        replace(figure, kind=kind)
        if figure.kind in _COMING and (figure.subject, figure.nation) == (last.subject, last.nation)
        else figure
        for figure in figures
    ]


def _after_title(title: Prose, sentence: Sentence, context: Context) -> Context:
    """What the text may lean on."""
    reserves = reserves_after(title, sentence, context)
    context.topics.add(title, sentence)
    return context.then(
        force=force_after(title, sentence, context),
        reserves=reserves,
        goes_on=MEMORY if _speaks_of_strengths(title, sentence) else context.goes_on,
    )


def _after(prose: Prose, sentence: Sentence, context: Context, found: _Found) -> Context:
    """What the next sentence may lean on."""
    subjects = [subject for figure, subject in found if figure.kind not in _NO_STRENGTH]
    last = subjects[-1] if subjects else context.last
    counted = Actor(last.force, None) if subjects and last is not None and last.nation is None and last.force else None
    goes_on = MEMORY if subjects or _speaks_of_strengths(prose, sentence) else max(0, context.goes_on - 1)
    kinds = [figure.kind for figure, _ in found if figure.kind is not OF_NATIONS]
    reserves = reserves_after(prose, sentence, context)
    context.topics.add(prose, sentence, counted)
    return context.then(
        force=force_after(prose, sentence, context),
        reserves=reserves,
        goes_on=goes_on,
        last=last,
        fresh=len(found) if subjects else 0,
        told=kinds[-1] if kinds else _told(told_of_soldiers(sentence), context.told if goes_on else None),
    )


def _told(own: FigureKind | None, before: FigureKind | None) -> FigureKind | None:
    """The kind that a sentence without numbers tells; that of a unit told of before is not ended by what it will do."""
    return before if before is RESERVE and own in _OF_A_RESERVE else own or before


def _in_sentence(prose: Prose, sentence: Sentence, context: Context, text: Text) -> _Found:
    told = context.units.get(unit_again(prose, sentence), context.told) if context.units else context.told
    counts = counted_in(prose, sentence, goes_on=context.goes_on > 0, hurt=told is OF_HURT, theme=context.force != "")
    found: _Found = []
    subject: Subject | None = None
    kind: FigureKind | None = None
    for at, counted in enumerate(counts):
        before = counts[at - 1] if at else None
        follows = counts[at + 1] if at + 1 < len(counts) else None
        place = Place(prose, sentence, counted, subject, follows, before)
        asks = asks_to_come(place) if counted.sort is PEOPLE else None
        span = prose.starts[counted.count.first], prose.ends[counted.count.last - 1]
        statement = text.givers.statement_at(span)
        subject = _whom(place, context, text.givers.said(statement), asks)
        around = Around(
            prose,
            sentence,
            counted,
            before,
            follows,
            previous=kind,
            qualifier=qualifier_of(prose, counted.count, sentence.first),
            told=told,
            swaps=text.swaps,
            nation=subject.nation,
            in_reserve=subject.nation in context.reserves,
        )
        clause = clause_of(around)
        own = _kind(around, clause, place, subject, text, asks=asks is not None)
        kind = kind if kind is not None and own is OF_NATIONS else own
        subject = _with_nation(subject, place, context, own)
        named = _as_named(subject, place, context, own, asks)
        found.append((recorded(around, named, own, clause, text, span, statement), named))
    return found


def _whom(place: Place, context: Context, said: Statement | None, asks: str | None) -> Subject:
    """Whom a number counts; those of a nation that `asks` the force to let them come are of that nation."""
    subject = of_those_who_say_we(subject_of(place, context), place, said)
    return subject if asks is None else Subject(context.force, asks, subject.confidence)


def _kind(
    around: Around, clause: tuple[int, int], place: Place, subject: Subject, text: Text, *, asks: bool
) -> FigureKind:
    """What a number counts; an armed group is there, and who asks to come is not."""
    if attackers_told(place):
        return PRESENT
    return PLANNED if asks else _of_police(kind_of(around, clause, text.written), around, subject)


def _with_nation(subject: Subject, place: Place, context: Context, kind: FigureKind) -> Subject:
    """Whom a number counts: of the nation spoken of before, where such a `kind` is always one of a nation's."""
    if kind in _OF_ONE_NATION:
        subject = of_nations_only(subject, context, place.prose, place.sentence, place.counted.count.first)
    if kind is OTHER_THEATRE and subject.nation is None and context.nation is not None:
        return Subject(subject.force, context.nation, MEDIUM)
    return subject


def _as_named(subject: Subject, place: Place, context: Context, kind: FigureKind, asks: str | None) -> Subject:
    """The subject as a figure of that `kind` tells it: by its own body, or by where it stands."""
    if kind is OF_NATIONS:
        return subject
    named = own_body(subject, place, context, kind)
    named = at_the_edge(named, place, context) if asks is None else of_those_asking(named, place, asks)
    return of_those_hurt(named, place.prose, place.sentence, place.counted) if kind is OF_HURT else named


def _of_police(kind: FigureKind, around: Around, subject: Subject) -> FigureKind:
    """A reserve of police is at home until it is called; where it comes, it comes on top of those who are there.

    The one unit of a mission that polices is no part of it: `EULEX's unit has 105 officers`.
    """
    lexicon = around.prose.lexicon
    if subject.force not in lexicon.policing or subject.force not in lexicon.multinational:
        return kind
    gendarmes = around.told is RESERVE and are_gendarmes(around)
    if (kind is RESERVE or (gendarmes and kind is not WITHDRAWAL)) and is_called_in(around):
        return REINFORCEMENT
    whole = kind is SUB_UNIT and formation_of(around) is Formation.PART and not is_stationed(around)
    return PRESENT if whole else kind


def _remember(strengths: dict[str, int], found: _Found) -> None:
    for figure, _ in found:
        whose = figure.nation or figure.subject
        if whose and figure.kind not in _NO_STRENGTH:
            strengths[whose] = max(figure.number, strengths.get(whose, 0))


def _is_question(prose: Prose, sentence: Sentence) -> bool:
    return prose.words[sentence.last - 1].text == "?"


def _speaks_of_strengths(prose: Prose, sentence: Sentence) -> bool:
    """`How many people do you have?`, `Contributions to KFOR:` lead to a number without a noun."""
    if "counts.ask" in sentence.sorts and "person" in sentence.sorts:
        return True
    if "person.soldier" in sentence.sorts or "contingent.contingent" in sentence.sorts:
        return True
    return prose.words[sentence.last - 1].text == ":" and "force" in sentence.sorts
