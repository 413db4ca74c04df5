"""Whose page a text is that names no author: the body in its title, or the nation whose contingent it presents."""

from __future__ import annotations

from board.reading.people.cast import Cast, Speaker
from board.reading.people.homes import home_in
from board.reading.people.offices import rendered
from board.reading.people.soldiers import ARMED_FORCES, sends
from board.reading.people.speakers import speaker_in
from board.reading.words.forms import Form
from board.reading.words.lexicon import Mark
from board.reading.words.members import ORGANISATION
from board.reading.words.prose import Prose
from board.text.nations import nation_in_name

LEDE = 60
"""Words at the head of a page in which it is told whose soldiers it is about."""
SENTENCES = 2
"""Sentences at the head of an article in which somebody speaks."""
_BODIES = ("body", "parent", "force")
_DASHES = frozenset("-–—|")
_OF_A_NAME = ("article", "where", "origin", "contingent", "mission", "person", "no_name", "serves", "body")
"""What small words of a title are that tells of no event."""


def page_of(title: Prose, prose: Prose, cast: Cast) -> Speaker | None:
    """`Kosovo Force (Austrian Armed Forces)`, `KFOR - Ministry of Defence`, `Polish Military Contingent KFOR`."""
    if (land := _presented(title)) is not None and not _reports(prose):
        return _speaker(rendered(ARMED_FORCES, home_in(title, land)), land.value)
    return _in_parentheses(title, cast) or _behind_dash(title, prose, cast)


def _presented(title: Prose) -> Mark | None:
    """The nation of `Polish Military Contingent in Kosovo (KFOR)`: a name with no verb, and a force or its land."""
    own = next((mark for mark in title.nations if mark.sort == "nation" and sends(title, mark)), None)
    if own is None or not title.phrases("force", "theatre"):
        return None
    return own if all(map(_is_of_name, title.words, title.sorts)) else None


def _reports(prose: Prose) -> bool:
    """`Slovenian Soldiers to Stay in Kosovo`, above an article in which somebody says so at once: no page of theirs."""
    return any("say" in sentence.sorts for sentence in prose.sentences[:SENTENCES])


def _is_of_name(word: Form, own: frozenset[str]) -> bool:
    """A capital, a mark, `of` or `contribution`."""
    return not word.text[0].islower() or word.text == "s" or not own.isdisjoint(_OF_A_NAME)


def _in_parentheses(title: Prose, cast: Cast) -> Speaker | None:
    """The body in parentheses behind a title, as an agency is."""
    opened = next((index for index, word in enumerate(title.words) if word.text == "("), None)
    if opened is None or title.words[-1].text != ")":
        return None
    return _body_in(title, opened + 1, len(title.words) - 1, cast)


def _behind_dash(title: Prose, prose: Prose, cast: Cast) -> Speaker | None:
    """`KFOR - Ministry of National Defence`: of the nation whose soldiers the page is about."""
    dash = next(
        (index for index, word in enumerate(title.words) if word.text in _DASHES and not title.touches(index)), None
    )
    if dash is None or dash + 1 >= len(title.words) or not all(map(_is_of_name, title.words, title.sorts)):
        return None
    speaker = _body_in(title, dash + 1, len(title.words), cast)
    if speaker is None or nation_in_name(speaker.organisation) or "force" in title.sorts[dash + 1]:
        return speaker
    home = next((home_in(prose, mark) for mark in prose.nations if mark.first < LEDE and sends(prose, mark)), None)
    return speaker if home is None else _speaker(f"{home.people} {speaker.organisation}", home.nation)


def _body_in(title: Prose, first: int, last: int, cast: Cast) -> Speaker | None:
    """The body that the words name; none where they tell somebody else."""
    speaker = speaker_in(title, first, last, cast)
    is_body = speaker is not None and speaker.identity is ORGANISATION and speaker.official
    return speaker if is_body and title.any_in(range(first, last), *_BODIES) else None


def _speaker(organisation: str, nation: str) -> Speaker:
    return Speaker(organisation, organisation, ORGANISATION, nation=nation, official=True)
