"""`board search`: what was looked for is marked for a person, and its places are told to programs."""

from __future__ import annotations

import os
import pty
import subprocess
import sys

from tests.commands.person import Person


def test_the_places_of_what_was_looked_for_are_in_the_json(informed: Person) -> None:
    found = informed.board("search", "withdraw*", "--json").objects
    marked = {one["text"][start:end] for one in found for start, end in one["hits"]}
    assert marked == {"withdrawal"}


def test_a_terminal_shows_them_marked_and_a_pipe_gets_the_words_as_they_are(informed: Person) -> None:
    assert "**" not in informed.board("search", "withdraw*").out
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "board", "search", "withdraw*"]
    subprocess.run(command, cwd=informed.folder, env=informed.environ, stdout=theirs, check=True)
    os.close(theirs)
    assert b"A **withdrawal** of US troops from KFOR" in os.read(ours, 65536)
    os.close(ours)


def test_the_name_of_a_saved_search_is_a_query_too(informed: Person) -> None:
    saved = informed.board("search", "denials", "--json").objects
    written = informed.board("search", "stance:denies AND (KFOR OR NATO OR EULEX)", "--json").objects
    assert saved == written
    assert saved
