"""Lines of keys in TOML texts that are hard to count."""

from __future__ import annotations

import tomllib

from board.config.positions import Path, line_of, positions

TEXT = '''\
top = 1
[board]
title = """
[not.a.header]
kind = "no key"
"""
list = [
  "a = 1",   # ] a comment with a bracket
  "[x]",
]
after = 2

[[panel]]
kind = "troops"
[panel.guard]
min_rows = 3

[[panel]]
kind = "tiers"
[source."a.b"]
"quoted key" = 1
dotted.key = 2
'''


def test_lines_are_found_past_multi_line_values_and_arrays_of_tables() -> None:
    tomllib.loads(TEXT)
    wanted: dict[Path, int] = {
        ("top",): 1,
        ("board",): 2,
        ("board", "title"): 3,
        ("board", "list"): 7,
        ("board", "after"): 11,
        ("panel", 0): 13,
        ("panel", 0, "kind"): 14,
        ("panel", 0, "guard", "min_rows"): 16,
        ("panel", 1): 18,
        ("panel", 1, "kind"): 19,
        ("source", "a.b", "quoted key"): 21,
        ("source", "a.b", "dotted", "key"): 22,
    }

    found = positions(TEXT)

    assert {path: found.get(path) for path in wanted} == wanted
    assert ("board", "kind") not in found


def test_a_key_that_is_missing_stands_where_its_table_begins() -> None:
    assert line_of(positions(TEXT), ("panel", 1, "title")) == 18
