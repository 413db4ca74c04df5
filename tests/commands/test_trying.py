"""Trying a source before it is configured, and keeping what was tried."""

from __future__ import annotations

import tomllib
from pathlib import Path

from tests.commands.person import Person
from tests.commands.served import TABLE
from tests.loopback import answer, served
from tests.refresh.made import rss

HOST = "127.0.0.1"
ARTICLE = (
    "NATO has no plan to leave\n\nBrussels, 19 February 2026\n\n"
    "A NATO spokesman said on Thursday that the alliance will stay in Kosovo. "
    "About 600 American soldiers serve in the mission, he said.\n"
)
ENGLISH = ("--set", 'language="en"')
"""Said, and so not found out anew by each process."""
PAGE = b"""<!doctype html><html><head><title>News desk</title>
<link rel="alternate" type="application/rss+xml" href="/feed.xml"></head><body><article><h1>A day at the desk</h1>
<p>These are some words of a page that is long enough to be a text, with a sentence or two, and a third one.</p>
</article></body></html>"""


def test_many_files_are_read_in_one_run_and_one_that_cannot_be_is_a_problem(person: Person) -> None:
    person.writes(ARTICLE, "one.txt")
    person.writes("nation,troops\nItaly,907\nUnited States,590\n", "two.csv")
    person.writes(ARTICLE, "three.txt")
    done = person.board("try", "one.txt", "nowhere.txt", "two.csv", "three.txt", "--json")
    assert (done.code, done.err) == (1, "")
    assert all(next(iter(record)) == "from" for record in done.objects)
    by_file = {
        name: [one for one in done.objects if one["from"] == name] for name in ("one.txt", "nowhere.txt", "two.csv")
    }
    assert [(one["type"], one["what"]) for one in by_file["nowhere.txt"]] == [("problem", "nowhere.txt")]
    assert [one["title"] for one in by_file["one.txt"] if one["type"] == "item"] == ["NATO has no plan to leave"]
    assert [one["nation"] for one in by_file["two.csv"] if one["type"] == "row"] == ["ITA", "USA"]
    assert done.objects[-1]["from"] == "three.txt"


def test_a_page_that_offers_a_feed_says_so(person: Person) -> None:
    person.writes(PAGE.decode().replace('href="/', 'href="https://desk.example/'), "page.html")
    assert "  this page offers a feed: https://desk.example/feed.xml" in person.board("try", "page.html").lines
    with served({HOST: {"/": answer(body=PAGE, content_type="text/html")}}) as servers:
        address, feed = servers[HOST].url("/"), servers[HOST].url("/feed.xml")
        offered = [one for one in person.board("try", address, "--json").objects if one["type"] == "left_out"]
    assert {"from": address, "type": "left_out", "what": feed, "why": "a feed that this page offers"} in offered


def test_a_name_that_cannot_be_used_is_told_before_anybody_is_asked(person: Person) -> None:
    person.board("init")
    with served({HOST: {"/": answer(body=PAGE, content_type="text/html")}}) as servers:
        address = servers[HOST].url("/")
        for words in (("add", address, "--name", "two words"), ("try", address, "--add", "two words")):
            done = person.board(*words)
            assert (done.code, "'two words' cannot name a source" in done.err) == (1, True)
        assert servers[HOST].asked == []


def test_what_is_no_address_is_a_problem(person: Person) -> None:
    done = person.board("try", "http://[::1", "ftp://desk.example/", "--json")
    assert (done.code, done.err) == (1, "")
    assert [(one["type"], one["why"]) for one in done.objects] == [("problem", "not a web address")] * 2


def test_what_came_says_what_the_source_gives(person: Person) -> None:
    person.board("init")
    person.writes('{"all": [{"title": "One", "url": "https://desk.example/1"}]}', "items.json")
    person.writes('[{"nation": "Italy", "troops": 907}]', "rows.json")
    assert person.board("add", "items.json", "--set", "items=all", "--name", "items").code == 0
    assert person.board("add", "rows.json", "--name", "rows").code == 0
    added = _sources(person.folder / "board.toml")
    assert (added["items"]["gives"], added["rows"]["gives"]) == ("statements", "troops")
    assert added["items"]["items"] == "all"


def test_add_keeps_the_rest_of_the_file_and_the_board_reads_what_was_added(person: Person) -> None:
    with served({HOST: {"/feed": answer(body=rss("One", "Two")), "/table": answer(body=TABLE)}}) as servers:
        person.board("init")
        before = (person.folder / "board.toml").read_text(encoding="utf-8")
        table = ("--kind", "html_table", "--set", "columns.nation=Country", "--add", "nations")
        assert person.board("try", servers[HOST].url("/table"), *table).code == 0
        done = person.board("add", servers[HOST].url("/feed"), "--name", "desk")
        assert (done.code, "2 items" in done.err) == (0, True)
        added = _sources(person.folder / "board.toml")
        assert (added["desk"]["title"], added["nations"]["title"]) == ("Desk", "Contributing nations")
        assert (person.folder / "board.toml").read_text(encoding="utf-8").startswith(before.rstrip("\n"))
        assert person.board("check").code == 0
        collected = person.board("collect", "--once", "desk")
    assert (collected.code, "desk: updated: 2 items" in collected.err) == (0, True)


def test_a_path_is_written_as_the_board_has_to_read_it(person: Person) -> None:
    (person.folder / "sub").mkdir()
    person.board("init")
    person.writes("nation,troops\nItaly,907\n", "sub/table.csv")
    done = person.board("try", "table.csv", "--add", "table", "--config", "../board.toml", cwd=person.folder / "sub")
    assert done.code == 0, done.err
    assert _sources(person.folder / "board.toml")["table"]["path"] == "sub/table.csv"
    person.writes(ARTICLE, "sub/one.txt")
    assert person.board("add", "sub/one.txt", "--set", 'title="My own"', *ENGLISH, "--name", "mine").code == 0
    assert person.board("add", "sub/one.txt", *ENGLISH, "--name", "its").code == 0
    added = _sources(person.folder / "board.toml")
    assert (added["mine"]["title"], "title" in added["its"]) == ("My own", False)
    assert person.board("collect", "--once", "table").code == 0


def test_the_shipped_board_is_not_added_to(person: Person) -> None:
    person.writes("nation,troops\nItaly,907\n", "table.csv")
    for words in (("try", "table.csv", "--add", "table"), ("add", "table.csv")):
        done = person.board(*words)
        assert (done.code, "board init" in done.err, "Traceback" in done.err) == (1, True, False)


def test_a_setting_that_is_wrong_is_a_mistake_of_usage_with_a_suggestion(person: Person) -> None:
    person.writes("nation,troops\nItaly,907\n", "table.csv")
    done = person.board("try", "table.csv", "--set", "colums.nation=Country")
    assert (done.code, "did you mean 'columns'?" in done.err) == (2, True)
    done = person.board("try", "table.csv", "--kind", "cvs")
    assert (done.code, "did you mean 'csv'?" in done.err) == (2, True)


def _sources(file: Path) -> dict[str, dict[str, object]]:
    sources: dict[str, dict[str, object]] = tomllib.loads(file.read_text(encoding="utf-8"))["source"]
    return sources


def test_what_was_tried_and_what_is_found_say_who_spoke_how_firmly_and_who_has_not_answered(person: Person) -> None:
    asked = "KFOR said that it had no plan to leave. The US Embassy did not respond to a request for comment.\n"
    person.writes(f"Nobody leaves\n\nPristina, 19 February 2026\n\n{asked}", "asked.txt")
    person.writes('[source.own]\nkind = "article"\npath = "asked.txt"\n[[panel]]\nkind = "sources"\n')
    tried, found = person.board("try", "asked.txt").out, person.board("search", "respond").out
    assert "NO ANSWER YET  US Embassy: " in tried
    assert "NO ANSWER YET  US Embassy: " in found
    assert "KFOR: " in tried
