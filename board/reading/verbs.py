"""Which words that look like verbs of saying are none, and which may stand without a subject."""

from __future__ import annotations

from board.reading.lexicon import Mark
from board.reading.prose import Prose, Sentence


def is_noun(prose: Prose, sentence: Sentence, verb: Mark) -> bool:
    """`the reports`, `his claims`, `US claims of`: a word after an article or possessive is no verb."""
    if verb.last - verb.first > 1:
        return False
    if prose.is_a(verb.first, "noun_too") and verb.last < sentence.last and prose.is_a(verb.last, "counts.share"):
        return True
    before = verb.first - 1
    if before < sentence.first:
        return False
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
