"""`board check` beyond the file: what comes when it is fetched, what would differ when it is read again."""

from __future__ import annotations

from tests.commands.person import Person
from tests.commands.served import FEED_HOST, TABLE, TABLE_HOST, board_of, facts
from tests.commands.test_edits import WORDS, page
from tests.loopback import Route, answer, served
from tests.refresh.made import rss

ROUTES: dict[str, dict[str, Route]] = {
    FEED_HOST: {"/feed": answer(body=rss("One", "Two"))},
    TABLE_HOST: {"/table": answer(body=TABLE, content_type="text/html; charset=utf-8")},
}


def test_live_tells_what_came_of_each_source_and_stores_nothing(person: Person) -> None:
    with served(ROUTES) as servers:
        person.writes(board_of(servers))
        done = person.board("check", "--live")
        assert (done.code, done.err) == (0, "")
        assert done.lines[0] == "board.toml: fine (3 panels, 2 sources, 0 tiers)"
        assert sorted(done.lines[1:]) == [
            "nations: updated: 1 edition; newest 2026-02-19",
            "news: updated: 2 items, 2 statements; newest 2026-02-19T11:00:00Z",
        ]
        assert not person.store.exists()
        servers[FEED_HOST].routes = {"/feed": answer(500)}
        done = person.board("check", "--live")
        assert (done.code, [line for line in done.lines if line.startswith("news: failing: ")] != []) == (1, True)


def test_replay_of_an_unchanged_board_differs_in_nothing(informed: Person) -> None:
    stored = facts(informed.store)
    done = informed.board("check", "--replay")
    assert (done.code, done.lines[-1]) == (0, "3 stored bodies read again: nothing would differ")
    assert facts(informed.store) == stored


def test_replay_tells_what_a_changed_configuration_would_change_and_stores_nothing(person: Person) -> None:
    with served(ROUTES) as servers:
        text = board_of(servers)
        person.writes(text)
        assert person.board("collect", "--once").code == 0
    assert person.board("check", "--replay").lines[-1] == "2 stored bodies read again: nothing would differ"
    stored = facts(person.store)
    narrowed = text.replace('gives = "statements"', 'gives = "statements"\nmatch = "One"')
    person.writes(
        narrowed.replace("respect_robots = false\n", 'respect_robots = false\nnations = { Italy = "ITL" }\n', 1)
    )
    person.writes(narrowed + 'guard = { min_rows = 3 }\n[nations]\n"United States" = "USB"\n')
    done = person.board("check", "--replay")
    assert done.code == 1
    told = done.lines[1:-1]
    assert "news: gone     item https://desk.example/2" in told
    assert any(line.startswith("nations: held     the table read ") and "3" in line for line in told)
    assert facts(person.store) == stored


def test_replay_without_a_store_says_so(person: Person) -> None:
    done = person.board("check", "--replay")
    assert (done.code, "nothing has been read" in done.err) == (1, True)


FULL = """
[[panel]]
kind = "statements"

[force.KFOR]
parent = ["NATO"]

[source.news]
kind = "feed"
language = "en"
url = "{feed}"
full_text = true
allow_private = true
respect_robots = false
"""


def test_replay_reads_the_articles_behind_items_again_in_every_version(person: Person) -> None:
    with served({FEED_HOST: {}}) as servers:
        server = servers[FEED_HOST]
        routes: dict[str, Route] = {
            "/feed": answer(body=rss("One", server=server)),
            "/1": answer(body=page(WORDS.format(count="4,500"))),
        }
        server.routes = routes
        person.writes(FULL.format(feed=server.url("/feed")))
        assert person.board("collect", "--once").code == 0
        server.routes = routes | {"/feed": answer(body=rss("One, edited", server=server))}
        assert person.board("collect", "--once", "--force").code == 0
    done = person.board("check", "--replay")
    assert (done.code, done.lines[-1]) == (0, "2 stored bodies read again: nothing would differ"), done.out
    text = (person.folder / "board.toml").read_text(encoding="utf-8")
    person.writes(text.replace("full_text = true\n", ""))
    done = person.board("check", "--replay")
    assert done.code == 1
    assert any(": changed  item " in line and "text: " in line for line in done.lines)


def test_replay_reads_bytes_by_the_charset_that_only_their_server_named(person: Person) -> None:
    body, sort = rss("Повлачење из Косова").decode().encode("windows-1251"), "text/xml; charset=windows-1251"
    with served({FEED_HOST: {"/feed": answer(body=body, content_type=sort)}}) as servers:
        person.writes(FULL.format(feed=servers[FEED_HOST].url("/feed")).replace("full_text = true\n", ""))
        assert person.board("collect", "--once").code == 0
    done = person.board("check", "--replay")
    assert (done.code, done.lines[-1]) == (0, "1 stored bodies read again: nothing would differ"), done.out


def test_a_file_that_is_not_there_is_to_mend(person: Person) -> None:
    person.writes('[source.own]\nkind = "curated"\npath = "recrods.toml"\ngives = "statements"\n')
    done = person.board("check")
    assert (done.code, "1 to mend" in done.out, "no such file: recrods.toml" in done.err) == (2, True, True)
    person.writes("", "recrods.toml")
    assert person.board("check").code == 0
