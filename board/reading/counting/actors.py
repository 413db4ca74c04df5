"""Who is spoken of in a sentence as having or sending people: nations, forces and bodies in arms."""

from __future__ import annotations

from typing import Final

from board.reading.counting.armed import POSSESSIVE, body_of, owner_of
from board.reading.counting.shares import is_left_behind, is_of_a_contingent, is_share_of_a_force
from board.reading.words.entries import FALLBACK
from board.reading.words.lexicon import Mark
from board.reading.words.number_words import JOINERS
from board.reading.words.prose import Prose, Sentence

_NATIONS: Final = frozenset(("nation", "stands_for", "state_of"))
_NAMES: Final = (*_NATIONS, "force", "parent", "armed", "body")
_JOINS: Final = JOINERS | {","}
_AROUND_NAME: Final = frozenset((("(", ")"), ("/", "/")))
ACRONYM: Final = 3
"""Letters of the shortest word in capitals that is taken for a body's name."""
FARTHEST: Final = 40
"""Words back that are looked at; what is longer than that is a list, not a sentence."""
TO_VERB: Final = 4
"""Words from a body to the verb that gives its people, at most."""
TO_ROLE: Final = 3
"""Words after a nation in which the role of its speaker follows: `Turkish Defence Minister`."""


class Actor:
    """A nation (its code), or a force or body (its name); neither is told where those who run the force are named."""

    __slots__ = ("force", "nation")

    def __init__(self, force: str, nation: str | None) -> None:
        self.force, self.nation = force, nation


def actor_at(prose: Prose, sentence: Sentence, index: int, stop: int) -> Actor | None:
    """Whoever is named at word `index`; not one named as a place, nor the home of a speaker.

    `stop` is where the number begins that the actor may have.
    """
    own = prose.sorts[index]
    if not own:
        return (
            Actor(word, None)
            if is_acronym(word := prose.words[index].text) and not _is_no_holder(prose, index)
            else None
        )
    if "force" in own and (mark := prose.is_a(index, "force")) is not None:
        hidden = is_place(prose, sentence, mark, stop) or is_of_a_contingent(prose, sentence, mark)
        hidden = hidden or is_left_behind(prose, sentence, mark)
        return None if hidden or _is_only_an_attribute(prose, mark.last) else Actor(mark.value, None)
    if "parent" in own and (mark := prose.is_a(index, "parent")) is not None:
        hidden = is_place(prose, sentence, mark, stop) or _is_attribute(prose, sentence, mark)
        hidden = hidden or is_of_a_contingent(prose, sentence, mark)
        return None if hidden else Actor("", None)
    if (mark := nation_at(prose, index)) is not None:
        hidden = is_place(prose, sentence, mark, stop) or is_home_of_speaker(prose, sentence, mark)
        hidden = hidden or "made.under" in prose.sorts[mark.first - 1] or _is_of_a_request(prose, sentence, mark)
        return None if hidden else Actor("", mark.value)
    may_be_body = "armed" in own or prose.words[index].text.isupper()
    body = _body(prose, sentence, index) if may_be_body else ""
    return Actor(body, None) if body else None


def nation_at(prose: Prose, index: int) -> Mark | None:
    """A nation that may send soldiers; not the land where they serve, unless meant as one, nor `Villaggio Italia`."""
    own = prose.sorts[index]
    if not own or _NATIONS.isdisjoint(own) or "theatre" in own:
        return None
    mark = prose.is_a(index, "nation", "stands_for", "state_of")
    if mark is None or ("made.camp" in prose.sorts[mark.first - 1] and prose.is_capital(mark.first - 1)):
        return None
    behind = prose.sorts[mark.last]
    if not behind:
        return mark
    if "made.desk" in behind and "person" not in behind:
        return None
    is_named_apart = "made.area" in behind or "media" in behind
    return None if is_named_apart and not is_share_of_a_force(prose, mark.last) else mark


def is_of_several(prose: Prose, mark: Mark) -> bool:
    """`Germany and Austria`, `Polish, Turkish and Greek soldiers`: nations told of together, so that none is picked."""
    if mark.first > 1 and prose.words[mark.first - 1].folded in JOINERS:
        before = nation_at(prose, mark.first - 2)
        if before is not None and before.value != mark.value:
            return True
    return _goes_on(prose, mark)


def _goes_on(prose: Prose, mark: Mark) -> bool:
    """Whether another nation follows behind an `and`, or behind a comma and then an `and`."""
    index = mark.last + 1
    if index >= len(prose.words) or (joins := prose.words[mark.last]).folded not in _JOINS:
        return False
    other = nation_at(prose, index + ("article" in prose.sorts[index]))
    if other is None or other.value == mark.value:
        return False
    return joins.text != "," or _goes_on(prose, other)


def nation_before(prose: Prose, first: int, stop: int) -> str | None:
    """The nation named last among words `first` to `stop`."""
    first = max(first, stop - FARTHEST)
    for index in prose.those(range(stop - 1, first - 1, -1), "nation", "stands_for", "state_of"):
        if (mark := nation_at(prose, index)) is not None:
            return mark.value
    return None


def first_actor(prose: Prose, sentence: Sentence, lands: frozenset[str] = frozenset()) -> Actor | None:
    """Whom a sentence is about: the first named that is neither a place nor a speaker's home, nor one of `lands`."""
    if sentence.sorts.isdisjoint(_NAMES):
        return None
    named = prose.where[_NAMES]
    for index in range(sentence.first, sentence.last):
        if index not in named or (mark := _name_at(prose, index)) is None:
            continue
        if (actor := actor_at(prose, sentence, index, sentence.last)) is None:
            continue
        if actor.nation is None:
            return actor
        if actor.nation not in lands:
            return Actor("", None) if is_of_several(prose, mark) else actor
    return None


def _name_at(prose: Prose, index: int) -> Mark | None:
    """The name of somebody who may have people that begins with word `index`."""
    for mark in prose.marks[index]:
        if mark.first == index and mark.sort in _NAMES:
            return mark
    return None


def is_home_of_speaker(prose: Prose, sentence: Sentence, mark: Mark) -> bool:
    """`the Italian commander`, `Turkish Defence Minister`: tells whose speaker it is, not whose soldiers."""
    for index in range(mark.last, min(sentence.last, mark.last + TO_ROLE)):
        if prose.is_any(index, ("role", "unnamed")):
            return True
        if not prose.words[index].text[0].isalpha() or not prose.is_capital(index):
            return False
    return False


def _is_attribute(prose: Prose, sentence: Sentence, mark: Mark) -> bool:
    """`NATO member Albania`, `a NATO official`, `at NATO's request`: tells something of another."""
    near = range(mark.last, min(sentence.last, mark.last + TO_ROLE))
    return prose.any_in(near, "nation", "role", "unnamed", "count_of_nations", "document", "made.table", "made.request")


def _is_of_a_request(prose: Prose, sentence: Sentence, mark: Mark) -> bool:
    """`It was a request of the United States`: who asked, and not who has those counted."""
    index = mark.first - 1
    while index > sentence.first and "article" in prose.sorts[index]:
        index -= 1
    return index > sentence.first and "counts.share" in prose.sorts[index] and "made.request" in prose.sorts[index - 1]


def _body(prose: Prose, sentence: Sentence, index: int) -> str:
    """An armed body that is no force of the board, as it is written: `Kosovo Security Force`, `KSF`."""
    word = prose.words[index].text
    if is_acronym(word):
        return word if _has_people(prose, sentence, index) else ""
    mark = prose.is_a(index, "armed")
    if mark is None or (
        mark.last < sentence.last and prose.is_capital(mark.last) and "made.group" in prose.sorts[mark.last]
    ):
        return ""
    if prose.lexicon.language != FALLBACK:
        home = owner_of(prose, mark)
        return body_of(prose, mark, home) if home is not None and home in prose.lexicon.never else ""
    begin = mark.first
    while begin > sentence.first and prose.is_capital(begin - 1) and "article" not in prose.sorts[begin - 1]:
        begin -= 1
        if nation_at(prose, begin) or "parent" in prose.sorts[begin]:
            return ""
    if _is_possessive(prose, begin - 1) and (owner := prose.is_a(begin - 2, *_NATIONS)) is not None:
        return body_of(prose, mark, owner.value) if "theatre" in prose.sorts[begin - 2] else ""
    named = any(_is_proper(prose, at) for at in range(begin, mark.first))
    return prose.slice(begin, mark.last) if named else ""


def _is_proper(prose: Prose, index: int) -> bool:
    """Whether a capital is of a body's own name: `UNMIK police`, not `the Armed Forces` or `the National Army`."""
    return not prose.sorts[index] or prose.is_any(index, ("theatre", "body.body", "force"))


def is_acronym(word: str) -> bool:
    """Whether a word is in capitals, as names of bodies are."""
    return word.isupper() and len(word) >= ACRONYM and word.isalpha()


def _is_no_holder(prose: Prose, index: int) -> bool:
    """`a CIMIC cell`, `the SICON 15 contingent`, `Operation ELGIN`, `(DORSZ)`, `/MTI/`: a sort of group, or a name."""
    before, behind = (prose.words[at].text if 0 <= at < len(prose.words) else "" for at in (index - 1, index + 1))
    if (before, behind) in _AROUND_NAME or _is_before_answer(prose, index) or "mission" in prose.sorts[index - 1]:
        return True
    index += 1 + behind.isdigit()
    return index < len(prose.words) and "made.group" in prose.sorts[index]


def _is_before_answer(prose: Prose, index: int) -> bool:
    """`LUCA FERRANTE: We have 600.`, not `EUMM: 12 officers`."""
    while index < len(prose.words) and is_acronym(prose.words[index].text):
        index += 1
    ends = index + 1 < len(prose.words) and prose.words[index].text == ":"
    return ends and not prose.words[index + 1].text[0].isdigit()


def _has_people(prose: Prose, sentence: Sentence, index: int) -> bool:
    """`UNMIK has 348 staff`, `UNMIK civilian police numbered 4,389`."""
    known = prose.is_a(index, "body.body")
    last = _behind_aside(prose, sentence, known.last if known is not None else index + 1)
    for at in range(last, min(sentence.last, last + TO_VERB)):
        if prose.is_any(at, ("counts.have", "counts.verb")):
            return True
        if not prose.is_any(at, ("person", "armed", "made.adjective", "kind.now")) and prose.words[at].text != ",":
            return False
    return False


def _behind_aside(prose: Prose, sentence: Sentence, index: int) -> int:
    """Behind `itself` and `, she recalled,`, which tell nothing of the body before them."""
    if index < sentence.last and "made.self" in prose.sorts[index]:
        index += 1
    if index >= sentence.last or prose.words[index].text != ",":
        return index
    near = range(index + 1, min(sentence.last, index + 1 + TO_VERB))
    comma = next((at for at in near if prose.words[at].text == ","), index)
    return comma + 1 if prose.any_in(range(index, comma), "say", "according") else index


def _is_only_an_attribute(prose: Prose, index: int) -> bool:
    """`the KFOR-22 group` is the name of a contingent, `the KFOR mandate` what a parliament gives."""
    if index + 1 >= len(prose.words):
        return False
    numbered = prose.words[index].text == "-" and prose.words[index + 1].text.isdigit()
    return numbered or "made.mandate" in prose.sorts[index]


def _is_possessive(prose: Prose, index: int) -> bool:
    return prose.words[index].text in POSSESSIVE


def is_place(prose: Prose, sentence: Sentence, mark: Mark, stop: int) -> bool:
    """`in Germany`, `with KFOR`: said of where; `with Italy (638)` and `in KFOR, which has 4,720` are not."""
    before = mark.first - 1
    if (
        mark.last + 1 < sentence.last
        and prose.words[mark.last].text == ","
        and "made.there" in prose.sorts[mark.last + 1]
    ):
        return True
    if mark.last < sentence.last and prose.words[mark.last].text in "–—" and _is_dateline(prose, sentence, before):
        return True
    while before >= sentence.first and (prose.is_any(before, ("article", "parent")) or _is_possessive(prose, before)):
        before -= 1
    if "made.behind" in prose.sorts[before]:
        return False
    if before < sentence.first or "where" not in prose.sorts[before]:
        return before >= sentence.first and _is_inside(prose, sentence, mark)
    return _is_inside(prose, sentence, mark) or not _leads_to(prose, mark.last, stop)


def _is_dateline(prose: Prose, sentence: Sentence, comma: int) -> bool:
    """`HOHENFELS, Germany — Roughly 480 soldiers`: nothing but the name of a place before the comma."""
    return (
        0 < comma - sentence.first <= TO_ROLE
        and prose.words[comma].text == ","
        and prose.words[sentence.first].text.isupper()
    )


def _is_inside(prose: Prose, sentence: Sentence, mark: Mark) -> bool:
    """`in Iraq`, also as one of several: `in Iraq and Kuwait`."""
    index = mark.first
    while index > sentence.first and prose.is_any(index, ("theatre_other", "theatre", "stands_for")):
        index -= 1
        if "made.in" in prose.sorts[index]:
            return True
        if prose.words[index].text == "," or prose.words[index].folded in JOINERS:
            index -= 1
    return False


def _leads_to(prose: Prose, index: int, stop: int) -> bool:
    """Whether only marks and hedges stand before the number, or a relative clause begins that has it."""
    after = index + 1 if index < stop and prose.words[index].text == "," else index
    if after < stop and "relative.who" in prose.sorts[after]:
        return True
    while index < stop and (
        prose.words[index].text in "(:–—" or prose.is_any(index, ("qualifier", "made.rank", "counts.share"))
    ):
        index += 1
    return index == stop
