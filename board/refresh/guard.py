"""What a reading must pass before it is shown; one that fails is held with the reasons. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from board.model import Edition
from board.outcome import Reading
from board.reading.tables.guards import guard
from board.spec import GuardSpec
from board.text.decode import decode
from board.text.fold import fold


def objections(
    spec: GuardSpec,
    reading: Reading,
    body: bytes,
    last: Edition | None,
    charset: str | None = None,
    accepted: Collection[Edition] = (),
) -> str:
    """Why the reading is to be held, in words; empty where nothing speaks against it.

    `last` is the newest edition of the source that is shown, to compare the total with; `charset` is the body's, as the
    server names it; `accepted` are editions on which a person has decided. Raises: ExtractError where words are looked
    for in a body that is not read as text.
    """
    text = decode(body, charset).text if spec.must_contain else ""
    if reading.editions:
        reasons = [guard(edition, last, spec, text) for edition in reading.editions if edition not in accepted]
    else:
        reasons = list(_of_items(spec, reading, text))
    return "; ".join(filter(None, dict.fromkeys(reasons)))


def _of_items(spec: GuardSpec, reading: Reading, text: str) -> Iterator[str]:
    """What a guard means for a source without tables."""
    if spec.min_rows is not None and reading.count < spec.min_rows:
        entries = "1 entry" if reading.count == 1 else f"{reading.count} entries"
        yield f"{entries}, at least {spec.min_rows} are expected"
    folded = fold(text) if spec.must_contain else ""
    missing = [words for words in spec.must_contain if fold(words) not in folded]
    if missing:
        yield f"the answer does not contain {', '.join(map(repr, missing))}"
