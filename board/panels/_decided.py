"""What persons decided, in words: of what, what, by whom and why."""

from __future__ import annotations

from board.judging import corrections
from board.snapshot import Decision
from board.spec import Config


def told(decision: Decision) -> str:
    """`on duty, by m.k.: seen on patrol`; `not on us-withdrawal, by m.k.`; `information 2, by m.k.`."""
    return f"{what(decision)}, {by(decision)}"


def by(decision: Decision) -> str:
    """`by m.k.: seen on patrol`; the name alone where no reason was given."""
    return f"by {decision.who or 'somebody'}" + (f": {decision.why}" if decision.why else "")


def what(decision: Decision) -> str:
    """`put to the claim us-withdrawal`, `put right: stance denies`, `on duty`."""
    value = decision.value
    match decision.kind:
        case "claim":
            return f"{'put to' if value.startswith('+') else 'not on'} the claim {value[1:]}"
        case "fold":
            return "said apart" if value == "apart" else f"the same as {value}"
        case "confidence":
            return "read wrongly" if value == "low" else "read rightly"
        case "information":
            return f"information {value}"
        case corrections.KIND:
            return _put_right(value)
        case _:
            return value


def _put_right(value: str) -> str:
    """`put right: stance denies`, `put right: no nation`; `stance as it was read`."""
    name, put, word = value.partition("=")
    if not put:
        return f"{name.replace('_', ' ')} as it was read"
    return f"put right: {field_told(name, word)}"


def field_told(name: str, word: str) -> str:
    """`stance no comment`, `no nation`: a field of a reading, and what it has."""
    name = name.replace("_", " ")
    if not word:
        return f"no {name}"
    return f"{name} {word.replace('_', ' ') if word.islower() else word}"


def subject(ref: str, config: Config) -> str:
    """`Tier 2 EULEX`, `source reading of kfor-site`, `table`: what a decision is on, as far as its ref alone tells."""
    kind, _, key = ref.partition(":")
    match kind:
        case "tier":
            name = next((tier.name for tier in config.tiers if str(tier.level) == key), "")
            return f"Tier {key} {name}".rstrip()
        case "edition":
            return "held table"
        case "held":
            return f"held reading of {key}"
        case _:
            return ref
