"""Goes through a text sentence by sentence and tells what is said in each, in whichever way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from board.reading.people.cast import Speaker
from board.reading.people.introductions import cast_of
from board.reading.people.mentions import mention
from board.reading.saying.acts import Act
from board.reading.saying.attribution import acts_in, standing_alone
from board.reading.saying.deeds import deed_in, end_of, goes_on
from board.reading.saying.documents import is_elsewhere, is_told, issuer_of
from board.reading.saying.interviews import Interview
from board.reading.saying.joining import is_one
from board.reading.saying.quoting import bare_quote, part_quoted, quoted_by, said_before
from board.reading.saying.spoken import spoken_in
from board.reading.saying.utterances import Utterance, silent, utterance_of
from board.reading.stance.silences import silence_in
from board.reading.words.layout import headings_of, without_dateline
from board.reading.words.members import ANNOUNCES
from board.reading.words.pieces import pieces_of
from board.reading.words.prose import Prose, Sentence


class Reader:
    """Remembers, from sentence to sentence, who may speak and what goes on."""

    def __init__(self, prose: Prose, heading: Prose | None, known: Iterable[tuple[str, Speaker]] = ()) -> None:
        self._prose = prose
        self._cast = cast_of(prose, heading, known)
        self._interview = Interview(prose, self._cast, heading)
        self._issuer = issuer_of(heading, prose, self._cast) if heading is not None else None
        self._cast.issuer = self._cast.last = self._issuer
        self._headings = headings_of(prose)
        self._told: Sentence | None = None
        """A sentence that only tells who said the one before."""
        self._spoke_in = -1
        """The paragraph in which somebody spoke last."""
        self._deed: Utterance | None = None
        """What a body made known by doing it in the sentence before."""

    def utterances(self) -> Iterator[Utterance]:
        """Every utterance of the text in order."""
        for whole, following in zip_longest(self._prose.sentences, self._prose.sentences[1:]):
            if whole is not self._told and whole.first not in self._headings:
                yield from self._read(whole, following)

    def _read(self, whole: Sentence, following: Sentence | None) -> Iterator[Utterance]:
        act = said_before(self._prose, whole, following, self._cast) if following is not None else None
        if following is not None and act is not None:
            self._told = following
            yield from spoken_in(self._prose, following.with_quotes(whole.quotes), [act], self._cast)
            return
        said = list(self._said(whole)) or list(self._made_known(whole))
        self._deed = said[-1] if said and said[-1].is_deed else None
        self._spoke_in = whole.paragraph if said else self._spoke_in
        yield from said

    def _said(self, whole: Sentence) -> Iterator[Utterance]:
        before: Utterance | None = None
        for piece in pieces_of(self._prose, without_dateline(self._prose, whole)):
            for said in self._in_piece(piece):
                if before is not None and is_one(before, said):
                    said.goes_on = True
                yield said
                before = said

    def _made_known(self, whole: Sentence) -> Iterator[Utterance]:
        """With no word of saying: by who issues the text, or by a body that goes on telling what it will do."""
        if self._issuer is not None and is_told(self._prose, whole):
            yield utterance_of(self._prose, whole, self._issuer, [], (whole.first, whole.last))
        elif self._deed is not None and self._deed.paragraph == whole.paragraph and goes_on(self._prose, whole):
            more = self._deed.over(whole.first, end_of(self._prose, whole))
            more.goes_on = True
            yield more

    def _in_piece(self, sentence: Sentence) -> Iterator[Utterance]:
        prose, cast = self._prose, self._cast
        if (answer := self._interview.answer_in(sentence)) is not None:
            said = utterance_of(prose, sentence, answer[0], [], answer[1])
            said.goes_on = answer[1][0] == sentence.first
            yield said
        elif (silence := silence_in(prose, sentence, cast)) is not None:
            cast.met(silence.speaker)
            yield silent(prose, sentence, silence)
        else:
            acts = self._of_the_board(sentence, standing_alone(prose, acts_in(prose, sentence, cast)))
            mention(cast, prose, sentence)
            if acts:
                yield from spoken_in(prose, sentence, acts, cast)
            if sentence.quotes and (other := quoted_by(prose, sentence, acts, cast)) is not None:
                yield utterance_of(prose, sentence, other[0], [], other[1])
            elif not acts:
                yield from self._without_verb(sentence)

    def _of_the_board(self, sentence: Sentence, acts: list[Act]) -> list[Act]:
        """`The same letter puts the number in Jordan at 3,813`: a report is of many lands, a board of one."""
        issuer = self._issuer
        if issuer is None or not is_elsewhere(self._prose, sentence):
            return acts
        return [act for act in acts if act.speaker is None or act.speaker.key != issuer.key]

    def _without_verb(self, sentence: Sentence) -> Iterator[Utterance]:
        """A quotation that goes on with what was said before, or a deed."""
        prose, last = self._prose, self._cast.last
        if (quoted := bare_quote(prose, sentence)) is not None and last is not None:
            said = utterance_of(prose, sentence, last, [], quoted)
            said.goes_on = True
            yield said
        elif last is not None and (part := self._part_quoted(sentence)) is not None:
            yield utterance_of(prose, sentence, last, [], part)
        elif (deed := deed_in(prose, sentence, self._cast)) is not None:
            said = utterance_of(prose, sentence, deed[0], [], deed[1])
            said.stance, said.is_deed = ANNOUNCES, True
            yield said

    def _part_quoted(self, sentence: Sentence) -> tuple[int, int] | None:
        return part_quoted(self._prose, sentence) if self._spoke_in == sentence.paragraph else None
