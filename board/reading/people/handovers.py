"""Whom generals speak for between whom a command changes: `X of the Italian Army handed over command of KFOR to Y`."""

from __future__ import annotations

from board.reading.people.cast import Cast
from board.reading.people.forces import force_run
from board.reading.words.prose import Prose, Sentence

NEAR = 6
"""Words behind `command of` in which the force stands."""


def learn_handovers(prose: Prose, cast: Cast) -> None:
    """Tell `cast` that whoever hands over or takes over a force speaks for it, not for the army he is of."""
    for sentence in prose.sentences if prose.phrases("command_of") else ():
        for mark in sentence.marks.of("command_of"):
            near = range(mark.last, min(sentence.last, mark.last + NEAR))
            force = next((force for index in near if (force := _force_at(prose, index))), "")
            if force and not prose.quoted[mark.first]:
                _learn(prose, sentence, force, cast)


def _force_at(prose: Prose, index: int) -> str:
    """The force named at word `index`, or told of as `NATO's mission in Kosovo`."""
    mark = prose.is_a(index, "force", "parent")
    return "" if mark is None else mark.value if mark.sort == "force" else force_run(prose, mark)


def _learn(prose: Prose, sentence: Sentence, force: str, cast: Cast) -> None:
    for index in range(sentence.first, sentence.last):
        known = cast.by_surname.get(prose.words[index].folded)
        if known is not None and prose.is_capital(index) and known.role and "role" not in prose.sorts[index]:
            cast.by_surname[prose.words[index].folded] = known.speaking_for(force)
