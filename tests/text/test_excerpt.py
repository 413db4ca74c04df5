"""The words round the first hit in a long text."""

from __future__ import annotations

from board.model import Item
from board.text.excerpt import excerpt, headed
from board.text.query import parse

BEFORE, AFTER = "before " * 700, "after " * 700


def test_a_hit_deep_in_a_long_text_is_told_with_whole_words_round_it() -> None:
    told = excerpt(f"{BEFORE}the patrol stayed {AFTER}", parse("patrol"))
    assert "the patrol stayed after" in told
    assert (told[:9], told[-8:]) == ("… before ", " after …")
    assert len(told) < 260


def test_a_short_text_is_told_whole_on_one_line_without_dots() -> None:
    assert excerpt("The patrol\nstayed", parse("patrol")) == "The patrol stayed"


def test_a_text_without_a_hit_gives_no_excerpt() -> None:
    assert excerpt(BEFORE, parse("patrol")) == ""


def test_one_word_longer_than_an_excerpt_is_not_told_beyond_its_hit() -> None:
    assert excerpt("a" * 300 + " patrol " + "b" * 300, parse("patrol")) == "… patrol …"


def test_a_headline_whose_article_has_no_hit_stands_alone() -> None:
    assert headed(Item(title="A patrol", text="Nothing"), parse("patrol")) == "A patrol"
    assert headed(Item(title="Quiet", text="A patrol"), parse("patrol")) == "Quiet — A patrol"


def test_another_name_of_what_is_looked_for_is_a_hit() -> None:
    assert excerpt("Quiet in Uroševac", parse("ferizaj"), (("Ferizaj", "Uroševac"),)) == "Quiet in Uroševac"
