"""A number in its sentence, and all that is known of it when its kind is asked for."""

from __future__ import annotations

from board.model import FigureKind, Qualifier
from board.reading.counting.counting import Counted
from board.reading.words.prose import Prose, Sentence


class Around:
    """A number in its sentence, with the numbers before and after it that count, and the kind of the one before."""

    __slots__ = (
        "after", "before", "counted", "in_reserve", "nation", "previous", "prose", "qualifier", "sentence",
        "swaps", "told",
    )  # fmt: skip

    def __init__(
        self,
        prose: Prose,
        sentence: Sentence,
        counted: Counted,
        before: Counted | None,
        after: Counted | None,
        *,
        previous: FigureKind | None,
        qualifier: Qualifier,
        told: FigureKind | None,
        swaps: bool,
        nation: str | None,
        in_reserve: bool,
    ) -> None:
        self.prose, self.sentence = prose, sentence
        self.counted, self.before, self.after = counted, before, after
        self.previous = previous
        self.qualifier = qualifier
        self.told = told
        """The kind that the sentence before told of last."""
        self.swaps = swaps
        """Whether the text is one about those who come for others who go."""
        self.nation = nation
        """Of which nation those counted are; `None` where they are a whole force's, or nobody tells."""
        self.in_reserve = in_reserve
        """Whether a unit of that nation was told of as a reserve before."""
