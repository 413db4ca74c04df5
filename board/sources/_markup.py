"""Markup to plain words, by a real parser and with at most one unescaping."""

from __future__ import annotations

import html
import re

from board.sources._guards import tame
from board.text.clean import clean

MARKUP_LIMIT = 400_000
"""Characters of one field's markup that are looked at; the words wanted are at its beginning."""
_BLOCK = (
    "address|article|aside|blockquote|br|center|dd|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav"
    "|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul"
)
_INLINE = (
    "a|abbr|acronym|applet|audio|b|bdi|bdo|big|blink|body|button|cite|code|data|del|dfn|em|embed|font|frame|frameset|head"
    "|html|i|iframe|img|input|ins|kbd|label|link|map|mark|marquee|meta|noframes|noscript|object|option|picture|q|rp|rt"
    "|ruby|s|samp|script|select|small|source|span|strike|strong|style|sub|sup|svg|template|textarea|time|title|track|tt"
    "|u|var|video|wbr"
)
_BLOCK_TAG = re.compile(rf"<(?=/?(?:{_BLOCK})\b)", re.I)
_ANY_TAG = re.compile(rf"</?(?:{_BLOCK}|{_INLINE})\b|<!--", re.I)
_UNSEEN = ("script", "style", "template", "iframe", "svg", "noscript", "textarea", "select")


def plain(markup: str, limit: int = 500, *, lines: bool = False) -> str:
    """Words of a piece of HTML, or of a text that only may be HTML, cleaned.

    What holds no element of HTML is taken as text with entities (`R&amp;D`), so that `KFOR <3,000` keeps its bracket.
    """
    if "<" not in markup and "&" not in markup:
        return clean(markup, limit, lines=lines)
    markup = markup[:MARKUP_LIMIT]
    if not _ANY_TAG.search(markup):
        return clean(html.unescape(markup), limit, lines=lines)
    return clean(_words(markup), limit, lines=lines)


def _words(markup: str) -> str:
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(_BLOCK_TAG.sub("\n<", " ".join(tame(markup).split())))
    tree.strip_tags(list(_UNSEEN))
    return tree.body.text() if tree.body else ""
