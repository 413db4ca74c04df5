"""Articles and notes that a search finds, as entries beside the statements."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from board.model import Item, When
from board.shapes import Span, Tone
from board.snapshot import Found, FoundItem, FoundNote, Note, Provenance
from tests.panels.boards import NOW
from tests.panels.building import config, feed, view
from tests.panels.description import described
from tests.panels.memory import Memory

SAVED = config(searches={"patrols": "patrol*"})
CAME = Provenance(
    source="desk", source_title="Desk", url=None, final_url=None, retrieved=NOW, last_seen=NOW, status=200,
    body_hash=None, extracted_by="feed 1", grade="B",
)  # fmt: skip
ITEM = Item(title="Quiet days", text="Soldiers patrol the north.", link="https://desk.example/1", published=When(NOW))
ARTICLE = FoundItem(ref="item:7", id=9, item=ITEM, provenance=CAME, edited=True)
NOTE = FoundNote(id=8, note=Note(ref="tier:2", text="Ask about patrols", who="Mira", at=NOW - timedelta(hours=1)))


@pytest.fixture
def both(monkeypatch: pytest.MonkeyPatch) -> Memory:
    def found(self: Memory, **_: Any) -> list[Found]:
        return [ARTICLE, NOTE]

    monkeypatch.setattr(Memory, "found", found)
    return described("")


def test_an_article_is_told_with_its_headline_its_source_and_the_words_round_the_hit(both: Memory) -> None:
    entry = feed(view("search", both, SAVED, saved="patrols")).entries[0]
    assert (entry.word, entry.who, entry.text) == ("ARTICLE", "Desk", "Quiet days — Soldiers patrol the north.")
    assert [entry.text[start:end] for start, end in entry.hits] == ["patrol"]
    assert (entry.ref, entry.key, entry.when) == ("item:7", 9, ITEM.published)
    assert entry.data["url"] == "https://desk.example/1"
    assert entry.marks == (Span("edited", Tone.STALE),)


def test_a_note_is_told_with_who_wrote_it_when_and_on_what(both: Memory) -> None:
    entry = feed(view("search", both, SAVED, saved="patrols")).entries[1]
    assert (entry.word, entry.who, entry.text, entry.key) == ("NOTE", "Mira", "Ask about patrols", 8)
    assert entry.when == When(NOTE.note.at)
    assert entry.how == "on tier:2"
    assert [entry.text[start:end] for start, end in entry.hits] == ["patrols"]
