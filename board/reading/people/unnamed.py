"""Those who speak without a name: `a NATO official`, `four diplomats`, `officials in Pristina`, and `the official`."""

from __future__ import annotations

from board.reading.people.bodies import described, name_of, nation_text
from board.reading.people.cast import NOUN_STEM, Cast, Speaker
from board.reading.people.homes import sentence_at
from board.reading.people.offices import government_of
from board.reading.people.spoken_for import spoken_for
from board.reading.words.members import MEDIUM, UNNAMED
from board.reading.words.parts import Parts
from board.reading.words.prose import Prose
from board.text.fold import fold
from board.text.nations import display_name


def unnamed(prose: Prose, parts: Parts, cast: Cast) -> Speaker:
    """The one told by `parts`, or who is meant by `the official`: an unnamed one or a person brought up before."""
    assert parts.unnamed is not None
    noun = prose.words[parts.unnamed.first].folded
    body = spoken_for(prose, parts, cast)
    organisation = body.name or nation_text(prose, parts)
    before = cast.by_noun.get(noun[:NOUN_STEM]) or cast.person
    if (
        before is not None
        and not parts.marked_unnamed
        and is_definite(prose, parts.first, parts.unnamed.last)
        and _same_noun(noun, before.role)
        and organisation.casefold() in before.organisation.casefold()
    ):
        return before
    if not organisation and not is_definite(prose, parts.first, parts.unnamed.last):
        organisation = cast.bodies_of_noun.get(noun[:NOUN_STEM], "")
    if not organisation and cast.body is not None and _is_there(prose, parts):
        organisation = cast.body.organisation
    if parts.nation is not None and organisation == nation_text(prose, parts) and _is_of_a_state(prose, parts):
        organisation = government_of(parts.nation.value)
    if not organisation and parts.unnamed.full == "unnamed.official":
        organisation = _capital_in(prose, parts) or _subject_told(prose, parts)
    if not organisation and (_is_allied(prose, parts) or "of_embassy" in prose.sorts[parts.unnamed.first]):
        organisation = _of_alliance(prose, parts)
    return Speaker(
        name=described(prose, parts, parts.unnamed),
        organisation=organisation,
        identity=UNNAMED,
        role=prose.slice(parts.unnamed.first, parts.unnamed.last),
        nation=parts.nation.value if parts.nation else None,
        official=bool(organisation) and _is_of_body(prose, parts),
        confidence=body.confidence if organisation else MEDIUM,
    )


def _is_of_body(prose: Prose, parts: Parts) -> bool:
    """`An official`, `NATO sources`, but not the sources of whoever knows of it."""
    assert parts.unnamed is not None
    if parts.former is not None:
        return False
    if "unnamed.official" in prose.sorts[parts.unnamed.first]:
        return "soldiers" not in prose.sorts[parts.unnamed.first]
    stands_before = any(mark.last == parts.unnamed.first for mark in parts.bodies)
    stands_behind = prose.is_a(parts.unnamed.last, "origin") and bool(parts.bodies)
    return "speaks_for" in prose.sorts[parts.unnamed.first] and bool(stands_before or stands_behind)


def _is_of_a_state(prose: Prose, parts: Parts) -> bool:
    """`A Hungarian official`, `a Turkish diplomat`: of the government; not `a German officer`."""
    assert parts.unnamed is not None
    noun = parts.unnamed.first
    between = range(parts.first, noun)
    if "soldiers" in prose.sorts[noun] or prose.any_in(between, "of_defence", "body", "person", "contingent"):
        return False
    return parts.unnamed.full == "unnamed.official" or "of_embassy" in prose.sorts[noun]


def _capital_in(prose: Prose, parts: Parts) -> str:
    """`Officials in Pristina` speak for the state whose capital it is."""
    capitals = (prose.is_a(index, "stands_for") for index in range(parts.first, parts.last))
    return next((display_name(mark.value) for mark in capitals if mark is not None), "")


def _subject_told(prose: Prose, parts: Parts) -> str:
    """`NATO is sending 1,000 more, officials said`: the body or the nation that the sentence begins with."""
    assert parts.unnamed is not None
    first = prose.sentences[sentence_at(prose, parts.first)].first
    if parts.first < parts.unnamed.first or parts.first == first:
        return ""
    first += "article" in prose.sorts[first]
    mark = prose.is_a(first, "force", "parent", "body", "nation", "stands_for")
    if mark is None or mark.last >= parts.first or prose.quoted[first] or not prose.is_capital(first):
        return ""
    is_state = mark.sort in {"nation", "stands_for"}
    return government_of(mark.value) if is_state else name_of(prose, Parts(prose, first, mark.last), mark)


def _is_allied(prose: Prose, parts: Parts) -> bool:
    """`Allied officials`, `officials in Brussels`."""
    return prose.any_in(range(parts.first, parts.last), "allied", "seat_of")


def _of_alliance(prose: Prose, parts: Parts) -> str:
    """`Four diplomats`, of whom nothing is told: of the only body of many nations that a text tells of."""
    assert parts.unnamed is not None
    between = range(parts.first + 1, parts.unnamed.first)
    if any(prose.is_capital(index) and "allied" not in prose.sorts[index] for index in between):
        return ""
    told = prose.phrases("parent")
    if not told or any(mark.value != told[0].value for mark in told):
        return ""
    return name_of(prose, Parts(prose, told[0].first, told[0].first + 1), told[0])


def _same_noun(noun: str, role: str) -> bool:
    """`the officials` and `an official`; `the official` may also mean a minister named before."""
    return role != "" and (fold(role)[:NOUN_STEM] == noun[:NOUN_STEM])


def _is_there(prose: Prose, parts: Parts) -> bool:
    """`An official there`: of the body spoken of before."""
    return _is_among(prose, "there", parts.first, parts.last)


def is_definite(prose: Prose, first: int, last: int) -> bool:
    """`the official`, where `a` or `four` does not stand: somebody spoken of before."""
    if _is_among(prose, "article.indefinite", first, last):
        return "article.definite" in prose.sorts[first]
    return prose.lexicon.bare_is_definite or _is_among(prose, "article.definite", first, min(last, first + 2))


def _is_among(prose: Prose, sort: str, first: int, last: int) -> bool:
    """Whether one of a few words is of a sort."""
    while first < last and sort not in prose.sorts[first]:
        first += 1
    return first < last
