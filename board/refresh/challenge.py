"""Pages that stand in for the answer: bot checks, captive portals, consent walls, all with status 200."""

from __future__ import annotations

import re
from collections.abc import Mapping

_LOOKED_AT = 20_000
_LARGEST = 200_000
"""Bytes; a page larger than this has something to say besides."""
_CAME = "a challenge page came in place of the content"
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


def challenge(body: bytes, headers: Mapping[str, str]) -> str:
    """What surely stands in for the answer, in words; empty where the answer seems to be itself."""
    if "challenge" in headers.get("cf-mitigated", ""):
        return "the site asks for proof of a person (a challenge page)"
    return _CAME if _is_small_page(body) and _TITLE.search(body[:_LOOKED_AT]) else ""


def perhaps_challenge(body: bytes) -> str:
    """The same of a body that could not be read: proper pages have such marks too, so they say something only then."""
    return _CAME if _is_small_page(body) and _MARKS.search(body[:_LOOKED_AT]) else ""


def _is_small_page(body: bytes) -> bool:
    return len(body) <= _LARGEST and _PAGE.search(body[:_LOOKED_AT]) is not None
