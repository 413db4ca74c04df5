"""Names in many languages mean one nation; unknown and disguised ones mean none."""

import subprocess
import sys
from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.text.nations import demonyms, display_name, key_of, nation_meant_by, nation_named, nation_of, nations


@pytest.mark.parametrize(
    ("alpha3", "names"),
    [
        (
            "TUR",
            "Turkey Türkiye TÜRKIYE Turska Турска Turqia Turqi Türkei Turchia Turquie Турция Турција Turkey[1] TUR TR",
        ),
        ("GBR", "UK U.K. Britain Великобритания"),
        ("XKX", "Kosovo Kosova Kosovë Косово XKX Kosovo* Kosovo¹"),
        ("ITA", "Italy Italija Италија Italien İtalya Italia Itali italy ITALY Italy2"),
        ("CZE", "Czechia Češka Çekia Чехия Tschechien"),
        ("CHE", "Switzerland Švajcarska Švicarska Zvicër Schweiz Suisse Svizzera Швейцария"),
        ("TCD", "Chad Çad Čad Чад"),
        ("AUS", "Australia Australien Аустралија"),
        ("AUT", "Austria Österreich Austrija Avusturya"),
    ],
)
def test_one_nation_in_many_languages(alpha3: str, names: str) -> None:
    assert {name: nation_of(name) for name in names.split()} == dict.fromkeys(names.split(), alpha3)


@pytest.mark.parametrize(
    ("name", "alpha3"),
    [
        ("United States", "USA"), ("U.S.", "USA"), ("USA", "USA"), ("SAD", "USA"), ("САД", "USA"), ("SHBA", "USA"),
        ("САЩ", "USA"), ("ABD", "USA"), ("United States of America", "USA"), ("the United States", "USA"),
        ("Czech Republic", "CZE"), ("Republic of Armenia", "ARM"), ("Republic of Korea", "KOR"),
        ("The Netherlands", "NLD"),
        ("North Macedonia", "MKD"), ("Severna Makedonija", "MKD"), ("Северна Македонија", "MKD"),
        ("The former Yugoslav Republic of Macedonia*", "MKD"), ("Maqedonia e Veriut", "MKD"),
        ("Bosnia & Herzegovina", "BIH"), ("Bosnia and Herzegovina", "BIH"), ("Velika Britanija", "GBR"),
        ("Türkiye (Turkey)", "TUR"), ("Kosovo (UNSCR 1244)", "XKX"), ("Congo (Kinshasa)", "COD"),
        ("Ireland\xa0[a]", "IRL"),
        ("Côte d’Ivoire", "CIV"), ("Mali i Zi", "MNE"), ("Crna Gora", "MNE"), ("Црна Гора", "MNE"),
    ],
)  # fmt: skip
def test_names_of_several_words_and_abbreviations(name: str, alpha3: str) -> None:
    assert nation_of(name) == alpha3


@pytest.mark.parametrize(
    "name",
    ["", "us", "sad", "it", "in", "Total", "KFOR", "NATO", "Atlantis", "Korea", "Itаly", "Кosovo", "Italian", "*", "12",
     "Italy and Spain", "x" * 500, "ZZZ"],
)  # fmt: skip
def test_what_is_no_known_name_is_unknown(name: str) -> None:
    assert nation_of(name) is None


def test_a_users_own_names_come_first() -> None:
    assert nation_of("Bella Italia", {"bella italia": "ITA"}) == "ITA"
    assert nation_of("Macedonia", {"Macedonia": "GRC"}) == "GRC"


def test_every_name_of_the_table_finds_its_nation() -> None:
    wrong = [
        (name, nation.alpha3, nation_of(name))
        for nation in nations()
        for name in (nation.name, nation.alpha2, nation.alpha3, *nation.names)
        if nation_of(name) != nation.alpha3
    ]
    assert wrong == []


def test_no_spelling_and_no_demonym_stands_for_two_nations() -> None:
    meant: dict[str, set[str]] = defaultdict(set)
    for nation in nations():
        for word in (nation.name, *nation.names, *nation.demonyms):
            meant[key_of(word)].add(nation.alpha3)
    assert {word: codes for word, codes in meant.items() if len(codes) > 1} == {}


def test_demonyms_are_for_running_text_and_kept_apart_from_names() -> None:
    words = ("Italian", "Italians", "the Italians", "British", "Turkish", "Italy", "U.S.", "us", "polish", "Polish")
    assert [nation_meant_by(word) for word in words] == [
        "ITA", "ITA", None, "GBR", "TUR", "ITA", "USA", None, None, "POL",
    ]  # fmt: skip
    assert demonyms()["kosovar"] == "XKX"


def test_codes_are_nations_in_a_table_and_words_in_a_text() -> None:
    codes = ("IT", "NO", "ITA", "AF")
    assert [nation_of(code) for code in codes] == ["ITA", "NOR", "ITA", "AFG"]
    assert [nation_named(code) for code in codes] == [None] * 4
    assert [nation_meant_by(code) for code in codes] == [None] * 4
    assert [nation_meant_by(code) for code in ("US", "UK", "USA", "SHBA")] == ["USA", "GBR", "USA", "USA"]


def test_a_code_is_shown_by_its_english_name_or_itself() -> None:
    assert [display_name(code) for code in ("TUR", "XKX", "USA", "QQQ")] == [
        "Türkiye",
        "Kosovo",
        "United States",
        "QQQ",
    ]


def test_importing_reads_no_table() -> None:
    program = "import board.text.nations as n; print(n.nations.cache_info().currsize)"
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout == "0\n"


@given(st.text(max_size=40))
def test_no_text_raises(name: str) -> None:
    code = nation_of(name)
    assert code is None or display_name(code) != code
