"""A held table beside the one that is shown: who would move, join and go."""

from __future__ import annotations

from board.panels._held import differences
from tests.panels.building import CONFIG
from tests.panels.description import described

SHOWN = """
[[edition]]
as_of = "2026-02"
rows = { ITA = 907, DEU = 308, GRC = 111 }
[[held]]
source = "baseline"
reason = "the total rose by 80 %"
since = 2026-11-22T12:00:00Z
"""


def told(held: str, shown: str = SHOWN) -> tuple[str, ...]:
    snapshot = described(shown + held)
    return differences(snapshot, snapshot.held()[0], CONFIG)


def test_who_moved_joined_and_went_is_told_the_largest_change_first() -> None:
    assert told('rows = { ITA = 908, DEU = 1308, POL = "n/a" }') == (
        "Germany 308 → 1,308 (+1,000)",
        "Italy 907 → 908 (+1)",
        "new: Poland n/a",
        "gone: Greece, last 111",
        "in all 1,326 → 2,216 (+890)",
    )


def test_the_rows_of_one_nation_are_told_as_their_sum() -> None:
    shown = SHOWN.replace("ITA = 907,", '"ITA headquarters" = 7, ITA = 900,')
    assert told('rows = { "ITA headquarters" = 8, ITA = 900, DEU = 308, GRC = 111 }', shown) == (
        "Italy 907 → 908 (+1)",
        "in all 1,326 → 1,327 (+1)",
    )


def test_of_many_differences_ten_are_told_and_the_rest_counted() -> None:
    lines = told(
        "rows = { "
        + ", ".join(f"{code} = 5" for code in ("POL", "ROU", "HUN", "SVN", "AUT", "CHE", "SWE", "FIN"))
        + " }"
    )
    assert (len(lines), lines[-1]) == (11, "and 2 more")


def test_where_nothing_differs_or_nothing_was_there_that_is_said() -> None:
    assert told("rows = { ITA = 907, DEU = 308, GRC = 111 }") == ("every number is as in the table before",)
    alone = SHOWN[SHOWN.index("[[held]]") :]
    assert told("rows = { ITA = 907 }", alone) == ("the first table of its force",)
