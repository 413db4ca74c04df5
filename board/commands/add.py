"""Appends a source to board.toml: reads the address once, guesses the kind, and says what it gives.

What is in board.toml already is left as it is, comments too. `board try` shows everything first.
"""

from __future__ import annotations

import argparse
import asyncio
import re
from urllib.parse import urlsplit

from board.commands import try_
from board.exits import Exit
from board.text.links import safe_url

EXAMPLE = "example:\n  board add https://prishtinainsight.com/feed/ --name prishtina-insight"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("url", metavar="URL", help="the address of the source, or a file")
    parser.add_argument("--name", help="what to call it (default: from the address)")
    parser.add_argument("--kind", help="source kind (default: guessed from the content)")
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", help="an option of the source")


def run(args: argparse.Namespace) -> int:
    """Exit 1 where the address cannot be read: nothing is added then."""
    return Exit(asyncio.run(try_.add(args, args.name or name_for(args.url))))


def name_for(url: str) -> str:
    """A name from an address: `https://www.koha.net/rss` is `koha`; a number with port and path; of a file its stem."""
    parts = urlsplit(safe_url(url) or "")
    host = (parts.hostname or "").removeprefix("www.")
    stem = host.split(".")[0] if host else url.rsplit("/", 1)[-1].split(".")[0]
    if stem.isdecimal() or ":" in host:
        stem = f"{parts.netloc}{parts.path.split('.')[0]}"
    return re.sub(r"[^A-Za-z0-9_-]+", "-", stem).strip("-").lower() or "source"
