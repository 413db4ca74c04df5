"""Pages that stand in for the answer are told apart from pages that only have a captcha somewhere."""

from __future__ import annotations

from board.refresh.challenge import challenge, perhaps_challenge

CHECK = b"<!DOCTYPE html><html><head><title>Just a moment...</title></head><body></body></html>"
FORM = b"<!doctype html><html><title>Contact</title><div class='g-recaptcha'></div></html>"
FEED = b"<?xml version='1.0'?><rss><channel><item><title>Captcha banned</title></item></channel></rss>"


def test_a_bot_check_is_known_by_its_title() -> None:
    assert challenge(CHECK, {})


def test_a_head_that_says_so_is_believed() -> None:
    assert challenge(b"", {"cf-mitigated": "challenge"})


def test_a_page_with_a_captcha_is_one_only_where_it_could_not_be_read() -> None:
    assert not challenge(FORM, {})
    assert perhaps_challenge(FORM)


def test_a_feed_that_speaks_of_captchas_is_a_feed() -> None:
    assert not perhaps_challenge(FEED)


def test_a_large_page_has_something_to_say() -> None:
    assert not challenge(CHECK + b" " * 300_000, {})
