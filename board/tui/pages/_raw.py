"""What a source last answered, as it came: its beginning, as plain text."""

from __future__ import annotations

from collections.abc import Iterator

from board.panels import _words
from board.snapshot import RawBody
from board.text.clean import clean
from board.text.decode import decode_beginning
from board.tui.draw.lines import Run
from board.tui.pages._page import Asked, Heading, Part, Prose, instant, pairs

_MOST_BYTES = 16_000
"""Looked at: enough for the characters below in any script."""
_MOST_CHARACTERS, _MOST_LINES = 4000, 100


def raw(asked: Asked) -> Iterator[Part]:
    """The last raw body with when it came, or why there is none."""
    body = asked.snapshot.raw_body(asked.key, _MOST_BYTES)
    yield Heading("Last raw body")
    if body is None:
        yield Prose((Run("none: the source never answered", "muted"),), 2)
        return
    came = f"{instant(body.retrieved)} ({_words.ago(body.retrieved, asked.now)})"
    size = "not kept any more" if body.size is None else _words.plural(body.size, "byte")
    yield pairs(("retrieved", came), ("size", size), ("SHA-256", body.body_hash))
    yield from _shown(body)


def _shown(body: RawBody) -> Iterator[Part]:
    """Plain text whatever it is: markup and escapes are only characters here."""
    if not body.size:
        return
    read = decode_beginning(body.beginning, body.charset)
    if "\0" in read:
        yield Prose((Run("not shown: it is no text", "muted"),), 2)
        return
    whole = len(body.beginning) == body.size
    text = clean(read, _MOST_BYTES, lines=True)
    kept = clean(text, _MOST_CHARACTERS, lines=True).split("\n")[:_MOST_LINES]
    for line in kept:
        yield Prose((Run(line),), 2)
    if not whole or len("\n".join(kept)) < len(text):
        yield Prose((Run(_cut_off(kept, body.size), "muted"),), 2)


def _cut_off(lines: list[str], size: int) -> str:
    shown = sum(map(len, lines))
    return f"… cut off here: {shown:,} characters shown of {_words.plural(size, 'byte')}"
