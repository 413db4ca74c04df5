"""A feed and a table on a loopback server: read, shown, unchanged, and still there when the server is gone."""

from __future__ import annotations

from board.store import Store
from tests.commands.person import Person, panel
from tests.commands.served import FEED_HOST, TABLE, TABLE_HOST, board_of, facts
from tests.loopback import answer, served
from tests.refresh.made import rss

FEED = rss("NATO has not changed its force in Kosovo", "Italy takes over the command")


def test_a_feed_and_a_table_are_read_shown_unchanged_and_kept_when_the_server_is_gone(person: Person) -> None:
    routes = {
        FEED_HOST: {"/feed": answer(body=FEED, etag='"one"', content_type="application/rss+xml")},
        TABLE_HOST: {"/table": answer(body=TABLE, content_type="text/html; charset=utf-8")},
    }
    with served(routes) as servers:
        person.writes(board_of(servers))
        first = person.board("collect", "--once")
        assert (first.code, first.out) == (0, ""), first.err
        assert first.err.splitlines()[-1] == "2 sources: 2 updated"
        shown = person.board("show", "--format", "json").json
        assert _troops(shown) == {"ITA": 907, "USA": 590}
        assert "Italy takes over the command" in _said(shown)

        stored = facts(person.store)
        servers[FEED_HOST].routes = {"/feed": answer(304, etag='"one"')}
        second = person.board("collect", "--once", "--force")
        assert (second.code, second.err.splitlines()[-1]) == (0, "2 sources: 2 unchanged")
        assert servers[FEED_HOST].asked[-1].heads["if-none-match"] == '"one"'
        assert facts(person.store) == stored
        assert servers[TABLE_HOST].paths() == ["/table", "/table"]

    third = person.board("collect", "--once", "--force")
    assert (third.code, third.err.splitlines()[-1]) == (1, "2 sources: 2 failed")
    shown = person.board("show", "--format", "json").json
    assert (_troops(shown), "Italy takes over the command" in _said(shown)) == ({"ITA": 907, "USA": 590}, True)
    assert panel(shown, "troops")["trouble"]
    for row in panel(person.board("sources", "--json").json, "sources")["rows"]:
        assert (row["state"], "connection refused" in row["reason"]) == ("failing", True)
        assert row["since"].startswith("20")
    with Store.open(person.store) as store:
        for health in store.snapshot().health():
            assert health.last_good
            assert health.since
            assert health.last_good < health.since


def _troops(shown: object) -> dict[str, int]:
    return {row["nation"]: row["troops"] for row in panel(shown, "troops")["rows"]}


def _said(shown: object) -> list[str]:
    return [entry["text"] for entry in panel(shown, "statements")["entries"]]
