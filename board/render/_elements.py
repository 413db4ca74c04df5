"""Pieces of HTML: whatever came from outside is text in them, wherever it stands."""

from __future__ import annotations

from html import escape

from board.shapes import Line, Tone
from board.text.gate import gated
from board.text.links import safe_url


def said(text: str) -> str:
    """Text that is text wherever it stands, in an element or in an attribute."""
    return escape(gated(text), quote=True)


def paragraph(name: str, text: str) -> str:
    """A paragraph of a class; nothing where there is no text."""
    return f'<p class="{name}">{said(text)}</p>' if text else ""


def linked(text: str, url: object) -> str:
    """Text as a link where the address is one that may be opened."""
    safe = safe_url(url) if isinstance(url, str) else None
    return f'<a href="{said(safe)}" rel="noreferrer">{said(text)}</a>' if safe else said(text)


def toned(text: str, tone: Tone) -> str:
    """Text in the colour of its meaning."""
    return said(text) if tone is Tone.PLAIN or not text else f'<span class="t-{tone.value}">{said(text)}</span>'


def spans(parts: Line) -> str:
    """A line of a shape."""
    return "".join(toned(span.text, span.tone) for span in parts)
