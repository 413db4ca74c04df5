from __future__ import annotations

import pytest

from board.errors import ExtractError
from board.text.decode import decode

WORDS = "Косово: „няма промяна“"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_or_the_bytes_themselves_tell_the_encoding(encoding: str) -> None:
    assert decode(WORDS.encode(encoding)).text == WORDS


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_encodings_without_a_mark_are_seen_by_how_markup_begins(encoding: str) -> None:
    assert decode(f"<?xml?>{WORDS}".encode(encoding)).text.endswith(WORDS)


@pytest.mark.parametrize(
    "declared", ['<?xml version="1.0" encoding="{}"?>', "<meta charset={}>", "<meta content='text/html; charset={}'>"]
)
def test_a_declaration_is_believed_where_there_is_no_header(declared: str) -> None:
    text = declared.format("windows-1251") + WORDS
    assert decode(text.encode("windows-1251")).text == text


def test_the_header_comes_before_the_declaration() -> None:
    text = '<?xml version="1.0" encoding="koi8-r"?>' + WORDS.replace("„", "").replace("“", "")
    assert decode(text.encode("windows-1251"), "windows-1251").text == text


def test_what_is_utf_8_is_read_as_such_whatever_it_is_called() -> None:
    assert decode(WORDS.encode(), "iso-8859-1").text == WORDS


def test_iso_8859_1_is_read_as_browsers_do() -> None:
    assert decode(b"\x93so\x94", "iso-8859-1").text == "“so”"


def test_a_few_broken_bytes_do_not_spoil_the_rest_and_are_told() -> None:
    decoded = decode(WORDS.encode() + b"\xd0 end")
    assert decoded.text == WORDS + "\ufffd end"
    assert decoded.warning == "some bytes are not UTF-8"


def test_bytes_of_no_known_encoding_are_told_to_be_a_guess() -> None:
    decoded = decode(b"caf\xe9")
    assert decoded.text == "café"
    assert "read as cp1252" in decoded.warning


@pytest.mark.parametrize("name", ["zlib_codec", "unicode_escape", "idna", "punycode", "rot13", "\x00", "no-such"])
def test_a_charset_that_is_none_is_not_used(name: str) -> None:
    assert decode(b"caf\xe9 \\u0041", name).text == "café \\u0041"


@pytest.mark.parametrize("charset", ["utf-7", "UTF7"])
def test_utf_7_is_refused(charset: str) -> None:
    with pytest.raises(ExtractError, match="UTF-7"):
        decode(b"+ADw-script+AD4-", charset)
