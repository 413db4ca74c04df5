"""Which words that look like verbs of saying are none, and which may stand without a subject."""

from __future__ import annotations

from board.reading.lexicon import Mark
from board.reading.prose import Prose, Sentence


def is_noun(prose: Prose, sentence: Sentence, verb: Mark) -> bool:
    """`the reports`, `his claims`, `US claims of`, `as first reported`: no verb with a speaker of its own."""
    if verb.last - verb.first > 1:
        return False
    if prose.is_a(verb.first, "noun_too") and verb.last < sentence.last and prose.is_a(verb.last, "counts.share"):
        return True
    before = verb.first - 1
    if before < sentence.first:
        return False
    if prose.is_a(before, "compares"):
        return True
    if _is_passive(prose, sentence, verb):
        return True
    return prose.is_a(before, "article", "before_noun") is not None and not prose.is_a(before, "that.that")


def _is_passive(prose: Prose, sentence: Sentence, verb: Mark) -> bool:
    """`which was declared in 2008`: the verb has another subject than its speaker."""
    if prose.is_a(verb.first, "quoted"):
        return False
    index = verb.first - 1
    while index > sentence.first and prose.is_a(index, "aux", "not") and not prose.is_a(index, "passive"):
        index -= 1
    return prose.is_a(index, "passive") is not None and not prose.words[verb.first].folded.endswith("ing")


def is_participle(prose: Prose, verb: Mark) -> bool:
    """`…, adding that`: its subject is that of the verb before."""
    return prose.lexicon.language == "en" and prose.words[verb.first].folded.endswith("ing")


def may_lack_speaker(prose: Prose, verb: Mark) -> bool:
    """`Stressing that …, the official said`, and verbs of languages that need no pronoun."""
    return prose.lexicon.drops_pronouns or prose.words[verb.first].folded.endswith("ing")


def asks_who(prose: Prose, subject: tuple[int, int]) -> bool:
    """`wanted to know who had asked for the cut`: nobody is told to have done it."""
    return any(prose.is_a(index, "asks_about") and prose.is_a(index + 1, "relative.who") for index in range(*subject))


def is_courtesy(prose: Prose, verb: Mark, words: tuple[int, int]) -> bool:
    """`thanked the soldiers`: nothing is said by it unless it is quoted."""
    if not prose.is_a(verb.first, "courtesy"):
        return False
    return words[0] == verb.first and not any(prose.quoted[index] for index in range(*words))
