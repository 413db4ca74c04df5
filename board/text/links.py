"""Which addresses may become a link: http and https to a host, and nothing that could mean more than an address."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

from board.text.clean import clean

LONGEST = 4000
_FORBIDDEN = re.compile(r"""[\s\\"'`<>]""")


def safe_url(link: str, base: str | None = None) -> str | None:
    """The absolute address of `link`, resolved against `base`; `None` where it may not become a link.

    Refused: other schemes, no host, a user name or password in it, controls, white space, backslashes or quotes
    (also where a parser would quietly drop them), more than 4000 characters.
    """
    link = link.strip(" \t\r\n")
    if not link or not _is_plain(link):
        return None
    try:
        address = urljoin(base, link) if base else link
        parts = urlsplit(address)
        allowed = parts.scheme in {"http", "https"} and bool(parts.hostname) and "@" not in parts.netloc
        _ = parts.port
    except ValueError:
        return None
    return address if allowed and _is_plain(address) else None


def _is_plain(address: str) -> bool:
    return len(address) <= LONGEST and not _FORBIDDEN.search(address) and clean(address, LONGEST) == address
