"""What each half of the program loads: the command line no Textual, the face no network and no parser."""

from __future__ import annotations

import json

import pytest

from tests.commands.person import Person

NOT_IN_THE_FACE = ("httpx", "httpcore", "lxml", "selectolax", "feedparser", "fastfeedparser", "trafilatura", "jmespath")


@pytest.mark.parametrize("command", ["show", "themes", "sources"])
def test_printing_loads_no_textual(informed: Person, command: str) -> None:
    done = informed.python("-X", "importtime", "-m", "board", command)
    assert done.code == 0, done.err
    loaded = {line.rsplit("|", 1)[1].strip() for line in done.err.splitlines() if line.startswith("import time:")}
    assert "board.commands._output" in loaded
    assert {name for name in loaded if name.split(".")[0] in ("textual", *NOT_IN_THE_FACE)} == set()


def test_the_face_loads_no_network_and_no_parser(person: Person) -> None:
    done = person.python("-c", "import sys, json; import board.tui.app; print(json.dumps(sorted(sys.modules)))")
    assert done.code == 0, done.err
    loaded = {name.split(".")[0] for name in json.loads(done.out)}
    assert "textual" in loaded
    assert loaded & set(NOT_IN_THE_FACE) == set()
