"""Who speaks: the one told by a stretch of words, and who is meant by `he` and `the official`."""

from __future__ import annotations

from dataclasses import replace

from board.model import Confidence, Identity
from board.reading.bodies import (
    body_before,
    body_text,
    channel_of,
    described,
    full_name,
    nation_text,
    role_text,
)
from board.reading.cast import NOUN_STEM, Cast, Speaker
from board.reading.offices import nation_around, office_of, people_of
from board.reading.parts import Parts
from board.reading.prose import Prose
from board.text.fold import fold


def speaker_in(prose: Prose, first: int, last: int, cast: Cast) -> Speaker | None:
    """The one who is told by words `first` to `last` (exclusive); `None` where nobody is."""
    parts = Parts(prose, first, last)
    if parts.is_empty:
        return _pronoun(prose, first, last, cast)
    if parts.name is not None:
        return _named(prose, parts, cast)
    if parts.unnamed is not None and not parts.is_spokesperson:
        return _unnamed(prose, parts, cast)
    if parts.role is not None:
        return _by_role(prose, parts, cast)
    if parts.document is not None:
        return _document(prose, parts, cast)
    return _organisation(prose, parts, cast)


def _pronoun(prose: Prose, first: int, last: int, cast: Cast) -> Speaker | None:
    for index in range(first, last):
        if (mark := prose.is_a(index, "pronoun")) is not None:
            meant = {"person": cast.person or cast.last, "body": cast.body or cast.last, "many": cast.last}.get(
                mark.value
            )
            return replace(meant, confidence=max(meant.confidence, Confidence.MEDIUM, key=_unsure)) if meant else None
    return None


def _unsure(confidence: Confidence) -> int:
    return list(Confidence).index(confidence)


def _named(prose: Prose, parts: Parts, cast: Cast) -> Speaker | None:
    assert parts.name is not None
    name = prose.slice(*parts.name)
    known = cast.by_surname.get(prose.words[parts.name.last - 1].folded)
    role = role_text(prose, parts)
    organisation = full_name(prose, parts, body_text(prose, parts))
    if known is None and not role and not organisation and not parts.unnamed:
        known, cast.nameless = cast.nameless, None
    if known is not None and (not role or not organisation):
        if known.identity is Identity.NAMED and len(known.name) > len(name):
            name = known.name
        role, organisation = role or known.role, organisation or known.organisation
    is_single = parts.name.last - parts.name.first == 1
    if is_single and known is None and not role and parts.document is None:
        return _lone_name(prose, parts, name, cast)
    if parts.unnamed is not None and not role:
        role = prose.slice(parts.unnamed.first, parts.unnamed.last)
    if not organisation and parts.document is not None and cast.body is not None:
        organisation = cast.body.organisation
    speaker = Speaker(
        name=name,
        channel=channel_of(parts),
        organisation=organisation or _by_office(prose, parts),
        identity=Identity.NAMED,
        role=role,
        nation=parts.nation.value if parts.nation else (known.nation if known else None),
        official=_holds_office(parts) or bool(known and known.official),
    )
    if role or known is None:
        cast.by_surname.setdefault(prose.words[parts.name.last - 1].folded, speaker)
    return speaker


def _holds_office(parts: Parts) -> bool:
    """Not the scholar, nor who once did."""
    return not parts.former and any(mark.value != "expert" for mark in parts.roles)


def _lone_name(prose: Prose, parts: Parts, name: str, cast: Cast) -> Speaker:
    """One capitalised word nobody has introduced: beside an outlet's noun it is an outlet, else somebody."""
    if parts.media:
        return Speaker(name, name, Identity.ORGANISATION, media=True, confidence=Confidence.MEDIUM)
    if parts.bodies or parts.nation:
        return _organisation(prose, parts, cast)
    if name.isupper():
        return Speaker(name, name, Identity.ORGANISATION, confidence=Confidence.MEDIUM)
    return Speaker(name, "", Identity.NAMED, confidence=Confidence.LOW)


def _unnamed(prose: Prose, parts: Parts, cast: Cast) -> Speaker | None:
    assert parts.unnamed is not None
    noun = prose.words[parts.unnamed.first].folded
    organisation = body_text(prose, parts) or nation_text(prose, parts)
    before = cast.by_noun.get(noun[:NOUN_STEM]) or cast.person
    if (
        before is not None
        and not parts.marked_unnamed
        and _is_definite(prose, parts.first, parts.unnamed.last)
        and _same_noun(noun, before.role)
        and organisation.casefold() in before.organisation.casefold()
    ):
        return before
    if not organisation and not _is_definite(prose, parts.first, parts.unnamed.last):
        organisation = cast.bodies_of_noun.get(noun[:NOUN_STEM], "")
    if not organisation and cast.body is not None and _is_there(prose, parts):
        organisation = cast.body.organisation
    if not organisation and parts.unnamed.full == "unnamed.official":
        organisation = _capital_in(prose, parts)
    return Speaker(
        name=described(prose, parts, parts.unnamed),
        organisation=organisation,
        identity=Identity.UNNAMED,
        role=prose.slice(parts.unnamed.first, parts.unnamed.last),
        nation=parts.nation.value if parts.nation else None,
        official=bool(organisation) and _is_of_body(prose, parts),
        confidence=Confidence.HIGH if organisation else Confidence.MEDIUM,
    )


def _is_of_body(prose: Prose, parts: Parts) -> bool:
    """`An official`, `NATO sources`, but not the sources of whoever knows of it."""
    assert parts.unnamed is not None
    if prose.is_a(parts.unnamed.first, "unnamed.official"):
        return True
    stands_before = any(mark.last == parts.unnamed.first for mark in parts.bodies)
    stands_behind = prose.is_a(parts.unnamed.last, "origin") and bool(parts.bodies)
    return prose.is_a(parts.unnamed.first, "speaks_for") is not None and bool(stands_before or stands_behind)


def _capital_in(prose: Prose, parts: Parts) -> str:
    """`Officials in Pristina` speak for the state whose capital it is."""
    capitals = (prose.is_a(index, "stands_for") for index in range(parts.first, parts.last))
    return next((people_of(prose, mark) for mark in capitals if mark is not None), "")


def _same_noun(noun: str, role: str) -> bool:
    """`the officials` and `an official`; `the official` may also mean a minister named before."""
    return role != "" and (fold(role)[:NOUN_STEM] == noun[:NOUN_STEM])


def _is_there(prose: Prose, parts: Parts) -> bool:
    """`An official there`: of the body spoken of before."""
    return any(prose.is_a(index, "there") for index in range(parts.first, parts.last))


def _is_definite(prose: Prose, first: int, last: int) -> bool:
    """`the official`, where `a` or `four` does not stand: somebody spoken of before."""
    if any(prose.is_a(index, "article.indefinite") for index in range(first, last)):
        return prose.is_a(first, "article.definite") is not None
    return prose.lexicon.bare_is_definite or any(
        prose.is_a(index, "article.definite") for index in range(first, min(last, first + 2))
    )


def _by_office(prose: Prose, parts: Parts) -> str:
    """The body one speaks for whose words name none: `its spokesman`, `the defence minister`, `the commander`."""
    if not parts.roles or parts.former:
        return ""
    if prose.is_a(parts.first, "pronoun"):
        return body_before(prose, parts.first)
    nation = parts.nation or nation_around(prose, parts.first)
    if parts.nation is None and prose.force and _serves(prose, parts):
        return prose.force
    return office_of(prose, parts.roles, nation)


def _serves(prose: Prose, parts: Parts) -> bool:
    """`the commander` in a text about one force commands that."""
    return any(prose.is_a(mark.first, "commands") for mark in parts.roles)


def _by_role(prose: Prose, parts: Parts, cast: Cast) -> Speaker | None:
    assert parts.role is not None
    organisation = full_name(prose, parts, body_text(prose, parts))
    holder = cast.holder_of(prose.words[parts.role.last - 1].folded, parts.first)
    if holder is not None and not organisation and _is_definite(prose, parts.first, parts.role.last):
        return holder
    person = cast.person
    is_known = person is not None and (parts.is_spokesperson or bool(person.role))
    if not organisation and is_known and _is_definite(prose, parts.first, parts.role.last):
        return person
    return Speaker(
        name=described(prose, parts, parts.roles[-1]),
        organisation=organisation or _by_office(prose, parts) or nation_text(prose, parts),
        identity=Identity.UNNAMED if parts.marked_unnamed else Identity.ROLE,
        role=role_text(prose, parts),
        nation=parts.nation.value if parts.nation else None,
        official=_holds_office(parts),
    )


def _document(prose: Prose, parts: Parts, cast: Cast) -> Speaker | None:
    """A report or a page speaks for whoever it is of; `the release` for who spoke before."""
    assert parts.document is not None
    channel = channel_of(parts)
    if parts.bodies or parts.nation:
        return replace(_organisation(prose, parts, cast), channel=channel)
    if parts.media:
        return replace(_organisation(prose, parts, cast), channel=channel)
    meant = cast.last
    if meant is None:
        return None
    return replace(meant, channel=channel, confidence=Confidence.MEDIUM)


def _organisation(prose: Prose, parts: Parts, cast: Cast) -> Speaker:
    if parts.media and not parts.bodies:
        outlet = next((mark for mark in parts.media if mark.value == "media"), parts.media[0])
        name = prose.slice(outlet.first, outlet.last)
        return Speaker(name, name, Identity.ORGANISATION, media=True)
    organisation = full_name(prose, parts, body_text(prose, parts)) or nation_text(prose, parts)
    mark = parts.bodies[0] if parts.bodies else None
    generic = (
        mark is not None
        and (mark.sort, mark.value) == ("body", "noun")
        and organisation.casefold() == prose.slice(mark.first, mark.last).casefold()
    )
    if generic and cast.body is not None and organisation.casefold().split()[-1] in cast.body.organisation.casefold():
        return cast.body
    return Speaker(
        organisation,
        organisation,
        Identity.ORGANISATION,
        nation=parts.nation.value if parts.nation else None,
        official=True,
    )
