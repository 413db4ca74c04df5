"""What makes two records the same: keys of items, statements, figures, editions and events."""

from __future__ import annotations

import dataclasses
import hashlib
import re
from collections.abc import Sequence
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from board.model import Edition, Event, Figure, Item, Statement
from board.store.codec import dump, sound

_SPACE = re.compile(r"\s+")
_CLOCK = re.compile(r"\b\d{1,2}:\d{2}:\d{2}\b|\b\d+ (?:second|minute|hour)s? ago\b", re.IGNORECASE)
"""Times that a page prints of itself: to the second, or counted from now. An hour in a report (14:30) is content."""
_TRACKER = re.compile(r"utm_\w+|fbclid|gclid|mc_[ce]id|igshid|ref_src|at_\w+|xtor", re.IGNORECASE)
_LINK = re.compile(r"https?://\S+")


def digest(*parts: str | None) -> bytes:
    """A short fingerprint of some texts; `None` and the empty text differ."""
    whole = hashlib.blake2b(digest_size=16)
    for part in parts:
        whole.update(b"\x00" if part is None else b"\x01" + sound(part).encode() + b"\x02")
    return whole.digest()


def bare_link(link: str) -> str:
    """A link without what only tracks its reader, so that two copies of it are the same."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return link
    if not parts.query:
        return urlunsplit(parts._replace(fragment=""))
    kept = [
        (key, value) for key, value in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKER.fullmatch(key)
    ]
    return urlunsplit(parts._replace(query=urlencode(kept), fragment=""))


def squeezed(text: str) -> str:
    """A text as it is compared: white space, the trackers of links and a page's own clock do not count."""
    if "http" in text:
        text = _LINK.sub(lambda match: bare_link(match.group()), text)
    return _SPACE.sub(" ", _CLOCK.sub("", sound(text))).strip()


def item_keys(source: str, item: Item) -> tuple[bytes, ...]:
    """All that the item is known by, the surest first: the source's id, or the link, or the words; and link with date.

    The last one finds an item again whose source gave it a new id.
    """
    link = bare_link(item.link) if item.link else None
    if item.guid:
        keys = [digest(source, "guid", bare_link(item.guid) if item.guid.startswith("http") else item.guid)]
    elif link:
        keys = [digest(source, "link", link)]
    else:
        keys = [digest(source, "words", squeezed(item.title), squeezed(item.text or item.summary))]
    if link and item.published:
        keys.append(digest(source, "entry", squeezed(item.title), link, str(item.published)))
    return tuple(keys)


def statement_keys(statements: Sequence[Statement]) -> list[bytes]:
    """A key for each statement of one item: its words, and the how-manieth with these words it is.

    Who spoke and how is not part of it: a better reading of the same words is the same statement.
    """
    seen: dict[str, int] = {}
    keys = []
    for statement in statements:
        words = squeezed(statement.text)
        seen[words] = seen.get(words, 0) + 1
        keys.append(digest(words, str(seen[words])))
    return keys


def lone_statement_key(statement: Statement) -> bytes:
    """The key of a statement that hangs on no item: its words, who said them and where."""
    return digest(squeezed(statement.text), statement.speaker, statement.organisation, statement.url)


def figure_keys(figures: Sequence[Figure], statements: Sequence[bytes] = ()) -> list[bytes]:
    """A key for each figure of one reading; `statements` are the keys of the statements it may point into."""
    seen: dict[bytes, int] = {}
    keys = []
    for figure in figures:
        key = _figure_key(figure, statements)
        seen[key] = seen.get(key, 0) + 1
        keys.append(digest(key.hex(), str(seen[key])))
    return keys


def _figure_key(figure: Figure, statements: Sequence[bytes]) -> bytes:
    index = figure.statement
    inside = statements[index].hex() if index is not None and 0 <= index < len(statements) else None
    place = (figure.said_by, figure.url, str(figure.as_of)) if inside is None else ()
    return digest(figure.subject, figure.nation, str(figure.number), squeezed(figure.quote), inside, *place)


def edition_slot(source: str, edition: Edition) -> bytes:
    """What a corrected edition shares with the one it replaces. Undated editions never share it by content."""
    return digest(source, edition.force, edition.said_by, edition.url, str(edition.as_of))


def edition_content(edition: Edition) -> bytes:
    """A fingerprint of what the edition says; how it was printed, tested or published does not count."""
    rows = tuple(dataclasses.replace(row, raw="") for row in edition.rows)
    return digest(dump(dataclasses.replace(edition, rows=rows, checks=(), published=None)))


def event_key(event: Event) -> bytes:
    """The key of an event of one source: its title and when it is."""
    return digest(squeezed(event.title), str(event.when))
