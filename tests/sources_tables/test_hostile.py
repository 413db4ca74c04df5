"""No bytes make a kind raise anything but ExtractError, nor take more than a second a megabyte."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from types import ModuleType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from board import plugins
from board.errors import ExtractError
from board.model import About
from board.reading.tables.editions import editions
from tests.sources_tables import cases

KINDS = ("csv", "curated", "html_table", "json", "pdf")
ABOUT = About(address="https://hostile.example/x", retrieved=cases.RETRIEVED)
PIECES = (
    b"<table>", b"<tr><td>", b"<td rowspan=9>", b"</table>", b"<sup>", b"Italy", b"907", b"Total", b"February 2017",
    b" 13 ", b",", b";", b"\n", b"\r", b'"', b"\0", b"\xff", b"\xef\xbb\xbf", b"\xff\xfe", b"\xd0\x9a",
    b"\x1b", b"\xe2\x80\xae",
    b"{", b"[", b"}", b'"nation":', b'"troops":1', b"1e999", b"NaN", b"\\ud800", b"%PDF-1.7\n",
    b"[[statement]]\n", b'text="', b"=",
)  # fmt: skip
HOSTILE_BODIES = st.binary(max_size=300) | st.lists(st.sampled_from(PIECES), max_size=40).map(b"".join)


def kind(name: str) -> ModuleType:
    return plugins.load("board.sources", name)


def read(name: str, body: bytes) -> None:
    """What a pass does with a body; an ExtractError is an answer like another."""
    module = kind(name)
    assert 0 <= module.suits(body, ABOUT) <= 1
    try:
        extract = module.extract(body, module.Options(), ABOUT)
    except ExtractError as error:
        said = str(error)
    else:
        said = "fine"
        editions(extract, force="AF", said_by="x", url=None)
    assert said


@pytest.mark.parametrize("name", KINDS)
@given(body=HOSTILE_BODIES)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_no_bytes_make_a_kind_fail_in_another_way(name: str, body: bytes) -> None:
    read(name, body)


def mutated(body: bytes, chance: random.Random) -> bytes:
    """The bytes with a few of them changed, doubled or gone."""
    changed = bytearray(body)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(changed) or 1)
        length = chance.randint(0, 40)
        piece = chance.choice([*PIECES, bytes(changed[at : at + length]) * 2, chance.randbytes(3)])
        changed[at : at + length] = piece
    return bytes(changed)


def read_mutations(name: str, rounds: int) -> None:
    chance = random.Random(name)
    for case in cases.names():
        body = cases.body(case)
        for _ in range(rounds):
            read(name, mutated(body, chance))


@pytest.mark.parametrize("name", KINDS)
def test_no_damaged_case_makes_a_kind_fail_in_another_way(name: str) -> None:
    read_mutations(name, 3)


@pytest.mark.long
@pytest.mark.parametrize("name", KINDS)
def test_no_case_damaged_in_many_ways_does_either(name: str) -> None:
    read_mutations(name, 300)


def repeated(piece: bytes, size: int = 1_000_000) -> bytes:
    return piece * (size // len(piece))


LARGE: dict[str, tuple[str, Callable[[], bytes]]] = {
    "many rows": ("html_table", lambda: b"<table>" + repeated(b"<tr><td>Italy<td>3")),
    "many short rows": ("html_table", lambda: b"<table>" + repeated(b"<tr><td>")),
    "one long row": ("html_table", lambda: b"<table><tr>" + repeated(b"<td>1")),
    "spans": ("html_table", lambda: b"<table>" + repeated(b"<tr><td colspan=1000 rowspan=1000>Italy<td>3")),
    "tables in tables": ("html_table", lambda: b"<table><tr><td>" * 600 + repeated(b"<tr><td>Italy<td>3")),
    "many tables": ("html_table", lambda: repeated(b"<table><tr><td>Italy<td>3</table>")),
    "open marks": ("html_table", lambda: b"<table><tr><td>" + repeated(b"<sup>")),
    "long cell": ("html_table", lambda: b"<table><tr><td>Italy<td>3<tr><td>" + repeated(b"a ")),
    "csv rows": ("csv", lambda: b"nation,troops\n" + repeated(b"Italy,907\n")),
    "csv delimiters": ("csv", lambda: repeated(b",")),
    "csv quotes": ("csv", lambda: repeated(b'"')),
    "csv odd bytes": ("csv", lambda: repeated(b"\xe8\xff\n")),
    "deep json": ("json", lambda: repeated(b"[")),
    "long number": ("json", lambda: b"[" + repeated(b"9") + b"]"),
    "many objects": ("json", lambda: b"[" + repeated(b'{"nation":"Italy","troops":1},') + b"{}]"),
    "json markup": ("json", lambda: b'[{"nation":"' + repeated(b"<sup>") + b'","troops":"1"}]'),
    "placemat numbers": ("pdf", lambda: repeated(b"Italy 13 ")),
    "placemat digits": ("pdf", lambda: repeated(b"1")),
    "placemat words": ("pdf", lambda: repeated(b"a ")),
    "placemat lines of words": ("pdf", lambda: repeated(b"word\n")),
    "placemat lines": ("pdf", lambda: repeated(b"Italy 13\n252\n")),
    "broken pdf": ("pdf", lambda: b"%PDF-1.7\n" + repeated(b"1 0 obj << /Type /Page >>\n")),
    "dotted keys": ("curated", lambda: repeated(b"a.") + b"a=1"),
    "deep arrays": ("curated", lambda: b"a=" + repeated(b"[")),
    "many records": ("curated", lambda: repeated(b'[[event]]\ntitle="x"\nwhen=2026-07-01\n', 900_000)),
    "many mistakes": ("curated", lambda: repeated(b"[[event]]\n", 900_000)),
}


@pytest.mark.parametrize("attack", LARGE)
def test_a_megabyte_takes_about_a_second(attack: str) -> None:
    name, make = LARGE[attack]
    body = make()
    read(name, b"warm")
    started = time.process_time()
    read(name, body)
    assert time.process_time() - started < 3, "a second on a quiet machine; this one may be busy"
