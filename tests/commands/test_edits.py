"""An article that is changed after it was published: kept in both versions, told of once."""

from __future__ import annotations

from pathlib import Path

from board.store import Store
from tests.commands.person import Person, panel
from tests.loopback import answer, served

HOST = "127.0.0.1"
BOARD = """
[[panel]]
kind = "statements"

[source.page]
kind = "article"
language = "en"
url = "{url}"
allow_private = true
respect_robots = false
"""
WORDS = (
    "The NATO spokesman said on Thursday that the alliance has no plan to change its force in Kosovo. "
    "He said that {count} soldiers serve in it and that patrols go on as before."
)


def page(words: str) -> bytes:
    return (
        '<!doctype html><html lang="en"><head><title>No change in the force</title>'
        '<meta property="article:published_time" content="2026-02-19T12:00:00Z"></head>'
        f"<body><article><h1>No change in the force</h1><p>{words}</p></article></body></html>"
    ).encode()


def test_a_silent_change_is_one_version_more_and_one_entry_and_white_space_is_none(person: Person) -> None:
    with served({HOST: {"/page": answer(body=page(WORDS.format(count="4,500")))}}) as servers:
        person.writes(BOARD.format(url=servers[HOST].url("/page")))
        assert person.board("collect", "--once").code == 0
        assert person.board("since", "--look").code == 0
        servers[HOST].routes = {"/page": answer(body=page(WORDS.format(count="4,800")))}
        assert person.board("collect", "--once", "--force").code == 0
        spaced = WORDS.format(count="4,800").replace(". ", ".\n\n   ")
        servers[HOST].routes = {"/page": answer(body=page(spaced))}
        assert person.board("collect", "--once", "--force").code == 0
    assert _versions(person.store) == ["4,500", "4,800"]
    changes = panel(person.board("since", "--format", "json").json, "changes")["entries"]
    shown = panel(person.board("show", "changes", "--format", "json").json, "changes")
    assert [entry["ref"] for entry in shown["entries"]] == [
        entry["ref"] for entry in changes if entry["kind"] != "unchanged"
    ]
    assert shown["data"]["since"]
    edited = [entry for entry in changes if entry["word"].casefold() == "edited"]
    assert len(edited) == 1
    found = person.board("search", "is:edited", "--json").objects
    assert found
    assert all(one["edited"] for one in found)


def _versions(store: Path) -> list[str]:
    """The number that each kept version of the one item gives, the oldest first."""
    with Store.open_readonly(store) as opened:
        said = opened.snapshot().statements(limit=1)[0]
        kept = opened.snapshot().item(said.item_ref or "")
    return [" and ".join(count for count in ("4,500", "4,800") if count in version.item.text) for version in kept]
