"""Text as it is compared and searched: without case, accents or script, so that Ферижај finds Ferizaj."""

from __future__ import annotations

import unicodedata

_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "ђ": "dj", "е": "e", "ж": "z", "з": "z", "и": "i", "й": "j",
    "ј": "j", "к": "k", "л": "l", "љ": "lj", "м": "m", "н": "n", "њ": "nj", "о": "o", "п": "p", "р": "r", "с": "s",
    "т": "t", "ћ": "c", "у": "u", "ф": "f", "х": "h", "ц": "c", "ч": "c", "џ": "dz", "ш": "s", "щ": "st", "ъ": "a",
    "ь": "", "ю": "ju", "я": "ja", "ѕ": "dz", "ы": "y", "э": "e", "є": "e", "і": "i", "ґ": "g",
}  # fmt: skip
_LATIN = {"đ": "dj", "ð": "d", "ł": "l", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h"}
_PUNCTUATION = {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'}
_DASHES = dict.fromkeys("‐‑‒–—−", "-")
_NO_MARKS = {"\u200c": "", "\u200d": "", "\xad": ""}
_LETTERS = {**_CYRILLIC, **_LATIN, **_PUNCTUATION, **_DASHES, **_NO_MARKS}


def fold(text: str) -> str:
    """NFKC, casefolded, marks off, Cyrillic (Serbian, Macedonian, Bulgarian) in Latin letters; not for display.

    Serbian Latin and Cyrillic come to the same; `đ` is `dj`, as those without the letter write it.
    """
    if text.isascii():
        return text.lower().replace("`", "'")
    # й falls apart into и and a breve, and would be lost with the marks.
    text = unicodedata.normalize("NFC", text).replace("й", "ј").replace("Й", "ј")
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    # A text has few different characters: each is replaced at once, and none becomes another of them.
    for character in set(text):
        if unicodedata.combining(character):
            text = text.replace(character, "")
        elif character in _LETTERS:
            text = text.replace(character, _LETTERS[character])
    return unicodedata.normalize("NFKC", text)
