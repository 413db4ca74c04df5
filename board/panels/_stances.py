"""What a speaker does with a matter, how and from where, in the words of the field."""

from __future__ import annotations

import re
from itertools import takewhile

from board.model import Channel, Identity, Stance, Statement, Strength
from board.shapes import Tone
from board.text.fold import fold

_TONES = {
    None: Tone.HEADLINE,
    Stance.CLAIMS: Tone.CLAIMS,
    Stance.CONFIRMS: Tone.CONFIRMS,
    Stance.DENIES: Tone.DENIES,
    Stance.ANNOUNCES: Tone.ANNOUNCES,
    Stance.NO_COMMENT: Tone.NO_COMMENT,
}
_IDENTITIES = {
    Identity.NAMED: "",
    Identity.ROLE: "by role only",
    Identity.ORGANISATION: "",
    Identity.UNNAMED: "unnamed",
}
_CHANNELS = {
    Channel.SPOKEN: "spoken",
    Channel.WRITTEN: "in writing",
    Channel.WEBSITE: "on its website",
    Channel.SECOND_HAND: "second-hand",
    Channel.UNKNOWN: "",
}
STRENGTHS = {Strength.WEAK: "weakly", Strength.PLAIN: "", Strength.STRONG: "strongly"}
_JOINING = frozenset({"of", "the", "for", "and"})
_ARTICLE = re.compile(r"^(?:an?|the)\s+", re.IGNORECASE)


def tone(statement: Statement) -> Tone:
    return _TONES[statement.stance]


def word(statement: Statement) -> str:
    """`DENIES weakly`, `NO ANSWER YET`, `HEADLINE`: capitals for what is done, small letters for how strongly."""
    return word_of(statement.stance, statement.strength)


def word_of(stance: Stance | None, strength: Strength) -> str:
    """The same of a stance and its strength alone."""
    match stance:
        case None:
            return "HEADLINE"
        case Stance.NO_COMMENT:
            return "NO ANSWER YET" if strength is Strength.WEAK else "DECLINES"
        case Stance.DENIES:
            return f"DENIES {STRENGTHS[strength]}".rstrip()
        case _:
            return stance.value.upper()


def who(statement: Statement) -> str:
    """Organisation and speaker: `NATO, official`; the outlet where nobody else speaks."""
    organisation, speaker = statement.organisation, statement.speaker
    if organisation and speaker and statement.identity in (Identity.UNNAMED, Identity.ROLE):
        speaker = _without(organisation, speaker)
    return ", ".join(part for part in (organisation, speaker) if part) or statement.origin or "unknown speaker"


def _without(organisation: str, speaker: str) -> str:
    """`a US Defense Department official` of the US Department of Defense is `official`: no body is named twice."""
    words = _ARTICLE.sub("", speaker).split()
    body = {word for word in fold(organisation).split() if word not in _JOINING}
    named = list(takewhile(lambda word: fold(word) in body | _JOINING, words))
    return " ".join(words[len(named) :] if body <= set(map(fold, named)) else words)


def how(statement: Statement) -> str:
    """`unnamed, in writing`: what is known of identity and channel; a named person's role. Of a headline, nothing."""
    if statement.stance is None:
        return ""
    identity = statement.role if statement.identity is Identity.NAMED else _IDENTITIES[statement.identity]
    return ", ".join(part for part in (identity, _CHANNELS[statement.channel]) if part)


def way(statement: Statement) -> tuple[str, ...]:
    """Origin first, then the carriers, the one nearest the reader last; nobody twice in a row."""
    places = [place for place in (statement.origin, *statement.carriers) if place]
    return tuple(place for index, place in enumerate(places) if index == 0 or place != places[index - 1])
