"""A saved search as a panel."""

from __future__ import annotations

from dataclasses import replace

from board import plugins
from board.panels import search
from board.shapes import Condition
from tests.panels.boards import NOW
from tests.panels.building import config, feed, spec, view
from tests.panels.description import described

SAVED = config(searches={"withdrawal": "withdraw*", "police": "police"})
SAID = "".join(
    f'[[statement]]\nid = {number}\ntext = "{text}"\nstance = "claims"\n'
    for number, text in enumerate(("They withdraw", "Police came", "A withdrawal is denied"), 1)
)


def test_a_panel_shows_what_its_saved_search_finds_newest_first() -> None:
    built = view("search", described(SAID), SAVED, saved="withdrawal")
    assert [entry.text for entry in feed(built).entries] == ["A withdrawal is denied", "They withdraw"]
    other = view("search", described(SAID), SAVED, saved="police")
    assert [entry.text for entry in feed(other).entries] == ["Police came"]


def test_the_words_that_were_looked_for_are_marked_on_every_page() -> None:
    first = search.build(described(SAID), spec("search", saved="withdrawal", page=1), SAVED, NOW)
    more = feed(first).more
    assert more is not None
    second = search.page(described(SAID), spec("search", saved="withdrawal", page=1), SAVED, NOW, more)
    marked = [
        entry.text[start:end] for each in (feed(first), second) for entry in each.entries for start, end in entry.hits
    ]
    assert marked == ["withdrawal", "withdraw"]


def test_its_pages_go_on_where_the_one_before_ends() -> None:
    two = spec("search", saved="withdrawal", page=1)
    first = search.build(described(SAID), two, SAVED, NOW)
    more = feed(first).more
    assert more is not None
    assert [entry.text for entry in search.page(described(SAID), two, SAVED, NOW, more).entries] == ["They withdraw"]


def test_without_a_title_it_is_called_by_its_search() -> None:
    title = plugins.describe(search).rstrip(".")
    named = search.build(described(SAID), spec("search", saved="police"), SAVED, NOW)
    assert named.title == "search"
    untitled = replace(spec("search", saved="police"), title=title)
    assert search.build(described(SAID), untitled, SAVED, NOW).title == "Search: police"


def test_one_that_finds_nothing_and_one_without_a_search_say_so() -> None:
    nothing = view("search", described(""), SAVED, saved="police")
    assert "nothing the board has seen has this: police" in nothing.empty
    none = view("search", described(SAID))
    assert (none.condition, none.empty) == (Condition.EMPTY, "no search is saved: see [search] in board.toml")
