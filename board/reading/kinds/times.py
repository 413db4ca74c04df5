"""Whether a number is of the past: by the year beside it, the tense of its verb, or the number before it."""

from __future__ import annotations

from typing import Final, NamedTuple

from board.reading.counting.around import Around
from board.reading.counting.bare_numbers import before_hedges
from board.reading.counting.clauses import LEFT, RIGHT
from board.reading.counting.dated import years_in
from board.reading.words.members import HISTORICAL, OF_HURT, PRESENT
from board.reading.words.prose import Prose
from board.text.months import month_of

TO_PARTICIPLE: Final = 3
"""Words from `had` to its participle, at most."""
TO_STATE: Final = 4
"""Words behind a number in which its verb may stand, at most."""
TO_YEAR: Final = 4
"""Words from a comma to the year of what stands before it, at most."""
TO_MONTH: Final = 3
"""Words from a month to its year, at most."""


class Written(NamedTuple):
    """The year a text was written in; `sure` where it is known and not only the latest one the text speaks of."""

    year: int | None
    sure: bool


def own_year(prose: Prose) -> int | None:
    """The latest year a text speaks of, but for `until 2028`, which is to come, where it speaks of any other."""
    told = years_in(prose, 0, len(prose.words))
    come = [year for index, year in told if not prose.any_in(range(max(0, index - TO_MONTH), index), "made.until")]
    return max(come or [year for _, year in told], default=None)


def is_past(around: Around, clause: tuple[int, int], written: Written) -> bool:
    """Dated at least two years before the text, or told in the past tense of a year gone by."""
    prose = around.prose
    if _is_of_a_month(around, clause):
        return True
    if written.year is None or not prose.years:
        return False
    last = _behind_when(around, clause)
    dated = years_in(prose, clause[0], last) or _at_its_head(around, clause)
    if any(year < written.year - 1 for _, year in dated):
        return True
    if not dated or not _is_told_in_the_past(around, clause):
        return False
    if not written.sure and _is_told_after_another(around):
        return True
    return any(_is_bare(prose, index) and year < written.year + (not written.sure) for index, year in dated)


def _at_its_head(around: Around, clause: tuple[int, int]) -> list[tuple[int, int]]:
    """`In 2003, by the army's count, over 400 were there`: the years with which a sentence in the past opens."""
    first = around.sentence.first
    if "as_of" not in around.prose.sorts[first] or around.prose.any_in(range(*clause), "kind.now", "tense.present"):
        return []
    told = _is_told_in_the_past(around, clause)
    return list(years_in(around.prose, first, min(clause[0], first + TO_YEAR + 1))) if told else []


def is_to_come(around: Around, clause: tuple[int, int], written: Written) -> bool:
    """`by 2028`: dated later than the text, or by its latest year and not told in the past."""
    prose = around.prose
    if written.year is None or not prose.years or _is_told_in_the_past(around, clause):
        return False
    for index, year in years_in(prose, clause[0], clause[1]):
        if prose.any_in(range(max(clause[0], index - TO_MONTH), index), "made.span"):
            continue
        by = prose.any_in(range(max(clause[0], index - TO_YEAR), index), "counts.by")
        if year > written.year or (by and year == written.year):
            return True
    return False


def _behind_when(around: Around, clause: tuple[int, int]) -> int:
    """The end of `when it entered the land in June 1999` or `, between 2010 and 2011`, where it follows the clause."""
    prose, last = around.prose, clause[1]
    if last < around.sentence.last and prose.words[last].text == "," and "made.date" in prose.sorts[last + 1]:
        return min(around.sentence.last, last + TO_YEAR)
    if last >= around.sentence.last or "tense.when" not in prose.sorts[last]:
        return last
    stop = min(around.sentence.last, last + RIGHT)
    return next((index for index in range(last, stop) if prose.words[index].text in ",;"), stop)


def _is_told_after_another(around: Around) -> bool:
    """A dated number after one without a date, in a text of a year unknown: `350 …, joined in July 1999 with 1,000`."""
    near = range(around.sentence.first, around.sentence.last)
    if around.prose.any_in(near, "as_of.status"):
        return False
    return (around.previous or around.told) not in (None, HISTORICAL, OF_HURT)


def _is_of_a_month(around: Around, clause: tuple[int, int]) -> bool:
    """`By January it stood at 10,200`, after a number of those there then or now."""
    prose = around.prose
    if "tense.past" not in around.sentence.sorts or (around.previous or around.told) not in (HISTORICAL, PRESENT):
        return False
    if prose.any_in(range(*clause), "as_of.status", "kind.now", "kind.planned", "tense.present"):
        return False
    dated = prose.those(range(clause[0] - 1, clause[1] - 1), "as_of")
    months = [index + 1 for index in dated if _is_month(prose, index + 1)]
    return bool(months) and _is_told_in_the_past(around, clause)


def _is_month(prose: Prose, index: int) -> bool:
    text = prose.words[index].text
    return index > 0 and text.isalpha() and prose.is_capital(index) and month_of(text) is not None


def is_dated(around: Around, clause: tuple[int, int]) -> bool:
    """Whether a year is told beside the number."""
    return bool(years_in(around.prose, *clause))


def _is_bare(prose: Prose, index: int) -> bool:
    """`in 2020`, not `in December 2020`, which may be the last count there is."""
    if index == 0 or "as_of" not in prose.sorts[index - 1] or "kind.now" in prose.sorts[index - 1]:
        return False
    near = range(max(0, index - TO_MONTH), index)
    return not any(prose.words[at].text.isalpha() and month_of(prose.words[at].text) for at in near)


def _is_told_in_the_past(around: Around, clause: tuple[int, int]) -> bool:
    past = "tense.past" in around.sentence.sorts
    return past and around.prose.any_in(range(clause[0], clause[1]), "tense.past")


def opens_in_the_past(around: Around, clause: tuple[int, int]) -> bool:
    """`In the previous letter, in December, the number was given as 600`, `Over 25 years, 20,000 served`."""
    prose, first = around.prose, around.sentence.first
    if around.before is not None:
        return False
    if "made.years" in prose.sorts[first + 2] and prose.is_any(first, ("apart.places", "qualifier")):
        return prose.any_in(range(*clause), "tense.past")
    then = prose.is_a(first, "kind.historical") if "kind.historical" in prose.sorts[first] else None
    if then is None or then.last == first + 1:
        return False
    return first < clause[0] and not prose.any_in(range(*clause), "kind.now", "tense.present", "kind.planned")


def had_been(around: Around, clause: tuple[int, int]) -> bool:
    """`the brigade had reached 1,700`: told of a time before the one spoken of."""
    prose, first = around.prose, around.counted.count.first
    if "tense.had" not in around.sentence.sorts:
        return False
    for index in range(clause[0], first):
        if "tense.had" in prose.sorts[index]:
            near = range(index + 1, min(first, index + 1 + TO_PARTICIPLE))
            if prose.any_in(near, "tense.been"):
                return True
    return False


def is_of_the_beginning(around: Around, clause: tuple[int, int]) -> bool:
    """`began with 50,000`, `had 6,500 when it was set up`."""
    if "made.began" not in around.sentence.sorts:
        return False
    prose, count = around.prose, around.counted.count
    index = before_hedges(prose, around.sentence, count)
    if index > clause[0] and "counts.have" in prose.sorts[index] and "apart.places" in prose.sorts[index]:
        near = range(max(clause[0], index - LEFT), index)
        if prose.any_in(near, "made.began") and prose.any_in(near, "force", "mission", "pronoun.body"):
            return True
    when = range(clause[1], _behind_when(around, clause))
    return prose.any_in(when, "made.began") and prose.any_in(when, "force", "mission", "pronoun.body")


def was_before(around: Around, clause: tuple[int, int]) -> bool:
    """`had shrunk to 3,800 before the crisis`, `Before the riots there were 17,000`, `had 900 when the war began`."""
    prose, first, last = around.prose, around.counted.count.first, around.counted.count.last
    if around.sentence.sorts.isdisjoint(("made.before", "tense.when")):
        return False
    behind = range(last, min(around.sentence.last, clause[1] + 1))
    told = range(clause[0], min(clause[1], last + TO_STATE))
    if prose.any_in(behind, "made.before", "tense.when"):
        had = [at for at in range(clause[0], first) if "tense.had" in prose.sorts[at]]
        if any(prose.is_any(at + 1, ("change.word", "tense.been")) for at in had):
            return True
        return _is_state(around, told) and not _is_before_the_news(around)
    return _is_fronted(around) and _is_state(around, told) and not _is_before_the_news(around)


def _is_before_the_news(around: Around) -> bool:
    """`before the deployment`, `prior to the riots`: before what the text tells of, and not years ago."""
    prose, sentence = around.prose, around.sentence
    told = prose.those(range(sentence.first, sentence.last), "made.before")
    return bool(told) and all(_is_an_event(prose, index + 1) for index in told)


def _is_an_event(prose: Prose, index: int) -> bool:
    """`the riots`, not `that`, nor `the 2008 declaration`; `before.` at the end is before the news too."""
    if prose.words[index].text == ".":
        return True
    definite = "article.definite" in prose.sorts[index] and "that.that" not in prose.sorts[index]
    return definite and not years_in(prose, index, index + TO_YEAR)


def was_until_now(around: Around, clause: tuple[int, int]) -> bool:
    """`had 8,350 there last week and now has 4,500`: told in the past, with the number of now behind it."""
    prose, count, after = around.prose, around.counted.count, around.after
    if after is None:
        return False
    own = range(max(clause[0], around.before.count.last) if around.before else clause[0], count.last + TO_STATE)
    if not _is_state(around, range(own.start, min(clause[1], own.stop))) or prose.any_in(
        own, "kind.now", "tense.present"
    ):
        return False
    ends = range(after.count.last, min(around.sentence.last, after.count.last + TO_STATE))
    return prose.any_in(range(count.last, after.count.first), "kind.now") or prose.any_in(ends, "kind.now")


def _is_fronted(around: Around) -> bool:
    """`When the mission began, …`, `By comparison: before the riots …`: a clause of time opens what is told."""
    prose, begin = around.prose, around.sentence.first
    opening = prose.those(range(begin, around.counted.count.first), "made.before", "tense.when")
    return any(index == begin or prose.words[index - 1].text in ":;–—-" for index in opening)


def _is_state(around: Around, words: range) -> bool:
    """`had 900`, `there were 17,000`, `7,000 were`: how many there were, not what they did."""
    prose = around.prose
    if "motion" in around.sentence.sorts and prose.any_in(words, "motion.come", "motion.carry", "motion.leave"):
        return False
    near = range(words.start, min(around.sentence.last, words.stop + TO_STATE))
    return prose.any_in(words, "tense.state") and not prose.any_in(near, "station.spot", "kind.sub_unit")


def goes_on_in_the_past(around: Around, clause: tuple[int, int]) -> bool:
    """`three years later fewer than 38,000 remained`, after what there was once."""
    earlier = around.previous if around.before is not None else around.told
    if earlier is not HISTORICAL:
        return False
    return around.prose.any_in(range(clause[0], clause[1]), "tense.later")


def nearest_time(around: Around) -> str:
    """Whether a word of then or of now stands nearest to the number."""
    count, prose = around.counted.count, around.prose
    span = range(max(around.sentence.first, count.first - LEFT), min(around.sentence.last, count.last + RIGHT))
    times = [
        (min(abs(index - count.first), abs(index - count.last)), mark.value)
        for index in span
        if "kind" in prose.sorts[index]
        for mark in prose.marks[index]
        if mark.full in {"kind.now", "kind.historical"}
    ]
    return min(times)[1] if times else ""
