"""Bytes to text: which encoding a body is in, without guessing at random."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from board.errors import ExtractError

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UNMARKED = (  # how `<?` and `<x` begin in wide encodings without a mark
    (re.compile(rb"<\x00\x00\x00"), "utf-32-le"),
    (re.compile(rb"\x00\x00\x00<"), "utf-32-be"),
    (re.compile(rb"<\x00[?!\w]\x00"), "utf-16-le"),
    (re.compile(rb"\x00<\x00[?!\w]"), "utf-16-be"),
    (re.compile(rb"\x4c\x6f\xa7\x94"), "cp037"),
)
_DECLARED = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']""", re.I)
_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.I)
_HEAD = 4096
_TEXT_CODEC = re.compile(
    r"utf-(8|8-sig|16|32)(-[lb]e)?|ascii|(iso8859|latin)-?\d+|(cp|windows-?)\d+|koi8-[rut]|mac-\w+|gb\w+|big5\w*"
    r"|euc_\w+|shift_jis\w*|johab|tis-620|ptcp154|kz1048|hp-roman8"
)
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254"}
"""As browsers do: the wider encoding reads all that the narrower one does, and what its users really send."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A body as text, without its byte order mark."""

    text: str
    encoding: str
    warning: str = ""
    """What is odd about its encoding; empty where nothing is."""


def decode(body: bytes, charset: str | None = None) -> Decoded:
    """Text by byte order mark, then what really is UTF-8, then header, declaration and meta; else Windows-1252.

    Raises: ExtractError for UTF-7, which hides markup from every check.
    """
    if marked := _marked(body):
        encoding, skip = marked
        return Decoded(body[skip:].decode(encoding, "replace"), encoding)
    named = [name.strip().lower() for name in _names(body, charset)]
    if any(name in {"utf-7", "utf7", "unicode-1-1-utf-7"} for name in named):
        raise ExtractError("the body says it is UTF-7, which is not read")
    try:
        return Decoded(body.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _by_name(body, named)


def decode_beginning(body: bytes, charset: str | None = None) -> str:
    """The text of bytes that may break off within a character, to be looked at by a person. Never raises."""
    if _marked(body) is None:
        with suppress(UnicodeDecodeError):
            return codecs.getincrementaldecoder("utf-8")().decode(body)
    try:
        return decode(body, charset).text
    except ExtractError:
        return body.decode("ascii", "replace")


def _marked(body: bytes) -> tuple[str, int] | None:
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return encoding, len(mark)
    return next(((encoding, 0) for pattern, encoding in _UNMARKED if pattern.match(body)), None)


def _names(body: bytes, charset: str | None) -> Iterator[str]:
    if charset:
        yield charset
    for pattern in (_DECLARED, _META):
        if match := pattern.search(body, 0, _HEAD):
            yield match[1].decode("ascii")


def _by_name(body: bytes, named: list[str]) -> Decoded:
    for name in named:
        codec = _codec(name)
        if codec is None:
            continue
        try:
            return Decoded(body.decode(codec), codec)
        except (UnicodeDecodeError, LookupError):
            continue
    best = next((codec for name in named if (codec := _codec(name))), "utf-8")
    if best == "utf-8" and _mostly_utf8(body):
        return Decoded(body.decode("utf-8", "replace"), "utf-8", "some bytes are not UTF-8")
    fallback = "cp1252" if best == "utf-8" else best
    return Decoded(body.decode(fallback, "replace"), fallback, f"encoding not known for sure, read as {fallback}")


def _mostly_utf8(body: bytes) -> bool:
    """True where the bytes that break UTF-8 are few beside those that make it."""
    text = body.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return broken * 4 < sum(1 for character in text if character > "\x7f")


def _codec(name: str) -> str | None:
    try:
        known = codecs.lookup(name).name
    except (LookupError, ValueError):
        return None
    known = _WIDER.get(known, known)
    return known if _TEXT_CODEC.fullmatch(known) else None
