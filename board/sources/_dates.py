"""The dates of one body: each read once, and no more of the slow ones than any honest page has."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from board.model import When
from board.text.dates import LONGEST, read_when
from board.text.fold import fold
from board.text.months import month_of

EXACT = re.compile(
    r"\s*(?:(?:[A-Z][a-z]{2}, )?(?!29 Feb)\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d"
    r" (?:[+-](?:0\d|1[0-4])[0-5]\d|GMT|UTC)"
    r"|\d{4}-(?!02-29)\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d))\s*"
)
"""RFC 822 with a full year, and ISO 8601 with its offset; 29 February is left to who looks at the year."""
MAX_ODD = 40
"""Dates that are none, or are in words of no known month, that are tried: each may take some dozen milliseconds."""
_ANY_TIME = datetime(9998, 1, 1, tzinfo=UTC)
"""Dates that lie ahead are judged, and counted, where the items are gathered."""
_WORD = re.compile(r"[^\W\d_]{3,}")


@dataclass(slots=True)
class DateReader:
    """Reads dates in `languages`; a time of day without an offset is in `zone`."""

    languages: tuple[str, ...] = ()
    zone: ZoneInfo | None = None
    _read: dict[str, When | None] = field(default_factory=dict)
    _odd: int = 0

    def read(self, written: str) -> When | None:
        """The date; `None` where it is none, or where too many that nobody knows have been tried already."""
        written = written.strip()
        if not written or len(written) > LONGEST:
            return None
        if written not in self._read:
            self._read[written] = self._fresh(written)
        return self._read[written]

    def _fresh(self, written: str) -> When | None:
        if self._odd >= MAX_ODD and not EXACT.fullmatch(written):
            return None
        when = read_when(written, now=_ANY_TIME, languages=self.languages, zone=self.zone)
        words = _WORD.findall(fold(written))
        self._odd += when is None or bool(words and not any(month_of(word) for word in words))
        return when
