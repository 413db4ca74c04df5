"""In what capacity somebody speaks of whom no body is known: `former NATO official`, `Russian envoy to the Balkans`."""

from __future__ import annotations

from typing import Final

from board.reading.people.bodies import body_text, full_name, head_body, nation_text, own_bodies
from board.reading.people.cast import NOBODY, Cast, SpokenFor
from board.reading.people.homes import sentence_at
from board.reading.words.lexicon import Mark
from board.reading.words.names import may_name
from board.reading.words.parts import POSSESSIVE, Parts, parts_of
from board.reading.words.prose import Prose
from board.text.fold import fold

LONGEST: Final = 8
"""Words of a description before its noun, and of what follows it."""
SHORT: Final = 4
"""Letters by which `a` and `one` are told from `senior`."""
_BREAKS: Final = (
    "article", "pronoun", "clause", "apart", "say", "that", "aux", "where", "origin", "relative", "media", "not",
    "no_name",
)  # fmt: skip
"""What a word is that stands in no description before its noun."""
_LINKS: Final = ("serves", "origin", "where", "name_joins.of")
_NO_BEGINNING = POSSESSIVE | {"-"}
_ENDS_TAIL = (
    "say",
    "aux",
    "clause",
    "relative",
    "apart.dates",
    "pronoun",
    "media",
    "channel",
    "name_joins",
    "in_time",
)


def capacity(prose: Prose, parts: Parts, cast: Cast) -> SpokenFor:
    """The description of one who was something, or whose office is nobody's but his; nobody for any other."""
    if parts.name is None and parts.former is None and not parts.roles:
        return NOBODY
    if was := _until_then(prose, parts):
        return SpokenFor(was)
    if parts.is_spokesperson and "pronoun.body" in prose.sorts[parts.first]:
        return NOBODY
    office = _what_he_was(prose, parts)
    told = _of_the_past(prose, parts, office) if office is not None else ""
    if office is None and (office := next((mark for mark in parts.roles if _speaks_as(prose, parts, mark)), None)):
        told = _of_served(prose, parts, office, cast) or _of_place(prose, parts, office)
        told = told or described_as(prose, parts, office)
    return SpokenFor(told) if office is not None and not _is_open(prose, parts, office, told) else NOBODY


def as_told(prose: Prose, parts: Parts) -> SpokenFor:
    """`political analyst`, `Conservative defence spokesman`: what somebody is of whose body nothing is told."""
    known = next((mark for mark in parts.roles if mark.value in {"expert", "spokesperson"}), None)
    known = known or next((mark for mark in parts.roles if _leads_people(prose, mark)), None)
    if known is None or (known.value == "spokesperson" and _first(prose, parts, known) == known.first):
        return NOBODY
    told = described_as(prose, parts, known)
    is_bare = known.value == "head" and fold(told) == fold(prose.slice(known.first, known.last))
    return NOBODY if is_bare else SpokenFor(told)


def _leads_people(prose: Prose, role: Mark) -> bool:
    """`a representative of the local Serbs`, `leader of the protesters`: the head of no body."""
    return role.value == "head" and "origin" in prose.sorts[role.last]


def at_present(prose: Prose, parts: Parts) -> Parts:
    """`Regina Holt, a fellow at the Atlantic Council and a former officer` without what she was."""
    if parts.former is None or parts.name is None or parts.name.first > parts.former.first:
        return parts
    if not any(mark.last < parts.former.first for mark in parts.roles if mark.first > parts.name.last):
        return parts
    return parts_of(prose, parts.first, parts.former.first)


def _is_open(prose: Prose, parts: Parts, office: Mark, told: str) -> bool:
    """`the envoy`, who was told of before, and `the mayor`, whose town was."""
    if "heads_place" in prose.sorts[office.first] and parts.former is None:
        if parts.headed is not None:
            return False
        span = range(_first(prose, parts, office), _last(prose, parts, office))
        return not any(prose.is_capital(index) and may_name(prose, index) for index in span)
    names_body = prose.any_in(range(office.first, office.last), "parent")
    is_bare = not names_body and fold(told) == fold(prose.slice(office.first, office.last))
    is_bare = is_bare or (parts.former is not None and office.first == parts.former.last)
    return is_bare and parts.name is None and "article.definite" in prose.sorts[parts.first]


def described_as(prose: Prose, parts: Parts, noun: Mark) -> str:
    """The words around a role that tell it, without article and name: `Pristina-based researcher`."""
    first, last = _first(prose, parts, noun), _last(prose, parts, noun)
    text = prose.slice(first, last)
    opens = first == prose.sentences[sentence_at(prose, first)].first and prose.is_a(first, "role", "no_name")
    is_title = first + 1 < last and prose.is_capital(first + 1)
    return text[0].lower() + text[1:] if (opens and not is_title) or "role.former" in prose.sorts[first] else text


def _until_then(prose: Prose, parts: Parts) -> str:
    """`who served as mayor of Zvecan until 2014`, right behind a name."""
    if parts.name is None or prose.words[min(parts.name.last, len(prose.words) - 1)].text != ",":
        return ""
    held = _held(prose, parts.name.last + 1)
    if held is None or not prose.any_in(range(held.last, min(len(prose.words), held.last + LONGEST)), "ended"):
        return ""
    return f"former {described_as(prose, Parts(prose, held.first, held.last + LONGEST), held)}"


def _what_he_was(prose: Prose, parts: Parts) -> Mark | None:
    """The role somebody had, where none he has is told before it."""
    if parts.former is None:
        return None
    told = [mark for mark in parts.roles if "needs_nation" not in prose.sorts[mark.first]]
    if (held := next((mark for mark in told if "role.former" in prose.sorts[mark.first - 1]), None)) is not None:
        return held
    if any(mark.last <= parts.former.first for mark in told):
        return None
    behind = [mark for mark in (*parts.roles, parts.unnamed) if mark is not None and mark.first >= parts.former.last]
    return min(behind, key=lambda mark: (mark.first, mark.last), default=None)


def _of_the_past(prose: Prose, parts: Parts, was: Mark) -> str:
    """`former commander of KFOR`; for a retired officer with what he once held: `who was commander of KFOR`."""
    assert parts.former is not None
    behind = _last(prose, parts, was)
    if (held := _held(prose, behind)) is not None:
        wider = Parts(prose, behind, min(len(prose.words), held.last + LONGEST))
        return f"former {described_as(prose, wider, held)}"
    begin = was.first - 1 if "role.former" in prose.sorts[was.first - 1] else parts.former.first
    text = described_as(prose, parts, was.over(begin, was.last))
    body = head_body(prose, parts)
    if body is not None and body.first >= behind:
        return f"{text}, {full_name(prose, parts, body_text(prose, parts), None)}"
    of_land = parts.nation is not None and parts.nation.first >= behind and prose.is_a(parts.nation.first - 1, "origin")
    return f"{text} of {nation_text(prose, parts)}" if of_land else text


def _held(prose: Prose, first: int) -> Mark | None:
    """The role told by `who was deputy commander of KFOR` at word `first`."""
    verb = prose.is_a(first + 1, "introduces.is")
    if verb is None or "relative.who" not in prose.sorts[first]:
        return None
    begin = verb.last
    while "article" in prose.sorts[begin]:
        begin += 1
    return prose.is_a(begin, "role")


def _speaks_as(prose: Prose, parts: Parts, role: Mark) -> bool:
    """An office from which no body follows, held by nobody who has another one as well."""
    if own_bodies(prose, parts) and "envoy" not in prose.sorts[role.first]:
        return False
    if not ("speaks_as" in prose.sorts[role.first] or _is_envoy(prose, parts, role)):
        return False
    others = (mark for mark in parts.roles if not role.first <= mark.first < _last(prose, parts, role))
    return all(prose.is_any(mark.first, ("needs_nation", "speaks_as")) for mark in others)


def _is_envoy(prose: Prose, parts: Parts, role: Mark) -> bool:
    """`Ambassador to the United Nations`, `at Thursday's Council meeting the ambassador`: no embassy's."""
    if "envoy.ambassador" not in prose.sorts[role.first]:
        return False
    if parts.bodies:
        return True
    first = prose.sentences[sentence_at(prose, role.first)].first
    return prose.any_in(range(first, role.first), "meets")


def _of_served(prose: Prose, parts: Parts, role: Mark, cast: Cast) -> str:
    """`Wierzbicki's security adviser` serves whatever Wierzbicki is introduced with."""
    if parts.served is None or prose.words[parts.served.last].text not in POSSESSIVE:
        return ""
    served = cast.by_surname.get(prose.words[parts.served.last - 1].folded)
    if served is None or not served.organisation:
        return ""
    article = "the " if " of " in served.organisation else ""
    return f"{prose.slice(max(role.first - 1, parts.served.last + 1), role.last)} to {article}{served.organisation}"


def _of_place(prose: Prose, parts: Parts, role: Mark) -> str:
    """`Mayor Goran Peric of South Varosh`."""
    name, place = parts.name, parts.headed
    if name is None or place is None or not role.first < name.first < place.first:
        return ""
    if "heads_place" not in prose.sorts[role.first]:
        return ""
    return f"{prose.slice(role.first, role.last).lower()} of {place.written(prose)}"


def _first(prose: Prose, parts: Parts, noun: Mark) -> int:
    first = noun.first
    while first > max(parts.first, noun.first - LONGEST) and _describes(prose, parts, first - 1):
        first -= 1
    while first < noun.first and prose.words[first].text in _NO_BEGINNING:
        first += 1
    return first


def _describes(prose: Prose, parts: Parts, index: int) -> bool:
    """An adjective, an owner or a body before a role."""
    if parts.name is not None and parts.name.first <= index < parts.name.last:
        return False
    word = prose.words[index]
    if word.text in POSSESSIVE or (word.text == "-" and prose.touches(index)):
        return True
    if prose.is_any(index, ("article.definite", "pronoun")):
        return False
    if prose.is_any(index, ("nation", "parent", "force", "body", "role", "stands_for")):
        return True
    if "article" in prose.sorts[index] and len(word.text) < SHORT:
        return False
    return word.text[0].isalpha() and (prose.is_capital(index) or not prose.is_any(index, _BREAKS))


def _last(prose: Prose, parts: Parts, noun: Mark) -> int:
    """Behind the roles in a row and what they are of or for: `adviser to the President of Poland`."""
    stop = _stop(parts, noun)
    last = noun.last
    while last < stop and (prose.words[last].text == "." or prose.is_any(last, ("role", "unnamed"))):
        last += 1
    while (behind := _linked(prose, last, stop)) > last:
        last = behind
    return last


def _stop(parts: Parts, noun: Mark) -> int:
    """Where a description ends at the latest: before the name, else with the words that tell the speaker."""
    is_before = parts.name is not None and parts.name.first >= noun.last
    stop = parts.name.first if is_before and parts.name is not None else parts.last
    return min(stop, noun.last + LONGEST)


def _linked(prose: Prose, last: int, stop: int) -> int:
    """Behind `to the President`, `of Poland`, `for the dialogue`; where nothing is joined on, `last`."""
    if last >= stop or not prose.is_any(last, _LINKS) or "aux" in prose.sorts[last]:
        return last
    end = last + 1
    while end < stop and "article" in prose.sorts[end]:
        end += 1
    begin = end
    while end < stop and (prose.words[end].text[0].isalpha() or prose.words[end].text in POSSESSIVE):
        if prose.is_any(end, _LINKS) or (not prose.is_capital(end) and prose.is_any(end, _ENDS_TAIL)):
            break
        end += 1
    return end if end > begin else last
