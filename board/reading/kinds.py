"""What a number of people counts: those present, a ceiling, a reinforcement, casualties …"""

from __future__ import annotations

from board.model import FigureKind, Qualifier
from board.reading.clauses import LEFT, RIGHT, Around, clause_of, is_listed
from board.reading.counting import Sort
from board.reading.prose import Prose

# Where several kinds are spoken of around one number, the first here is meant.
ORDER = (
    FigureKind.CEILING,
    FigureKind.EXERCISE,
    FigureKind.ROTATION,
    FigureKind.WITHDRAWAL,
    FigureKind.PLEDGED,
    FigureKind.REINFORCEMENT,
    FigureKind.RESERVE,
    FigureKind.PLANNED,
    FigureKind.HISTORICAL,
    FigureKind.SUB_UNIT,
)
HANDED_ON = frozenset(
    (
        FigureKind.REINFORCEMENT,
        FigureKind.ROTATION,
        FigureKind.PLANNED,
        FigureKind.PLEDGED,
        FigureKind.WITHDRAWAL,
        FigureKind.EXERCISE,
        FigureKind.CEILING,
    )
)
"""Kinds that the numbers of a list share: `will send 38 Italians and 24 Romanians`."""
TO_VERB = 3
"""Words from `will` to its own verb, at most."""
_NO_WHOLE = frozenset((FigureKind.NATIONS, FigureKind.OTHER_THEATRE))
FIRST_YEAR, LAST_YEAR = 1900, 2100


def kind_of(around: Around, year: int | None) -> FigureKind:
    """The kind of a number; `year` is the one the text was written in."""
    match around.counted.sort:
        case Sort.NATIONS:
            return FigureKind.NATIONS
        case Sort.CASUALTIES:
            return FigureKind.CASUALTIES
        case Sort.PEOPLE:
            return _of_people(around, year)


def own_year(prose: Prose) -> int | None:
    """The latest year a text speaks of."""
    return max((year for index in range(len(prose.words)) if (year := _year(prose, index))), default=None)


def _of_people(around: Around, year: int | None) -> FigureKind:
    first, last = clause_of(around)
    prose = around.prose
    near = {mark.value for index in range(first, last) for mark in prose.marks.get(index, ()) if mark.sort == "kind"}
    near |= _joining(around, first, last, near)
    past = _is_past(prose, first, last, year)
    _weigh(around, near, (first, last), past=past)
    if _is_elsewhere(prose, first, min(last, around.after.count.first) if around.after else last):
        return FigureKind.OTHER_THEATRE
    if (_is_what_there_is(around) and not around.counted.part) or _is_cut_from(around):
        return FigureKind.HISTORICAL if FigureKind.HISTORICAL in near else FigureKind.PRESENT
    if past and not near & {FigureKind.REINFORCEMENT, FigureKind.CEILING, FigureKind.PLEDGED, FigureKind.WITHDRAWAL}:
        return FigureKind.HISTORICAL
    if around.counted.part and around.previous is FigureKind.CEILING:
        return FigureKind.CEILING
    kind = next((kind for kind in ORDER if kind in near), FigureKind.PRESENT)
    if kind is FigureKind.PRESENT:
        return _by_place(around)
    return kind


def _weigh(around: Around, near: set[str], clause: tuple[int, int], *, past: bool) -> None:
    """Words that tell a kind only together with others."""
    if "sent" in near and FigureKind.PLANNED not in near and not past and _is_sent(around, clause):
        near.add(FigureKind.REINFORCEMENT.value)
    if changed := _changed_by(around, clause[0]):
        near.add(changed.value)
    if FigureKind.PLANNED in near and _is_of_another_verb(around, clause):
        near.discard(FigureKind.PLANNED.value)
    if "mandate" in near and around.qualifier is Qualifier.UP_TO:
        near.add(FigureKind.CEILING.value)
    if FigureKind.WITHDRAWAL in near and _is_denied(around, clause):
        near -= {FigureKind.WITHDRAWAL.value, FigureKind.PLANNED.value}
    if "home" in near:
        reserve = any(mark.full == "kind.reserve" for mark in around.sentence.marks)
        near.add(FigureKind.RESERVE.value if reserve else FigureKind.WITHDRAWAL.value)
    if _came_from(around):
        near.add(FigureKind.HISTORICAL.value)
    if FigureKind.HISTORICAL in near and "now" in near and _nearest_time(around) == "now":
        near.discard(FigureKind.HISTORICAL.value)


def _is_denied(around: Around, clause: tuple[int, int]) -> bool:
    """`no plans to withdraw the 900 soldiers`: they are there."""
    negated = False
    for index in range(clause[0], around.counted.count.first):
        if negated and around.prose.is_a(index, "kind.withdrawal"):
            return True
        negated = negated or around.prose.is_a(index, "not") is not None
    return False


def _is_sent(around: Around, clause: tuple[int, int]) -> bool:
    """`sent 200 soldiers to Kosovo`; not `200 soldiers deployed in Kosovo`, nor police sent to the next town."""
    prose, count = around.prose, around.counted.count
    if around.counted.part or not any(prose.is_a(index, "kind.sent") for index in range(clause[0], count.first)):
        return False
    return any(prose.is_a(index, "theatre", "force", "parent") for index in range(count.last, clause[1]))


def _changed_by(around: Around, first: int) -> FigureKind | None:
    """`increased its presence by 1,000`, `would be cut by 200`."""
    prose, count = around.prose, around.counted.count
    index = count.first - 1
    while index > first and prose.is_a(index, "qualifier", "article"):
        index -= 1
    if index < first or not prose.is_a(index, "counts.by"):
        return None
    for before in range(index - 1, first - 1, -1):
        if prose.is_a(before, "counts.up"):
            return FigureKind.REINFORCEMENT
        if prose.is_a(before, "counts.down"):
            return FigureKind.WITHDRAWAL
    return None


def _is_of_another_verb(around: Around, clause: tuple[int, int]) -> bool:
    """`The force he will lead counts 4,600`: another verb stands between `will` and the number."""
    prose, count = around.prose, around.counted.count
    planned = [index for index in range(*clause) if prose.is_a(index, "kind.planned")]
    if not planned or planned[-1] >= count.first:
        return False
    between = range(planned[-1] + TO_VERB, count.first)
    return any(
        prose.is_a(index, "counts.verb", "counts.have") and not prose.is_a(index, "where", "qualifier")
        for index in between
    )


def _nearest_time(around: Around) -> str:
    """Whether a word of then or of now stands nearest to the number."""
    count, prose = around.counted.count, around.prose
    span = range(max(around.sentence.first, count.first - LEFT), min(around.sentence.last, count.last + RIGHT))
    times = [
        (min(abs(index - count.first), abs(index - count.last)), mark.value)
        for index in span
        for mark in prose.marks.get(index, ())
        if mark.full in {"kind.now", "kind.historical"}
    ]
    return min(times)[1] if times else ""


def _by_place(around: Around) -> FigureKind:
    """A number no word tells the kind of: a part of those before it, one more of a list, or those who are there."""
    if around.previous in HANDED_ON and is_listed(around):
        return around.previous
    if around.counted.part and around.previous not in _NO_WHOLE and not _has_nation(around):
        return FigureKind.SUB_UNIT
    return FigureKind.PRESENT


def _has_nation(around: Around) -> bool:
    """`of whom 612 are American`: a nation's contingent, not a part of one."""
    count = around.counted.count
    end = around.after.count.first if around.after else around.sentence.last
    near = range(count.last, min(end, count.last + 4))
    return any(around.prose.is_a(index, "nation") and not around.prose.is_a(index, "theatre") for index in near)


def _joining(around: Around, first: int, last: int, near: set[str]) -> set[str]:
    """Those who join others reinforce them; those who are joined were there."""
    prose, count = around.prose, around.counted.count
    if any(prose.is_a(index, "joins") for index in range(first, count.first)):
        near.discard(FigureKind.REINFORCEMENT.value)
        return set()
    joins = any(prose.is_a(index, "joins") for index in range(count.last, last))
    return {FigureKind.REINFORCEMENT.value} if joins else set()


def _is_what_there_is(around: Around) -> bool:
    """`300 of its 600`, `out of a total of 4,500`, `its 600 soldiers would`: the number of those who are there."""
    prose, index = around.prose, around.counted.count.first - 1
    while (
        index > around.sentence.first
        and prose.is_a(index, "qualifier", "article")
        and not prose.is_a(index, "counts.share")
    ):
        index -= 1
    if index < around.sentence.first:
        return False
    if prose.is_a(index, "counts.whole"):
        return True
    owned = (
        prose.is_a(index, "pronoun.body", "pronoun.many", "pronoun.self") is not None and index > around.sentence.first
    )
    share = index - 1 if owned else index
    of_number = share > 0 and prose.is_a(share, "counts.share") is not None and _is_portion(prose, share - 1)
    return of_number or (owned and not _is_leaving(around))


def _is_portion(prose: Prose, index: int) -> bool:
    """`300 of`, `any of`, `half of`."""
    return prose.words[index].text[0].isdigit() or prose.is_a(index, "counts.portion") is not None


def _is_leaving(around: Around) -> bool:
    count = around.counted.count
    span = range(max(around.sentence.first, count.first - LEFT), min(around.sentence.last, count.last + RIGHT))
    return any(around.prose.is_a(index, "kind.withdrawal", "kind.rotation") for index in span)


def _came_from(around: Around) -> bool:
    """`rose from 3,800`, `compared with 4,802 six months earlier`; not a cut `from 600` that is still to come."""
    prose, index = around.prose, around.counted.count.first - 1
    while index > around.sentence.first and prose.is_a(index, "qualifier", "article"):
        index -= 1
    mark = prose.is_a(index, "kind.historical_from") if index >= around.sentence.first else None
    if mark is None:
        return False
    return mark.last > mark.first + 1 or (_is_changed(around, mark.first) and not _is_to_come(around, mark.first))


def _is_cut_from(around: Around) -> bool:
    """`will be cut from 300 to 220`: 300 are there."""
    prose, index = around.prose, around.counted.count.first - 1
    if index < around.sentence.first or not prose.is_a(index, "kind.historical_from"):
        return False
    return _is_changed(around, index) and _is_to_come(around, index)


def _is_changed(around: Around, index: int) -> bool:
    return any(around.prose.is_a(at, "counts.change", "counts.up", "counts.down") for at in _span(around, index))


def _is_to_come(around: Around, index: int) -> bool:
    return any(around.prose.is_a(at, "kind.planned", "kind.withdrawal") for at in _span(around, index))


def _span(around: Around, index: int) -> range:
    last = around.counted.count.last + RIGHT
    return range(max(around.sentence.first, index - LEFT), min(around.sentence.last, last))


def _is_elsewhere(prose: Prose, first: int, last: int) -> bool:
    """Said of another land, and not also of the one the force serves in."""
    places = [mark for index in range(first, last) if (mark := prose.is_a(index, "theatre_other"))]
    here = any(prose.is_a(index, "theatre", "force") for index in range(first, last))
    return not here and any(mark.first and prose.is_a(mark.first - 1, "where") for mark in places)


def _is_past(prose: Prose, first: int, last: int, now: int | None) -> bool:
    """Dated by a year at least two before the text's own."""
    return now is not None and any(year < now - 1 for index in range(first, last) if (year := _year(prose, index)))


def _year(prose: Prose, index: int) -> int | None:
    text = prose.words[index].text
    return (
        int(text)
        if text[0] in "12" and len(text) == 4 and text.isdecimal() and FIRST_YEAR < int(text) < LAST_YEAR
        else None
    )
