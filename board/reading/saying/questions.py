"""An interview set as questions and answers without a name before either: which paragraphs are answers."""

from __future__ import annotations

from board.reading.words.prose import Prose, Sentence

QUESTIONS = 3
"""Questions that stand alone in a paragraph, from which on a text is an interview."""
ANSWERS = 2
"""Answers in which somebody speaks of himself: an explainer answers its own questions, but not with `we`."""


def answers_in(prose: Prose) -> frozenset[int]:
    """The paragraphs that are answers; none where a text is no interview."""
    if prose.text.count("?") < QUESTIONS:
        return frozenset()
    last = {sentence.paragraph: sentence for sentence in prose.sentences}
    asked = [paragraph for paragraph, sentence in last.items() if _asks(prose, sentence)]
    if len(asked) < QUESTIONS or any(paragraph + 1 in asked for paragraph in asked):
        return frozenset()
    answers = frozenset(paragraph for paragraph in last if paragraph > asked[0] and _answers(paragraph, asked))
    own = {sentence.paragraph for sentence in prose.sentences if _is_own(prose, sentence)}
    return answers if len(answers & own) >= ANSWERS else frozenset()


def _asks(prose: Prose, sentence: Sentence) -> bool:
    """A question that nobody is said to have asked."""
    return prose.words[sentence.last - 1].text == "?" and not prose.quoted[sentence.last - 2]


def _answers(paragraph: int, asked: list[int]) -> bool:
    """Every second paragraph where all questions fit that, for some are none: `There is talk of a withdrawal.`."""
    if all((other - asked[0]) % 2 == 0 for other in asked):
        return (paragraph - asked[0]) % 2 == 1
    return paragraph not in asked


def _is_own(prose: Prose, sentence: Sentence) -> bool:
    return any(not prose.quoted[mark.first] for mark in sentence.marks.of("pronoun")) and any(
        "pronoun.self" in prose.sorts[mark.first] for mark in sentence.marks.of("pronoun")
    )
