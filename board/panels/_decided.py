"""What persons decided, in words: of what, what, by whom and why."""

from __future__ import annotations

from board.snapshot import Decision
from board.spec import Config


def told(decision: Decision) -> str:
    """`on duty, by m.k.: seen on patrol`; `not on us-withdrawal, by m.k.`; `information 2, by m.k.`."""
    return f"{_value(decision)}, {by(decision)}"


def by(decision: Decision) -> str:
    """`by m.k.: seen on patrol`; the name alone where no reason was given."""
    return f"by {decision.who or 'somebody'}" + (f": {decision.why}" if decision.why else "")


def _value(decision: Decision) -> str:
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
        case _:
            return value


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
