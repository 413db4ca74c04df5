"""Members of the model's enumerations, looked up once: rules ask for many, and Python 3.11 is slow to find one."""

from __future__ import annotations

from typing import Final

from board.model import Channel, Confidence, FigureKind, Identity, Qualifier, Stance, Strength

NAMED: Final = Identity.NAMED
ROLE: Final = Identity.ROLE
ORGANISATION: Final = Identity.ORGANISATION
UNNAMED: Final = Identity.UNNAMED

UNKNOWN: Final = Channel.UNKNOWN
"""How it was said, where nothing tells it."""

CLAIMS: Final = Stance.CLAIMS
CONFIRMS: Final = Stance.CONFIRMS
DENIES: Final = Stance.DENIES
ANNOUNCES: Final = Stance.ANNOUNCES
NO_COMMENT: Final = Stance.NO_COMMENT
PLAIN: Final = Strength.PLAIN

PRESENT: Final = FigureKind.PRESENT
RESERVE: Final = FigureKind.RESERVE
ROTATION: Final = FigureKind.ROTATION
REINFORCEMENT: Final = FigureKind.REINFORCEMENT
EXERCISE: Final = FigureKind.EXERCISE
CEILING: Final = FigureKind.CEILING
PLANNED: Final = FigureKind.PLANNED
PLEDGED: Final = FigureKind.PLEDGED
WITHDRAWAL: Final = FigureKind.WITHDRAWAL
HISTORICAL: Final = FigureKind.HISTORICAL
SUB_UNIT: Final = FigureKind.SUB_UNIT
OTHER_THEATRE: Final = FigureKind.OTHER_THEATRE
OF_HURT: Final = FigureKind.CASUALTIES
OF_NATIONS: Final = FigureKind.NATIONS

EXACTLY: Final = Qualifier.EXACTLY
AT_LEAST: Final = Qualifier.AT_LEAST
UP_TO: Final = Qualifier.UP_TO

HIGH: Final = Confidence.HIGH
MEDIUM: Final = Confidence.MEDIUM
LOW: Final = Confidence.LOW


def less_sure(one: Confidence, other: Confidence) -> Confidence:
    """Of two things one rests on, how sure the less sure is."""
    if one is LOW or other is LOW:
        return LOW
    return MEDIUM if one is MEDIUM or other is MEDIUM else HIGH
