"""Pages as publishers write them: a table of nations, a feed, an article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape

NATIONS = {"Italy": 907, "United States": 590, "Hungary": 408, "Türkiye": 382, "Germany": 308, "Albania": 256}


def nations(as_of: str, **changed: int) -> str:
    """A page with the table of contributing nations, dated."""
    rows: Mapping[str, int] = {**NATIONS, **changed}
    body = "".join(f"<tr><td>{name}</td><td>{troops:,}</td></tr>" for name, troops in rows.items())
    head = "<tr><th>Country</th><th>Troops</th></tr>"
    total = f"<tr><td>Total</td><td>{sum(rows.values()):,}</td></tr>"
    return (
        f"<html><body><h1>KFOR contributing nations</h1><p>As of {as_of}</p>"
        f"<table>{head}{body}{total}</table></body></html>"
    )


@dataclass(frozen=True)
class Entry:
    """One entry of a feed; with a path it has an article of its own."""

    title: str
    link: str
    summary: str = ""
    at: datetime | None = None


def feed(entries: Sequence[Entry]) -> str:
    """An RSS feed of these entries."""
    items = "".join(
        f"<item><title>{escape(each.title)}</title><link>{escape(each.link)}</link>"
        f"<guid>{escape(each.link)}</guid><description>{escape(each.summary)}</description>"
        f"<pubDate>{(each.at or datetime.now(UTC)):%a, %d %b %Y %H:%M:%S} +0000</pubDate></item>"
        for each in entries
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Desk</title>{items}</channel></rss>'


def article(title: str, *paragraphs: str) -> str:
    """A news page around an article."""
    text = "".join(f"<p>{each}</p>" for each in paragraphs)
    return (
        f"<html><head><title>{title}</title></head><body><nav><a href='/'>Home</a></nav>"
        f"<article><h1>{title}</h1>{text}</article><footer>Contact</footer></body></html>"
    )
