"""Whom an officer speaks for of whom only the rank is told: `Warrant Officer Tilen Novak`."""

from __future__ import annotations

from bisect import bisect_left

from board.reading.people.bodies import with_tail
from board.reading.people.cast import NOBODY, Cast, SpokenFor
from board.reading.people.commanders import commands_part
from board.reading.people.forces import force_led
from board.reading.people.homes import Home, home_in, home_told, sentence_at
from board.reading.people.offices import rendered
from board.reading.words.lexicon import Mark
from board.reading.words.members import MEDIUM
from board.reading.words.parts import Parts
from board.reading.words.prose import Prose

ARMED_FORCES = "{people} Armed Forces"
LEDE = 60
"""Words at the head of a text by which it is told what it is about."""
LONGEST = 1_000_000
"""More words than a text has."""
ENOUGH = 30
"""Bodies and nations that are looked at."""
FARTHEST = 4
"""Sentences back in which the contingent is told of that somebody leads."""
NOUN = 3
"""Words behind a nation in which the noun of its contingent stands."""
BEHIND = 8
"""Words behind a name in which it is told what somebody commands, who then does not speak for the whole force."""


def soldier_of(prose: Prose, parts: Parts, cast: Cast) -> SpokenFor:
    """The guard told of before, else the armed forces of the nation the text tells of, else the force it is about.

    Never sure, and nobody where the words tell another sort of office: an ambassador.
    """
    if not cast.is_complete or not any(mark.full == "role.military" for mark in parts.roles):
        return NOBODY
    if guard := guard_before(prose, parts.first):
        return SpokenFor(guard, MEDIUM)
    home = _of_paragraph(prose, parts.first) or home_told(prose, parts.first, cast.home)
    if home is not None and home.nation not in prose.lexicon.lands:
        return SpokenFor(rendered(ARMED_FORCES, home), MEDIUM)
    near = range(parts.last, min(len(prose.words), parts.last + BEHIND))
    if (part := part_led(prose, parts.first, told_by=LEDE)).name:
        return part
    if commands_part(prose, parts) and (contingent := contingent_led(prose, parts.first)).name:
        return contingent
    return NOBODY if prose.any_in(near, "commands") else SpokenFor(force_led(prose), MEDIUM)


def part_led(prose: Prose, index: int, *, told_by: int = LONGEST) -> SpokenFor:
    """`Regional Command East` for the colonel who is the incoming commander: the part told of last before him.

    `told_by` is the word of the text it is told by: what the text is about is told in its first words.
    """
    before = bisect_left(prose.bodies, min(index, told_by), key=_first)
    marks = reversed(prose.bodies[max(0, before - ENOUGH) : before])
    part = next(
        (mark for mark in marks if "led_part" in prose.sorts[mark.first] and prose.is_capital(mark.first)), None
    )
    return SpokenFor(_in_full(prose, part), MEDIUM) if part is not None else NOBODY


def contingent_led(prose: Prose, index: int) -> SpokenFor:
    """`A Turkish unit has taken over. … Colonel Acar, who commands it`: the army of the contingent told of last."""
    place = sentence_at(prose, index)
    for sentence in reversed(prose.sentences[max(0, place - FARTHEST) : place + 1]):
        named = [mark for mark in sentence.marks.of("nation", "stands_for") if mark.sort == "nation"]
        told = [mark for mark in named if mark.first < index and sends(prose, mark)]
        if told:
            is_one = len({mark.value for mark in told}) == 1 or told[0].first - sentence.first < 2
            home = home_in(prose, told[0]) if is_one else None
            return NOBODY if home is None else SpokenFor(rendered(ARMED_FORCES, home), MEDIUM)
    return NOBODY


def sends(prose: Prose, nation: Mark) -> bool:
    """`Turkish unit`, `Slovenian contingent`, `Irish soldiers`."""
    if "theatre" in prose.sorts[nation.first]:
        return False
    near = range(nation.last, min(len(prose.words), nation.last + NOUN))
    return prose.any_in(near, "contingent", "person.soldier")


def _in_full(prose: Prose, part: Mark) -> str:
    """`Multinational Battle Group-East`, `Task Force Falcon`."""
    first, last = part.first, part.last
    while first > 0 and prose.is_capital(first - 1) and not prose.is_any(first - 1, ("parent", "force", "article")):
        first -= 1
    if last + 1 < len(prose.words) and prose.words[last].text == "-" and prose.is_capital(last + 1):
        last += 2
    elif last < len(prose.words) and prose.is_capital(last):
        last += 1
    return prose.slice(first, last)


def _of_paragraph(prose: Prose, index: int) -> Home | None:
    """The only nation told of before word `index` in its paragraph, as a rule that of its soldiers."""
    paragraph = prose.sentences[sentence_at(prose, index)].paragraph
    marks = [mark for mark in prose.nations if mark.first < index and "theatre" not in prose.sorts[mark.first]]
    near = [mark for mark in marks[-ENOUGH:] if prose.sentences[sentence_at(prose, mark.first)].paragraph == paragraph]
    return home_in(prose, near[0]) if len({mark.value for mark in near}) == 1 else None


def guard_before(prose: Prose, index: int) -> str:
    """`The North Dakota National Guard sends 210. … said Major General Curt Hall`: the last told of before."""
    before = bisect_left(prose.bodies, index, key=_first)
    marks = (mark for mark in reversed(prose.bodies[max(0, before - ENOUGH) : before]))
    guard = next((mark for mark in marks if "guard" in prose.sorts[mark.first] and prose.is_capital(mark.first)), None)
    return with_tail(prose, guard) if guard is not None else ""


def _first(mark: Mark) -> int:
    return mark.first
