"""The one gate for text from outside: what comes through may be stored, compared and drawn.

What is dropped: controls, surrogates, bidi and other invisible format characters, tags and noncharacters. What stays
for the sake of scripts and emoji: ZWNJ, ZWJ and VS16.
"""

from __future__ import annotations

import re
import unicodedata

MARKS_A_BASE = 8
"""More combining marks than any writing needs on one letter; the rest only cost the terminal."""

_DROPPED = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"  # controls that are not white space
    "\xad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0e\ufeff\uffa0\ufff0-\ufffb"
    "\ud800-\udfff"
    "\ufdd0-\ufdef\ufffe\uffff"
)
"""In the first plane of Unicode, which is all that most texts have."""
_DROPPED_BEYOND = (
    "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_BEYOND = re.compile("[\U00010000-\U0010ffff]")
# A class that reaches beyond the first plane is looked through some eight times slower.
_IN_PLANE = re.compile(f"[{_DROPPED}]+")
_ANYWHERE = re.compile(f"[{_DROPPED}{_DROPPED_BEYOND}]+")
_LINE_END = re.compile(r"\r\n|[\r\v\f\x85\u2028\u2029]")
_EMPTY_LINES = re.compile(r"\n{3,}")
# Marks are neither letters nor digits to `re`, so a run too long can be found without a table of all marks.
_LONG_RUN = re.compile(rf"[^\w\x00-\x7f]{{{MARKS_A_BASE + 1},}}")


def clean(text: str, limit: int = 500, *, lines: bool = False) -> str:
    """Plain text that is safe to keep: NFC, white space collapsed, at most `limit` characters, cut with an ellipsis.

    With `lines` line ends stay (two at most in a row), else all is one line. Cleaning twice changes nothing.
    """
    if text.isascii() and text.isprintable() and "  " not in text:
        return _cut(text.strip(), limit)
    text = (_ANYWHERE if _BEYOND.search(text) else _IN_PLANE).sub("", text)
    text = _LINE_END.sub("\n", text)
    text = _fewer_marks(unicodedata.normalize("NFC", _fewer_marks(text)))
    if not lines:
        return _cut(" ".join(text.split()), limit)
    text = "\n".join(" ".join(line.split()) for line in text.split("\n"))
    return _cut(_EMPTY_LINES.sub("\n\n", text).strip(), limit)


def _cut(text: str, limit: int) -> str:
    if len(text) <= limit:
        return text
    return text[: limit - 1].rstrip() + "…" if limit > 0 else ""


def _fewer_marks(text: str) -> str:
    """Also done before normalizing, which takes quadratic time over long runs of marks."""
    return text if text.isascii() else _LONG_RUN.sub(_shorten, text)


def _shorten(run: re.Match[str]) -> str:
    kept: list[str] = []
    marks = 0
    for character in run.group():
        marks = marks + 1 if _hangs_on(character) else 0
        if marks <= MARKS_A_BASE:
            kept.append(character)
    return "".join(kept)


def _hangs_on(character: str) -> bool:
    return character in "\u200c\u200d" or unicodedata.category(character).startswith("M")
