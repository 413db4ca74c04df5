"""What no parser is shown: bodies made to hang it or to eat the memory.

The limits are far above what any real feed or page has; each stands against an attack that was seen to work.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice

from board.errors import ExtractError

MAX_TAG = 60_000
"""Characters in one tag: hundreds of thousands of attributes make HTML parsers quadratic."""
MAX_COMMENTS = 20_000
MAX_DEPTH = 2_000
"""Elements open at once: HTML parsers look through all of them at every new block."""
MAX_STRAY = 50_000
"""`<` that begins no tag, `&` that begins no entity: each makes a lenient reader look ahead."""
MAX_NAMESPACES = 1_000
_NAMESPACE = re.compile(r"\sxmlns:([^\s=>]{1,100})")
_TAG_START = re.compile(r"<[A-Za-z/]")
_STRAY = re.compile(r"<(?![A-Za-z/]|!--|!\[CDATA\[|!doctype|\?\w)", re.I)
_STRAY_AMPERSAND = re.compile(r"&(?![#A-Za-z])")
_NEVER_DEEP = (
    "area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr"  # without an end tag
    "|dd|dt|li|option|p|td|th|tr"  # those that may go without it
)
_DEEP_TAG = re.compile(rf"<(/?)(?!(?:{_NEVER_DEEP})[\s/>])([A-Za-z][\w:.-]*+)([^<>]*+)>", re.I)
_LONG_STRETCH = re.compile(rf"(?<![^>])[^>]{{{MAX_TAG},}}")


def refuse_hostile_xml(text: str) -> None:
    """Look before an XML or feed parser does. Raises: ExtractError naming what was found."""
    if re.search(r"<!ENTITY", text, re.I):
        raise ExtractError("the XML declares entities, which are not read")
    if len(set(_NAMESPACE.findall(text))) > MAX_NAMESPACES:
        raise ExtractError(f"the XML declares more than {MAX_NAMESPACES:,} namespaces")
    if text.count("&") > MAX_STRAY and sum(1 for _ in _STRAY_AMPERSAND.finditer(text)) > MAX_STRAY:
        raise ExtractError(f"more than {MAX_STRAY:,} ampersands that begin no entity")
    _refuse_comments(text)
    _refuse_tags(without_cdata(text), "XML")


def refuse_hostile_html(text: str) -> None:
    """Look before an HTML parser does. Raises: ExtractError naming what was found."""
    _refuse_comments(text)
    _refuse_tags(text, "page")


def _refuse_comments(text: str) -> None:
    if text.count("<!--") > MAX_COMMENTS:
        raise ExtractError(f"more than {MAX_COMMENTS:,} comments")


def _refuse_tags(text: str, what: str) -> None:
    if giant_tag(text) is not None:
        raise ExtractError(f"a tag of more than {MAX_TAG:,} characters")
    if text.count("<") > MAX_STRAY and sum(1 for _ in _STRAY.finditer(text)) > MAX_STRAY:
        raise ExtractError(f"more than {MAX_STRAY:,} brackets that begin no tag")
    if too_deep(text) is not None:
        raise ExtractError(f"the {what} is nested more than {MAX_DEPTH:,} deep")


def without_cdata(text: str) -> str:
    """The text with every CDATA section cut out."""
    return without(text, "<![CDATA[", "]]>")


def without(text: str, start: str, end: str) -> str:
    """The text with all from each `start` to its `end` cut out; one that never ends takes with it what it can."""
    first, *rest = text.split(start)
    return first + "".join(part.partition(end)[2] for part in rest)


def giant_tag(text: str) -> int | None:
    """Where something begins that looks like a tag and goes on for too long before the next `>`."""
    for stretch in _LONG_STRETCH.finditer(text):
        start = _TAG_START.search(text, stretch.start(), stretch.end())
        if start and stretch.end() - start.start() > MAX_TAG:
            return start.start()
    return None


def too_deep(text: str) -> int | None:
    """Where the element begins that is one too many to be open at once."""
    if text.count("<") <= MAX_DEPTH:
        return None
    depth = 0
    open_of: Counter[str] = Counter()
    for tag in _DEEP_TAG.finditer(text):
        closing, name, rest = tag[1], tag[2].lower(), tag[3]
        if closing:
            depth -= open_of[name] > 0
            open_of[name] -= open_of[name] > 0
        elif not rest.endswith("/"):
            depth += 1
            open_of[name] += 1
            if depth > MAX_DEPTH:
                return tag.start()
    return None


def tame(markup: str) -> str:
    """A piece of HTML up to the first thing in it that would hang a parser."""
    ends = [end for end in (giant_tag(markup), too_deep(markup)) if end is not None]
    return markup[: min(ends)] if ends else markup


def first_elements(markup: str, limit: int) -> str:
    """HTML up to where its `limit`th element ends; parsers close what is left open."""
    start = next(islice(_TAG_START.finditer(markup), 2 * limit, None), None)
    return markup[: start.start()] if start else markup
