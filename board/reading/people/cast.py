"""Those who may speak in a text, and what is remembered of them."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from board.model import Channel, Confidence, Identity
from board.reading.words.members import HIGH, ORGANISATION, ROLE, UNKNOWN, UNNAMED
from board.text.fold import fold

NOUN_STEM = 5
"""Letters by which two forms of a noun are taken for the same."""

ENDING = 2
"""Letters of the longest ending of a name."""


class Speaker:
    """Somebody who may say something. `organisation` is empty where the words tell none."""

    __slots__ = ("channel", "confidence", "identity", "media", "name", "nation", "official", "organisation", "role")

    def __init__(
        self,
        name: str,
        organisation: str,
        identity: Identity,
        role: str = "",
        nation: str | None = None,
        official: bool = False,
        media: bool = False,
        channel: Channel = UNKNOWN,
        confidence: Confidence = HIGH,
    ) -> None:
        self.name, self.organisation, self.identity, self.role, self.nation = name, organisation, identity, role, nation
        self.official = official
        """Speaks for a body about its own affairs: not an outlet, an expert, or a source of a kind."""
        self.media = media
        self.channel = channel
        """Set where a document or a page speaks."""
        self.confidence = confidence

    @property
    def key(self) -> str:
        """Two with the same key are the same."""
        return (self.name or self.organisation).casefold()

    def called(self, name: str) -> Speaker:
        """The same as a body of that name."""
        other = self.speaking_for(name)
        other.name = name
        return other

    def speaking_for(self, organisation: str) -> Speaker:
        """The same with the body he speaks for."""
        other = self._same()
        other.organisation = organisation
        return other

    def by(self, channel: Channel) -> Speaker:
        """The same who speaks another way."""
        other = self._same()
        other.channel = channel
        return other

    def known_by(self, confidence: Confidence) -> Speaker:
        """The same, surer or less sure."""
        other = self._same()
        other.confidence = confidence
        return other

    def as_official(self, official: bool) -> Speaker:
        """The same who speaks for a body, or not."""
        other = self._same()
        other.official = official
        return other

    def _same(self) -> Speaker:
        return Speaker(
            self.name,
            self.organisation,
            self.identity,
            self.role,
            self.nation,
            self.official,
            self.media,
            self.channel,
            self.confidence,
        )


class SpokenFor:
    """A body by name; empty where the text tells none."""

    __slots__ = ("confidence", "name")

    def __init__(self, name: str, confidence: Confidence = HIGH) -> None:
        self.name, self.confidence = name, confidence


NOBODY = SpokenFor("")


@dataclass(slots=True)
class Cast:
    """Everybody met so far in a text, to tell who is meant by a surname, a pronoun or `the official`."""

    by_surname: dict[str, Speaker] = field(default_factory=dict)
    by_noun: dict[str, Speaker] = field(default_factory=dict)
    """Unnamed ones, by the beginning of the noun they are called by."""
    bodies_of_noun: dict[str, str] = field(default_factory=dict)
    """The body an unnamed sort of people is of where the text tells it once: `the four NATO diplomats`."""
    outlets: dict[str, Speaker] = field(default_factory=dict)
    """Outlets by name, where the text tells that they are some."""
    abbreviations: dict[str, str] = field(default_factory=dict)
    """Bodies by what the text calls them for short: `Operational Command (DORSZ)`."""
    nameless: Speaker | None = None
    """An office spoken of by itself, whose holder may be named next: `the spokesperson began`."""
    spokesperson: Speaker | None = None
    """The one who spoke last without a name: `a spokeswoman for the army`."""
    introduced: dict[int, Speaker] = field(default_factory=dict)
    """A named person by the place of a role he is introduced with."""
    offices: dict[str, list[tuple[int, Speaker]]] = field(default_factory=dict)
    """The same by the first and the last word of the role: who `the minister` is, `Minister of Defence` before."""
    spoken_to: dict[str, str] = field(default_factory=dict)
    """The outlet each unnamed one speaks to, from what is told of it once."""
    open: list[tuple[int, int, str]] = field(default_factory=list)
    """The words (first, last) that introduce an officer without a body, and his surname."""
    guessed: set[str] = field(default_factory=set)
    """Surnames of those whose body is only guessed."""
    is_complete: bool = False
    """Whether everybody named in the text has been taken in: what is only guessed counts from then on."""
    home: str | None = None
    """The nation (alpha-3) that the headline or the place line tells of."""
    secretary_of: str = ""
    """The only body of the headline that a Secretary General heads."""
    declines: bool = False
    """Whether names are declined in the language of the text."""
    issuer: Speaker | None = None
    """Whoever issues the text, where it is a report or a release itself."""
    last: Speaker | None = None
    person: Speaker | None = None
    body: Speaker | None = None

    def met(self, speaker: Speaker) -> None:
        """Remember `speaker` as the one who spoke last."""
        self.last = speaker
        self.nameless = speaker if speaker.identity is ROLE else None
        if speaker.identity is ORGANISATION:
            if not speaker.media:
                self.body = speaker
        else:
            self.person = speaker
            if speaker.identity is UNNAMED:
                self.by_noun[fold(speaker.role)[:NOUN_STEM]] = speaker

    def learn(self, surname: str, speaker: Speaker) -> None:
        """Keep the fullest of what is told of a named person: the body he speaks for, told for sure."""
        known = self.by_surname.get(surname)
        if known is None or _worth(speaker) > _worth(known):
            self.by_surname[surname] = speaker

    def declined(self, surname: str) -> Speaker | None:
        """The one whose surname stands with an ending: `sipas Kurtit`, `prema rečima Vučića`; no short ones."""
        near = (surname[:stop] for stop in range(len(surname) - 1, len(surname) - 1 - ENDING, -1) if stop >= NOUN_STEM)
        return (
            next((self.by_surname[stem] for stem in near if stem in self.by_surname), None) if self.declines else None
        )

    def fullest(self, speaker: Speaker) -> Speaker:
        """The same person with all that the text tells of him."""
        same = (known for known in self.by_surname.values() if known.name == speaker.name)
        return next(same, speaker)

    def holder_of(self, noun: str, before: int) -> Speaker | None:
        """The person introduced last before word `before` with a role that ends in `noun`."""
        known = self.offices.get(noun, [])
        place = bisect_left(known, before, key=lambda holder: holder[0])
        return known[place - 1][1] if place else None


def _worth(speaker: Speaker) -> tuple[bool, bool, bool]:
    sure = bool(speaker.organisation) and speaker.confidence is HIGH
    return bool(speaker.organisation), sure, bool(speaker.role)
