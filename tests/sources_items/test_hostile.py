from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from board import plugins
from board.errors import ExtractError
from board.model import About, Extract
from tests.sources_items.attacks import ATTACKS, END, PAGE, RSS

ABOUT = About(address="https://news.example/x", retrieved=datetime(2026, 11, 22, tzinfo=UTC))
OPTIONS: dict[str, dict[str, Any]] = {
    "feed": {},
    "article": {},
    "html_list": {"item": "li, div, p, item"},
    "sitemap": {"addresses": ("*",)},
}
KINDS = sorted(OPTIONS)
FRAGMENTS = (
    "<item>", "</item>", "<title>", "</title>", "<link>", "</link>", "<pubDate>", "<p>", "</p>", "<a href='",
    "<![CDATA[", "]]>", "<!--", "-->", "&#27;", "&amp;", "&", "<", ">", "\x00", "\u202e", "\ud800", "é", "2023-02-29",
    "20 maj 2020",
    "xml:base='http://['", "<loc>", "<url>", "<li>", "<h3>", "<script>", "<table><tr><td>", "http://[::1", "//", "\n",
)  # fmt: skip


def read(kind: str, body: bytes) -> Extract | None:
    """What the kind says of it; `None` where it says that it cannot be read."""
    module = plugins.load("board.sources", kind)
    try:
        return module.extract(body, module.Options(**OPTIONS[kind]), ABOUT)  # type: ignore[no-any-return]
    except ExtractError:
        return None


@pytest.fixture(scope="module", autouse=True)
def _parsers_are_imported() -> None:
    for kind in KINDS:
        read(kind, PAGE.encode())
        read(kind, (RSS + "<item><title>a & b</title><pubDate>20 május 2020</pubDate></item>" + END).encode())


def attack(name: str, kind: str, size: float, at_least: float = 1.0) -> None:
    body = ATTACKS[name](size).encode("utf-8", "surrogatepass")
    begun = time.process_time()
    read(kind, body)
    took = time.process_time() - begun
    assert took < max(at_least, len(body) / 1_000_000), f"{took:.1f} s for {len(body) / 1_000_000:.1f} MB"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ATTACKS)
def test_a_small_attack_is_over_soon(name: str, kind: str) -> None:
    attack(name, kind, 0.02, at_least=2.0)


@pytest.mark.long
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_of_megabytes_takes_no_more_than_a_second_each(name: str, kind: str) -> None:
    attack(name, kind, 1)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(body=st.binary(max_size=400))
def test_no_bytes_raise_anything_but_an_extract_error(kind: str, body: bytes) -> None:
    read(kind, body)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    start=st.sampled_from(("", RSS, PAGE, "<urlset>", "{")), pieces=st.lists(st.sampled_from(FRAGMENTS), max_size=30)
)
def test_no_markup_raises_anything_but_an_extract_error(kind: str, start: str, pieces: list[str]) -> None:
    read(kind, (start + "".join(pieces)).encode("utf-8", "surrogatepass"))


@pytest.mark.long
@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=3_000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    start=st.sampled_from(("", RSS, PAGE, "<urlset>", "{")), pieces=st.lists(st.sampled_from(FRAGMENTS), max_size=80)
)
def test_no_markup_however_wild_raises_anything_but_an_extract_error(kind: str, start: str, pieces: list[str]) -> None:
    read(kind, (start + "".join(pieces)).encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=30, deadline=None)
@given(words=st.text(max_size=200))
def test_what_comes_out_is_plain_and_bounded(kind: str, words: str) -> None:
    entry = (
        f"<item><title>{words}</title><link>https://a.example/{words}</link><description>{words}</description></item>"
    )
    found = read(kind, (RSS + entry + END).encode("utf-8", "surrogatepass"))
    for item in found.items if found else ():
        for text in (item.title, item.summary, item.link or "", *item.authors):
            assert not any(
                (character < " " and character != "\n") or "\x7f" <= character < "\xa0" for character in text
            )
            assert not any(character in text for character in "\u202a\u202e\u2066\u2069\u200b\ufeff")
        assert len(item.title) <= 500
        assert len(item.summary) <= 4_000
        assert item.link is None or item.link.startswith(("http://", "https://"))
