"""Pages that stand in for the answer: bot checks, captive portals, consent walls, all with status 200."""

from __future__ import annotations

import re
from collections.abc import Mapping

_LOOKED_AT = 20_000
_LARGEST = 200_000
"""Bytes; a page larger than this has something to say besides."""
_PAGE = re.compile(rb"<(?:!doctype\s+html|html)[\s>]", re.IGNORECASE)
_TITLE = re.compile(
    rb"<title[^>]*>\s*(?:just a moment|attention required|access denied|ddos-guard|are you a robot|bot verification"
    rb"|verifying your browser|checking your browser|please wait|security check|human verification|one moment, please"
    rb"|vercel security checkpoint|pardon our interruption)",
    re.IGNORECASE,
)
_MARKS = re.compile(
    rb"cf-chl|cdn-cgi/challenge-platform|captcha|_incapsula_resource|enable javascript and cookies|awswafintegration"
    rb"|sgcaptcha|perimeterx|px-captcha|datadome|verify you are (?:a )?human",
    re.IGNORECASE,
)


def challenge(body: bytes, headers: Mapping[str, str], *, is_page: bool) -> str:
    """What stands in for the answer, in words; empty where the answer seems to be itself.

    `is_page` says that the source is read from web pages: then only what no proper page has counts.
    """
    if "challenge" in headers.get("cf-mitigated", ""):
        return "the site asks for proof of a person (a challenge page)"
    head = body[:_LOOKED_AT]
    if len(body) > _LARGEST or not _PAGE.search(head):
        return ""
    if _TITLE.search(head) or (not is_page and _MARKS.search(head)):
        return "a challenge page came in place of the content"
    return ""
