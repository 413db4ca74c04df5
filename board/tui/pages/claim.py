"""A claim: what it says, and every statement on either side of it, with why it was counted there."""

from __future__ import annotations

from collections.abc import Iterator

from board.judging.claims import COUNTED, ClaimTally, Judged, Side
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


_TITLES = {
    Side.SILENT: "silent, asked and not answered",
    Side.OPEN: "open, for a person to read",
    Side.BESIDE: "beside it, under a headline on it",
    Side.UNSURE: "unsure, maybe read wrongly",
}


def _sides(tally: ClaimTally, asked: Asked) -> Iterator[Part]:
    for side in Side:
        judged = tally.on(side)
        if not judged:
            continue
        yield Heading(f"{_TITLES.get(side, side.value)}: {_counted(tally, side)}")
        reasons = {_reason(each) for each in judged}
        told = "counted here because" if side in COUNTED else "counts for nothing"
        if len(reasons) == 1:
            yield Prose((Run(f"{told}: {reasons.pop()}", "muted"),), 2)
        for each in judged:
            yield from listed((each.record,), asked.config.board.time_zone)
            if reasons:
                yield Prose((Run(f"{told}: {_reason(each)}", "muted"),), 6)


def _counted(tally: ClaimTally, side: Side) -> str:
    """`4 statements`, `4 statements of 2 origins`."""
    told, origins = len(tally.on(side)), tally.origins(side)
    return _words.plural(told, "statement") + (f" of {_words.plural(origins, 'origin')}" if origins != told else "")


def _reason(judged: Judged) -> str:
    return "somebody said so by hand" if judged.by_hand else judged.because
