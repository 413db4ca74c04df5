"""Putting right what was read wrongly: one field of a statement or figure after the other, what was read beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from board.errors import UsageError
from board.judging.corrections import FIELDS, HEADLINE, Field, shown, value_of
from board.model import Figure, Stance, Statement, Strength
from board.panels import _names, _stances
from board.snapshot import Recorded, StatementRecord
from board.spec import Config
from board.text.nations import nations
from board.tui.draw.lines import Drawn, Run, wrap
from board.tui.screens.ask import AskScreen
from board.tui.screens.pick import PickScreen
from board.tui.widgets.picklines import Choice, Head

if TYPE_CHECKING:
    from board.tui.face import BoardApp

_NOTHING = "-"
"""The id of the choice that a field has nothing."""
_WITH_STANCE = "strength"
"""Chosen together with the stance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrong:
    """A field that a person may put right."""

    ref: str
    field: Field
    now: str
    """As it stands."""
    read: str
    """As it was read."""
    words: str
    """What it was read from."""

    @property
    def stands(self) -> str:
        """`claims`, `claims (read as denies)`."""
        told = self.now or "nothing"
        return told if self.read == self.now else f"{told} (read as {self.read or 'nothing'})"


def wrongs(record: StatementRecord | Recorded[Figure]) -> Iterator[Wrong]:
    """Each field of a record that can be put right; the strength goes with the stance."""
    now = record.statement if isinstance(record, StatementRecord) else record.value
    words = now.text if isinstance(now, Statement) else now.quote
    for field in FIELDS["statement" if isinstance(now, Statement) else "figure"]:
        if field.name != _WITH_STANCE:
            read, stands = _shown(record.read_as or now, field.name), _shown(now, field.name)
            yield Wrong(ref=record.ref, field=field, now=stands, read=read, words=words)


def _shown(said: Statement | Figure, name: str) -> str:
    if name == "stance" and isinstance(said, Statement):
        return _stance_told(said.stance, said.strength)
    return shown(said, name)


def _stance_told(stance: Stance | None, strength: Strength) -> str:
    """`denies weakly`, `no answer yet`: as everywhere, in small letters, and how strongly whatever it is."""
    word = _stances.word_of(stance, strength).lower()
    if stance in (None, Stance.NO_COMMENT):
        return word
    return f"{word.split()[0]} {_stances.STRENGTHS[strength]}".rstrip()


def ask(app: BoardApp, wrong: Wrong) -> None:
    """Let the person say what it should be; what cannot be chosen cannot be put."""
    choices = [_marked(each, wrong) for each in _choices(wrong, app.config)]
    if not choices:
        _type(app, wrong, wrong.now)
        return

    def put(chosen: str | None) -> None:
        if chosen is not None:
            values = _values(wrong.field.name, chosen)
            _ask_why(app, wrong, values, next(each.label for each in choices if each.id == chosen))

    chosen = next((each.id for each in choices if wrong.now in (each.id, each.label)), "")
    title = f"{wrong.field.name}, read as {wrong.read or 'nothing'}: what is it?"
    app.open_over(PickScreen(title, choices, app.palette, chosen=chosen, head=_head(wrong)), put)


def _marked(choice: Choice, wrong: Wrong) -> Choice:
    """What was read is told beside it."""
    return replace(choice, about="as it was read") if wrong.read in (choice.id, choice.label) else choice


def _head(wrong: Wrong) -> Head:
    """The words it was read from."""

    def head(width: int) -> Iterator[Drawn]:
        yield from (Drawn(line) for line in (*wrap((Run(wrong.words),), width), ()))

    return head


def _choices(wrong: Wrong, config: Config) -> list[Choice]:
    """All that the field can be; none where any name will do."""
    match wrong.field.name:
        case "stance":
            return [
                Choice(f"{stance}/{strength}", _stance_told(*_stance(stance, strength)))
                for stance, strength in _STANCES
            ]
        case "nation":
            named = sorted((_names.nation(each.alpha3, config), each.alpha3) for each in nations())
            whole = Choice(_NOTHING, "no nation", "it counts the whole")
            return [whole, *(Choice(code, name, code) for name, code in named)]
        case _:
            return [Choice(word, word.replace("_", " ")) for word in wrong.field.words]


_STANCES = (
    *((stance.value, strength.value) for stance in Stance if stance is not Stance.NO_COMMENT for strength in Strength),
    (Stance.NO_COMMENT.value, Strength.WEAK.value),
    (Stance.NO_COMMENT.value, Strength.PLAIN.value),
    (HEADLINE, Strength.PLAIN.value),
)


def _stance(stance: str, strength: str) -> tuple[Stance | None, Strength]:
    return None if stance == HEADLINE else Stance(stance), Strength(strength)


def _values(name: str, chosen: str) -> tuple[str, ...]:
    """What is decided by a choice, as decisions keep it."""
    if name == "stance":
        stance, _, strength = chosen.partition("/")
        return f"stance={stance}", f"strength={strength}"
    return (f"{name}={'' if chosen == _NOTHING else chosen}",)


def _type(app: BoardApp, wrong: Wrong, typed: str) -> None:
    """Ask for a name; empty is nobody's."""
    name = wrong.field.name

    def put(answer: str | None) -> None:
        if answer is None:
            return
        try:
            value = value_of(wrong.field, answer, app.config)
        except UsageError as error:
            app.say(str(error), bad=True)
            return
        _ask_why(app, wrong, (f"{name}={value}",), value or f"no {name}")

    question = f"{name}, read as {wrong.read or 'nothing'}: what is it? Empty is none"
    app.open_over(AskScreen(question, typed, "Enter goes on, Esc changes nothing"), put)


def _ask_why(app: BoardApp, wrong: Wrong, values: tuple[str, ...], now: str) -> None:
    name = wrong.field.name
    question = f"{name}: {wrong.read or 'nothing'} → {now}. Why? It is kept with your name; it may be empty"
    keep(app, wrong.ref, values, question, f"put right: {name} {now}")


def take_back(app: BoardApp, wrong: Wrong) -> None:
    """As it was read again."""
    name = wrong.field.name
    values = (name, _WITH_STANCE) if name == "stance" else (name,)
    question = f"{name}: {wrong.now or 'nothing'} → {wrong.read or 'nothing'}, as it was read. Why? It may be empty"
    keep(app, wrong.ref, values, question, f"as it was read: {name}")


def keep(app: BoardApp, ref: str, values: tuple[str, ...], question: str, told: str) -> None:
    """Ask for the reason, and decide."""

    def decide(why: str | None) -> None:
        if why is not None:
            app.clerk.write(told, lambda door: door.put_right(ref, values, why.strip()))

    app.open_over(AskScreen(question, "", "Enter decides, Esc does not"), decide)
