"""The body told of before somebody who is only `its spokesman`."""

from __future__ import annotations

from board.reading.people.bodies import head_body, name_of
from board.reading.people.homes import POSSESSIVE, sentence_at
from board.reading.words.lexicon import Mark
from board.reading.words.names import LONGEST_NAME
from board.reading.words.parts import Parts
from board.reading.words.prose import Prose, Sentence


def body_before(prose: Prose, index: int, *, in_paragraph: bool = False) -> str:
    """The body told of before: `The force is not involved, its spokesperson said`.

    It is the first of the clause, else of its sentence, else the one the sentence before begins with.
    """
    place = sentence_at(prose, index)
    for sentence in reversed(prose.sentences[max(0, _of_subject(prose, place) - 1) : place + 1]):
        if place and _begins_with_it(prose, sentence):
            continue
        if in_paragraph and sentence.paragraph != prose.sentences[place].paragraph:
            return ""
        stop = min(index, sentence.last)
        begins = [at + 1 for at in range(sentence.first, stop) if _ends_clause(prose, at)]
        told = (_body_in(prose, sentence, begin, stop) for begin in (*begins[-1:], sentence.first))
        if (mark := next((mark for mark in told if mark is not None), None)) is not None:
            head = head_body(prose, Parts(prose, mark.first, min(stop, mark.last + LONGEST_NAME))) or mark
            return name_of(prose, Parts(prose, max(0, mark.first - LONGEST_NAME), stop), head)
    return ""


def _of_subject(prose: Prose, place: int) -> int:
    """The sentence before, and where that begins with `It` or `They` the one that tells what is meant."""
    is_it = place > 0 and _begins_with_it(prose, prose.sentences[place - 1])
    return place - 1 if is_it else place


def _begins_with_it(prose: Prose, sentence: Sentence) -> bool:
    opener = prose.words[sentence.first].folded
    return opener in {"it", "they"} and prose.is_any(sentence.first, ("pronoun.body", "pronoun.many"))


def body_behind(prose: Prose, index: int) -> str:
    """The body that the sentence of word `index` goes on with: `A spokesman said NATO would look into it`."""
    sentence = prose.sentences[sentence_at(prose, index)]
    aside = next(iter(prose.those(range(index, sentence.last), "relative.who")), sentence.last)
    mark = _body_in(prose, sentence, index, aside)
    if mark is None or not prose.is_capital(mark.first):
        return ""
    return name_of(prose, Parts(prose, mark.first, mark.last), mark)


def _ends_clause(prose: Prose, index: int) -> bool:
    """A semicolon, and `, but`."""
    if prose.words[index].text == ";":
        return True
    return "turns" in prose.sorts[index] and prose.words[index - 1].text == ","


def _body_in(prose: Prose, sentence: Sentence, first: int, last: int) -> Mark | None:
    told = sentence.marks.of("force", "body", "parent")
    within = (mark for mark in told if first <= mark.first and mark.last <= last and not prose.quoted[mark.first])
    return next((mark for mark in within if _is_one_body(prose, mark)), None)


def _is_one_body(prose: Prose, mark: Mark) -> bool:
    """A name, or a noun of one spoken of: `the army`, `its police`; not `a police unit`."""
    if "site" in prose.sorts[mark.first]:
        return False
    if mark.sort != "body" or prose.is_capital(mark.first):
        return True
    near = range(max(0, mark.first - 3), mark.first)
    return "pronoun" in prose.sorts[mark.first - 1] or any(
        prose.is_any(index, ("article.definite", "nation")) or prose.words[index].text in POSSESSIVE for index in near
    )
