"""Pages that come instead of what was asked for: checks for robots, refusals and errors, often with status 200."""

from __future__ import annotations

import re

from board.errors import ExtractError

_LONGEST = 1_000
"""Characters of text: such pages say less than any article."""
_TITLES = re.compile(
    r"\W*(?:just a moment|attention required|access denied|access to this page|are you (?:a robot|human)|please wait"
    r"|checking your browser|verify(?:ing)? you are|security check|ddos protection|bot verification|captcha"
    r"|service (?:temporarily )?unavailable|too many requests|internal server error|bad gateway"
    r"|(?:error )?(?:40\d|410|429|50\d)(?:\W*$|\W+(?:error|bad|forbidden|unauthori|not|page|service|too|internal))"
    r"|forbidden\W*$|(?:(?:page|file) )?not found\b|page (?:could|can)(?: ?not|n.t) be found"
    r"|(?:faqja )?nuk u gjet|(?:stranica )?nije pronađena|(?:страницата )?не е намерена)",
    re.I,
)
_SCRIPTS = re.compile(r"_cf_chl_opt|captcha-delivery\.com/captcha|awsWafCookieDomainList|_Incapsula_Resource\?SWUDNSAI")
"""What only a check itself runs; other scripts of the same guards stand on every page behind them."""


def refuse_gate(page: str, title: str, words: int) -> None:
    """Raises: ExtractError where a page with `words` characters of text is a check, a refusal or an error."""
    if words <= _LONGEST and (_TITLES.match(title) or _SCRIPTS.search(page)):
        raise ExtractError(f"a page of an error or a gate came instead: “{title}”")
