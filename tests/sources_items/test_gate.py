from __future__ import annotations

import pytest

from board.errors import ExtractError
from board.sources._gate import refuse_gate


@pytest.mark.parametrize(
    "title",
    [
        "Just a moment...",
        "Attention Required! | Cloudflare",
        "Access Denied",
        "403 Forbidden",
        "404",
        "404 - Page not found",
        "Error 503 Service Unavailable",
        "Page Not Found - The Daily",
        "Faqja nuk u gjet",
        "502 Bad Gateway",
    ],
)
def test_a_short_page_with_the_title_of_an_error_is_refused(title: str) -> None:
    with pytest.raises(ExtractError, match="error or a gate"):
        refuse_gate("<html>", title, 200)


@pytest.mark.parametrize(
    "title",
    [
        "500 soldiers arrive in the north",
        "KFOR: 403 soldiers leave",
        "404 troops for the mission, says ministry",
        "Forbidden weapons found near the border",
        "Ministry found not responsible",
        "",
    ],
)
def test_a_short_article_is_not_taken_for_one(title: str) -> None:
    refuse_gate('<html><script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js">', title, 200)


def test_a_long_text_is_no_gate_whatever_it_is_called() -> None:
    refuse_gate("<html>", "Access denied", 5_000)
