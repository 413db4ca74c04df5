"""What may be other than it was at the last look."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from board.model import Figure, Statement, When
from board.snapshot.persons import Decision


class ChangeKind(StrEnum):
    """What may have happened between two looks."""

    STATEMENT = "statement"
    """Somebody said something; headlines do not count."""
    EDITED = "edited"
    """An item's words changed after it was published."""
    RE_READ = "re_read"
    """The same words were read otherwise, because the options changed: nothing happened in the world."""
    FIGURE = "figure"
    """Somebody gave a number outside a table."""
    EDITION = "edition"
    """A new issue of a table."""
    CORRECTED = "corrected"
    """Another table for a date that had one."""
    HELD = "held"
    """An edition waits for a person."""
    TROOPS = "troops"
    """A nation's number is another than in the edition before."""
    JOINED = "joined"
    """A nation is listed that a whole table before did not list."""
    GONE = "gone"
    """A nation is no longer listed, in a whole table; a partial one proves nothing."""
    RANK = "rank"
    TOTAL = "total"
    """The stated total, or the sum where none is stated, is another."""
    MISMATCH = "mismatch"
    """A whole table's rows do not come to its stated total: `before` is stated, `after` summed."""
    CLAIM_GAINED = "claim_gained"
    CLAIM_LOST = "claim_lost"
    DIED = "died"
    """A source that gave something no longer does."""
    BLOCKED = "blocked"
    """The server of a source that gave something asked to be left alone until a time: nothing has died."""
    NEVER_ANSWERED = "never_answered"
    """A source was asked that has given nothing yet, and gave nothing."""
    RETURNED = "returned"
    SILENT = "silent"
    """A source answers, and has given nothing new for longer than its cadence."""
    UNCHANGED = "unchanged"
    """A source was read with success, and nothing was new."""
    DECIDED = "decided"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that is other than it was at the last look."""

    kind: ChangeKind
    ref: str
    """What it is about: `statement:5`, `edition:3`, `source:kfor-nations`."""
    at: datetime
    """When this board came to know of it."""
    source: str
    """Name of the source; empty for a person's decision."""
    text: str
    """The words: a statement, a title, a reason, a nation as its source writes it."""
    when: When | None = None
    """As-of or published."""
    nation: str | None = None
    before: int | None = None
    """A number, a rank, or a stated total, by `kind`."""
    before_source: str = ""
    """Who gave `before`, where it was another source than the one the change is of."""
    after: int | None = None
    places: tuple[int, int] | None = None
    """Of a number that moved: the nation's rank before and after, where that is another too."""
    claim: str = ""
    """Name of the claim gained or lost."""
    heading: str = ""
    """Of a statement on a claim: the headline it stands under."""
    withdrawn: tuple[Statement | Figure, ...] = ()
    """Of an edit: what the item said, and says no longer; of a claim that lost a statement, the statement."""
    came: tuple[Statement | Figure, ...] = ()
    """Of an edit: what the item says now and did not say before; of a figure that came, the figure."""
    decision: Decision | None = None
    """What a person decided, where that is the change."""
