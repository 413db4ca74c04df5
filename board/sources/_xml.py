"""A look at a text that should be XML: what it begins with, whether it is well-formed, what can be set right."""

from __future__ import annotations

import re
from typing import Any

from board.sources._guards import without
from board.sources._markup import plain

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_DECLARATION = re.compile(r"<\?xml\b[^>]{0,500}\?>\s*")
_START = re.compile(r"<\?xml\b|<!DOCTYPE\b|<!--|<(?:\w+:)?[A-Za-z]\w*")
_FIRST_ELEMENT = re.compile(r"<((?:[A-Za-z][\w.-]*:)?[A-Za-z][\w.-]*)")
_HTML_TITLE = re.compile(r"<title[^>]{0,200}>([^<]{0,300})", re.I)
_HEAD = 20_000


def prepare(text: str) -> tuple[str, list[str]]:
    """The text without its declaration, without what stands before it, and without characters that XML forbids."""
    warnings = []
    start = _START.search(text[:_HEAD])
    if start and start.start():
        text = text[start.start() :]
        warnings.append("there is text before the XML")
    text = _DECLARATION.sub("", text, count=1) if text.startswith("<?xml") else text
    if _NOT_XML.search(text):
        text = _NOT_XML.sub("", text)
        warnings.append("control characters in the XML were left out")
    return text, warnings


def first_element(text: str) -> str:
    """The name of the first element, as written; empty where there is none."""
    match = _FIRST_ELEMENT.search(without(text[:_HEAD], "<!--", "-->"))
    return match[1] if match else ""


def is_html(text: str) -> bool:
    """Whether it is a page for people, whatever the server says it is."""
    return first_element(text).lower() in {"html", "head", "body", "script", "meta"}


def name_of_page(text: str) -> str:
    """The title of an HTML page, cleaned; empty where it has none."""
    match = _HTML_TITLE.search(text)
    return plain(match[1], 100) if match else ""


def is_well_formed(text: str) -> bool:
    """Whether a strict XML parser reads it to the end."""
    return parse_xml(text) is not None


def parse_xml(text: str) -> Any:
    """The root element, or `None` where it is not well-formed or is deeper than XML in the wild is."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError:
        return None
