"""The page of a source shows what it last answered, bounded and harmless."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from board.snapshot import RawBody
from board.tui.draw.page import draw_page
from board.tui.pages import source
from tests.panels import boards
from tests.tui.test_pages import asked, text_of

CASE = boards.board("kosovo")
NAME = CASE.config.sources[0].name


def shown(body: bytes | None, size: int | None = None) -> str:
    """The page of the source under its last heading."""
    return told(None if body is None else answered(body, size))


def told(body: RawBody | None) -> str:
    held = {} if body is None else {NAME: body}
    page = source.page(asked(f"source:{NAME}", replace(CASE.snapshot, bodies=held)))
    assert page is not None
    return text_of(page, 200).partition("Last raw body")[2]


def answered(body: bytes, size: int | None) -> RawBody:
    hashed = hashlib.sha256(body).hexdigest()
    return RawBody(retrieved=boards.NOW, body_hash=hashed, size=len(body) if size is None else size, beginning=body)


def test_a_short_body_is_there_in_full_with_when_it_came() -> None:
    text = shown("<rss>\n  <title>Përgjigje</title>\n</rss>\n".encode())
    assert f"{boards.NOW:%Y-%m-%d %H:%MZ}" in text
    assert "41 bytes" in text
    assert "<title>Përgjigje</title>" in text
    assert "cut off" not in text


def test_escapes_and_markup_are_characters() -> None:
    held = {NAME: answered(b"\x1b[31m[bold]red[/bold]\x9b2J \xe2\x80\xaegnp", None)}
    page = source.page(asked(f"source:{NAME}", replace(CASE.snapshot, bodies=held)))
    assert page is not None
    runs = [run.text for line in draw_page(page.parts, 200) for run in line.runs]
    assert any("[31m[bold]red[/bold]" in text for text in runs)
    assert not any(mark in text for text in runs for mark in "\x1b\x9b\u202e")


def test_a_long_body_is_cut_by_lines_and_by_characters_and_says_so() -> None:
    many = shown(b"\n".join(b"line %d" % number for number in range(5000)))
    assert "line 99\n" in many
    assert "line 100\n" not in many
    assert "… cut off here: 690 characters shown of 48,889 bytes" in many
    long = shown(b"x" * 90_000)
    assert 3900 < long.count("x") <= 4000
    assert "shown of 90,000 bytes" in long


def test_a_body_is_read_by_the_charset_its_server_named_or_the_one_it_declares() -> None:
    words = "Косово: няма промяна"
    named = replace(answered(words.encode("windows-1251"), None), charset="windows-1251")
    assert words in told(named)
    assert words in shown(f'<meta charset="windows-1251">{words}'.encode("windows-1251"))
    assert words in shown(f"<p>{words}".encode("utf-16"))


def test_a_body_that_is_cut_within_a_character_is_read_to_there() -> None:
    text = shown("Përgjigjë".encode()[:-1], 5000)
    assert "Përgjigj\n" in text
    assert "cut off here" in text


def test_what_is_no_text_or_not_kept_or_never_came_is_said() -> None:
    assert "no text" in shown(b"%PDF-1.7\x00\x01")
    assert "none: the source never answered" in shown(None)
    page = source.page(
        asked(f"source:{NAME}", replace(CASE.snapshot, bodies={NAME: replace(answered(b"", 0), size=None)}))
    )
    assert page is not None
    assert "not kept any more" in text_of(page)
