"""Pages: what there is to know of each thing on the board."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from board import plugins
from board.model import Item
from board.options import WebAddress
from board.shapes import Chart, Feed, Ladder, Map, Table, View
from board.snapshot import ItemVersion, Note, StatementRecord
from board.spec import PlaceSpec
from board.tui.draw.page import draw_page
from board.tui.pages import claim, edition, place, statement
from board.tui.pages._diff import word_diff
from board.tui.pages._page import Asked, Fact, Page, citation, provenance_parts
from tests.panels import boards, building
from tests.panels.description import described
from tests.panels.memory import Memory

CASE = boards.board("kosovo")


def asked(ref: str, snapshot: Memory = CASE.snapshot, view: View | None = None) -> Asked:
    return Asked(ref=ref, snapshot=snapshot, config=CASE.config, now=boards.NOW, view=view)


def text_of(page: Page, width: int = 100) -> str:
    return "\n".join("".join(run.text for run in line.runs) for line in draw_page(page.parts, width))


def refs(view: View) -> list[str]:
    match view.shape:
        case Table():
            return [row.ref for row in view.shape.rows]
        case Feed():
            return [entry.ref for entry in view.shape.entries]
        case Ladder():
            return [rung.ref for rung in view.shape.rungs]
        case Chart():
            return [mark.ref for mark in (*view.shape.line, *view.shape.marks)]
        case Map():
            return [pin.ref for pin in view.shape.pins]


@pytest.mark.parametrize("view", CASE.views, ids=lambda view: view.name)
def test_everything_on_the_board_has_a_page_that_says_where_it_is_from(view: View) -> None:
    shown = refs(view)
    assert shown
    for ref in shown:
        kind = ref.partition(":")[0]
        assert kind in plugins.names("board.tui.pages")
        page = plugins.load("board.tui.pages", kind).page(asked(ref, view=view))
        assert page is not None, ref
        assert page.title
        assert text_of(page).strip()
        assert [*provenance_parts(page.facts, CASE.config, boards.NOW)] or not page.facts


def test_a_claim_says_in_words_what_counts_and_what_does_not() -> None:
    said = "".join(
        f'[[statement]]\nid = {number}\norganisation = "NATO"\nidentity = "organisation"\nstance = "claims"\n'
        f'text = "{text}"\nitem_title = "Withdrawal"\n'
        for number, text in enumerate(("a withdrawal", "no withdrawal yet", "it rains"), 1)
    )
    board = replace(CASE.config, claims=(building.claim("leaving", "withdraw*"),))
    shown = claim.page(replace(asked("claim:leaving", described(said)), config=board))
    assert shown is not None
    told = text_of(shown)
    assert "counted here because: its words match" in told
    assert "open, for a person to read: 1 statement" in told
    assert "beside it, under a headline on it: 1 statement" in told
    assert told.count("counts for nothing: ") == 2


def test_a_place_says_where_its_coordinates_can_be_read_where_board_toml_does() -> None:
    pristina = PlaceSpec(name="pristina", latitude=42.66, longitude=21.17)
    sourced = replace(pristina, url=WebAddress("https://example.org/pristina"))
    for spec, expected in ((pristina, False), (sourced, True)):
        shown = place.page(replace(asked("place:pristina"), config=replace(CASE.config, places=(spec,))))
        assert shown is not None
        assert ("https://example.org/pristina" in text_of(shown)) is expected


@pytest.mark.parametrize("kind", plugins.names("board.tui.pages"))
@pytest.mark.parametrize("key", ["", "0", "999999", "nobody", "3#", "x#ITA", "é"])
def test_what_is_not_there_any_more_gives_no_page_and_no_error(kind: str, key: str) -> None:
    page = plugins.load("board.tui.pages", kind).page(asked(f"{kind}:{key}"))
    assert page is None or page.parts


def item(title: str, text: str) -> ItemVersion:
    return ItemVersion(item=Item(title=title, text=text), retrieved=boards.NOW, body_hash=None)


def edited() -> tuple[Memory, StatementRecord]:
    record = replace(CASE.snapshot.all_statements[0], item_ref="item:7")
    versions = (
        item("Troops stay", "No change is planned in Kosovo."),
        item("Troops stay", "A change is planned in Kosovo."),
    )
    return replace(CASE.snapshot, all_statements=(record,), versions={"item:7": versions}), record


def test_an_article_that_was_changed_shows_what_was_taken_out_and_put_in() -> None:
    snapshot, record = edited()
    page = statement.page(asked(record.ref, snapshot))
    assert page is not None
    text = text_of(page)
    assert "Changed after publication" in text
    assert "[-No-] {+A+}" in text
    assert "change is planned in Kosovo." in text


def test_a_note_on_a_nation_is_on_its_page_whichever_table_it_was_written_on() -> None:
    tables = [each for each in CASE.snapshot.all_editions if any(row.nation == "ITA" for row in each.value.rows)]
    notes = tuple(Note(ref=f"{each.ref}#ITA", text=f"on {each.ref}", who="m", at=boards.NOW) for each in tables)
    page = edition.page(asked(f"{tables[-1].ref}#ITA", replace(CASE.snapshot, all_notes=notes)))
    assert len(tables) > 1
    assert page is not None
    assert all(note.text in text_of(page) for note in notes)


def test_a_word_diff_of_the_same_words_is_empty() -> None:
    assert word_diff("one two  three", "one two three") == ()


def test_a_word_diff_leaves_out_what_is_far_from_any_change() -> None:
    old = " ".join(f"w{number}" for number in range(100))
    text = "".join(run.text for run in word_diff(old, old.replace("w50", "other")))
    assert "[-w50-] {+other+}" in text
    assert "w49" in text
    assert "w10 " not in text


def test_a_citation_says_what_who_when_where_and_how_it_came_here() -> None:
    snapshot, record = edited()
    page = statement.page(asked(record.ref, snapshot))
    assert page is not None
    told = citation(page.facts[0])
    assert page.facts[0].quote in told
    assert "published" in told
    assert "retrieved 2026-11-22" in told
    assert "grade" in told


@pytest.mark.parametrize(
    ("published", "told"), [("2026-11-22T07:24:19Z", "22 Nov 2026 07:24Z"), ("2026-11-21", "21 Nov 2026")]
)
def test_detail_and_provenance_tell_the_hour_of_publication_where_it_is_known(published: str, told: str) -> None:
    snapshot = described(f'[[statement]]\npublished = "{published}"\ntext = "x"\n')
    page = statement.page(asked("statement:1", snapshot))
    assert page is not None
    traced = replace(page, parts=tuple(provenance_parts(page.facts, CASE.config, boards.NOW)))
    for text in (text_of(page), text_of(traced)):
        assert re.findall(r"published +(.+?) *$", text, re.M) == [told]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "", None])
def test_an_address_that_may_not_be_a_link_is_none(url: str | None) -> None:
    assert Fact(what="x", said_by="y", url=url).link is None


@pytest.mark.parametrize("width", [10, 20, 40, 80, 120])
def test_every_line_of_a_page_fits(width: int) -> None:
    from board.tui.draw.lines import width_of

    for view in CASE.views:
        for ref in refs(view)[:3]:
            page = plugins.load("board.tui.pages", ref.partition(":")[0]).page(asked(ref, view=view))
            assert all(width_of(line.runs) <= max(width, 34) for line in draw_page(page.parts, width))
