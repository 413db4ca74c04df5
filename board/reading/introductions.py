"""Who is introduced in a text and where, so that a surname, `the minister` or `the official` can be understood."""

from __future__ import annotations

from collections.abc import Iterable

from board.model import Identity
from board.reading.affiliations import learn_affiliations
from board.reading.bodies import body_text
from board.reading.cast import NOUN_STEM, Cast, Speaker
from board.reading.homes import POSSESSIVE, home_of_heading, sentence_at
from board.reading.lexicon import Mark
from board.reading.names import LONGEST_NAME, Name, name_at
from board.reading.outlets import learn_outlets
from board.reading.parts import Parts
from board.reading.phrases import is_nominal, over_rank
from board.reading.prose import Prose, Sentence
from board.reading.speakers import speaker_in
from board.text.fold import fold

DESCRIPTION = 14
"""Words of the longest description behind a name."""
NEAR = 6
"""Words behind `heads` in which the body begins."""


def cast_of(prose: Prose, heading: Prose | None = None, known: Iterable[tuple[str, Speaker]] = ()) -> Cast:
    """Everybody named in a text with his role, so that `Kurti said` on top of it has one too.

    `known` are those of whom more than the text tells is known, by surname.
    """
    cast = Cast(home=home_of_heading(heading, prose))
    for surname, speaker in known:
        cast.learn(surname, speaker)
    learn_affiliations(prose, cast)
    learn_outlets(prose, cast)
    for role in prose.roles:
        if not _before_name(prose, role, cast):
            _behind_name(prose, role, cast)
    for mark in prose.phrases("unnamed.person", "introduces"):
        if mark.full == "unnamed.person":
            _of_body(prose, mark, cast)
        elif mark.sort == "introduces" and not prose.quoted[mark.first]:
            _by_verb(prose, prose.sentences[sentence_at(prose, mark.first)], mark, cast)
    _guess(prose, cast)
    cast.introduced = {place: cast.fullest(speaker) for place, speaker in cast.introduced.items()}
    cast.offices = {
        noun: [(place, cast.fullest(speaker)) for place, speaker in holders] for noun, holders in cast.offices.items()
    }
    return cast


def _guess(prose: Prose, cast: Cast) -> None:
    """What is only guessed of those of whom nothing better is told, once all is known that is told."""
    cast.is_complete = True
    for first, last, surname in cast.open:
        if not cast.by_surname[surname].organisation and (speaker := speaker_in(prose, first, last, cast)) is not None:
            cast.learn(surname, speaker)
            cast.guessed.add(surname)


def _before_name(prose: Prose, role: Mark, cast: Cast) -> bool:
    """`NATO Secretary General Jens Stoltenberg`, `Minister Stoeva`."""
    first = role.last
    while first < len(prose.words) and prose.words[first].text in ",.":
        first += 1
    first = over_rank(prose, first)
    name = name_at(prose, first, len(prose.words)) or _behind_body(prose, role.last)
    if name is None or (name.last - name.first < 2 and not (first == role.last and prose.is_capital(role.first))):
        return False
    first, last = _phrase_around(prose, role.first, name.last)
    if prose.is_a(last, "origin") and not prose.is_a(last, "aux"):
        last = _over_nominal(prose, last)
    with_office = _with_office(prose, first)
    is_learnt = with_office < first and _learn(prose, (with_office, last), name.last, role, cast)
    return is_learnt or _learn(prose, (first, last), name.last, role, cast)


def _behind_body(prose: Prose, first: int) -> Name | None:
    """`Lulzim Hoti` of `the mayor of Leposavic, Lulzim Hoti`."""
    if not prose.is_a(first, "origin", "where"):
        return None
    comma = _over_nominal(prose, first)
    if comma >= len(prose.words) or prose.words[comma].text != ",":
        return None
    name = name_at(prose, comma + 1, len(prose.words))
    is_closed = name is not None and prose.words[min(name.last, len(prose.words) - 1)].text in ",.;"
    return name if is_closed else None


def _over_nominal(prose: Prose, last: int) -> int:
    """Over `of the Slovenian Defence Ministry`, not over the verb behind it."""
    end = min(last + DESCRIPTION, len(prose.words))
    while last < end and prose.words[last].text not in ",.;:()" and is_nominal(prose, last):
        last += 1
    return last


def _by_verb(prose: Prose, sentence: Sentence, verb: Mark, cast: Cast) -> None:
    """`Regina Holt is a fellow at the Policy Forum`, `Besa Luta, who heads the Women's Network`."""
    stop = verb.first
    while stop > sentence.first and (prose.words[stop - 1].text == "," or prose.is_a(stop - 1, "relative.who", "aux")):
        stop -= 1
    if prose.is_a(stop - 1, "nation") and prose.is_a(stop - 2, "origin"):
        stop -= 2
    first = _start_of_name(prose, stop, sentence.first)
    end = min(_end(prose, verb.last), sentence.last)
    if first == stop or not (_tells_role(prose, verb, end) if verb.value == "is" else _tells_body(prose, verb, end)):
        return
    surname = prose.words[stop - 1].folded
    if stop - first < 2 and verb.value != "is":
        return
    speaker = speaker_in(prose, first, end, cast)
    if speaker is not None and speaker.identity is Identity.NAMED:
        cast.learn(surname, speaker)


def _start_of_name(prose: Prose, stop: int, begin: int) -> int:
    first = stop
    while first > begin and stop - first < LONGEST_NAME and prose.is_capital(first - 1) and not prose.sorts[first - 1]:
        first -= 1
    name = name_at(prose, first, stop) if first < stop else None
    return first if name is not None and name.last == stop else stop


def _tells_role(prose: Prose, verb: Mark, end: int) -> bool:
    """`is the 27th commander`: nothing but a description between the verb and the role."""
    for index in range(verb.last, end):
        if prose.is_a(index, "role", "unnamed.person"):
            return True
        if prose.is_a(index, "not", "apart", "where", "say", "clause", "person") and not prose.is_a(index, "article"):
            return False
    return False


def _tells_body(prose: Prose, verb: Mark, end: int) -> bool:
    return any(
        prose.is_a(index, "body", "force", "parent") or (prose.is_capital(index) and not prose.sorts[index])
        for index in range(verb.last, min(end, verb.last + NEAR))
    )


def _with_office(prose: Prose, first: int) -> int:
    """Back over `The commander of KFOR, ` before `Major General Piero Conti`."""
    if first < 2 or prose.words[first - 1].text != ",":
        return first
    start, office = first - 1, False
    while start > 1 and first - start < DESCRIPTION and _is_of_office(prose, start - 1):
        start -= 1
        office = office or prose.is_a(start, "role") is not None
    start -= start > 0 and prose.is_a(start - 1, "pronoun") is not None
    return start if office else first


def _is_of_office(prose: Prose, index: int) -> bool:
    """A word of a description; also `operations` of `the deputy director for operations`."""
    return is_nominal(prose, index) or prose.is_a(index - 1, "where", "origin") is not None


def _behind_name(prose: Prose, role: Mark, cast: Cast) -> bool:
    """`Jens Stoltenberg, the Secretary General of NATO`."""
    comma = _phrase_around(prose, role.first, role.last)[0] - 1
    if comma < 2 or prose.words[comma].text != ",":
        return False
    first = _start_of_name(prose, comma, 0)
    if comma - first < 2:
        return False
    return _learn(prose, (first, _end(prose, role.last)), comma, role, cast)


def _end(prose: Prose, last: int) -> int:
    """Where a description ends: at a mark, a verb of saying or a new clause, unless it is `who was commander of …`."""
    stop = min(len(prose.words), last + DESCRIPTION)
    while last < stop and not (prose.words[last].text in ",.;:()!?" or prose.is_a(last, "say", "clause", "aux")):
        last += 1
    is_told_on = prose.is_a(last, "relative.who") and prose.is_a(last + 1, "introduces.is")
    return _end(prose, last + 2) if last < stop and is_told_on else last


def _learn(prose: Prose, phrase: tuple[int, int], end: int, role: Mark, cast: Cast) -> bool:
    surname = prose.words[end - 1].folded
    speaker = speaker_in(prose, *phrase, cast)
    if speaker is None or speaker.identity is not Identity.NAMED or not fold(speaker.name).endswith(surname):
        return False
    cast.learn(surname, speaker)
    if not speaker.organisation and role.full == "role.military":
        cast.open.append((*phrase, surname))
    cast.introduced[role.first] = speaker
    cast.offices.setdefault(prose.words[role.last - 1].folded, []).append((role.first, speaker))
    return True


def _of_body(prose: Prose, noun: Mark, cast: Cast) -> None:
    before = prose.is_a(noun.first - 1, "parent", "force", "body") if noun.first else None
    if before is not None:
        name = body_text(prose, Parts(prose, before.first, noun.last))
        cast.bodies_of_noun.setdefault(prose.words[noun.first].folded[:NOUN_STEM], name)


def mention(cast: Cast, prose: Prose, sentence: Sentence) -> None:
    """Take in somebody brought up without words of his: `An official spoke to us` … `The official said`."""
    _mention_by_name(cast, prose, sentence)
    for mark in sentence.marks.of("unnamed", "role"):
        if prose.quoted[mark.first]:
            continue
        if mark.sort == "unnamed" and mark.value != "marker":
            speaker = speaker_in(
                prose, *_phrase_around(prose, _over_adjective(prose, mark), _over_body(prose, mark.last)), cast
            )
            if speaker is not None and speaker.identity is Identity.UNNAMED and not speaker.organisation:
                cast.by_noun[fold(speaker.role)[:NOUN_STEM]] = speaker
            elif speaker is not None and speaker.identity is Identity.UNNAMED:
                cast.met(speaker)
                if outlet := spoken_to(prose, mark.last, sentence.last):
                    cast.spoken_to[speaker.key] = outlet
            return
        if mark.sort == "role" and (named := cast.introduced.get(mark.first)) is not None:
            cast.person = named
        elif mark.sort == "role" and (office := _nameless(prose, mark, cast)) is not None:
            cast.nameless = office


def _mention_by_name(cast: Cast, prose: Prose, sentence: Sentence) -> None:
    """Who a sentence begins with is meant by `he` in the next one."""
    for index in range(sentence.first, min(sentence.last, sentence.first + NEAR)):
        if prose.quoted[index]:
            return
        if not prose.sorts[index]:
            if (named := _named_at(cast, prose, index)) is not None:
                cast.person = named
                return
            continue
        mark = prose.is_a(index, "force", "body", "parent") if cast.body is None else None
        if mark is not None and not prose.is_a(mark.last, "role", "unnamed"):
            cast.body = speaker_in(prose, sentence.first, mark.last, cast)
            return


def _named_at(cast: Cast, prose: Prose, index: int) -> Speaker | None:
    """Somebody met before, by his surname; not where he only owns what follows, `Kurti's office`."""
    if index + 1 >= len(prose.words) or not prose.is_capital(index) or prose.words[index + 1].text in POSSESSIVE:
        return None
    return cast.by_surname.get(prose.words[index].folded)


def spoken_to(prose: Prose, first: int, last: int) -> str:
    """The outlet in `spoke to Radio Free Europe`; empty where there is none."""
    for index in prose.those(range(first + 1, last), "media.media"):
        if prose.is_a(index - 1, "speaks_to") and (outlet := prose.is_a(index, "media.media")) is not None:
            return prose.slice(outlet.first, outlet.last)
    return ""


def _nameless(prose: Prose, role: Mark, cast: Cast) -> Speaker | None:
    """An office with its body and without a name."""
    phrase = _phrase_around(prose, role.first, role.last)
    speaker = speaker_in(prose, *phrase, cast)
    return speaker if speaker is not None and speaker.identity is Identity.ROLE and speaker.organisation else None


def _over_adjective(prose: Prose, noun: Mark) -> int:
    """Before `Western` of `a Western diplomat`."""
    before = noun.first - 1
    return before if before > 0 and prose.is_capital(before) and prose.is_a(before - 1, "article") else noun.first


def _over_body(prose: Prose, last: int) -> int:
    """Behind `of the US Defense Department`, where that follows."""
    end = last
    while prose.is_a(end, "origin", "article", "nation"):
        end += 1
    body = prose.is_a(end, "body", "parent", "force") if end > last else None
    return body.last if body is not None else last


def _phrase_around(prose: Prose, first: int, last: int) -> tuple[int, int]:
    """The words of the same phrase before `first`: `NATO` of `NATO Secretary General`."""
    index = first - 1
    while index >= 0 and (
        prose.is_a(index, "force", "parent", "body", "nation", "role", "article", "pronoun")
        or prose.words[index].text in POSSESSIVE
        or (prose.words[index].text == "." and prose.is_a(index - 1, "role"))
        or (prose.words[index + 1].text in POSSESSIVE and prose.is_capital(index))
        or (
            prose.is_capital(index)
            and prose.is_capital(index + 1)
            and not prose.sorts[index]
            and not prose.sorts[index + 1]
        )
        or (not prose.sorts[index] and index > 0 and prose.words[index - 1].text in POSSESSIVE)
    ):
        index -= 1
    return index + 1, last
