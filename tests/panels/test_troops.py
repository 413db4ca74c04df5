"""The troops panel: which edition, changes that prove something, figures beside and never merged."""

from __future__ import annotations

from typing import Any

from board.shapes import Condition
from tests.panels import building
from tests.panels.boards import NOW
from tests.panels.building import said, source, table, view
from tests.panels.description import SOMETIME, described
from tests.panels.memory import Memory

TWO_EDITIONS = """
[[edition]]
as_of = "2023"
complete = true
rows = { ITA = 869, DEU = 70, POL = 245 }
[[edition]]
as_of = "2026-02-19"
complete = false
total = 4767
nations = 33
rows = { DEU = 308, ITA = 907 }
"""


def column(snapshot: Memory, name: str, **options: Any) -> list[str]:
    return building.column(view("troops", snapshot, **options), name)


def footer(snapshot: Memory) -> list[str]:
    return said(table(view("troops", snapshot)).footer)


def test_the_newest_edition_is_shown_largest_first() -> None:
    assert column(described(TWO_EDITIONS), "name") == ["Italy", "Germany"]


def test_a_change_is_against_the_last_edition_that_lists_the_nation() -> None:
    between = '[[edition]]\nas_of = "2025-04"\ncomplete = false\nrows = { ITA = 1258 }\n'
    assert column(described(TWO_EDITIONS + between), "change") == ["−351", "+238"]


def test_the_rows_of_one_nation_change_together() -> None:
    rows = 'rows = { USA = 500, "USA headquarters" = %d, ITA = 907 }\n'
    tables = "".join(
        f'[[edition]]\nas_of = "{day}"\ncomplete = true\n{rows % more}' for day, more in (("2025", 90), ("2026", 95))
    )
    assert column(described(tables), "change") == ["0", "+5", "–"]


def test_a_nation_that_a_complete_edition_did_not_have_is_new() -> None:
    snapshot = described(TWO_EDITIONS.replace("DEU = 70, ", ""))
    assert column(snapshot, "change") == ["+38", "new"]


def test_a_nation_is_new_and_none_is_missing_where_the_rows_come_to_the_total_and_nobody_says_that_they_are_all() -> (
    None
):
    first = '[[edition]]\nas_of = "2026-10"\ntotal = 921\nrows = { ITA = 907, IRL = 14 }\n'
    then = '[[edition]]\nas_of = "2026-11"\ntotal = 937\nrows = { ITA = 907, PRT = 30 }\n'
    back = '[[edition]]\nas_of = "2026-12"\ntotal = 951\nrows = { ITA = 907, PRT = 30, IRL = 14 }\n'
    assert column(described(first + then), "change") == ["0", "new"]
    assert column(described(first + then), "name", last_known=True) == ["Italy", "Portugal"]
    assert column(described(first + then + back), "change") == ["0", "0", "new"]


def test_a_partial_edition_proves_no_absence() -> None:
    snapshot = described(TWO_EDITIONS.replace("complete = true", "complete = false").replace("DEU = 70, ", ""))
    assert column(snapshot, "change") == ["+38", "–"]


def test_a_complete_edition_with_a_lost_label_proves_no_absence() -> None:
    snapshot = described(TWO_EDITIONS.replace("DEU = 70", '"?" = 70'))
    assert column(snapshot, "change") == ["+38", "–"]


def test_shares_are_of_the_stated_total() -> None:
    assert column(described(TWO_EDITIONS), "percent") == ["19.0", "6.5"]


def test_no_share_is_told_of_a_force_of_which_only_a_part_is_known() -> None:
    part = described(TWO_EDITIONS.replace("total = 4767\n", "").replace("nations = 33\n", ""))
    assert column(part, "percent") == ["–", "–"]
    assert [cell.value for cell in building.cells(view("troops", part), "percent")] == [None, None]
    whole = described('[[edition]]\nas_of = "2023"\ncomplete = true\nrows = { ITA = 60, DEU = 40 }\n')
    assert column(whole, "percent") == ["60.0", "40.0"]


def test_a_number_that_is_none_is_shown_as_printed_and_counts_for_nothing() -> None:
    snapshot = described(TWO_EDITIONS.replace("DEU = 308", 'DEU = "n/a"'))
    assert column(snapshot, "troops") == ["907", "n/a"]
    assert footer(snapshot)[0].startswith("1 of 33 nations known: 907 of 4,767 (19.0 %) · partial")


def test_a_table_with_a_number_that_is_none_is_not_whole_though_the_others_sum_to_its_total() -> None:
    snapshot = described(
        '[[edition]]\nas_of = "2026-11"\ntotal = 1215\nchecked = true\nrows = { ITA = 907, DEU = 308, POL = "n/a" }\n'
    )
    assert footer(snapshot)[:2] == [
        "2 of 3 nations known: 1,215 of 1,215 (100.0 %) · partial",
        "check failed: not a number: POL: n/a",
    ]
    assert view("troops", snapshot).data["complete"] is False


def test_a_row_without_a_number_makes_even_a_table_that_calls_itself_whole_one_in_part() -> None:
    snapshot = described(TWO_EDITIONS.replace("complete = false", "complete = true").replace("308", '"n/a"'))
    assert "partial" in footer(snapshot)[0]


def test_an_unknown_name_is_shown_as_printed() -> None:
    snapshot = described(TWO_EDITIONS.replace("DEU = 308", "Ruritania = 308"))
    assert column(snapshot, "name") == ["Italy", "Ruritania"]
    assert column(snapshot, "nation") == ["ITA", "?"]


def test_nations_only_earlier_editions_give_stand_below_and_are_not_summed() -> None:
    snapshot = described(TWO_EDITIONS)
    assert column(snapshot, "name", last_known=True) == ["Italy", "Germany", "Poland"]
    assert column(snapshot, "also", last_known=True)[2] == "last known 2023"
    assert footer(snapshot)[0].startswith("2 of 33 nations known: 1,215 of 4,767 (25.5 %) · partial")


def test_a_complete_edition_has_nobody_missing() -> None:
    snapshot = described(TWO_EDITIONS.replace("complete = false", "complete = true"))
    assert column(snapshot, "name", last_known=True) == ["Italy", "Germany"]


def test_what_others_said_stands_beside_with_its_qualifier_and_kind() -> None:
    figures = """
    [[figure]]
    nation = "ITA"
    number = 900
    qualifier = "more_than"
    as_of = "2026-02-20"
    [[figure]]
    nation = "ITA"
    number = 1200
    kind = "ceiling"
    as_of = "2026-02"
    [[figure]]
    nation = "DEU"
    number = 70
    as_of = "2023-10-06"
    """
    snapshot = described(TWO_EDITIONS + figures)
    assert column(snapshot, "troops") == ["907", "308"]
    assert column(snapshot, "also") == [">900 · 1,200 ceiling", ""]


def test_the_table_s_own_number_told_again_is_no_other_figure() -> None:
    figure = '[[figure]]\nnation = "ITA"\nnumber = 907\npublished = "2026-02-21"\n'
    assert column(described(TWO_EDITIONS + figure), "also") == ["", ""]


def test_an_unsure_figure_is_marked_so() -> None:
    figure = '[[figure]]\nnation = "ITA"\nnumber = 900\nas_of = "2026-02-20"\nconfidence = "low"\n'
    assert column(described(TWO_EDITIONS + figure), "also") == ["900?", ""]


def test_other_totals_are_told_with_who_gave_them_and_the_own_total_is_not() -> None:
    figures = """
    [[figure]]
    number = 4636
    qualifier = "about"
    as_of = "2026-02-12"
    said_by = "Telegrafi"
    [[figure]]
    number = 4767
    as_of = "2026-02-19"
    said_by = "RFE/RL"
    """
    assert footer(described(TWO_EDITIONS + figures))[1] == "also in Feb 2026: ≈4,636 (Telegrafi)"


def test_of_very_many_figures_some_are_told_and_the_rest_counted() -> None:
    total = '[[figure]]\nnumber = {}\nas_of = "2026-02-12"\nsaid_by = "Desk"\n'
    figures = "".join(total.format(4700 + n) for n in range(15))
    figures += "".join(f'{total.format(900 + n)}nation = "ITA"\n' for n in range(8))
    snapshot = described(TWO_EDITIONS + figures)
    assert footer(snapshot)[1].count("(Desk)") == 6
    assert footer(snapshot)[1].endswith("(Desk) · and 9 more")
    assert column(snapshot, "also")[0].count(" · ") == 3
    assert column(snapshot, "also")[0].endswith(" · and 4 more"), "the table's own is no other"


def test_those_present_are_told_before_those_who_may_come_or_go_however_new() -> None:
    figure = '[[figure]]\nnation = "ITA"\nnumber = {}\nkind = "{}"\nas_of = "{}"\n'
    figures = figure.format(852, "ceiling", "2026-02-21") + figure.format(900, "present", "2026-02-20")
    assert column(described(TWO_EDITIONS + figures), "also")[0].endswith("900 · 852 ceiling")
    totals = figures.replace('nation = "ITA"\n', 'said_by = "Desk"\n')
    assert footer(described(TWO_EDITIONS + totals))[1].endswith("900 (Desk) · 852 ceiling (Desk)")


def test_a_total_that_several_gave_is_told_once_with_who_they_are() -> None:
    total = '[[figure]]\nnumber = 4636\nqualifier = "about"\nas_of = "2026-02-12"\nsaid_by = "{}"\n'
    figures = "".join(total.format(who) for who in ("One", "Two", "One", "Three", "Four", "Five"))
    assert footer(described(TWO_EDITIONS + figures))[1].endswith(": ≈4,636 (One, Two, Three and 2 more)")


def test_a_part_told_beside_the_table_s_own_total_does_not_contradict_it() -> None:
    figure = (
        '[[figure]]\nnumber = {}\npublished = "2026-02-20"\nsaid_by = "Desk"\nquote = "q"\nurl = "https://d.example"\n'
    )
    both = described(TWO_EDITIONS + figure.format(4767) + figure.format(640))
    assert footer(both)[1] == "also in Feb 2026: 640 (Desk)"
    assert "≠ 640" in footer(described(TWO_EDITIONS + figure.format(640)))[1]


def test_a_figure_that_cannot_be_true_beside_the_table_is_marked_and_the_mark_explained() -> None:
    figures = """
    [[figure]]
    number = 4500
    qualifier = "about"
    as_of = "2026-02-18"
    said_by = "Politico"
    [[figure]]
    nation = "ITA"
    number = 1200
    as_of = "2026-02-19"
    said_by = "Outlet"
    """
    snapshot = described(TWO_EDITIONS + figures)
    assert footer(snapshot)[1:3] == [
        "also in Feb 2026: ≠ ≈4,500 (Politico)",
        "≠ cannot be true together with the table's number",
    ]
    assert column(snapshot, "also") == ["≠ 1,200", ""]


def test_a_figure_of_a_nation_that_the_table_does_not_list_is_told_below_it() -> None:
    figure = """
    [[figure]]
    nation = "ROU"
    number = 250
    qualifier = "about"
    as_of = "2026-02-20"
    said_by = "Digi24"
    """
    lines = footer(described(TWO_EDITIONS + figure + figure))
    assert "also said: Romania ≈250 (Digi24, 20 Feb 2026), not in this table" in lines


def test_of_many_nations_that_the_table_does_not_list_some_are_told_and_the_rest_counted() -> None:
    figures = "".join(
        f'[[figure]]\nnation = "{nation}"\nnumber = 20\nas_of = "2026-02-20"\nsaid_by = "X"\n'
        for nation in ("ROU", "POL", "GRC", "HUN", "TUR", "ALB", "SVN", "AUT")
    )
    line = next(line for line in footer(described(TWO_EDITIONS + figures)) if line.startswith("also said: "))
    assert line.endswith("Albania 20 (X, 20 Feb 2026) and 2 more, not in this table")


def test_of_a_nation_that_the_table_does_not_list_one_figure_is_told_of_those_present_the_newest() -> None:
    figure = '[[figure]]\nnation = "{}"\nnumber = {}\nkind = "{}"\nas_of = "2026-02-{}"\nsaid_by = "X"\n'
    given = (
        ("ROU", 100, "planned", 22),
        ("ROU", 62, "present", 21),
        ("ROU", 61, "present", 20),
        ("POL", 247, "present", 20),
    )
    lines = footer(described(TWO_EDITIONS + "".join(figure.format(*each) for each in given)))
    told = "also said: Romania 62 (X, 21 Feb 2026), Poland 247 (X, 20 Feb 2026) and 2 more, not in this table"
    assert told in lines


def test_figures_of_other_times_and_places_stand_not_beside_the_table() -> None:
    figures = "".join(
        f'[[figure]]\nnumber = 50000\nkind = "{kind}"\nas_of = "2026-02-19"\n'
        for kind in ("historical", "other_theatre", "casualties", "nations")
    )
    assert len(footer(described(TWO_EDITIONS + figures))) == 2


def test_a_figure_of_another_kind_is_no_disagreement() -> None:
    figure = '[[figure]]\nnation = "ITA"\nnumber = 1200\nkind = "ceiling"\nas_of = "2026-02-20"\n'
    assert column(described(TWO_EDITIONS + figure), "also") == ["1,200 ceiling", ""]


def test_a_total_given_apart_on_the_same_page_counts_as_stated() -> None:
    snapshot = described("""
    [[edition]]
    as_of = "2026-02-19"
    url = "https://example.org/table"
    rows = { ITA = 907 }
    [[figure]]
    number = 4767
    as_of = "2026-02-19"
    url = "https://example.org/table"
    """)
    assert footer(snapshot)[0].startswith("1 nation known: 907 of 4,767 (19.0 %) · partial")


def test_an_edition_that_waits_for_a_person_is_told_of() -> None:
    held = """
    [[held]]
    source = "kfor"
    reason = "3 rows, at least 15 wanted"
    since = 2026-11-22T12:00:00Z
    rows = { ITA = 9 }
    """
    assert view("troops", described(TWO_EDITIONS + held)).trouble == "held since 12:00: 3 rows, at least 15 wanted"


def test_why_a_first_edition_waits_is_told_once() -> None:
    waiting = """
    [[held]]
    source = "kfor"
    reason = "3 rows, at least 15 wanted"
    since = 2026-11-22T12:00:00Z
    rows = { ITA = 9 }
    [[health]]
    name = "kfor"
    state = "held"
    reason = "3 rows, at least 15 wanted"
    """
    built = view("troops", described(waiting), building.config(sources=(source("kfor", "troops"),)))
    assert built.trouble.count("3 rows") == 1


def test_without_an_edition_it_says_why_it_is_empty() -> None:
    empty = view("troops", Memory())
    assert (empty.condition, empty.empty) == (Condition.EMPTY, "no source gives this: see board.toml")


def test_an_unknown_as_of_stays_unknown() -> None:
    snapshot = described("[[edition]]\nrows = { ITA = 907 }")
    assert view("troops", snapshot).as_of is None
    assert footer(snapshot)[0] == "1 nation known: 907 · completeness unknown · as of an unknown date"


def test_the_only_live_source_failing_makes_it_failed_though_the_baseline_is_there() -> None:
    sources = source("baseline", "troops", path="bundled:x.csv"), source("kfor", "troops", url="https://k.example")
    health = """
    [[health]]
    name = "baseline"
    [[health]]
    name = "kfor"
    state = "failing"
    since = 2026-11-20T08:00:00Z
    reason = "status 403"
    """
    built = view("troops", described(TWO_EDITIONS + health), building.config(sources=sources))
    assert (built.condition, built.trouble) == (Condition.FAILED, "Kfor failing since Fri 20 Nov: status 403")


def test_rows_that_exceed_the_stated_total_have_no_shares_and_it_is_said() -> None:
    snapshot = described('[[edition]]\nas_of = "2026-11"\ntotal = 1000\nrows = { ITA = 870, DEU = 365 }\n')
    assert footer(snapshot)[0] == "2 nations known: 1,235 · more than the stated total of 1,000: no shares are told"
    assert column(snapshot, "percent") == ["–", "–"]


def test_figures_beside_do_not_run_into_each_other() -> None:
    figures = """
    [[figure]]
    subject = "KFOR"
    nation = "ITA"
    number = 852
    kind = "planned"
    said_by = "A ministry"
    as_of = "2026-02-20"
    [[figure]]
    subject = "KFOR"
    nation = "ITA"
    number = 780
    said_by = "A ministry"
    as_of = "2026-02-20"
    """
    assert column(described(TWO_EDITIONS + figures), "also")[0] in ("852 planned · ≠ 780", "≠ 780 · 852 planned")


def test_a_disputed_figure_told_again_is_disputed_again() -> None:
    told = '[[figure]]\nsubject = "KFOR"\nnation = "ITA"\nnumber = 780\nsaid_by = "A ministry"\npublished = '
    snapshot = described(f'{TWO_EDITIONS}{told}"2026-02-20"\n{told}"2026-02-21"\n')
    assert column(snapshot, "also")[0] == "≠ 780"


def test_a_figure_dated_some_hours_ahead_is_disputed_like_one_of_now() -> None:
    ahead = '[[figure]]\nsubject = "KFOR"\nnation = "ITA"\nnumber = 780\nsaid_by = "A ministry"\npublished = '
    edition = '[[edition]]\nas_of = "2026-11-20"\nrows = { ITA = 907 }\n'
    snapshot = described(f'{edition}{ahead}"{NOW.replace(hour=23):%Y-%m-%dT%H:%M:%SZ}"\n')
    assert column(snapshot, "also")[0] == "≠ 780"


def test_of_a_table_without_a_date_it_is_told_when_it_was_read() -> None:
    undated, dated = described("[[edition]]\nrows = { ITA = 907 }"), described(TWO_EDITIONS)
    assert (view("troops", undated).retrieved, view("troops", dated).retrieved) == (SOMETIME, None)


def test_where_only_single_figures_are_known_it_is_not_said_that_nothing_is() -> None:
    single = described('[[figure]]\nsubject = "KFOR"\nnation = "ITA"\nnumber = 900\n')
    assert view("troops", single).empty == "no table is known, only 1 figure one by one: see history KFOR"


def test_those_who_are_counted_are_called_as_the_board_calls_them() -> None:
    shown = table(view("troops", described(TWO_EDITIONS), counted="Rescuers"))
    assert [column.title for column in shown.columns if column.name == "troops"] == ["Rescuers"]
