"""Lines of a page that are no part of its article: ways round the page, bylines, stamps, captions.

Each rule is about the form of a whole line, never about the words of one outlet. A line that only may be furniture
stays: losing a sentence is worse than keeping a caption.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from board.model import Precision, When
from board.sources._dates import DateReader
from board.text.fold import fold

_EMPTY_LINES = re.compile(r"\n{3,}")
_LONGEST = 600
_LONGEST_STAMP = 80
_LONGEST_BYLINE = 60
# Folded lines and their beginnings in English, Serbian, Albanian, Bulgarian, German, Turkish and Italian.
_WAYS = re.compile(
    r"(?:(?:skip to|jump to|go to|preskoci|kalo te|prejdi k|zum inhalt|icerige gec|vai al)\b.{0,40}"
    r"|share|share (?:this|on).{0,40}|tweet|print|e-?mail|copy link|listen|save|comments?|advertisements?|reklama"
    r"|oglas|anzeige|werbung|subscribe.{0,60}|sign up.{0,60}|follow us.{0,60}|related.{0,30}|podeli|podijeli"
    r"|shperndaje?|spodeli|teilen|paylas|condividi|mehr|all rights reserved.{0,60}|(?:©|\(c\)).{0,80}"
    r"|(?:read (?:more|also)|see also|procitajte (?:jos|vise)|lexo(?:ni)? edhe|prochetete oshche)(?:\s*:.{1,150})?)\W*"
)
_STAMP = re.compile(
    r"(?:(?:last )?(?:updated?|modified|edited)|(?:first )?published|posted|azhurnuar|publikuar|perditesuar|objavljeno"
    r"|azurirano|poslednja izmena|publikuvano|obnoveno|posledna promjana|aktualisiert|stand|veroffentlicht|guncelleme"
    r"|yayinlanma|aggiornato|pubblicato)\b(?: (?:at|on|am|om|u|na|me))?[ :–-]*(?P<date>.{4,60})"
)
_UPDATED = re.compile(r"(?:last )?(?:updat|modif|edit)|azhurn|perdites|azurir|posled|obnov|aktual|stand|guncel|aggior")
_BYLINE = re.compile(r"(?:By|Nga|Piše|Autor|Автор|Пише|Von|Yazan|Di)\s*:? (?P<name>[^.!?:;“\"]{3,50})")
_PARTICLES = frozenset(("and", "dhe", "i", "и", "und", "for", "van", "von", "de", "e", "|", "&"))
_CAPTION = re.compile(
    r"(?:(?:file )?photo(?:graph)?|foto|fotografija|fotografi|fotograf|snimka)(?: (?:shows|by|nga)\b|\s*[:/|©]).*"
    r"|.*[(\[][^()\[\]]{0,60}\b(?:photos?|foto|fotograf\w*|snimka|handout|getty images|via ap)\b[^()\[\]]{0,40}[)\]]"
    r"|(?:afp|ap|reuters|epa|getty images?|anadolu|aa)(?: ?/ ?[\w .]{2,30})?"
)


@dataclass(frozen=True, slots=True)
class Sorted:
    """The lines of a page, sorted."""

    text: str
    dropped: tuple[str, ...] = ()
    author: str = ""
    """From a byline; empty where there is none."""
    published: When | None = None
    updated: When | None = None


def without_furniture(lines: Sequence[str], title: str, dates: DateReader) -> Sorted:
    """The article's own lines, and what the others told: its author and dates. The title once more is not told."""
    kept: list[str] = []
    dropped: list[str] = []
    found: dict[str, When] = {}
    author = ""
    folded_title = fold(title)
    for line in lines:
        folded = fold(line) if len(line) <= _LONGEST else ""
        if folded and folded == folded_title:
            continue
        if (stamp := _stamp(folded, dates)) is not None:
            found.setdefault("updated" if _UPDATED.match(folded) else "published", stamp)
        elif len(kept) <= 1 and (name := _byline(line)):
            author = author or name
        elif not (_WAYS.fullmatch(folded) or _CAPTION.fullmatch(folded)):
            kept.extend([line] if line or kept else [])
            continue
        dropped.append(line)
    text = _EMPTY_LINES.sub("\n\n", "\n".join(kept)).strip()
    return Sorted(text, tuple(dropped), author, found.get("published"), found.get("updated"))


def _stamp(folded: str, dates: DateReader) -> When | None:
    """The date of a line that is nothing but a date, with or without a word before it."""
    if len(folded) > _LONGEST_STAMP or not any(character.isdigit() for character in folded):
        return None
    labelled = _STAMP.fullmatch(folded)
    date = labelled["date"] if labelled else folded
    when = dates.read(date) if _is_only_a_date(date) else None
    return when if when and when.precision in {Precision.DAY, Precision.SECOND} else None


def _is_only_a_date(folded: str) -> bool:
    """No more words in it than a date has (a weekday, a month, a half of the day, a zone), and no sentence."""
    words = len(re.findall(r"[^\W\d_]{2,}", folded))
    return words <= (1 if folded.endswith((".", "!", "?")) else 4)


def _byline(line: str) -> str:
    """The name in a short line like `By Jane Doe`; every word of a name is capitalised."""
    match = _BYLINE.fullmatch(line) if len(line) <= _LONGEST_BYLINE else None
    words = match["name"].split() if match else []
    is_name = 0 < len(words) <= 6 and all(word[0].isupper() or word in _PARTICLES for word in words)
    return " ".join(words) if is_name else ""
