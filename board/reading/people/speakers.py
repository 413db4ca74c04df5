"""Who speaks: the one told by a stretch of words, and who is meant by `he` and `the official`."""

from __future__ import annotations

from typing import Final

from board.model import Channel
from board.reading.people.asides import up_to_aside
from board.reading.people.bodies import channel_of, described, nation_text, own_bodies, role_text, state_text
from board.reading.people.bodies_before import body_before
from board.reading.people.by_office import is_rank, spoken_for_by_office
from board.reading.people.capacities import as_told, at_present
from board.reading.people.cast import NOBODY, Cast, Speaker, SpokenFor
from board.reading.people.homes import capital_before, sentence_at
from board.reading.people.meant import officer_meant
from board.reading.people.offices import governs, holds_office
from board.reading.people.own_office import own_office
from board.reading.people.phrases import past_setting
from board.reading.people.spoken_for import of_his_nation, spoken_for
from board.reading.people.unnamed import is_definite, unnamed
from board.reading.words.lexicon import Mark
from board.reading.words.members import HIGH, LOW, MEDIUM, NAMED, ORGANISATION, ROLE, UNNAMED, less_sure
from board.reading.words.parts import Parts, parts_of
from board.reading.words.prose import Prose
from board.text.fold import fold

CLAUSE: Final = 8
"""Words of a relative clause in which it is told that somebody hides his name."""


def speaker_in(prose: Prose, first: int, last: int, cast: Cast) -> Speaker | None:
    """The one who is told by words `first` to `last` (exclusive); `None` where nobody is."""
    first = past_setting(prose, first, last)
    parts = at_present(prose, parts_of(prose, first, up_to_aside(prose, first, last)))
    if parts.is_empty:
        return _pronoun(prose, first, last, cast)
    if parts.name is not None:
        outlet = cast.outlets.get(fold(parts.name.written(prose))) if cast.outlets else None
        return outlet or _named(prose, parts, cast)
    if (officer := officer_meant(prose, parts, cast)) is not None:
        return officer
    if parts.unnamed is not None and not parts.is_spokesperson:
        return unnamed(prose, parts, cast)
    if parts.role is not None and (office := own_office(prose, parts, cast)).name and not parts.is_spokesperson:
        return Speaker(office.name, office.name, ORGANISATION, official=True, confidence=office.confidence)
    if parts.role is not None:
        return _by_role(prose, parts, cast)
    if parts.document is not None:
        return _document(prose, parts, cast)
    return _organisation(prose, parts, cast)


def _is_one_of(prose: Prose, first: int, last: int) -> bool:
    """`“…,” says one`, `one, who asked not to be named, said`: of those told of before."""
    mark = prose.is_a(first, "one_of")
    return mark is not None and (mark.last == last or prose.words[mark.last].text == ",")


def _pronoun(prose: Prose, first: int, last: int, cast: Cast) -> Speaker | None:
    if _is_one_of(prose, first, last):
        return cast.person if cast.person is not None and cast.person.identity is UNNAMED else None
    for index in range(first, last):
        if (mark := prose.is_a(index, "pronoun")) is not None:
            if mark.value == "many" and (capital := capital_before(prose, index)) is not None:
                return speaker_in(prose, capital.first, capital.last, cast)
            own = _subject_of_sentence(prose, index, cast, body=mark.value == "body")
            if own is not None and mark.value != "many":
                return own
            meant = _meant(cast, mark.value) or (_body_told(prose, index) if mark.value == "body" else None)
            return meant.known_by(less_sure(meant.confidence, MEDIUM)) if meant else None
    return None


def _body_told(prose: Prose, index: int) -> Speaker | None:
    """`it says`, where nobody has spoken yet: the body told of before."""
    name = body_before(prose, index)
    return Speaker(name, name, ORGANISATION, official=True, confidence=MEDIUM) if name else None


def _meant(cast: Cast, pronoun: str) -> Speaker | None:
    """Whoever was told of last, `it` is also what he wrote; `they` who told a paper something are not the paper."""
    if pronoun == "many" and cast.last is not None and cast.last.media and cast.person is not None:
        return cast.person if cast.person.identity is UNNAMED else cast.last
    if pronoun == "body" and cast.last is not None and cast.last.channel is Channel.WRITTEN:
        return cast.last
    return {"person": cast.person or cast.last, "body": cast.body or cast.last, "many": cast.last}.get(pronoun)


def _subject_of_sentence(prose: Prose, index: int, cast: Cast, *, body: bool) -> Speaker | None:
    """`KFOR had troops in the area, it said`, `Kurti, he said`: whoever the sentence names first before a pronoun."""
    first = prose.sentences[sentence_at(prose, index)].first
    if not body:
        if prose.is_any(first, ("opens_setting", "pronoun.person")):
            return None
        names = (place for place in range(first, index) if not prose.quoted[place] and prose.is_capital(place))
        known = (cast.by_surname.get(prose.words[place].folded) for place in names if not prose.sorts[place])
        return next((speaker for speaker in known if speaker is not None), None)
    while first < index and "article" in prose.sorts[first]:
        first += 1
    mark = prose.is_a(first, "force", "body", "parent")
    if mark is None or mark.last > index or prose.quoted[first]:
        return None
    return speaker_in(prose, first, mark.last, cast)


def _named(prose: Prose, parts: Parts, cast: Cast) -> Speaker | None:
    assert parts.name is not None
    name, surname = parts.name.written(prose), prose.words[parts.name.last - 1].folded
    known = _known(cast, surname, name)
    role, body = role_text(prose, parts), spoken_for(prose, parts, cast)
    is_open = known is None or not known.organisation or surname in cast.guessed
    if is_open and not body.name and cast.nameless is not None and _may_be_nameless(prose, parts):
        known, cast.nameless = cast.nameless, None
        cast.by_surname.pop(surname, None)
    elif not body.name and cast.spokesperson is not None and _is_the_spokesperson(prose, parts):
        known = cast.spokesperson
        cast.by_surname.pop(surname, None)
    if parts.name.last - parts.name.first == 1 and known is None and not role and parts.document is None:
        return _lone_name(prose, parts, name, cast)
    if parts.unnamed is not None and not role:
        role = prose.slice(parts.unnamed.first, parts.unnamed.last)
    body = _surest(prose, parts, cast, body, known)
    speaker = Speaker(
        name=known.name if known and known.identity is NAMED and len(known.name) > len(name) else name,
        channel=channel_of(parts),
        organisation=body.name,
        identity=NAMED,
        role=role or (known.role if known else ""),
        nation=parts.nation.value if parts.nation else (known.nation if known else None),
        official=holds_office(parts) or bool(known and known.official),
        confidence=body.confidence,
    )
    cast.learn(surname, speaker)
    return speaker


def _may_be_nameless(prose: Prose, parts: Parts) -> bool:
    """Whether a name with no more than a rank may be that of the spokesman told of before: one of whom else is told."""
    assert parts.name is not None
    behind = parts.name.last
    goes_on = behind < len(prose.words) and prose.words[behind].text == ","
    is_described = goes_on and prose.is_a(behind + 1, "relative.who", "article")
    return parts.unnamed is None and parts.former is None and not is_described and is_rank(prose, parts)


def _is_the_spokesperson(prose: Prose, parts: Parts) -> bool:
    """`The spokeswoman, Lt. Col. Vonnie Wright`: of whom it was told before whom she speaks for."""
    return parts.is_spokesperson and parts.role is not None and is_definite(prose, parts.first, parts.role.last)


def _known(cast: Cast, surname: str, name: str) -> Speaker | None:
    """The one of that surname met before; nobody where the first names differ."""
    known = cast.by_surname.get(surname) or cast.declined(surname)
    if known is None or known.name == name or " " not in name or " " not in known.name:
        return known
    if fold(known.name).endswith(fold(name)):
        return known
    return known if fold(name).split()[0] == fold(known.name).split()[0] else None


def _surest(prose: Prose, parts: Parts, cast: Cast, body: SpokenFor, known: Speaker | None) -> SpokenFor:
    """The body told for sure: by these words, where he was introduced, or by his office; else in the same order."""
    before = SpokenFor(known.organisation, known.confidence) if known is not None else NOBODY
    told = [one for one in (body, before) if one.name]
    if _is_only_guessed(prose, parts, cast) or (governs(parts) and before.name[:1].islower()):
        told = [body, spoken_for_by_office(prose, parts, cast), before]
    if body.name.islower() and (not before.name.islower() or len(before.name) > len(body.name)):
        told.reverse()
    if not any(one.confidence is HIGH for one in told):
        told = [*told[::-1], spoken_for_by_office(prose, parts, cast), of_his_nation(prose, parts)]
    sure = (one for one in told if one.name and one.confidence is HIGH)
    best = next(sure, None) or next((one for one in told if one.name), None)
    return best or as_told(prose, parts)


def _is_only_guessed(prose: Prose, parts: Parts, cast: Cast) -> bool:
    """A commander of whom only the rank was known where he was named."""
    is_guess = parts.name is not None and prose.words[parts.name.last - 1].folded in cast.guessed
    return is_guess and any("commands" in prose.sorts[mark.first] for mark in parts.roles)


def _lone_name(prose: Prose, parts: Parts, name: str, cast: Cast) -> Speaker:
    """One capitalised word nobody has introduced: beside an outlet's noun it is an outlet, else somebody."""
    if parts.media:
        return Speaker(name, name, ORGANISATION, media=True, confidence=MEDIUM)
    if parts.bodies and not own_bodies(prose, parts):
        return Speaker(name, name, ORGANISATION, confidence=MEDIUM)
    if parts.bodies or parts.nation:
        return _organisation(prose, parts, cast)
    if (union := prose.is_a(parts.name.first, "seat_of") if parts.name is not None else None) is not None:
        return Speaker(name, union.value, ORGANISATION, official=True, confidence=MEDIUM)
    if name.isupper():
        name = cast.abbreviations.get(fold(name), name)
        return Speaker(name, name, ORGANISATION, confidence=MEDIUM)
    return Speaker(name, "", NAMED, confidence=LOW)


def _by_role(prose: Prose, parts: Parts, cast: Cast) -> Speaker | None:
    assert parts.role is not None
    body = spoken_for(prose, parts, cast)
    definite = is_definite(prose, parts.first, parts.role.last)
    if not body.name and definite and parts.nation is None and (holder := _holder(prose, parts, cast)) is not None:
        return holder
    if not body.name and definite and cast.issuer is not None and "of_report" in prose.sorts[parts.role.first]:
        body = SpokenFor(cast.issuer.organisation, MEDIUM)
    body = body if body.name else spoken_for_by_office(prose, parts, cast)
    speaker = Speaker(
        name=described(prose, parts, parts.roles[-1]),
        organisation=body.name or nation_text(prose, parts),
        identity=UNNAMED if _hides_name(prose, parts) else ROLE,
        role=role_text(prose, parts),
        nation=parts.nation.value if parts.nation else None,
        official=holds_office(parts),
        confidence=body.confidence,
    )
    if parts.is_spokesperson and not definite:
        cast.spokesperson = speaker
    return speaker


def _hides_name(prose: Prose, parts: Parts) -> bool:
    """`an anonymous general`, `a general who is not allowed to speak to the press`."""
    behind = parts.last + (prose.words[min(parts.last, len(prose.words) - 1)].text == ",")
    if parts.marked_unnamed or "relative.who" not in prose.sorts[behind]:
        return parts.marked_unnamed
    return prose.any_in(range(behind, min(len(prose.words), behind + CLAUSE)), "unnamed.marker")


def _holder(prose: Prose, parts: Parts, cast: Cast) -> Speaker | None:
    """The person `the minister` is: who was introduced as one, else whoever spoke last and has an office."""
    assert parts.role is not None
    holder = cast.holder_of(prose.words[parts.role.last - 1].folded, parts.first)
    if holder is not None:
        return holder
    person = cast.person
    if person is None or (parts.is_spokesperson and person.identity is UNNAMED):
        return None
    if parts.is_spokesperson or _may_hold(prose, parts, person):
        return person
    return None


def _may_hold(prose: Prose, parts: Parts, person: Speaker) -> bool:
    """Not the prime minister for `the Secretary General`, nor the president for `the minister`."""
    noun = prose.words[parts.roles[-1].last - 1].folded
    if any("of_many_nations" in prose.sorts[mark.first] for mark in parts.roles):
        return fold(person.role).split()[-1:] == [noun]
    is_of_government = parts.role is not None and parts.role.full in {"role.minister", "role.state"}
    return noun in fold(person.role).split() if is_of_government else bool(person.role)


def _document(prose: Prose, parts: Parts, cast: Cast) -> Speaker | None:
    """A report or a page speaks for whoever it is of; `the release` for who spoke before."""
    assert parts.document is not None
    channel = channel_of(parts)
    if parts.bodies or parts.nation or parts.media:
        return _organisation(prose, parts, cast).by(channel)
    issuer = cast.issuer if "document.report" in prose.sorts[parts.document.first] else None
    meant = _sender(prose, parts.document, cast) or issuer or cast.last
    if meant is None or ("of_outlet" in prose.sorts[parts.document.first] and not meant.media):
        return None
    return meant.by(channel).known_by(MEDIUM)


def _sender(prose: Prose, document: Mark, cast: Cast) -> Speaker | None:
    """`the reply that the mission's press office sent`: whoever stands first in the clause behind the document."""
    if not prose.is_any(document.last, ("that.that", "relative.word")):
        return None
    near = range(document.last + 1, min(len(prose.words), document.last + CLAUSE))
    body = next((mark for index in near if (mark := prose.is_a(index, "force", "parent", "body"))), None)
    return None if body is None else _organisation(prose, Parts(prose, document.last + 1, body.last), cast)


def _organisation(prose: Prose, parts: Parts, cast: Cast) -> Speaker:
    if parts.media and not parts.bodies:
        outlet = next((mark for mark in parts.media if mark.value == "media"), parts.media[0])
        name = prose.slice(outlet.first, outlet.last)
        return Speaker(name, name, ORGANISATION, media=True)
    body = spoken_for(prose, parts, cast)
    organisation = body.name or state_text(prose, parts)
    mark = parts.bodies[0] if parts.bodies else None
    generic = (
        mark is not None
        and (mark.sort, mark.value) == ("body", "noun")
        and organisation.casefold() == prose.slice(mark.first, mark.last).casefold()
    )
    if generic and cast.body is not None and organisation.casefold().split()[-1] in cast.body.organisation.casefold():
        return cast.body
    return Speaker(
        organisation if body.name else nation_text(prose, parts),
        organisation,
        ORGANISATION,
        nation=parts.nation.value if parts.nation else None,
        official=True,
        confidence=body.confidence,
    )
