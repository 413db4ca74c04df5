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
_TABLE = str.maketrans({**_CYRILLIC, **_LATIN, **_PUNCTUATION, **_DASHES, **_NO_MARKS})
# й falls apart into и and a breve, and would be lost with the marks.
_SHORT_I = str.maketrans({"й": "ј", "Й": "ј"})


def fold(text: str) -> str:
    """NFKC, casefolded, marks off, Cyrillic (Serbian, Macedonian, Bulgarian) in Latin letters; not for display.

    Serbian Latin and Cyrillic come to the same; `đ` is `dj`, as those without the letter write it.
    """
    if text.isascii():
        return text.lower().replace("`", "'")
    text = unicodedata.normalize("NFC", text).translate(_SHORT_I)
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    text = "".join(character for character in text if not unicodedata.combining(character))
    return unicodedata.normalize("NFKC", text.translate(_TABLE))
