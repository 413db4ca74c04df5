"""Month names in the languages of the sources, folded; Cyrillic ones come to the same as Latin ones."""

from __future__ import annotations

from functools import lru_cache

from board.text.fold import fold

# English and German, Serbian with Croatian, Macedonian and Bulgarian, Albanian, Italian, French, Turkish. Where a
# month's name in one language is another month's in a second, neither stands here.
_NAMES = (
    "january januar januara janner sijecanj sijecnja januari janar gennaio janvier ocak",
    "february februar februara veljaca veljace fevruari shkurt febbraio fevrier subat",
    "march marz mart marta ozujak ozujka mars marzo",
    "april aprila travanj travnja prill aprile avril nisan",
    "may mai maj maja maji svibanj svibnja maggio mayis",
    "june juni jun juna lipanj lipnja qershor giugno juin haziran",
    "july juli jul jula srpanj srpnja korrik luglio juillet temmuz",
    "august avgust avgusta kolovoz gusht agosto aout agustos",
    "september septembar septembra rujan rujna septemvri shtator settembre septembre eylul sept",
    "october oktober oktobar oktobra oktomvri tetor ottobre octobre ekim",
    "november novembar novembra studeni studenoga studenog noemvri nentor novembre kasim",
    "december dezember decembar decembra prosinac prosinca dekemvri dhjetor dicembre decembre aralik",
)
_MONTHS = {name: month for month, names in enumerate(_NAMES, 1) for name in names.split()}
SHORTEST = 3
"""Letters of the shortest abbreviation that is read."""
LONGEST_ENDING = 4
"""Letters a case ending may add: `qershor` + `it`."""


@lru_cache(maxsize=1024)
def month_of(word: str) -> int | None:
    """1 to 12 for a month's name, abbreviation or inflected form; `None` where it is none or may be several."""
    word = fold(word).rstrip(".")
    if word in _MONTHS:
        return _MONTHS[word]
    if len(word) < SHORTEST or not word.isalpha():
        return None
    found = {month for name, month in _MONTHS.items() if _is_form_of(word, name)}
    return found.pop() if len(found) == 1 else None


def _is_form_of(word: str, name: str) -> bool:
    if name.startswith(word):
        return True
    return len(name) > SHORTEST and word.startswith(name) and len(word) - len(name) <= LONGEST_ENDING
