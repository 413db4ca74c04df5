"""Who is introduced in a text and where, so that a surname, `the minister` or `the official` can be understood."""

from __future__ import annotations

from collections.abc import Iterable

from board.reading.people.affiliations import learn_affiliations
from board.reading.people.bodies import body_text
from board.reading.people.cast import NOUN_STEM, Cast, Speaker
from board.reading.people.descriptions import DESCRIPTION, over_nominal, phrase_around, start_of_name
from board.reading.people.handovers import learn_handovers
from board.reading.people.homes import home_of_heading, sentence_at
from board.reading.people.outlets import learn_outlets
from board.reading.people.phrases import is_nominal
from board.reading.people.speakers import speaker_in
from board.reading.words.lexicon import Mark
from board.reading.words.members import MEDIUM, NAMED
from board.reading.words.names import Name, end_of_capitals, name_at, over_rank
from board.reading.words.parts import Parts
from board.reading.words.prose import Prose, Sentence
from board.text.fold import fold
from board.text.nations import adjective, display_name

NEAR = 8
"""Words behind `heads` in which the body begins."""


def cast_of(prose: Prose, heading: Prose | None = None, known: Iterable[tuple[str, Speaker]] = ()) -> Cast:
    """Everybody named in a text with his role, so that `Kurti said` on top of it has one too.

    `known` are those of whom more than the text tells is known, by surname.
    """
    cast = Cast(home=home_of_heading(heading, prose), declines=prose.lexicon.drops_pronouns)
    for surname, speaker in known:
        cast.learn(surname, speaker)
    if heading is not None:
        _of_heading(heading, cast)
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
    learn_handovers(prose, cast)
    _guess(prose, cast)
    cast.introduced = {place: cast.fullest(speaker) for place, speaker in cast.introduced.items()}
    cast.offices = {
        noun: [(place, cast.fullest(speaker)) for place, speaker in holders] for noun, holders in cast.offices.items()
    }
    return cast


def _of_heading(heading: Prose, cast: Cast) -> None:
    """Who is named with his office in the headline: `Press conference by NATO Spokesperson Dylan White`."""
    bodies = {mark.value for mark in heading.secretaries}
    cast.secretary_of = bodies.pop() if len(bodies) == 1 else ""
    named = Cast(home=cast.home)
    for role in heading.roles:
        _before_name(heading, role, named)
    for surname, speaker in named.by_surname.items():
        if " " in speaker.name:
            cast.learn(surname, speaker.known_by(MEDIUM))


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
    first, last = phrase_around(prose, role.first, name.last)
    if "origin" in prose.sorts[last] and "aux" not in prose.sorts[last]:
        last = over_nominal(prose, last)
    last = _over_body_behind(prose, last)
    with_office = _with_office(prose, first)
    is_learnt = with_office < first and _learn(prose, (with_office, last), name.last, role, cast)
    return is_learnt or _learn(prose, (first, last), name.last, role, cast)


def _over_body_behind(prose: Prose, comma: int) -> int:
    """Behind `, Allied Joint Force Command Naples` where nothing else follows a name."""
    if comma + 1 >= len(prose.words) or prose.words[comma].text != ",":
        return comma
    end = end_of_capitals(prose, comma + 1, len(prose.words))
    is_closed = end == len(prose.words) or prose.words[end].text in ",.;()"
    return end if is_closed and prose.any_in(range(comma + 1, end), "body", "force") else comma


def _behind_body(prose: Prose, first: int) -> Name | None:
    """`Lulzim Hoti` of `the mayor of Leposavic, Lulzim Hoti`."""
    if not prose.is_any(first, ("origin", "where")):
        return None
    comma = over_nominal(prose, first)
    if comma >= len(prose.words) or prose.words[comma].text != ",":
        return None
    name = name_at(prose, comma + 1, len(prose.words))
    is_closed = name is not None and prose.words[min(name.last, len(prose.words) - 1)].text in ",.;"
    return name if is_closed else None


def _by_verb(prose: Prose, sentence: Sentence, verb: Mark, cast: Cast) -> None:
    """`Regina Holt is a fellow at the Policy Forum`, `Besa Luta, who heads the Women's Network`."""
    stop = verb.first
    while stop > sentence.first and (
        prose.words[stop - 1].text == "," or prose.is_any(stop - 1, ("relative.who", "aux"))
    ):
        stop -= 1
    if "nation" in prose.sorts[stop - 1] and "origin" in prose.sorts[stop - 2]:
        stop -= 2
    if stop - 2 > sentence.first and prose.words[stop - 1].text.isdigit() and prose.words[stop - 2].text == ",":
        stop -= 2
    first = start_of_name(prose, stop, sentence.first)
    end = min(_over_apposition(prose, _end(prose, verb.last)), sentence.last)
    if first == stop or not (_tells_role(prose, verb, end) if verb.value == "is" else _tells_body(prose, verb, end)):
        return
    surname = prose.words[stop - 1].folded
    if stop - first < 2 and verb.value != "is":
        return
    speaker = speaker_in(prose, first, end, cast)
    if speaker is not None and speaker.identity is NAMED:
        if verb.value == "heads" and speaker.organisation:
            _forget_nation(cast, surname)
            speaker = speaker.as_official(speaker.official or speaker.organisation in prose.lexicon.multinational)
        cast.learn(surname, speaker)


def _forget_nation(cast: Cast, surname: str) -> None:
    """`Swedish diplomat Karin Holm has headed EULEX`: what she heads counts, not her nation or what she is."""
    known = cast.by_surname.get(surname)
    if known is None or not known.organisation:
        return
    if known.organisation in _adjectives(known) or known.organisation.split()[-1].islower():
        cast.by_surname[surname] = known.speaking_for("")


def _adjectives(known: Speaker) -> tuple[str, ...]:
    return () if known.nation is None else (adjective(known.nation), display_name(known.nation))


def _over_apposition(prose: Prose, end: int) -> int:
    """`of the main party, Nova Lista,`: behind the name that stands for a body told by its noun."""
    if end + 1 >= len(prose.words) or prose.words[end].text != "," or "body.noun" not in prose.sorts[end - 1]:
        return end
    body = prose.is_a(end + 1, "body.body")
    last = body.last if body is not None else end_of_capitals(prose, end + 1, len(prose.words))
    return last if last > end + 1 and prose.words[min(last, len(prose.words) - 1)].text in ",." else end


def _tells_role(prose: Prose, verb: Mark, end: int) -> bool:
    """`is the 27th commander`: nothing but a description between the verb and the role."""
    for index in range(verb.last, end):
        if prose.is_any(index, ("role", "unnamed.person")):
            return True
        if (
            prose.is_any(index, ("not", "apart", "where", "say", "clause", "person"))
            and "article" not in prose.sorts[index]
        ):
            return False
    return False


def _tells_body(prose: Prose, verb: Mark, end: int) -> bool:
    return any(
        prose.is_any(index, ("body", "force", "parent")) or (prose.is_capital(index) and not prose.sorts[index])
        for index in range(verb.last, min(end, verb.last + NEAR))
    )


def _with_office(prose: Prose, first: int) -> int:
    """Back over `The commander of KFOR, ` before `Major General Piero Conti`."""
    if first < 2 or prose.words[first - 1].text != ",":
        return first
    start, office = first - 1, False
    begin = max(1, prose.sentences[sentence_at(prose, first)].first)
    while start > begin and first - start < DESCRIPTION and _is_of_office(prose, start - 1):
        start -= 1
        office = office or "role" in prose.sorts[start]
    start -= start > 0 and "pronoun" in prose.sorts[start - 1]
    return start if office else first


def _is_of_office(prose: Prose, index: int) -> bool:
    """A word of a description; also `operations` of `the deputy director for operations`."""
    return is_nominal(prose, index) or prose.is_any(index - 1, ("where", "origin"))


def _behind_name(prose: Prose, role: Mark, cast: Cast) -> bool:
    """`Jens Stoltenberg, the Secretary General of NATO`."""
    comma = phrase_around(prose, role.first, role.last)[0] - 1
    if comma < 2 or prose.words[comma].text != ",":
        return False
    first = start_of_name(prose, comma, 0)
    if comma - first < 2:
        return False
    while first > 0 and "lower_rank" in prose.sorts[first - 1]:
        first -= 1
    return _learn(prose, (first, _end(prose, role.last)), comma, role, cast)


def _end(prose: Prose, last: int) -> int:
    """Where a description ends: at a mark, a verb of saying or a new clause, unless it is `who was commander of …`."""
    stop = min(len(prose.words), last + DESCRIPTION)
    while last < stop and not (_ends(prose, last) or prose.is_any(last, ("say", "clause", "aux"))):
        last += 1
    is_told_on = prose.is_a(last, "relative.who") and prose.is_a(last + 1, "introduces.is")
    return _end(prose, last + 2) if last < stop and is_told_on else last


def _ends(prose: Prose, index: int) -> bool:
    """A mark of its own, not the point of `U.S.`."""
    return prose.words[index].text in ",.;:()!?" and not prose.sorts[index]


def _learn(prose: Prose, phrase: tuple[int, int], end: int, role: Mark, cast: Cast) -> bool:
    surname = prose.words[end - 1].folded
    speaker = speaker_in(prose, phrase[0], phrase[1], cast)
    if speaker is None or speaker.identity is not NAMED or not fold(speaker.name).endswith(surname):
        return False
    cast.learn(surname, speaker)
    if not speaker.organisation and role.full == "role.military":
        cast.open.append((*phrase, surname))
    cast.introduced[role.first] = speaker
    for noun in {prose.words[role.first].folded, prose.words[role.last - 1].folded}:
        cast.offices.setdefault(noun, []).append((role.first, speaker))
    return True


def _of_body(prose: Prose, noun: Mark, cast: Cast) -> None:
    before = prose.is_a(noun.first - 1, "parent", "force", "body") if noun.first else None
    if before is not None:
        name = body_text(prose, Parts(prose, before.first, noun.last))
        cast.bodies_of_noun.setdefault(prose.words[noun.first].folded[:NOUN_STEM], name)
