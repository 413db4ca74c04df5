"""The words for how something was said, by whom, and what a number counts."""

from __future__ import annotations

from enum import StrEnum


class Qualifier(StrEnum):
    """How a number was hedged by whoever gave it."""

    EXACTLY = "exactly"
    ABOUT = "about"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    AT_LEAST = "at_least"
    UP_TO = "up_to"


class FigureKind(StrEnum):
    """What a number counts. Figures of different kinds are never compared."""

    PRESENT = "present"
    RESERVE = "reserve"
    ROTATION = "rotation"
    REINFORCEMENT = "reinforcement"
    EXERCISE = "exercise"
    CEILING = "ceiling"
    PLANNED = "planned"
    PLEDGED = "pledged"
    WITHDRAWAL = "withdrawal"
    HISTORICAL = "historical"
    CASUALTIES = "casualties"
    NATIONS = "nations"
    SUB_UNIT = "sub_unit"
    OTHER_THEATRE = "other_theatre"
    OTHER = "other"


class Identity(StrEnum):
    """Who spoke, as far as the text tells."""

    NAMED = "named"
    ROLE = "role"
    ORGANISATION = "organisation"
    UNNAMED = "unnamed"


class Channel(StrEnum):
    """How it was said."""

    SPOKEN = "spoken"
    WRITTEN = "written"
    WEBSITE = "website"
    SECOND_HAND = "second_hand"
    UNKNOWN = "unknown"


class Stance(StrEnum):
    """What the speaker does with the matter; `NO_COMMENT` covers declined, referred elsewhere and not yet answered."""

    CLAIMS = "claims"
    CONFIRMS = "confirms"
    DENIES = "denies"
    ANNOUNCES = "announces"
    NO_COMMENT = "no_comment"


class Strength(StrEnum):
    """How firmly a stance is taken. Of `NO_COMMENT`, weak is not yet answered, plain is declined."""

    WEAK = "weak"
    PLAIN = "plain"
    STRONG = "strong"


class Confidence(StrEnum):
    """How sure the reader is of what it read; `LOW` is shown as such and counts for nothing until a person says so."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Completeness(StrEnum):
    """Whether a row belongs to a whole table, to a part of one, or stands alone."""

    COMPLETE = "complete"
    PARTIAL = "partial"
    SINGLE = "single"
