"""One detector for all: what it finds, among what, and that languages nobody can tell apart are one."""

from __future__ import annotations

import pytest

from board.sources._language import ENOUGH, language_of
from board.text.language import base, detected

LATIN = (
    "Ministarstvo odbrane saopštilo je da će u misiji ostati 600 vojnika i da se o povlačenju ne razgovara. "
    "Portparol je dodao da je raspored snaga pitanje o kojem se odlučuje zajedno sa saveznicima, i da do sada "
    "nijedna država nije najavila manji broj svojih ljudi."
)
CYRILLIC = (
    "Министарство одбране саопштило је да ће у мисији остати 600 војника и да се о повлачењу не разговара. "
    "Портпарол је додао да је распоред снага питање о којем се одлучује заједно са савезницима."
)
ALBANIAN = "Zyrtari tha se misioni do të vazhdojë dhe se numri i trupave nuk do të ndryshojë deri në fund të vitit."


@pytest.mark.parametrize(("text", "language"), [(LATIN, "sr"), (CYRILLIC, "sr"), (ALBANIAN, "sq")])
def test_a_language_is_found_in_either_script(text: str, language: str) -> None:
    assert detected(text) == language


def test_only_languages_that_come_into_question_are_answered() -> None:
    assert detected(ALBANIAN, {"en", "de"}) in {"en", "de"}


@pytest.mark.parametrize(
    ("code", "plain"), [("sr-Latn-RS", "sr"), ("hr", "sr"), ("bs_BA", "sr"), ("EN-us", "en"), ("sq", "sq")]
)
def test_a_code_is_brought_to_the_one_that_detecting_gives(code: str, plain: str) -> None:
    assert base(code) == plain


@pytest.mark.parametrize(("said", "language"), [(None, "sr"), ("sr", "sr"), ("hr", "hr"), ("en", "sr"), ("de", "sr")])
def test_what_a_page_says_of_itself_counts_where_the_text_cannot_tell(said: str | None, language: str) -> None:
    assert len(LATIN) >= ENOUGH
    assert language_of(LATIN, said) == language
