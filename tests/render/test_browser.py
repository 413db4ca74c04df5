"""The page of `board show --format html` in a real browser."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.commands.person import Person
from tests.render import browser
from tests.render.browser import Browser
from tests.render.test_safety import HOSTILE, rendered

PROGRAM = browser.found()
pytestmark = pytest.mark.skipif(PROGRAM is None, reason="no Chromium on this machine to open the page in")


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Browser:
    assert PROGRAM is not None
    return Browser(PROGRAM, tmp_path_factory.mktemp("browser"))


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped board with its baseline, as a person gets it at a shell."""
    person = Person(tmp_path_factory.mktemp("person"))
    assert person.board("collect", "--once", "--local").code == 0
    shown = person.board("show", "--format", "html")
    assert shown.code == 0, shown.err
    file = person.folder / "board.html"
    file.write_text(shown.out)
    return file


def test_the_first_three_panels_have_their_numbers_in_the_browser(chromium: Browser, page: Path) -> None:
    dom = LexborHTMLParser(chromium.dom(page))
    said = {name: _text(dom, f"section#{name}") for name in ("troops", "statements", "tiers")}
    assert {"Italy", "907", "United States", "590"} <= set(_pieces(dom, "section#troops td"))
    assert "2,851 of 4,767" in said["troops"]
    assert "DENIES strongly" in said["statements"]
    assert "NO ANSWER YET" in said["statements"]
    assert "8,546 staff" in said["tiers"]


def test_the_page_has_no_script_and_asks_for_nothing(chromium: Browser, page: Path) -> None:
    dom = LexborHTMLParser(chromium.dom(page))
    assert dom.css("script, link, img, iframe, object, embed") == []
    assert [node for node in dom.css("*") if any(name.startswith("on") for name in node.attributes)] == []


def test_hostile_markup_is_text_in_the_browser_and_runs_nothing(chromium: Browser, tmp_path: Path) -> None:
    hostile = tmp_path / "hostile.html"
    hostile.write_text(rendered("html", f"{HOSTILE}<img src=x onerror=\"document.title='run'\">"))
    dom = LexborHTMLParser(chromium.dom(hostile))
    assert dom.css("script, img") == []
    assert _text(dom, "title").startswith("<script>alert(1)</script>")
    assert _text(dom, "h1").startswith("<script>alert(1)</script>")
    assert [
        link.attributes.get("href") for link in dom.css("a") if "javascript" in (link.attributes["href"] or "")
    ] == []


def test_it_prints(chromium: Browser, page: Path) -> None:
    paper = pypdfium2.PdfDocument(chromium.printed(page))
    text = " ".join(sheet.get_textpage().get_text_range() for sheet in paper)
    assert 1 <= len(paper) <= 12
    assert "Kosovo: security situation" in text
    assert "907" in text


_MEASURE = """<script>
const wide = [document.documentElement, ...document.querySelectorAll("section")]
  .filter(each => each.scrollWidth > each.clientWidth).map(each => each.id || "page")
document.title = wide.join(" ") || "all fits"
</script>"""


@pytest.mark.parametrize("width", [500, 800, 1400, 2200])
def test_nothing_is_wider_than_its_place(chromium: Browser, page: Path, tmp_path: Path, width: int) -> None:
    """Measured in a copy that may run a script, which the page itself forbids."""
    copy = tmp_path / "measured.html"
    open_page = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page.read_text())
    copy.write_text(open_page.replace("</body>", f"{_MEASURE}</body>"))
    assert _text(LexborHTMLParser(chromium.dom(copy, width)), "title") == "all fits"


def _text(dom: LexborHTMLParser, selector: str) -> str:
    node = dom.css_first(selector)
    assert node is not None, f"no {selector}"
    return node.text(separator=" ").strip()


def _pieces(dom: LexborHTMLParser, selector: str) -> list[str]:
    return [node.text().strip() for node in dom.css(selector)]
