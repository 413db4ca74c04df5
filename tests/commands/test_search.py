"""`board search`: what was looked for is marked for a person, and its places are told to programs."""

from __future__ import annotations

import os
import pty
import subprocess
import sys

from board.model import Identity, Statement
from board.snapshot import Note
from board.store import Store
from tests.commands.person import Person
from tests.store.made import item, items, later, source, updated


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


def test_an_article_and_a_note_are_found_beside_statements_and_told_once(person: Person) -> None:
    said = Statement(speaker="", organisation="NATO", identity=Identity.ORGANISATION, stance=None, text="A patrol left")
    with Store.open(person.store) as store:
        quiet = item("Quiet days", text="Soldiers went on patrol in the north.")
        store.apply(updated(items(quiet, item("Beside it", said, text="Of a patrol"))), source())
        store.note(Note(ref="tier:2", text="Ask about the patrol", who="Mira", at=later(1)))
    found = person.board("search", "patrol", "--json").objects
    assert [one["type"] for one in found] == ["note", "item", "statement"]
    assert {one["text"][start:end] for one in found for start, end in one["hits"]} == {"patrol"}
    note, article, _ = found
    assert (note["ref"], note["who"]) == ("tier:2", "Mira")
    assert (article["title"], article["source"]) == ("Quiet days", "desk")
    assert article["text"] == "Quiet days — Soldiers went on patrol in the north."
    told = person.board("search", "patrol north").lines
    assert told == [f"2026-11-20  ARTICLE  Desk: {article['text']}  https://desk.example/Quiet-days"]


def test_more_than_a_page_is_found_where_more_is_asked_for(person: Person) -> None:
    with Store.open(person.store) as store:
        store.apply(updated(items(*(item(f"T{n}", text="patrol") for n in range(1100)))), source())
    assert len(person.board("search", "patrol", "--limit", "2000").lines) == 1100


def test_a_limit_counts_articles_and_notes_as_well(person: Person) -> None:
    with Store.open(person.store) as store:
        store.apply(updated(items(*(item(f"T{n}", text="patrol") for n in range(4)))), source())
    assert len(person.board("search", "patrol", "--limit", "3", "--json").objects) == 3
