"""What can be cited and traced: whose words, whose number, and quotation marks only around the words themselves."""

from __future__ import annotations

from board.model import When
from board.options import WebAddress
from board.spec import TierSpec
from board.tui.draw.lines import Run
from board.tui.pages import tier
from board.tui.pages._page import Asked, Prose, citation, provenance_parts
from board.tui.pages._statements import fact_of
from tests.panels.boards import NOW
from tests.panels.building import config
from tests.panels.description import described
from tests.panels.memory import Memory

SAID = '[[statement]]\npublished = "2026-11-20"\norganisation = "NATO"\nstance = "denies"\ntext = "It stays."\n'


def traced(said: str) -> tuple[str, str]:
    """A statement as it stands in its provenance, and in a citation."""
    fact = fact_of(described(said).all_statements[0])
    words = next(part for part in provenance_parts((fact,), config(), NOW) if isinstance(part, Prose))
    return "".join(run.text for run in words.runs if isinstance(run, Run)), citation(fact)


def test_only_a_quotation_stands_in_quotation_marks() -> None:
    told, cited = traced(SAID)
    assert (told, "; It stays.; " in cited) == ("It stays.", True)
    told, cited = traced(SAID + "quote = true\n")
    assert (told, "; “It stays.”; " in cited) == ("“It stays.”", True)


def test_the_strength_of_a_tier_is_its_page_s_number_and_not_that_of_whoever_describes_the_model() -> None:
    police = TierSpec(
        level=1,
        name="Kosovo Police",
        strength="8,546 staff",
        strength_as_of=When.parse("2012-03"),
        strength_url=WebAddress("https://www.institutigap.org/news/342"),
        does="public order",
        described_by="EULEX, KFOR",
    )
    page = tier.page(Asked(ref="tier:1", snapshot=Memory(), config=config(tiers=(police,)), now=NOW))
    assert page is not None
    assert [(fact.what, fact.said_by) for fact in page.facts] == [
        ("Kosovo Police: 8,546 staff", "institutigap.org"),
        ("Kosovo Police: public order", "EULEX, KFOR"),
    ]
