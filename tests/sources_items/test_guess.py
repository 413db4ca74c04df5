from __future__ import annotations

import pytest

from board.model import About
from board.sources._guess import guess
from tests.sources_items import cases


def body(name: str) -> bytes:
    return next((cases.ROOT / name).parent.glob(f"{name.partition('/')[2]}.in.*")).read_bytes()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("feeds/rss-wordpress", "feed"),
        ("feeds/atom-under-rss-address", "feed"),
        ("feeds/rdf", "feed"),
        ("feeds/json-feed", "feed"),
        ("feeds/rss-utf-16", "feed"),
        ("pages/sitemap", "sitemap"),
        ("pages/sitemap-index", "sitemap"),
        ("pages/wordpress-article", "article"),
        ("pages/amp-article", "article"),
        ("pages/broadcaster-article", "article"),
        ("pages/text-file", "article"),
    ],
)
def test_bytes_from_the_web_are_known_by_what_they_are(name: str, kind: str) -> None:
    assert guess(body(name), About(address="https://news.example/x"))[0] == kind


@pytest.mark.parametrize(
    ("address", "why"),
    [("notes/article.txt", "the name ends in .txt"), ("page.HTML", "the name ends in .html")],
)
def test_a_file_is_what_its_name_says(address: str, why: str) -> None:
    assert guess(body("pages/text-file"), About(address=address)) == ("article", why)


def test_an_xml_file_may_be_a_feed_or_a_sitemap() -> None:
    assert guess(body("pages/sitemap"), About(address="a.xml"))[0] == "sitemap"
    assert guess(body("feeds/rdf"), About(address="a.xml"))[0] == "feed"


def test_what_looks_like_nothing_is_read_as_a_text() -> None:
    assert guess(b"\x00\x01", About(address="x", media_type="application/octet-stream"))[0] == "article"
