"""Of which nation an office is: told beside it, before it in its paragraph, by the headline, or by the whole text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Final

from board.reading.people.place_lines import is_of_theatre, is_place_line, place_line
from board.reading.words.entries import FALLBACK
from board.reading.words.lexicon import Mark
from board.reading.words.names import is_where
from board.reading.words.prose import Prose
from board.text.nations import adjective, demonyms, display_name, key_of, nation_meant_by

ENOUGH: Final = 60
"""Nations named by which it is clear which one a text is about."""
FARTHEST: Final = 30
"""Sentences back in a paragraph that are looked at; what is longer is no paragraph."""
OFFICE: Final = 5
"""Words in which the office of a speaker tells what it is for."""
POSSESSIVE: Final = frozenset(("'s", "’s"))


class Home:
    """The nation somebody speaks for: the English word before a body of it, `Hungarian`, and it as it is written."""

    __slots__ = ("nation", "people", "written")

    def __init__(self, nation: str, people: str, written: str) -> None:
        self.nation, self.people, self.written = nation, people, written


def home_in(prose: Prose, nation: Mark, before: int | None = None) -> Home:
    """The nation of the words that tell a speaker; `before` an office several may stand: `German and US`."""
    last, several = nation.last, False
    while before is not None and last < before and _joins_nations(prose, last):
        several = several or "nation" not in prose.sorts[last]
        last += 1
    several = several and last == before
    written = prose.slice(nation.first, last if several else nation.last)
    people = written if several and prose.lexicon.language == FALLBACK else people_of(prose, nation)
    return Home(nation.value, people, written)


def _joins_nations(prose: Prose, index: int) -> bool:
    return prose.words[index].text == "," or prose.is_any(index, ("nation", "coordinate"))


def _joins_another(prose: Prose, nation: Mark) -> bool:
    """`Italy and Spain`, `Italy, Spain`; not `Albania, for its part`."""
    last = nation.last
    while last < len(prose.words) and (prose.words[last].text == "," or prose.is_any(last, ("coordinate", "article"))):
        last += 1
    return last > nation.last and last < len(prose.words) and prose.is_any(last, ("nation", "stands_for"))


def people_of(prose: Prose, nation: Mark) -> str:
    """The nation as it stands before a body: as it is written where that is a word for it, not `Poles` or `Finn`."""
    written = prose.slice(nation.first, nation.last)
    key, plain = key_of(written), adjective(nation.value)
    is_person = key.removesuffix("s") in demonyms() and (key.endswith("s") or f"{key}s" in demonyms())
    return plain if key not in demonyms() or (is_person and key != key_of(plain)) else written


def home_around(prose: Prose, index: int, heading: str | None) -> Home | None:
    """The nation told of for word `index`, else the land the force of the text serves in; `None` if open."""
    told = home_told(prose, index, heading)
    theatre = _theatre(prose, index) if told is None else None
    return told if theatre is None else _home_at(prose, theatre)


def home_told(prose: Prose, index: int, heading: str | None) -> Home | None:
    """The nation told of before word `index`, else of the headline, else the only one of the text; `None` if open."""
    mark = capital_before(prose, index) or _of_sentence(prose, index) or _of_paragraph(prose, index)
    if mark is None and heading is not None:
        return Home(heading, adjective(heading), _written(prose, heading))
    mark = mark or _only_one(prose, index) or _sent_from(prose, index)
    mark = mark or (_sender(prose) if _is_of_defence(prose, index) else None) or _behind(prose, index)
    return None if mark is None else _home_at(prose, mark)


def _home_at(prose: Prose, mark: Mark) -> Home:
    return Home(mark.value, people_of(prose, mark), _written(prose, mark.value))


def _written(prose: Prose, nation: str) -> str:
    """A nation as the text calls it, not by its capital."""
    named = (mark for mark in prose.nations[:ENOUGH] if mark.value == nation and mark.sort == "nation")
    mark = next(named, None)
    return display_name(nation) if mark is None else prose.slice(mark.first, mark.last)


def capital_before(prose: Prose, index: int) -> Mark | None:
    """`In Belgrade, Defence Minister Ivan Perić said`: the capital somebody without a nation speaks in."""
    while index > 1 and (prose.is_any(index - 1, ("article", "no_name")) or _is_adjective(prose, index - 1)):
        index -= 1
    last = index - 1 if index > 1 and prose.words[index - 1].text == "," else index
    mark = prose.is_a(last - 1, "stands_for") if last > 0 else None
    if mark is None or mark.first == 0 or "where" not in prose.sorts[mark.first - 1]:
        return None
    return mark


def _is_adjective(prose: Prose, index: int) -> bool:
    """`acting` of `In Pristina, acting Defence Minister`."""
    return prose.words[index].text.islower() and not prose.sorts[index]


def _of_sentence(prose: Prose, index: int) -> Mark | None:
    return next((mark for mark in _between(prose, sentence_at(prose, index), index) if _tells_home(prose, mark)), None)


def _of_paragraph(prose: Prose, index: int) -> Mark | None:
    """The nation that the nearest sentence before it in its paragraph begins with: `Belgrade saw it differently.`"""
    place = sentence_at(prose, index)
    for before in range(place - 1, max(-1, place - 1 - FARTHEST), -1):
        if prose.sentences[before].paragraph != prose.sentences[place].paragraph:
            return None
        for mark in _between(prose, before, prose.sentences[before].last):
            if _tells_home(prose, mark) and _leads(prose, mark, prose.sentences[before].first):
                return None if _joins_another(prose, mark) else mark
    return None


def _between(prose: Prose, sentence: int, stop: int) -> list[Mark]:
    """Nations named in a sentence before word `stop`."""
    start = prose.sentences[sentence].first if sentence >= 0 else stop
    places = prose.finder["nation", "stands_for"].places
    return prose.nations[bisect_left(places, start) : bisect_left(places, stop)]


def _leads(prose: Prose, mark: Mark, first: int) -> bool:
    """The subject of its sentence, or the owner of it: `Kosovo's government`."""
    return all(
        prose.is_any(index, ("article", "clause", "stands_for", "nation", "of_a_state", "where"))
        for index in range(first, mark.first)
    )


def sentence_at(prose: Prose, index: int) -> int:
    """Which sentence word `index` stands in."""
    return bisect_right(prose.begun, index) - 1


def _only_one(prose: Prose, index: int) -> Mark | None:
    """The only nation of a text, told of by the end of the sentence of word `index` or more than once.

    None where soldiers of another are told of, whose minister may be meant as well.
    """
    telling, nations = list[Mark](), set[str]()
    for mark in prose.nations[:ENOUGH]:
        counts = _counts_soldiers(prose, mark)
        if (counts and "theatre" in prose.sorts[mark.first]) or _is_away(prose, mark):
            continue
        telling += [] if counts else [mark]
        nations.add(mark.value)
        if len(nations) > 1:
            return None
    if not telling or (len(telling) == 1 and telling[0].first >= prose.sentences[sentence_at(prose, index)].last):
        return None
    return next((mark for mark in telling if not _is_land(prose, mark)), telling[0])


def _theatre(prose: Prose, index: int) -> Mark | None:
    """The land a force serves in: the police and the government of a text on it, where nobody else's are told of.

    A ministry of defence may be that of any land that sends soldiers.
    """
    marks = prose.nations[:ENOUGH]
    theatre = next((mark for mark in marks if "theatre" in prose.sorts[mark.first]), None)
    if (
        theatre is None
        and len({mark.value for mark in marks}) == 1
        and prose.force
        and marks[0].value in prose.lexicon.lands
    ):
        theatre = marks[0]
    if theatre is None or not _is_of_defence(prose, index):
        return theatre
    is_alone = all(mark.value == theatre.value or _is_away(prose, mark) for mark in marks)
    return theatre if is_alone else None


def _behind(prose: Prose, index: int) -> Mark | None:
    """`Defence Minister Elena Robledo spoke at the Spanish base`: the only nation of his own sentence."""
    marks = _between(prose, sentence_at(prose, index), prose.sentences[sentence_at(prose, index)].last)
    own = [mark for mark in marks if not (_is_away(prose, mark) or "theatre" in prose.sorts[mark.first])]
    return own[0] if len({mark.value for mark in own}) == 1 else None


def _sent_from(prose: Prose, index: int) -> Mark | None:
    """The land a force serves in where a text is sent from there, but for ministers who visit their soldiers."""
    capital = place_line(prose)
    is_there = capital is not None and is_of_theatre(prose, capital) and not _is_of_defence(prose, index)
    return prose.nations[0] if is_there else None


def _is_of_defence(prose: Prose, index: int) -> bool:
    return prose.any_in(range(index, min(len(prose.words), index + OFFICE)), "of_defence")


def _sender(prose: Prose) -> Mark | None:
    """The nation told of most but the land a force serves in, twice as often as any other: whose soldiers are there."""
    marks = prose.nations[:ENOUGH]
    others = [mark for mark in marks if "theatre" not in prose.sorts[mark.first] and not prose.quoted[mark.first]]
    theatres = {mark.value for mark in marks if "theatre" in prose.sorts[mark.first]}
    others = [mark for mark in others if mark.value not in theatres]
    told: dict[str, int] = {}
    for mark in others:
        told[mark.value] = told.get(mark.value, 0) + 1
    *_, next_often, often = sorted([0, 0, *told.values()])
    return next(mark for mark in others if told[mark.value] == often) if often >= max(2, 2 * next_often) else None


def _is_land(prose: Prose, mark: Mark) -> bool:
    return prose.slice(mark.first, mark.last) == display_name(mark.value)


def _is_away(prose: Prose, mark: Mark) -> bool:
    """Quoted, or only where somebody is or speaks from."""
    if prose.quoted[mark.first] or (is_place_line(prose, mark) and is_of_theatre(prose, mark.value)):
        return True
    if is_where(prose, _over_article(prose, mark, _over_joined(prose, mark.first))):
        return not is_seat(prose, mark)
    return mark.sort == "stands_for" and "origin" in prose.sorts[mark.first - 1]


def _over_article(prose: Prose, mark: Mark, index: int) -> int:
    """Back over `the` of `to the Bundeswehr`; not of `in the Italian ministry`."""
    is_army = mark.sort == "stands_for" and index > 1 and "article" in prose.sorts[index - 1]
    return index - 1 if is_army else index


def _over_joined(prose: Prose, index: int) -> int:
    """Back over `Lebanon and` before `Iraq`."""
    while index > 1 and "coordinate" in prose.sorts[index - 1] and prose.is_any(index - 2, ("nation", "stands_for")):
        index -= 2
    return index


def is_seat(prose: Prose, capital: Mark) -> bool:
    """`the government in Pristina`: where a body of a state sits it is of."""
    body = prose.is_a(capital.first - 2, "of_a_state") if capital.first > 1 else None
    return capital.sort == "stands_for" and body is not None


def _tells_home(prose: Prose, mark: Mark) -> bool:
    """Whose soldiers are counted and where they serve tells nothing of who speaks."""
    return not (_is_away(prose, mark) or _counts_soldiers(prose, mark))


def _counts_soldiers(prose: Prose, mark: Mark) -> bool:
    """`Italian soldiers`, `Spanish general`; not `Italian minister`."""
    if mark.last >= len(prose.words) or not prose.is_any(mark.last, ("person", "contingent", "role")):
        return False
    return not prose.is_any(mark.last, ("of_a_state", "role.state", "role.minister"))


def home_of_heading(heading: Prose | None, prose: Prose) -> str | None:
    """The nation a headline or the place line before the text tells of; `None` where they tell several or none."""
    headline, place = _of_headline(heading), place_line(prose)
    if place is None or headline == place:
        return headline
    is_theatre = is_of_theatre(prose, place)
    if headline is None:
        return None if is_theatre else place
    return headline if is_theatre else None


def _of_headline(heading: Prose | None) -> str | None:
    """The only nation of a headline, or the one that speaks in it: `Belgrade denies US claims`."""
    if heading is None:
        return None
    first = heading.nations[0] if heading.nations else None
    if first is not None and first.first == 0 and "say" in heading.sorts[first.last]:
        return first.value
    marks = _before_theatre(heading, list(_of_heading(heading)))
    told = {mark.value for mark in marks}
    named = (mark for sentence in heading.sentences for mark in sentence.marks.of("force"))
    forces = (nation_meant_by(mark.value.split()[0]) for mark in named)
    told.update(nation for nation in forces if nation is not None)
    return told.pop() if len(told) == 1 else None


def _before_theatre(heading: Prose, marks: list[Mark]) -> list[Mark]:
    """`Swiss parliament backs Kosovo mission`: without the land the mission is in, where another stands first."""
    others = [mark for mark in marks if "theatre" not in heading.sorts[mark.first]]
    return others if others and others[0] is marks[0] else marks


def _of_heading(heading: Prose) -> Iterator[Mark]:
    for mark in heading.nations:
        if "abroad" in heading.sorts[mark.last]:
            continue
        in_theatre = "theatre" in heading.sorts[mark.first]
        if in_theatre and mark.last < len(heading.words) and heading.words[mark.last].text in ",:;.-–—":
            continue
        if not (is_where(heading, mark.first) or (in_theatre and not _tells_home(heading, mark))):
            yield mark
