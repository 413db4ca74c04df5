"""What a person can say against the rules: of a statement whom it repeats, which claim it bears on and how it was read;
of a figure what it counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from board.judging import corrections
from board.judging.claims import COUNTED, Side
from board.judging.hands import Hands
from board.model import Confidence, Figure
from board.panels import _claims, _stances, _words
from board.snapshot import Recorded, Snapshot, StatementRecord
from board.spec import Config
from board.tui import put_right
from board.tui.door import Door, FromTab, Job, Said, Then
from board.tui.put_right import Wrong, wrongs
from board.tui.screens.ask import AskScreen
from board.tui.screens.pick import PickScreen
from board.tui.selected import Selected
from board.tui.widgets.picklines import Choice

if TYPE_CHECKING:
    from board.tui.face import BoardApp

FIGURE = "figure"
"""An offer of this kind leads on to what can be put right of a figure."""
AS_READ = "read"
EARLIER_MOST = 20
"""Earlier statements that are offered to put one under."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing that can be decided."""

    label: str
    about: str
    ref: str
    kind: str = ""
    value: str = ""
    wrong: Wrong | None = None
    """What is put right, or with the value `read` taken back, in a dialog of its own."""


class OffersFound(FromTab):
    """What can be decided of a statement."""

    def __init__(self, offers: tuple[Offer, ...]) -> None:
        super().__init__()
        self.offers = offers


def sort(app: BoardApp, selected: Selected) -> None:
    """Look up what can be decided of the statement."""
    app.clerk.ask(find(selected.ref, app.config, app.then))


def find(ref: str, config: Config, then: Then) -> Job:
    """The offers on a statement; a sentence where the ref is of something else."""

    def job(door: Door) -> FromTab:
        snapshot = door.snapshot(then)
        if record := snapshot.statement(ref):
            return OffersFound(tuple(offers(record, snapshot, config)))
        if figure := snapshot.figure(ref):
            return OffersFound(tuple(_of_fields(figure)))
        return Said("only a statement or a figure can be put right by hand")

    return job


def offers(record: StatementRecord, snapshot: Snapshot, config: Config) -> Iterator[Offer]:
    """Carriers to take apart, claims to put it to or take it from, how it was read, statements to put it under."""
    for ref, same, came in record.repeats:
        outlet = same.carriers[-1] if same.carriers else came.source_title
        yield Offer(f"apart: {outlet}", same.text, ref, "fold", "apart")
    yield from _of_claims(record, snapshot, config)
    yield from _of_fields(record)
    for each in record.figures:
        yield Offer(f"put right: {_words.figure(each.value)}", f"the figure: {each.value.quote}", each.ref, FIGURE)
    yield _of_reading(record, snapshot)
    for other in snapshot.statements(limit=EARLIER_MOST, before=record.id, headlines=False):
        said = other.statement
        told = f"{_stances.word(said)}: {said.text}"
        yield Offer(f"the same as: {_stances.who(said)}", told, record.ref, "fold", other.ref)


def _of_claims(record: StatementRecord, snapshot: Snapshot, config: Config) -> Iterator[Offer]:
    """To be put to what it does not count for, to be taken from what it does; both where a person has to read it."""
    placed = _claims.claims_on((record,), snapshot, config).places.get(record.ref, ())
    standing = {each.tally.claim.name: each.judged for each in placed}
    for claim in config.claims:
        judged = standing.get(claim.name)
        if judged is None or (judged.side not in COUNTED and not judged.by_hand):
            yield Offer(f"to the claim {claim.name}", claim.text, record.ref, "claim", f"+{claim.name}")
        if judged is not None and judged.side is not Side.BESIDE:
            yield Offer(f"not to the claim {claim.name}", claim.text, record.ref, "claim", f"-{claim.name}")


def _of_reading(record: StatementRecord, snapshot: Snapshot) -> Offer:
    said = Hands(snapshot.decisions(record.ref)).confidence(record.ref) or record.statement.confidence
    if said is Confidence.HIGH:
        return Offer("read wrongly", "from now on it counts for no claim", record.ref, "confidence", "low")
    return Offer("read rightly", "from now on it counts for its claims", record.ref, "confidence", "high")


def _of_fields(record: StatementRecord | Recorded[Figure]) -> Iterator[Offer]:
    """What was read, to be put right, or to be as it was read again."""
    for wrong in wrongs(record):
        yield Offer(f"put right: {wrong.field.name}", wrong.stands, record.ref, corrections.KIND, wrong=wrong)
        if wrong.now != wrong.read:
            told = wrong.read or "nothing"
            yield Offer(f"as it was read: {wrong.field.name}", told, record.ref, corrections.KIND, AS_READ, wrong)


def choose(app: BoardApp, found: tuple[Offer, ...]) -> None:
    """Let the person choose, and say why."""
    choices = [Choice(str(number), offer.label, offer.about) for number, offer in enumerate(found)]

    def decide(chosen: str | None) -> None:
        if chosen is not None:
            _follow(app, found[int(chosen)])

    app.open_over(PickScreen("What is it, by your hand?", choices, app.palette), decide)


def _follow(app: BoardApp, offer: Offer) -> None:
    """What is asked next."""
    if offer.kind == FIGURE:
        app.clerk.ask(find(offer.ref, app.config, app.then))
    elif offer.wrong is None:
        _ask_why(app, offer)
    elif offer.value == AS_READ:
        put_right.take_back(app, offer.wrong)
    else:
        put_right.ask(app, offer.wrong)


def _ask_why(app: BoardApp, offer: Offer) -> None:
    def keep(why: str | None) -> None:
        if why is not None:
            app.clerk.write(
                f"decided: {offer.label}", lambda door: door.decide(offer.ref, offer.kind, offer.value, why.strip())
            )

    app.open_over(AskScreen(f"{offer.label}: why? It is kept with your name", "", "Enter decides, Esc does not"), keep)
