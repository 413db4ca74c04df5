"""A tier: what it stands on, its posture and who decided it, what is proposed and why, what was last said of it."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

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
        facts=(*_facts(tier), *map(fact_of, records)),
    )


def _facts(tier: TierSpec) -> Iterator[Fact]:
    """What board.toml says of a tier, each with whose words it is: a number is that of the page it was taken from."""
    if tier.strength:
        by = _publisher(tier.strength_url)
        yield Fact(what=f"{tier.name}: {tier.strength}", said_by=by, as_of=tier.strength_as_of, url=tier.strength_url)
    if tier.basis:
        yield Fact(what=f"{tier.name}: {tier.basis}", said_by=_publisher(tier.basis_url), url=tier.basis_url)
    if tier.does:
        yield Fact(what=f"{tier.name}: {tier.does}", said_by=tier.described_by or "board.toml")


def _publisher(url: str | None) -> str:
    """`institutigap.org`, as far as the address tells; board.toml alone where none is given."""
    host = urlsplit(url).hostname if url else None
    return (host or "board.toml").removeprefix("www.")


def _stands_on(tier: TierSpec, asked: Asked) -> Iterator[Part]:
    zone = asked.config.board.time_zone
    decided = tiers.posture(asked.snapshot.decisions(asked.ref))
    until = tiers.mandate(asked.snapshot, tier, asked.config)
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
