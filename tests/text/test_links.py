"""Which addresses become links."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.text.links import safe_url

BASE = "https://example.org/news/list.html"


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("  http://example.org/a\n", "http://example.org/a"),
        ("HTTPS://Example.org/", "HTTPS://Example.org/"),
        (
            "http://www.taz.de/Archiv-Suche/!852926&s=&SuchRahmen=Print/",
            "http://www.taz.de/Archiv-Suche/!852926&s=&SuchRahmen=Print/",
        ),
        ("https://sr.wikipedia.org/wiki/Косово", "https://sr.wikipedia.org/wiki/Косово"),
        ("https://[2001:db8::1]:8080/x", "https://[2001:db8::1]:8080/x"),
    ],
)
def test_an_ordinary_address_stays_as_it_is(link: str, expected: str) -> None:
    assert safe_url(link) == expected


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("article.html", "https://example.org/news/article.html"),
        ("/top", "https://example.org/top"),
        ("//other.org/x", "https://other.org/x"),
        ("?page=2,11", "https://example.org/news/list.html?page=2,11"),
    ],
)
def test_a_relative_address_is_resolved_against_its_page(link: str, expected: str) -> None:
    assert safe_url(link, BASE) == expected


@pytest.mark.parametrize(
    "link",
    [
        "",
        "article.html",
        "javascript:alert(1)",
        "java\nscript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "ftp://example.org/",
        "http:///no-host",
        "https://user@example.org/",
        "https://user:secret@example.org/",
        "https://example.org:99999999/",
        "https://[::1/",
        "https://example.org/a b",
        "https://example.org/a\\b",
        "https:\\\\example.org",
        'https://example.org/"x',
        "https://example.org/'x",
        "https://example.org/\x1b]8;;",
        "https://example.org/\u202egpj.exe",
        "https://example.org/\x9b",
        "https://example.org/" + "a" * 4000,
        "--help",
    ],
)
def test_what_is_no_plain_web_address_is_no_link(link: str) -> None:
    assert safe_url(link) is None


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///etc/passwd", "https:///x y"])
def test_a_base_does_not_make_it_safe(link: str) -> None:
    assert safe_url(link, BASE) is None


@given(st.text(max_size=80), st.none() | st.just(BASE) | st.text(max_size=30))
def test_no_text_raises_and_every_link_is_safe_again(link: str, base: str | None) -> None:
    if (address := safe_url(link, base)) is not None:
        assert safe_url(address) == address
        assert address.lower().startswith(("http://", "https://"))
