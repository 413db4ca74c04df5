"""Which nation a name means: ISO 3166 alpha-3 from a fixed table, in the languages of the sources.

A name that is not in the table, or that mixes scripts to look like one that is, stays unknown.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from types import MappingProxyType

from board.text.fold import fold

_TABLE = "nations.csv"
_FOOTNOTE = re.compile(r"(?:\s*(?:\[[^\[\]]{0,20}\]|[⁰¹²³⁴-⁹]+|[*†‡§]+|(?<=[^\W\d])\d{1,2}))+$")
_IN_PARENTHESES = re.compile(r"\s*\([^()]*\)")
_FORM_OF_STATE = re.compile(
    r"^(?:the )?(?:(?:federal )?republic of|kingdom of|state of|republika e?|republik)? ?(?:the )?"
)
_LATIN = re.compile(r"[a-z\u00c0-\u024f]", re.IGNORECASE)
_OTHER_SCRIPT = re.compile(r"[\u0370-\u03ff\u0400-\u052f]")
LONGEST = 100
"""Characters of the longest name that is looked up."""


@dataclass(frozen=True, slots=True)
class Nation:
    """A nation with all it is called."""

    alpha3: str
    alpha2: str
    name: str
    """English short name."""
    names: tuple[str, ...]
    """Other names, in other languages too."""
    demonyms: tuple[str, ...]
    """English words for its people and things, first the one for a body of it: `Italian`, `Italians`."""


def nation_of(name: str, extra: Mapping[str, str] = MappingProxyType({})) -> str | None:
    """The alpha-3 code of the nation that `name` names or is the ISO code of; `None` where none is known.

    `extra` (name → alpha-3) comes before the table. Footnote marks and a second name in parentheses do no harm.
    """
    return nation_named(name, extra) or _by_code().get(_bare(name))


def nation_named(name: str, extra: Mapping[str, str] = MappingProxyType({})) -> str | None:
    """As `nation_of`, but without ISO codes: in running text and on printed sheets `IT` and `NO` are words."""
    name = _bare(name)
    if not name or len(name) > LONGEST or is_mixed_script(name):
        return None
    own = {key_of(other): code for other, code in extra.items()}
    for form in (name, _IN_PARENTHESES.sub("", name)):
        key = key_of(form)
        if (code := own.get(key) or _find(form, key)) is not None:
            return code
    return None


def _bare(name: str) -> str:
    return _FOOTNOTE.sub("", name.strip())


def _find(name: str, key: str) -> str | None:
    if name == name.upper() and (code := _by_abbreviation().get(key)):
        return code
    return _by_key().get(key) or _by_key().get(_FORM_OF_STATE.sub("", key))


@lru_cache(maxsize=8192)
def nation_meant_by(words: str) -> str | None:
    """The nation `words` name or describe: `Italy`, `Italian` and `Italians` alike. For running text in English."""
    if words == words.lower():
        return None
    return nation_named(words) or demonyms().get(key_of(words))


def display_name(alpha3: str) -> str:
    """The English short name; the code itself where it is not known."""
    nation = _by_alpha3().get(alpha3)
    return nation.name if nation else alpha3


@lru_cache(maxsize=1024)
def nation_in_name(organisation: str) -> str | None:
    """The nation (alpha-3) a body's name tells: `Bulgarian Defence Ministry`, `Government of the United States`.

    None of `Office for Kosovo`.
    """
    begins, _, of_whom = organisation.partition(" of ")
    names = (of_whom.removeprefix("the "), begins.removeprefix("the "))
    for words in (name.split()[:length] for length in (2, 1) for name in names):
        if words and (nation := nation_meant_by(" ".join(words))) is not None:
            return nation
    return None


def adjective(alpha3: str) -> str:
    """The English word before a body of the nation: `Hungarian`, `US`; its name where none is known."""
    nation = _by_alpha3().get(alpha3)
    return nation.demonyms[0] if nation is not None and nation.demonyms else display_name(alpha3)


def is_mixed_script(name: str) -> bool:
    """Whether Latin letters stand among Greek or Cyrillic ones, as in a name made to look like another."""
    return bool(_LATIN.search(name) and _OTHER_SCRIPT.search(name))


@lru_cache(maxsize=8192)
def key_of(name: str) -> str:
    """What names are compared by: folded words, abbreviations without their points."""
    return " ".join(re.findall(r"\w+", fold(name.replace("&", " and ")).replace(".", "").replace("'", "")))


@lru_cache(maxsize=1)
def nations() -> tuple[Nation, ...]:
    """The whole table, by alpha-3; read from its file when first asked for."""
    text = resources.files("board.text").joinpath(_TABLE).read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return tuple(
        Nation(row["alpha3"], row["alpha2"], row["name"], _split(row["names"]), _split(row["demonyms"]))
        for row in csv.DictReader(lines)
    )


def _split(words: str) -> tuple[str, ...]:
    return tuple(words.split("|")) if words else ()


@lru_cache(maxsize=1)
def demonyms() -> Mapping[str, str]:
    """Key of each English word for a people → alpha-3."""
    return {key_of(word): nation.alpha3 for nation in nations() for word in nation.demonyms}


@lru_cache(maxsize=1)
def _by_alpha3() -> Mapping[str, Nation]:
    return {nation.alpha3: nation for nation in nations()}


@lru_cache(maxsize=1)
def _by_code() -> Mapping[str, str]:
    return {code: nation.alpha3 for nation in nations() for code in (nation.alpha2, nation.alpha3)}


@lru_cache(maxsize=1)
def _by_abbreviation() -> Mapping[str, str]:
    """Those that count in capitals only: `US` is a nation, `us` is not, nor is a `sad` day the SAD."""
    return {key_of(name): nation.alpha3 for nation in nations() for name in nation.names if name.isupper()}


@lru_cache(maxsize=1)
def _by_key() -> Mapping[str, str]:
    named = ((name, nation.alpha3) for nation in nations() for name in (nation.name, *nation.names))
    return {key_of(name): alpha3 for name, alpha3 in named if not name.isupper()}
