"""The nouns: what sources say, who said it, and how sure its date and number are."""

from __future__ import annotations

from board.model.extract import About, Extract, LeftOut
from board.model.said import Event, Figure, Item, Statement
from board.model.tables import Check, Edition, Row
from board.model.when import Precision, When
from board.model.words import Channel, Completeness, Confidence, FigureKind, Identity, Qualifier, Stance, Strength

__all__ = [
    "About",
    "Channel",
    "Check",
    "Completeness",
    "Confidence",
    "Edition",
    "Event",
    "Extract",
    "Figure",
    "FigureKind",
    "Identity",
    "Item",
    "LeftOut",
    "Precision",
    "Qualifier",
    "Row",
    "Stance",
    "Statement",
    "Strength",
    "When",
]
