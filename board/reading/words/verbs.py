"""Which words that look like verbs of saying are none, and which may stand without a subject."""

from __future__ import annotations

from typing import Final

from board.reading.words.entries import kind_of
from board.reading.words.lexicon import Mark
from board.reading.words.prose import Prose, Sentence

SAYING: Final = ("say", "according", "says_with")
"""Tables of words that may tell an act of saying."""
LED: Final = 4
"""Words before `to` in which `not` tells that nothing is said: `was not able to confirm`."""
NUMBER, QUOTE = 10, 4
"""Words behind a verb within which a number or a quotation makes it one of saying."""


def as_saying(prose: Prose, sentence: Sentence, mark: Mark) -> Mark | None:
    """`put the dead at four`, `saw “steady progress”`, `the website lists 400`: verbs that say something just so."""
    if mark.sort == "say":
        return _not_denied(prose, mark)
    if mark.sort == "according":
        quoted = _quoted(prose, sentence, mark)
        return Mark(mark.first, quoted, kind_of("say", mark.value)) if quoted else None
    if mark.sort != "says_with":
        return None
    value = _VALUES.get(mark.value, "claims")
    says = _SAYS_WITH[mark.value]
    return mark.saying(value) if says(prose, sentence, mark) else None


def _not_denied(prose: Prose, verb: Mark) -> Mark:
    """`did not rule out`, `nuk e përjashtoi`: no denial, but no more than a claim."""
    near = range(max(0, verb.first - 2), verb.first)
    if verb.value != "denies" or not prose.any_in(near, "not"):
        return verb
    return verb.saying("claims")


def _quoted(prose: Prose, sentence: Sentence, mark: Mark) -> int | None:
    """The word behind `quoted by Beta as saying`, where somebody stands before it who is quoted."""
    said = range(mark.last, min(sentence.last, mark.last + QUOTE + 2))
    behind = next((as_ for index in said if (as_ := prose.is_a(index, "as_saying")) is not None), None)
    return behind.last if behind is not None and mark.first > sentence.first else None


def _puts_at(prose: Prose, sentence: Sentence, verb: Mark) -> bool:
    """`put … at` before a number, however it is given."""
    for index in range(verb.last, min(sentence.last - 1, verb.last + NUMBER)):
        if prose.words[index].text in ",;:":
            return False
        if "puts_at" in prose.sorts[index]:
            return _is_amount(prose, index + 1)
    return False


def _is_amount(prose: Prose, index: int) -> bool:
    opens = prose.words[index].text in '“"„«'
    return opens or _is_number(prose, index) or "qualifier" in prose.sorts[index]


def _is_number(prose: Prose, index: int) -> bool:
    word = prose.words[index]
    return word.text[0].isdigit() or word.folded in prose.lexicon.numbers


def _has_particle(_: Prose, sentence: Sentence, verb: Mark) -> bool:
    """`gab das Ministerium am Montag bekannt`: the other half of the verb stands at the end."""
    return any(mark.first > verb.first for mark in sentence.marks.of("particle.word"))


def _turns_away(_: Prose, sentence: Sentence, verb: Mark) -> bool:
    """`wies Berichte zurück`."""
    return any(mark.first > verb.first for mark in sentence.marks.of("particle.away"))


def _closes(prose: Prose, sentence: Sentence, verb: Mark) -> bool:
    """`„…“, so Ministerin Achleitner`: a quotation ends right before."""
    return verb.last < sentence.last and any(prose.quoted[max(sentence.first, verb.first - 3) : verb.first])


def _quotes(prose: Prose, sentence: Sentence, verb: Mark) -> bool:
    return any(prose.quoted[verb.last : min(sentence.last, verb.last + QUOTE)])


def _is_written(prose: Prose, sentence: Sentence, verb: Mark) -> bool:
    """`The report shows`, `On its website the mission gives`: a document stands before, and a number somewhere."""
    before = any(mark.first < verb.first for mark in sentence.marks.of("document"))
    return before and not prose.digits.isdisjoint(range(sentence.first, sentence.last))


def _counts(prose: Prose, sentence: Sentence, verb: Mark) -> bool:
    """`KFOR counted 61 injured`: a number right behind, and people."""
    first = verb.last
    while first < sentence.last and "qualifier" in prose.sorts[first]:
        first += 1
    people = range(first, min(sentence.last, first + QUOTE))
    return first < sentence.last and _is_number(prose, first) and prose.any_in(people, "person", "kind.casualties")


def _holds_not(prose: Prose, sentence: Sentence, verb: Mark) -> bool:
    """`does not expect the balance to change`, `do not foresee that …`: a view of somebody's, and no clause alone."""
    is_told = sentence.last - verb.last >= QUOTE and prose.words[verb.last].text not in ",;:"
    return is_told and verb.first > sentence.first and "not" in prose.sorts[verb.first - 1]


def _judges(prose: Prose, sentence: Sentence, verb: Mark) -> bool:
    """`considers the region a priority`, `holds the government responsible`; not `considers a bill`."""
    behind = range(verb.last + 1, min(sentence.last, verb.last + NUMBER))
    stop = next((index for index in behind if prose.words[index].text in ",;:"), behind.stop)
    judged_as = "judged_as.blame" if verb.value == "blaming" else "judged_as"
    return prose.any_in(range(behind.start, stop), judged_as)


def _requests(prose: Prose, sentence: Sentence, verb: Mark) -> bool:
    """`asked the people to let KFOR through`."""
    for index in range(verb.last + 1, min(sentence.last, verb.last + NUMBER)):
        if prose.words[index].text in ",;:":
            return False
        if "requests" in prose.sorts[index]:
            return True
    return False


_SAYS_WITH = {
    "number": _puts_at,
    "quote": _quotes,
    "document": _is_written,
    "counting": _counts,
    "particle": _has_particle,
    "away": _turns_away,
    "closing": _closes,
    "request": _requests,
    "holding": _holds_not,
    "judging": _judges,
    "blaming": _judges,
}
_VALUES = {"particle": "announces", "away": "denies"}


def _is_negated(prose: Prose, verb: Mark) -> bool:
    """`did not say how many`: nothing is said; `did not deny` is left to what its words tell."""
    if "not" not in prose.sorts[verb.first - 1] or is_not_held(prose, verb):
        return False
    return not prose.is_any(verb.first, ("say.denies", "affirms"))


def is_not_held(prose: Prose, verb: Mark) -> bool:
    """`does not believe that …`: a view all the same."""
    held = prose.is_any(verb.first, ("holds", "says_with.holding"))
    is_view = held and ("that.that" in prose.sorts[verb.last] or "says_with.holding" in prose.sorts[verb.first])
    return is_view and "not" in prose.sorts[verb.first - 1]


def is_noun(prose: Prose, sentence: Sentence, verb: Mark) -> bool:
    """`the reports`, `his claims`, `US claims of`, `reports saying that`: no verb with a speaker of its own."""
    if verb.last - verb.first > 1:
        return False
    if "noun_too" in prose.sorts[verb.first] and verb.last < sentence.last and "counts.share" in prose.sorts[verb.last]:
        return True
    before = verb.first - 1
    if before < sentence.first:
        return False
    if "compares" in prose.sorts[before] or _is_negated(prose, verb):
        return True
    if is_participle(prose, verb) and "reported_thing" in prose.sorts[before]:
        return True
    if "noun_too" in prose.sorts[verb.first] and (_is_number(prose, before) or "say" in prose.sorts[before]):
        return True
    if "noun_too" in prose.sorts[verb.first] and _is_attribute(prose, before) and "article" in prose.sorts[before - 1]:
        return True
    if _is_passive(prose, sentence, verb):
        return True
    if _is_led_to(prose, before):
        return False
    return prose.is_any(before, ("article", "before_noun")) and "that.that" not in prose.sorts[before]


def _is_attribute(prose: Prose, index: int) -> bool:
    """`monthslong` of `a monthslong dispute`."""
    return index > 0 and prose.words[index].text.islower() and not prose.sorts[index]


def _is_led_to(prose: Prose, to: int) -> bool:
    """`was quick to stress`, `takes this opportunity to recall`: who is about to say something says it."""
    if not ("requests" in prose.sorts[to] and "leads_to_say" in prose.sorts[to - 1]):
        return False
    return not prose.any_in(range(max(0, to - LED), to), "not")


def _is_passive(prose: Prose, sentence: Sentence, verb: Mark) -> bool:
    """`which was declared in 2008`: the verb has another subject than its speaker."""
    if "quoted" in prose.sorts[verb.first] or "as_saying" in prose.sorts[verb.last - 1]:
        return False
    index = verb.first - 1
    while index > sentence.first and prose.is_any(index, ("aux", "not")) and "passive" not in prose.sorts[index]:
        index -= 1
    return "passive" in prose.sorts[index] and not prose.words[verb.first].folded.endswith("ing")


def is_participle(prose: Prose, verb: Mark) -> bool:
    """`…, adding that`: its subject is that of the verb before."""
    return prose.lexicon.language == "en" and prose.words[verb.first].folded.endswith("ing")


def may_lack_speaker(prose: Prose, verb: Mark) -> bool:
    """`Stressing that …, the official said`, and verbs of languages that need no pronoun."""
    return prose.lexicon.drops_pronouns or prose.words[verb.first].folded.endswith("ing")


def asks_who(prose: Prose, subject: tuple[int, int]) -> bool:
    """`wanted to know who had asked for the cut`: nobody is told to have done it; not `of that ministry`."""
    for index in range(subject[0], subject[1]):
        if "asks_about" not in prose.sorts[index]:
            continue
        if "relative.who" in prose.sorts[index + 1] and "body" not in prose.sorts[index + 2]:
            return True
    return False


def lacks_words(prose: Prose, verb: Mark, words: tuple[int, int]) -> bool:
    """`thanked the soldiers`, `maintains a battalion`: nothing is said by it unless it is quoted."""
    if "needs_words" not in prose.sorts[verb.first]:
        return False
    return words[0] == verb.first and not any(prose.quoted[slice(*words)])


def is_decision(prose: Prose, verb: Mark, words: tuple[int, int]) -> bool:
    """`approved the deployment`: a body does it and need not say so, unlike `…, the council decided`."""
    return words[0] == verb.first and "decides" in prose.sorts[verb.first]
