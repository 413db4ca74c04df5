"""What a hostile title, name or number may not do in any format."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis.strategies import characters, text
from rich.cells import cell_len
from selectolax.lexbor import LexborHTMLParser

from board import plugins
from board.model import When
from board.render._heading import Heading
from board.render.csv import guarded
from board.shapes import Cell, Column, Condition, Entry, Feed, Line, Span, Table, TableRow, Tone, View

NOW = datetime(2026, 11, 22, 13, 7, tzinfo=UTC)
HOSTILE = (
    "<script>alert(1)</script>\x1b]0;x\x07 [@click=app.quit]a[/] \x9b31m \udc80 *b* `c` | =1+1 \u2028\" onload='x'"
)
FORMATS = plugins.names("board.render")


def views(text: str = HOSTILE, url: str = "javascript:alert(1)") -> list[View]:
    table = Table(
        columns=(Column(name="name", title=text), Column(name="url", title="Link"), Column(name="x", title="")),
        rows=(TableRow(ref="item:1", cells=(Cell(text, text), Cell(url, url), Cell("", float("nan")))),),
        footer=((Span(text),),),
    )
    entry = Entry(
        ref="statement:1",
        key=1,
        when=When(NOW),
        word="CLAIMS",
        tone=Tone.CLAIMS,
        who=text,
        how="",
        text=text,
        way=(text,),
        marks=(Span(text),),
        data={"url": url, "text": text},
    )
    return [_view("table", table, text), _view("feed", Feed(entries=(entry,)), text)]


def _view(name: str, shape: Table | Feed, text: str) -> View:
    return View(name=name, kind=name, title=text, shape=shape, as_of=None, condition=Condition.FRESH, trouble=text)


def rendered(name: str, text: str = HOSTILE, url: str = "javascript:alert(1)") -> str:
    said: str = plugins.load("board.render", name).render(views(text, url), Heading(title=text, now=NOW))
    return said


@pytest.mark.parametrize("name", FORMATS)
def test_no_control_code_leaves_in_any_format(name: str) -> None:
    controls = {character for character in rendered(name) if ord(character) < 32 or 127 <= ord(character) < 160}
    assert controls <= {"\n"}


@given(text=text(alphabet=characters(), max_size=40))
@settings(max_examples=50)
def test_no_text_whatever_gets_a_control_code_out(text: str) -> None:
    for name in FORMATS:
        said = rendered(name, text, text)
        assert not [each for each in said if (ord(each) < 32 and each != "\n") or 127 <= ord(each) < 160]
        assert said.encode("utf-8")


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_can_be_encoded(name: str) -> None:
    assert rendered(name).encode("utf-8")


def test_html_holds_no_element_or_attribute_of_the_content() -> None:
    page = LexborHTMLParser(rendered("html"))
    assert page.css("script, img, iframe, object, link, form") == []
    assert [node.tag for node in page.css("*") for name in node.attributes if name.startswith("on")] == []
    assert [node.attributes.get("href") for node in page.css("a")] == []
    assert "<script>alert(1)</script>" in page.css("h1")[0].text()


def test_html_links_only_to_the_web_and_sends_no_referrer() -> None:
    links = LexborHTMLParser(rendered("html", "x", "https://example.org/a?b=1&c=2")).css("a")
    assert {(link.attributes["href"], link.attributes["rel"]) for link in links} == {
        ("https://example.org/a?b=1&c=2", "noreferrer")
    }


def test_html_loads_nothing() -> None:
    page = LexborHTMLParser(rendered("html", "x", "https://example.org/"))
    policy = page.css("meta[http-equiv]")[0].attributes["content"] or ""
    assert policy.startswith("default-src 'none'")
    assert "url(" not in rendered("html")
    assert page.css("[src], [style]") == []


def test_json_is_json_without_nan() -> None:
    row = json.loads(rendered("json"), parse_constant=pytest.fail)["panels"][0]["rows"][0]
    assert row["x"] is None


def test_markdown_shows_the_text_and_no_markup_of_it() -> None:
    document = rendered("markdown", "*b* [a](http://x) <i> | `c`\n# d", "javascript:x")
    assert "*b*" not in document
    assert "[a](http://x)" not in document
    assert "<i>" not in document
    assert "\n# d" not in document
    assert "](<" not in document


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        " =1+1",
        "+cmd",
        "-cmd|x",
        "@sum",
        "\t=1",
        "\r=1",
        "\x00=1",
        "\x9b@x",
        "|x",
        "%x",
        "＝1",
        "＋1",
        "－1",
        "＠a",
        "-1+1",
    ],
)
def test_a_csv_cell_is_never_a_formula(cell: str) -> None:
    assert guarded(cell).startswith("'")


@pytest.mark.parametrize("cell", ["-351", "+238", "907", "19.03", "Italy", "2026-02-19", ""])
def test_plain_numbers_and_words_stay_as_they_are_in_csv(cell: str) -> None:
    assert guarded(cell) == cell


def test_csv_quotes_every_cell() -> None:
    rows = list(csv.reader(io.StringIO(rendered("csv", 'a "b", c'))))
    assert rows[1][2] == 'a "b", c'
    assert all(line.startswith('"') and line.endswith('"') for line in rendered("csv").split("\n") if line)


def test_text_is_never_wider_than_asked_for() -> None:
    heading = Heading(title="漢字" * 40, now=NOW, width=40)
    said = plugins.load("board.render", "text").render(
        views("漢字 word " * 30, "https://example.org/" + "a" * 90), heading
    )
    assert max(cell_len(line) for line in said.splitlines()) <= 40


def test_text_says_which_columns_it_left_out() -> None:
    columns = tuple(Column(name=f"c{n}", title=f"Column {n}", keep=9 - n) for n in range(5))
    cells = tuple(Cell("x" * 12) for _ in columns)
    table = Table(columns=columns, rows=(TableRow(ref="r", cells=cells),))
    heading = Heading(title="x", now=NOW, width=50)
    said = plugins.load("board.render", "text").render([replace(_view("t", table, "t"), trouble="")], heading)
    assert "(left out for width: Column 3, Column 4)" in said


def test_a_footer_of_two_tones_reads_as_one_line() -> None:
    footer: tuple[Line, ...] = ((Span("6 of 33"), Span(" partial", Tone.STALE)),)
    table = Table(columns=(Column(name="a", title="A"),), rows=(TableRow(ref="r", cells=(Cell("x"),)),), footer=footer)
    said = plugins.load("board.render", "text").render([_view("t", table, "t")], Heading(title="x", now=NOW))
    assert "6 of 33 partial" in said
