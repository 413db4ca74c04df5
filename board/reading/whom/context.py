"""What a text has spoken of before a sentence: the force, whom, how many, and of what kind."""

from __future__ import annotations

from collections.abc import Mapping

from board.model import FigureKind
from board.reading.counting.actors import Actor, actor_at, first_actor
from board.reading.whom.noun_phrases import Subject
from board.reading.words.prose import Prose, Sentence


class Topics:
    """Whom a text spoke of, sentence by sentence; looked for only where somebody asks whom it spoke of last."""

    __slots__ = ("_lands", "_last", "_told")

    def __init__(self, lands: frozenset[str]) -> None:
        self._lands = lands
        self._last: Actor | None = None
        self._told: list[tuple[Prose, Sentence, Actor | None]] = []

    def add(self, prose: Prose, sentence: Sentence, counted: Actor | None = None) -> None:
        """One more sentence; it spoke of those `counted` in it where it names nobody."""
        self._told.append((prose, sentence, counted))

    def last(self) -> Actor | None:
        """Whom it spoke of last."""
        while self._told:
            prose, sentence, counted = self._told.pop()
            actor = first_actor(prose, sentence, self._lands) or counted
            if actor is not None:
                self._last = actor
                self._told.clear()
        return self._last


class Context:
    """What the text has spoken of before a sentence."""

    __slots__ = (
        "force", "fresh", "goes_on", "home", "lands", "last", "reserves", "strengths", "told", "topics", "units",
    )  # fmt: skip

    def __init__(
        self,
        *,
        home: str | None,
        lands: frozenset[str],
        strengths: Mapping[str, int],
        units: Mapping[str, FigureKind],
        topics: Topics,
        force: str,
        goes_on: int = 0,
        last: Subject | None = None,
        fresh: int = 0,
        told: FigureKind | None = None,
        reserves: frozenset[str] = frozenset(),
    ) -> None:
        self.home = home
        """The nation it speaks of most; empty where it is those who run the force."""
        self.lands = lands
        """The nations in whose lands forces serve."""
        self.strengths = strengths
        """The largest number given so far of each nation's people, and of a whole force's."""
        self.units = units
        """What the people of each sort of unit were counted as last: `company` as those who come on top."""
        self.topics = topics
        self.force = force
        self.goes_on = goes_on
        """For how many sentences more a number without a noun may mean soldiers spoken of before."""
        self.last = last
        """The subject of the last number."""
        self.fresh = fresh
        """How many figures the sentence before gave, where one of them was a strength."""
        self.told = told
        """The kind told of last, a few sentences back at most."""
        self.reserves = reserves
        """The nations of units told of as reserves."""

    def then(
        self,
        *,
        force: str,
        reserves: frozenset[str],
        goes_on: int,
        last: Subject | None = None,
        fresh: int = 0,
        told: FigureKind | None = None,
    ) -> Context:
        """What was spoken of before the next sentence; what is of the whole text stays."""
        return Context(
            home=self.home,
            lands=self.lands,
            strengths=self.strengths,
            units=self.units,
            topics=self.topics,
            force=force,
            goes_on=goes_on,
            last=last,
            fresh=fresh,
            told=told,
            reserves=reserves,
        )

    @property
    def topic(self) -> Actor | None:
        """Whom it spoke of last."""
        return self.topics.last()

    @property
    def nation(self) -> str | None:
        """The nation spoken of last."""
        topic = self.topics.last()
        return topic.nation if topic is not None else None


def force_after(prose: Prose, sentence: Sentence, context: Context) -> str:
    """The force that the next sentence may mean by `the mission`."""
    if "force" not in sentence.sorts:
        return context.force
    named = {mark.value for mark in sentence.marks.of("force") if mark.value in prose.lexicon.multinational}
    return named.pop() if len(named) == 1 else context.force


def reserves_after(prose: Prose, sentence: Sentence, context: Context) -> frozenset[str]:
    """The nations of units told of as reserves up to a sentence's end: those it names, else the one told of last."""
    if "kind.reserve" not in sentence.sorts:
        return context.reserves
    named = [actor_at(prose, sentence, mark.first, sentence.last) for mark in sentence.marks.of("nation", "stands_for")]
    nations = frozenset([actor.nation for actor in named if actor is not None and actor.nation is not None])
    nations = nations.difference(context.lands) or frozenset(filter(None, [context.nation]))
    return context.reserves | nations
