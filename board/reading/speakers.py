"""Who speaks: the name, role and body told by a stretch of words, and who is meant by `he` and `the official`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from board.model import Channel, Confidence, Identity
from board.reading.lexicon import Mark
from board.reading.prose import Prose, Sentence
from board.text.fold import fold

NOUN_STEM = 5
"""Letters by which two forms of a noun are taken for the same."""
NEARBY = 30
"""Words back in which the body of `its spokesperson` is looked for."""
LONGEST_NAME = 5
"""Words of the longest name of a person."""
_POSSESSIVE = frozenset(("'s", "’s"))
_INITIAL_DOT = "."
_PARTICLES = frozenset(("de", "di", "da", "von", "van", "der", "den", "bin", "al", "el", "la", "del", "-"))


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who may say something. `organisation` is empty where the words tell none."""

    name: str
    organisation: str
    identity: Identity
    role: str = ""
    nation: str | None = None
    official: bool = False
    """Speaks for a body about its own affairs: not an outlet, an expert, or a source of a kind."""
    media: bool = False
    channel: Channel = Channel.UNKNOWN
    """Set where a document or a page speaks."""
    confidence: Confidence = Confidence.HIGH

    @property
    def key(self) -> str:
        """Two with the same key are the same."""
        return (self.name or self.organisation).casefold()


class Name(NamedTuple):
    """The name of a person: words `first` to `last` (exclusive)."""

    first: int
    last: int


@dataclass(slots=True)
class Cast:
    """Everybody met so far in a text, to tell who is meant by a surname, a pronoun or `the official`."""

    by_surname: dict[str, Speaker] = field(default_factory=dict)
    by_noun: dict[str, Speaker] = field(default_factory=dict)
    """Unnamed ones, by the beginning of the noun they are called by."""
    last: Speaker | None = None
    person: Speaker | None = None
    body: Speaker | None = None

    def met(self, speaker: Speaker) -> None:
        """Remember `speaker` as the one who spoke last."""
        self.last = speaker
        if speaker.identity is Identity.ORGANISATION:
            if not speaker.media:
                self.body = speaker
        else:
            self.person = speaker
            if speaker.identity is Identity.UNNAMED:
                self.by_noun[fold(speaker.role)[:NOUN_STEM]] = speaker

    def mention(self, prose: Prose, sentence: Sentence) -> None:
        """Take in somebody a sentence brings up without words of his: `An official spoke to us` … `The official said`."""
        for mark in sentence.marks:
            if mark.full != "unnamed.official" or prose.quoted[mark.first]:
                continue
            speaker = speaker_in(prose, *_phrase_around(prose, mark.first, mark.last), self)
            if speaker is not None and speaker.identity is Identity.UNNAMED and speaker.organisation:
                self.met(speaker)
            return

    def introduce(self, prose: Prose) -> None:
        """Learn the roles of people named anywhere in the text, so that `Kurti said` on top of it has one too."""
        for role in prose.roles:
            name = name_at(prose, role.last, len(prose.words))
            if name is None or name.last - name.first < 2:
                continue
            surname = prose.words[name.last - 1].folded
            if surname not in self.by_surname:
                speaker = speaker_in(prose, *_phrase_around(prose, role.first, name.last), self)
                if speaker is not None and speaker.identity is Identity.NAMED:
                    self.by_surname[surname] = speaker


def _phrase_around(prose: Prose, first: int, last: int) -> tuple[int, int]:
    """The words of the same phrase before `first`: `NATO` of `NATO Secretary General`."""
    index = first - 1
    while (
        index >= 0
        and prose.is_a(index, "force", "parent", "body", "nation", "role", "article")
        or (index >= 0 and prose.words[index].text in _POSSESSIVE)
    ):
        index -= 1
    return index + 1, last


def name_at(prose: Prose, index: int, stop: int) -> Name | None:
    """The name of a person that begins at word `index`."""
    end = index
    while end < min(stop, index + LONGEST_NAME) and _may_be_name(prose, end, end > index):
        end += 1
    while end > index and not prose.is_capital(end - 1):
        end -= 1
    return Name(index, end) if end > index else None


def _may_be_name(prose: Prose, index: int, inside: bool) -> bool:
    word = prose.words[index]
    if inside and (word.folded in _PARTICLES or (word.text == _INITIAL_DOT and len(prose.words[index - 1].text) == 1)):
        return True
    if not word.text[0].isupper() or (len(word.text) > 1 and word.text.isupper() and len(word.text) < 5):
        return False
    return not prose.is_a(
        index, "force", "parent", "body", "media", "nation", "stands_for", "role", "article", "pronoun", "clause", "apart", "say",
        "document", "unnamed", "theatre", "person", "aux", "that", "according", "stance", "asked", "theatre_other", "place",
    )  # fmt: skip


def speaker_in(prose: Prose, first: int, last: int, cast: Cast) -> Speaker | None:
    """The one who is told by words `first` to `last` (exclusive); `None` where nobody is."""
    parts = _Parts(prose, first, last)
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


class _Parts:
    """What a stretch of words holds: the first of each sort."""

    def __init__(self, prose: Prose, first: int, last: int) -> None:
        self.first, self.last = first, last
        self.name: Name | None = None
        self.role: Mark | None = None
        self.roles: list[Mark] = []
        self.unnamed: Mark | None = None
        self.marked_unnamed = False
        self.bodies: list[Mark] = []
        self.media: list[Mark] = []
        self.document: Mark | None = None
        self.nation: Mark | None = None
        self.former = False
        index = first
        while index < last:
            index = self._take(prose, index, last)

    def _take(self, prose: Prose, index: int, last: int) -> int:
        if index > self.first and _is_where(prose, index):
            return index + 1
        if not (marks := prose.marks.get(index)):
            if prose.is_capital(index) and self.name is None and not _is_lone_opener(prose, index, self.first):
                self.name = name_at(prose, index, last)
                if self.name is None:
                    return index + 1
                last = self.name.last
                if _describes(prose, self.name) or _is_of_a_body(prose, self.name, self.first):
                    self.name = None
                return last
            return index + 1
        if not _is_adjective(prose, marks[0]):
            for mark in marks:
                self._sort(mark)
        return max(marks[0].last, index + 1)

    def _sort(self, mark: Mark) -> None:
        match mark.sort, mark.value:
            case ("role", "former"):
                self.former = True
            case ("role", _):
                self.roles.append(mark)
                self.role = self.role or mark
            case ("unnamed", "person" | "official"):
                self.unnamed = self.unnamed or mark
            case ("unnamed", _):
                self.marked_unnamed = True
            case (("force" | "parent" | "body"), _):
                self.bodies.append(mark)
            case ("media", _):
                self.media.append(mark)
            case ("document", _):
                self.document = self.document or mark
            case (("nation" | "stands_for"), _):
                self.nation = self.nation or mark

    @property
    def is_empty(self) -> bool:
        return not (
            self.name or self.roles or self.unnamed or self.bodies or self.media or self.document or self.nation
        )

    @property
    def is_spokesperson(self) -> bool:
        return any(mark.value == "spokesperson" for mark in self.roles)


def _is_of_a_body(prose: Prose, name: Name, first: int) -> bool:
    """`commander of the Multinational Unit`, `mayor of North Mitrovica`: capitals that name what somebody heads."""
    return name.first > first and prose.is_a(name.first - 1, "article.definite", "origin") is not None


def _is_where(prose: Prose, index: int) -> bool:
    """`in Pristina`, `near Potsdam`: a capital behind such a word tells where somebody speaks."""
    if not prose.is_a(index - 1, "where") or not prose.is_capital(index):
        return False
    return prose.is_a(index, "stands_for", "nation") is not None or index not in prose.marks


def _describes(prose: Prose, name: Name) -> bool:
    """`a Western diplomat`: one capital before a small noun is no name."""
    if name.last - name.first > 1 or name.last >= len(prose.words):
        return False
    return (
        not prose.is_capital(name.last)
        and prose.is_a(name.last, "unnamed", "role", "body.noun", "media.noun", "document") is not None
    )


def _is_adjective(prose: Prose, mark: Mark) -> bool:
    """`the official website`, `an expert report`."""
    return mark.sort == "unnamed" and mark.last < len(prose.words) and prose.is_a(mark.last, "document") is not None


def _is_lone_opener(prose: Prose, index: int, first: int) -> bool:
    """A capital that only begins a sentence is no name: the next word is not one either, and it is a small word."""
    return index == first and len(prose.words[index].text) < 3


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


def _named(prose: Prose, parts: _Parts, cast: Cast) -> Speaker | None:
    assert parts.name is not None
    name = prose.slice(*parts.name)
    known = cast.by_surname.get(prose.words[parts.name.last - 1].folded)
    role = _role_text(prose, parts)
    organisation = _body_text(prose, parts)
    if known is not None and (not role or not organisation):
        name = known.name if len(known.name) > len(name) else name
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
        channel=_channel(parts),
        organisation=organisation or _office(prose, parts) or (known.organisation if known else ""),
        identity=Identity.NAMED,
        role=role,
        nation=parts.nation.value if parts.nation else (known.nation if known else None),
        official=(bool(role) and not parts.former) or bool(known and known.official),
    )
    if role or known is None:
        cast.by_surname.setdefault(prose.words[parts.name.last - 1].folded, speaker)
    return speaker


def _lone_name(prose: Prose, parts: _Parts, name: str, cast: Cast) -> Speaker:
    """One capitalised word nobody has introduced: in marks or beside an outlet's noun it is an outlet, else somebody."""
    if parts.media:
        return Speaker(name, name, Identity.ORGANISATION, media=True, confidence=Confidence.MEDIUM)
    if parts.bodies or parts.nation:
        return _organisation(prose, parts, cast)
    if name.isupper():
        return Speaker(name, name, Identity.ORGANISATION, confidence=Confidence.MEDIUM)
    return Speaker(name, "", Identity.NAMED, confidence=Confidence.LOW)


def _role_text(prose: Prose, parts: _Parts) -> str:
    """`Secretary General`, with `former` where it is said; roles in a row are one."""
    if not parts.roles:
        return ""
    first, last = parts.roles[0].first, parts.roles[0].last
    for mark in parts.roles[1:]:
        if mark.first == last or (mark.first == last + 1 and prose.words[last].text == "."):
            last = mark.last
    return ("former " if parts.former else "") + prose.slice(first, last)


def _body_text(prose: Prose, parts: _Parts) -> str:
    """The body as it is written, with its nation: `Kosovo’s Defense Ministry`; a nation alone for those who head it."""
    if parts.bodies:
        mark = next((mark for mark in parts.bodies if mark.sort == "force"), parts.bodies[0])
        if mark.sort != "body":
            return mark.value
        if prose.force and prose.is_a(mark.first, "mission") and not parts.nation:
            return prose.force
        first = mark.first
        while first > parts.first and _belongs_to_name(prose, first - 1):
            first -= 1
        last = _with_rest(prose, mark.last, parts.last)
        return prose.slice(first, last)
    if parts.nation is not None and parts.roles:
        office = _office(prose, parts)
        nation = prose.slice(parts.nation.first, parts.nation.last)
        return f"{nation} {office}" if office else nation
    return ""


def _belongs_to_name(prose: Prose, index: int) -> bool:
    """Words before a body's noun that are of its name: `Swiss Federal` Council, `Kosovo's` ministry."""
    if prose.is_a(index, "nation", "parent") or prose.words[index].text in _POSSESSIVE:
        return True
    if index and index not in prose.marks and prose.words[index].text.isalpha() and prose.is_a(index - 1, "nation"):
        return True
    return prose.is_capital(index) and not prose.is_a(
        index, "article", "role", "apart", "clause", "media", "pronoun", "where", "said"
    )


def _with_rest(prose: Prose, last: int, stop: int) -> int:
    """`Ministry of Defence of Kosovo` and `Office for Kosovo` are names to their end."""
    end = last
    while end < stop and prose.is_a(end, "nation"):
        end += 1
    last = end
    while (
        end + 1 < stop
        and prose.is_a(end, "origin", "counts.share", "where")
        and (
            prose.is_capital(end + 1)
            or (prose.is_a(end + 1, "article") and end + 2 < stop and prose.is_capital(end + 2))
        )
    ):
        end += 1
        while end < stop and (prose.is_capital(end) or prose.is_a(end, "article")) and not prose.is_a(end, "role"):
            end += 1
        last = end
    return last


def _office(prose: Prose, parts: _Parts) -> str:
    for mark in parts.roles:
        if office := prose.is_a(mark.first, "office"):
            return office.value
    return ""


def _unnamed(prose: Prose, parts: _Parts, cast: Cast) -> Speaker | None:
    assert parts.unnamed is not None
    noun = prose.words[parts.unnamed.first].folded
    organisation = _body_text(prose, parts) or _nation_text(prose, parts)
    before = cast.by_noun.get(noun[:NOUN_STEM]) or cast.person
    if before is not None and not parts.marked_unnamed and _is_definite(prose, parts.first, parts.unnamed.last):
        if _same_noun(noun, before.role) and organisation.casefold() in before.organisation.casefold():
            return before
    if not organisation and cast.body is not None and _is_there(prose, parts):
        organisation = cast.body.organisation
    return Speaker(
        name=_described(prose, parts, parts.unnamed),
        organisation=organisation,
        identity=Identity.UNNAMED,
        role=prose.slice(parts.unnamed.first, parts.unnamed.last),
        nation=parts.nation.value if parts.nation else None,
        official=bool(organisation) and prose.is_a(parts.unnamed.first, "unnamed.official") is not None,
        confidence=Confidence.HIGH if organisation else Confidence.MEDIUM,
    )


def _same_noun(noun: str, role: str) -> bool:
    """`the officials` and `an official`; `the official` may also mean a minister named before."""
    return role != "" and (fold(role)[:NOUN_STEM] == noun[:NOUN_STEM])


def _is_there(prose: Prose, parts: _Parts) -> bool:
    """`An official there`: of the body spoken of before."""
    return any(prose.is_a(index, "there") for index in range(parts.first, parts.last))


def _nation_text(prose: Prose, parts: _Parts) -> str:
    return prose.slice(parts.nation.first, parts.nation.last) if parts.nation else ""


def _described(prose: Prose, parts: _Parts, noun: Mark) -> str:
    """The words of the description up to its noun: `A US Defense Department official`."""
    first = parts.first
    while first < noun.first and prose.words[first].text in ',:;–—"“”„':
        first += 1
    return prose.slice(first, noun.last)


def _is_definite(prose: Prose, first: int, last: int) -> bool:
    """`the official`, where `a` or `four` does not stand: somebody spoken of before."""
    if any(prose.is_a(index, "article.indefinite") for index in range(first, last)):
        return prose.is_a(first, "article.definite") is not None
    return prose.lexicon.bare_is_definite or any(
        prose.is_a(index, "article.definite") for index in range(first, min(last, first + 2))
    )


def _by_role(prose: Prose, parts: _Parts, cast: Cast) -> Speaker | None:
    assert parts.role is not None
    organisation = _body_text(prose, parts)
    if not organisation and cast.person is not None and _is_definite(prose, parts.first, parts.role.last):
        if parts.is_spokesperson or cast.person.role:
            return cast.person
    if not organisation and prose.is_a(parts.first, "pronoun"):
        organisation = _body_before(prose, parts.first)
    return Speaker(
        name=_described(prose, parts, parts.roles[-1]),
        organisation=organisation or _office(prose, parts) or _nation_text(prose, parts),
        identity=Identity.UNNAMED if parts.marked_unnamed else Identity.ROLE,
        role=_role_text(prose, parts),
        nation=parts.nation.value if parts.nation else None,
        official=not parts.former,
    )


def _body_before(prose: Prose, index: int) -> str:
    """The body named nearest before: `The force is not involved, its spokesperson said`."""
    for place in range(index - 1, max(-1, index - NEARBY), -1):
        if (mark := prose.is_a(place, "force", "body", "parent")) is not None:
            return _body_text(prose, _Parts(prose, max(0, mark.first - LONGEST_NAME), mark.last))
    return ""


def _document(prose: Prose, parts: _Parts, cast: Cast) -> Speaker | None:
    """A report or a page speaks for whoever it is of; `the release` for who spoke before."""
    assert parts.document is not None
    channel = _channel(parts)
    if parts.bodies or parts.nation:
        return replace(_organisation(prose, parts, cast), channel=channel)
    if parts.media:
        return replace(_organisation(prose, parts, cast), channel=channel)
    meant = cast.last
    if meant is None:
        return None
    return replace(meant, channel=channel, confidence=Confidence.MEDIUM)


def _channel(parts: _Parts) -> Channel:
    if parts.document is None:
        return Channel.UNKNOWN
    return Channel.WEBSITE if parts.document.value == "website" else Channel.WRITTEN


def _organisation(prose: Prose, parts: _Parts, cast: Cast) -> Speaker:
    if parts.media and not parts.bodies:
        mark = next((mark for mark in parts.media if mark.value == "media"), parts.media[0])
        name = prose.slice(mark.first, mark.last)
        return Speaker(name, name, Identity.ORGANISATION, media=True)
    organisation = _body_text(prose, parts) or _nation_text(prose, parts)
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
