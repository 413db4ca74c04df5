"""Kinds, hedges and how sure one is, by their names: all are asked for at every number, and an enum is slow to tell."""

from __future__ import annotations

from typing import Final

from board.model import Confidence, FigureKind, Qualifier

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
