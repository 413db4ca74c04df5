"""Everything out, everything gone, everything in again."""

from __future__ import annotations

import json
from typing import Any

from tests.commands.person import Person


def test_a_dash_is_standard_output(informed: Person) -> None:
    done = informed.board("export", "-")
    assert (done.code, done.objects[0]["type"], done.out.isascii()) == (0, "board-export", True)
    informed.board("export", "file.jsonl")
    written = (informed.folder / "file.jsonl").read_text(encoding="utf-8").splitlines()
    assert done.objects == [json.loads(line) for line in written]
    assert not (informed.folder / "-").exists()


def test_export_wipe_and_import_give_the_same_board(informed: Person) -> None:
    before = _shown(informed)
    done = informed.board("export", "all.jsonl")
    assert (done.code, done.out.endswith("records written to all.jsonl\n")) == (0, True)
    for file in informed.folder.glob("board.sqlite*"):
        file.unlink()
    taken = informed.board("import", "all.jsonl")
    assert taken.code == 0, taken.err
    assert "14 statements" in taken.out
    assert _shown(informed) == before


def test_what_is_here_already_is_not_taken_in_again(informed: Person) -> None:
    informed.board("export", "all.jsonl")
    done = informed.board("import", "all.jsonl")
    assert (done.code, done.out) == (0, "nothing that was not here\n")


def test_a_file_that_breaks_off_changes_nothing(informed: Person) -> None:
    informed.board("export", "all.jsonl")
    whole = (informed.folder / "all.jsonl").read_text(encoding="utf-8")
    informed.writes(whole[: len(whole) // 2], "half.jsonl")
    done = informed.board("import", "half.jsonl")
    assert (done.code, done.out, "Traceback" in done.err) == (1, "", False)


def _shown(person: Person) -> dict[str, Any]:
    """The whole board but for the time it is shown at."""
    done = person.board("show", "--format", "json")
    assert done.code == 0, done.err
    shown: dict[str, Any] = done.json
    del shown["now"]
    return shown
