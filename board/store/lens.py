"""The time a board is looked at from, as conditions of SQL."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from board.snapshot import Sense
from board.store.times import FARTHEST_AHEAD, FOREVER, SECOND, SLOTS, last_id, to_stamp

_DAY = 24 * 3600 * SECOND
_AHEAD = int(FARTHEST_AHEAD.total_seconds()) << SLOTS

Condition = tuple[str, tuple[object, ...]]
"""A piece of SQL and the values it binds."""


@dataclass(frozen=True, slots=True)
class Lens:
    """Now (`at` is `None`), or a past time in one of its two senses.

    What had been said by then is asked of the present reading by the dates it gives; what was known by then, of the
    forms that were valid at the time.
    """

    at: datetime | None = None
    sense: Sense = Sense.REPORTED

    @property
    def stamp(self) -> int:
        return to_stamp(self.at) if self.at is not None else FOREVER

    @property
    def looks_back(self) -> bool:
        """Whether records must be taken as they were known then."""
        return self.at is not None and self.sense is Sense.KNOWN

    @property
    def newest_id(self) -> int:
        """No statement above it had been said, or was known, by then; what was known may be dated a little ahead."""
        if self.at is None:
            return FOREVER
        return last_id(self.at) + (_AHEAD if self.looks_back else 0)

    def valid(self, table: str) -> Condition:
        """Of each record the form that counts, without regard to when it was said."""
        if self.looks_back:
            sql = f"{table}.known_from <= ? AND ({table}.known_to IS NULL OR {table}.known_to > ?)"
            return sql, (self.stamp, self.stamp)
        return f"{table}.known_to IS NULL", ()

    def said(self, table: str) -> Condition:
        """`valid`, and said by then; for tables with a `said` column.

        Of what is dated by a day and was read on that very day the hour of reading tells on which side of `at` it is.
        """
        if self.at is None or self.looks_back:
            return self.valid(table)
        came, went = _later_that_day(table, "known_from"), _later_that_day(table, "known_to")
        sql = f"{table}.said <= ? AND NOT ({came}) AND ({table}.known_to IS NULL OR ({went}))"
        return sql, (self.stamp, self.stamp, self.stamp)

    def accepted(self, edition: str) -> Condition:
        """Of the editions behind the alias `edition` those that are shown: a person's last word, else the guard's.

        What had been said by then is judged by all that is decided now.
        """
        known = self.stamp if self.looks_back else FOREVER
        sql = (
            f"coalesce((SELECT d.value = 'accepted' FROM decisions d WHERE d.ref = 'edition:' || {edition}.id"
            f" AND d.kind = 'accept' AND d.at <= ? ORDER BY d.at DESC, d.id DESC LIMIT 1),"
            f" {edition}.held IS NULL OR {edition}.released <= ?)"
        )
        return sql, (known, known)

    def not_held(self, table: str) -> Condition:
        """Of figures or statements those that do not hang on an edition which waits or was refused."""
        sql, values = self.accepted("e")
        return (
            f"({table}.held_by IS NULL OR EXISTS (SELECT 1 FROM editions e WHERE e.id = {table}.held_by AND {sql}))",
            values,
        )


def _later_that_day(table: str, column: str) -> str:
    """Whether the moment in `column` lies after the one that is bound, on the day the record is dated by."""
    return f"{table}.said % {_DAY} = 0 AND {table}.{column} > ? AND {table}.{column} < {table}.said + {_DAY}"


def together(*conditions: Condition) -> Condition:
    """All of them."""
    sql = " AND ".join(f"({condition})" for condition, _ in conditions)
    return sql, tuple(value for _, values in conditions for value in values)
