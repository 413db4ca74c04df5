"""A claim: what it says, and every statement on either side of it, with why it was counted there."""

from __future__ import annotations

from collections.abc import Iterator

from board.judging.claims import ClaimTally, Side
from board.panels import _claims, _words
from board.tui.draw.lines import Run
from board.tui.pages._kept import kept
from board.tui.pages._page import Asked, Heading, Page, Part, Prose, pairs
from board.tui.pages._statements import fact_of, listed


def page(asked: Asked) -> Page | None:
    """`None` where no such claim is configured."""
    tally = next(
        (each for each in _claims.claims(asked.snapshot, asked.config).tallies if each.claim.name == asked.key), None
    )
    if tally is None:
        return None
    return Page(
        ref=asked.ref,
        title=tally.claim.text,
        parts=(
            pairs(("claim", tally.claim.name), ("found by", tally.claim.match)),
            *_sides(tally, asked),
            *kept(asked),
        ),
        facts=tuple(fact_of(each.record) for each in tally.judged),
    )


def _sides(tally: ClaimTally, asked: Asked) -> Iterator[Part]:
    for side in Side:
        judged = tally.on(side)
        if not judged:
            continue
        yield Heading(f"{side.value.replace('_', ' ')}: {_words.plural(len(judged), 'statement')}")
        for each in judged:
            yield from listed((each.record,), asked.config.board.time_zone)
            yield Prose((Run("by hand" if each.by_hand else each.because, "muted"),), 6)
