"""A wrong reading put right from the command line: told everywhere, kept, and taken back."""

from __future__ import annotations

from typing import Any

import pytest

from tests.commands.person import Kept, Person

BOARD = """
[[panel]]
kind = "statements"
[[panel]]
kind = "claims"
[[panel]]
kind = "troops"

[force.KFOR]
aliases = ["Kosovo Force"]

[claim.withdrawal]
text = "Troops are withdrawn"
match = "withdraw*"

[source.article]
kind = "article"
path = "article.txt"

[source.table]
kind = "csv"
path = "table.csv"
gives = "troops"
"""
ARTICLE = """Quiet days at the border

19 November 2026

The Defence Ministry denied on Thursday that the soldiers would withdraw from KFOR.
A NATO official said on Thursday that Italy has 600 soldiers in KFOR.
"""


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """A desk on which all was read once, for every test here."""
    person = Person(tmp_path_factory.mktemp("desk"))
    person.writes(BOARD)
    person.writes(ARTICLE, "article.txt")
    person.writes("nation,troops,as_of\nITA,900,2026-11-01\nHUN,400,2026-11-01\n", "table.csv")
    assert person.board("collect", "--once").code == 0
    return person.keeps("collected")


@pytest.fixture
def desk(collected: Kept) -> Person:
    return collected.put_back()


def said(person: Person, words: str, *more: str) -> dict[str, Any]:
    (found,) = person.board("search", words, "--json", *more).objects
    return dict(found)


def of_600(person: Person, subject: str) -> list[Any]:
    return [each for each in person.board("history", subject, "--json").objects if each["number"] == 600]


def sides(person: Person) -> dict[str, int]:
    (panel,) = person.board("show", "claims", "--format", "json").json["panels"]
    claim = panel["data"]["claims"]["withdrawal"]
    return {side: len(claim[side]) for side in ("asserts", "denies")}


def test_a_statement_put_right_goes_to_the_other_side_of_its_claim_and_back(desk: Person) -> None:
    ref = said(desk, "withdraw*")["ref"]
    before = sides(desk)
    done = desk.board("correct", ref, "stance=claims", "organisation=NATO", "--why", "heard it")
    assert (done.code, done.err) == (0, "")
    assert "  stance        claims, read as denies" in done.out
    assert "heard it" in done.lines[-1]
    after = sides(desk)
    assert (before, after) == ({"asserts": 0, "denies": 1}, {"asserts": 1, "denies": 0})
    record = said(desk, "withdraw* org:NATO")
    assert (record["stance"], record["read_as"]["stance"]) == ("claims", "denies")
    assert desk.board("correct", ref, "--undo").code == 0
    assert sides(desk) == before
    assert said(desk, "withdraw*")["read_as"] is None


def test_a_figure_put_right_stands_where_it_belongs_and_nowhere_else(desk: Person) -> None:
    (figure,) = of_600(desk, "KFOR")
    assert "600" in desk.board("show", "troops").out
    put = desk.board("correct", figure["ref"], "nation=Hungary", "subject=kosovo force", "kind=Ceiling", "--json")
    assert (put.code, put.json["nation"], put.json["subject"], put.json["kind"]) == (0, "HUN", "KFOR", "ceiling")
    assert (put.json["read_as"]["nation"], put.json["read_as"]["kind"]) == (None, "present")
    assert of_600(desk, "KFOR") == []
    (told,) = of_600(desk, "Hungary")
    assert (told["ref"], told["kind"]) == (figure["ref"], "ceiling")
    hungary = next(line for line in desk.board("show", "troops").lines if "Hungary" in line)
    assert "600 ceiling" in hungary


REFUSED = (
    (("statement:1", "stance=denies"), 1, "there is no statement:1"),
    (("tier:1", "stance=denies"), 2, "only a statement or a figure can be put right"),
    (("{}", "mood=sad"), 2, "speaker, role, identity, organisation, stance, strength"),
    (("{}", "stance=sings"), 2, "claims, confirms, denies, announces, no_comment, headline"),
    (("{}", "stance"), 2, "stance=VALUE puts it right, --undo stance takes that back"),
    (("figure:1", "nation=Atlantis"), 2, "'Atlantis' is no nation; it can be any by name or alpha-3"),
    (("{}", "--undo", "mood"), 2, "a statement has no 'mood'"),
    (("{}", "--undo"), 1, "nothing of this was put right"),
)


def test_what_cannot_be_is_refused_with_what_is_possible(desk: Person) -> None:
    before = said(desk, "withdraw*")
    for words, code, told in REFUSED:
        refused = desk.board("correct", *(word.format(before["ref"]) for word in words))
        assert (refused.code, refused.out) == (code, ""), words
        assert told in refused.err, words
    assert before["read_as"] is None
    assert said(desk, "withdraw*") == before


def test_without_a_field_it_is_told_how_the_record_stands_and_what_it_can_be(desk: Person) -> None:
    shown = desk.board("correct", said(desk, "withdraw*")["ref"])
    assert shown.code == 0
    assert any(line.startswith("  stance        denies  (claims, confirms,") for line in shown.lines)
    assert said(desk, "withdraw*")["read_as"] is None


def test_it_stays_when_the_article_is_read_again_and_the_replay_finds_nothing_other(desk: Person) -> None:
    ref = said(desk, "withdraw*")["ref"]
    desk.board("correct", ref, "stance=claims")
    assert desk.board("collect", "--once", "--force", "article").code == 0
    desk.writes(BOARD.replace('path = "article.txt"', 'path = "article.txt"\nlanguage = "en"'))
    assert desk.board("collect", "--once", "--force").code == 0
    assert said(desk, "withdraw*")["stance"] == "claims"
    assert desk.board("check", "--replay").code == 0


def test_what_was_known_before_is_told_as_it_was_read(desk: Person) -> None:
    ref = said(desk, "withdraw*")["ref"]
    before = said(desk, "withdraw*")["retrieved"].replace("Z", ".999999Z")
    desk.board("correct", ref, "stance=claims")
    assert said(desk, "withdraw*", "--at", before, "--sense", "known")["stance"] == "denies"
    assert said(desk, "withdraw*", "--at", before)["stance"] == "claims"
