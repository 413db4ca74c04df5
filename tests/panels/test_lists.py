"""The sources, the agenda, the trend and the map."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from board import paths
from board.model import Event, When
from board.panels import _outline
from board.shapes import Chart, Condition, Map, View
from board.spec import BoardSpec, PlaceSpec, TierSpec
from tests.panels.building import cells, column, config, said, source, view
from tests.panels.description import described
from tests.panels.memory import Memory


def chart(built: View) -> Chart:
    assert isinstance(built.shape, Chart)
    return built.shape


def drawn(built: View) -> Map:
    assert isinstance(built.shape, Map)
    return built.shape


HEALTH = """
[[health]]
name = "a"
state = "failing"
failures = 3
since = 2026-11-20T08:00:00Z
reason = "timeout"
next_due = 2026-11-22T14:07:00Z
[[health]]
name = "b"
state = "blocked"
blocked_until = 2026-11-22T18:30:00Z
next_due = 2026-11-22T13:00:00Z
count = 20
"""


def test_what_is_wrong_with_sources_stands_in_their_rows_and_is_counted_as_in_the_head() -> None:
    sources = tuple(source(name) for name in "abc")
    built = view("sources", described(HEALTH), config(sources=sources))
    assert built.trouble == ""
    gist = "".join(span.text for span in built.gist)
    assert gist.index("waiting") < gist.index("failing")


def test_each_source_has_its_state_in_a_word() -> None:
    sources = source("a"), source("b"), source("c"), source("d", enabled=False)
    built = view("sources", described(HEALTH), config(sources=sources))
    assert column(built, "state") == ["failing (3)", "blocked until 18:30", "waiting", "off"]
    assert [cell.value for cell in cells(built, "state")] == ["failing", "blocked", "waiting", "off"]
    assert column(built, "last_good") == ["never"] * 4
    assert column(built, "next_due") == ["in 1 h", "due", "–", "–"]


def test_sources_that_are_well_can_be_left_out() -> None:
    sources = source("a"), source("c")
    assert column(view("sources", described(HEALTH), config(sources=sources), troubled_only=True), "name") == ["a"]


def test_the_agenda_has_the_nearest_first_and_what_is_over_last() -> None:
    events = (
        Event(title="far", when=When.parse("2027-06-14")),
        Event(title="near", when=When.parse("2026-12-04")),
        Event(title="long over", when=When.parse("2026-01-04")),
        Event(title="just over", when=When.parse("2026-11-15")),
        Event(title="now on", when=When.parse("2026-11-20"), until=When.parse("2026-11-25")),
    )
    built = view("agenda", Memory(), config(events=events))
    assert column(built, "title") == ["now on", "near", "far", "just over"]
    assert column(built, "to_go") == ["now", "in 12 d", "in 7 months", "7 d ago"]


@pytest.mark.parametrize(
    ("when", "zone", "told", "days"),
    [
        ("2026-11-25", "Europe/Belgrade", "in 3 d", 3),
        ("2026-11-23", "Europe/Belgrade", "in 1 d", 1),
        ("2026-11-22", "Europe/Belgrade", "now", 0),
        ("2026-11-21", "Europe/Belgrade", "1 d ago", -1),
        ("2026-11-23", "Pacific/Auckland", "now", 0),
        ("2026-11-22", "Pacific/Auckland", "1 d ago", -1),
        ("2026-11-22T16:07:00Z", "Europe/Belgrade", "in 3 h", 0),
        ("2026-11-25T09:00:00Z", "Europe/Belgrade", "in 3 d", 3),
    ],
)
def test_the_agenda_counts_the_days_of_the_readers_calendar(when: str, zone: str, told: str, days: int) -> None:
    here = config(board=BoardSpec(time_zone=ZoneInfo(zone)), events=(Event(title="x", when=When.parse(when)),))
    (cell,) = cells(view("agenda", Memory(), here), "to_go")
    assert (cell.text, cell.value) == (told, days)


def test_the_end_of_a_mandate_is_on_the_agenda() -> None:
    tiers = (TierSpec(level=2, name="EULEX", mandate_until=When.parse("2027-06-14")),)
    built = view("agenda", described('[[event]]\ntitle = "Elections"\nwhen = "2026-12"\n'), config(tiers=tiers))
    assert column(built, "title") == ["Elections", "Mandate of EULEX ends"]


def test_an_empty_agenda_says_so() -> None:
    assert view("agenda", Memory()).condition is Condition.EMPTY


EDITIONS = """
[[edition]]
as_of = "2023"
complete = true
rows = { ITA = 869, DEU = 70 }
[[edition]]
as_of = "2025-04"
complete = false
rows = { ITA = 1258 }
[[edition]]
as_of = "2026-02-19"
complete = false
total = 4767
rows = { ITA = 907 }
[[figure]]
number = 4500
qualifier = "about"
as_of = "2026-02-19"
[[figure]]
number = 4400
qualifier = "more_than"
as_of = "2024-12"
[[figure]]
number = 852
nation = "ITA"
as_of = "2024-10"
[[figure]]
number = 700
kind = "reserve"
as_of = "2023-10"
"""


def test_the_sum_of_a_part_is_no_point_of_the_trend() -> None:
    assert [mark.value for mark in chart(view("trend", described(EDITIONS))).line] == [939, 4767]


def test_other_figures_are_marks_with_the_range_their_hedge_leaves() -> None:
    marks = chart(view("trend", described(EDITIONS))).marks
    assert [(mark.value, mark.low, mark.high) for mark in marks] == [(4400, 4401, None), (4500, 4275, 4725)]


def test_a_number_that_several_gave_of_one_day_is_one_point_with_who_they_are() -> None:
    figure = '[[figure]]\nnumber = 4600\nqualifier = "about"\nas_of = "{}"\nsaid_by = "{}"\n'
    figures = (
        figure.format("2024-05-02", "One") + figure.format("2024-05-02", "Two") + figure.format("2024-05-03", "One")
    )
    marks = chart(view("trend", described(figures))).marks
    assert [mark.label for mark in marks] == ["≈4,600 Two, One", "≈4,600 One"]


def test_of_several_numbers_that_one_voice_gives_in_one_text_only_the_whole_is_a_point() -> None:
    figure = (
        '[[figure]]\nnumber = {}\npublished = "2024-05-02"\nsaid_by = "{}"\nquote = "q"\nurl = "https://d.example"\n'
    )
    given = (4500, "NATO"), (640, "NATO"), (30, "Desk")
    marks = chart(view("trend", described("".join(figure.format(*each) for each in given)))).marks
    assert sorted(mark.value for mark in marks) == [30, 4500]


def test_what_one_voice_gives_of_two_days_in_one_text_are_two_points() -> None:
    figure = '[[figure]]\nnumber = {}\nas_of = "{}"\nsaid_by = "NATO"\nquote = "q"\nurl = "https://d.example"\n'
    given = (4500, "2023-10"), (3700, "2024-05")
    marks = chart(view("trend", described("".join(figure.format(*each) for each in given)))).marks
    assert sorted(mark.value for mark in marks) == [3700, 4500]


def test_the_trend_of_one_nation_is_made_of_its_rows() -> None:
    shape = chart(view("trend", described(EDITIONS), nation="ITA"))
    assert (shape.title, [mark.value for mark in shape.line]) == ("Italy", [869, 1258, 907])
    assert [mark.value for mark in shape.marks] == [852]


def test_a_trend_can_begin_later() -> None:
    assert [mark.value for mark in chart(view("trend", described(EDITIONS), since=When.parse("2025"))).line] == [4767]


PRISTINA = PlaceSpec(name="pristina", title="Pristina", latitude=42.66, longitude=21.16, aliases=("Priština",))


def test_a_place_counts_the_recent_statements_that_name_it() -> None:
    given = "".join(
        f'[[statement]]\nid = {number}\npublished = "{day}"\ntext = "{text}"\n'
        for number, day, text in (
            (1, "2026-11-20", "in Pristina"),
            (2, "2026-11-21", "u Prištini i Priština"),
            (3, "2026-01-01", "in Pristina"),
            (4, "2026-11-21", "in Mitrovica"),
        )
    )
    shape = drawn(view("map", described(given), config(places=(PRISTINA,))))
    assert [pin.count for pin in shape.pins] == [2]
    assert said(shape.footer) == ["in brackets: statements of the last 30 d that name it"]
    shape = drawn(view("map", Memory(), config(places=(PRISTINA,))))
    assert said(shape.footer) == ["none of the places is named in statements of the last 30 d"]


def test_the_bundled_outline_is_a_closed_ring_of_places_on_earth() -> None:
    rings, problem = _outline.rings(paths.bundled("kosovo.geojson"))
    assert problem == ""
    assert all(ring[0] == ring[-1] and len(ring) > 100 for ring in rings)


def test_the_bundled_outline_says_where_it_is_from() -> None:
    told = json.loads(paths.bundled("kosovo.geojson").read_text())["features"][0]["properties"]["source"]
    assert "Natural Earth" in told


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("no json", "the outline is not GeoJSON with polygons"),
        (
            f'{{"type": "LineString", "coordinates": [[{"9" * 400}, 42]]}}',
            "the outline is not GeoJSON with polygons",
        ),
        ('{"type": "Point", "coordinates": [1, 2]}', "the outline has no polygon"),
        ('{"type": "Polygon", "coordinates": [[[999, 1], [1, 1]]]}', "the outline is not GeoJSON with polygons"),
        ('{"type": "Polygon", "coordinates": [[["a", 1], [1, 1]]]}', "the outline is not GeoJSON with polygons"),
        ("[" * 100_000, "the outline is not GeoJSON with polygons"),
    ],
)
def test_a_bad_outline_is_told_of_and_the_map_stands(tmp_path: Path, text: str, problem: str) -> None:
    (tmp_path / "outline.geojson").write_text(text)
    board = config(places=(PRISTINA,), file=tmp_path / "board.toml")
    shape = drawn(view("map", Memory(), board, outline="outline.geojson"))
    assert (len(shape.pins), shape.outline, said(shape.footer)[-1]) == (1, (), problem)


def test_a_missing_outline_is_told_of(tmp_path: Path) -> None:
    built = view("map", Memory(), config(file=tmp_path / "board.toml"), outline="no.geojson", within=timedelta(days=1))
    assert built.empty == "the outline cannot be read: No such file or directory"


def test_a_mark_is_dated_no_more_precisely_than_it_is_known() -> None:
    assert [str(mark.when) for mark in chart(view("trend", described(EDITIONS))).line] == ["2023", "2026-02-19"]
