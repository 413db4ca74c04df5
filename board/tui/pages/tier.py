"""A tier: what it stands on, its posture and who decided it, what is proposed and why, what was last said of it."""

from __future__ import annotations

from collections.abc import Iterator

from board.panels import _names, _words, tiers
from board.spec import TierSpec
from board.tui.draw.lines import Run
from board.tui.pages._kept import kept
from board.tui.pages._page import Asked, Fact, Heading, Page, Part, Prose, pairs
from board.tui.pages._statements import fact_of, listed

_MOST = 30


def page(asked: Asked) -> Page | None:
    """`None` where no such tier is configured."""
    tier = next((each for each in asked.config.tiers if str(each.level) == asked.key), None)
    if tier is None:
        return None
    records = asked.snapshot.statements(limit=_MOST, query=_names.query((tier.name, *tier.aliases)))
    own = Fact(what=f"{tier.name}: {tier.strength or tier.basis}", said_by=tier.described_by or "board.toml",
               as_of=tier.strength_as_of, url=tier.strength_url or tier.basis_url)  # fmt: skip
    return Page(
        ref=asked.ref,
        title=f"Tier {tier.level}: {tier.name}",
        parts=(
            *_stands_on(tier, asked),
            *kept(asked),
            Heading("Latest said"),
            *(
                listed(records, asked.config.board.time_zone)
                if records
                else (Prose((Run("nothing found", "muted"),), 2),)
            ),
        ),
        facts=(own, *map(fact_of, records)),
    )


def _stands_on(tier: TierSpec, asked: Asked) -> Iterator[Part]:
    zone = asked.config.board.time_zone
    decided = tiers.posture(asked.snapshot.decisions(asked.ref))
    until = tiers.mandate(asked.snapshot, tier)
    yield pairs(
        ("posture", (Run(decided.value if decided else "unknown: nobody has decided it", "strong"),)),
        ("role", tier.role),
        ("basis", tier.basis),
        ("", tier.basis_url),
        ("mandate to", _words.date(until, zone) if until else None),
        ("strength", tiers.strength(asked.snapshot, tier, asked.config)),
        ("", tier.strength_url),
        ("described by", tier.described_by),
        ("also called", ", ".join(tier.aliases)),
    )
    yield from _proposal(asked)


def _proposal(asked: Asked) -> Iterator[Part]:
    rungs = getattr(asked.view.shape, "rungs", ()) if asked.view else ()
    proposal = next((rung.proposal for rung in rungs if rung.ref == asked.ref), "")
    if proposal:
        yield Heading("Proposed")
        yield Prose((Run("? ", "proposed"), Run(proposal)), 2)
