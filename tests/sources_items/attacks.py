"""Bodies made to hang, crash or fill whoever reads them; each of some megabytes at full size."""

from __future__ import annotations

from collections.abc import Callable

RSS = '<?xml version="1.0"?><rss version="2.0"><channel><title>x</title><link>https://news.example/</link>'
END = "</channel></rss>"
PAGE = "<!DOCTYPE html><html><head><title>x</title></head><body><article><p>Some words of an article to begin with.</p>"


def _described(inside: str) -> str:
    return f"{RSS}<item><title>a</title><description>{inside}</description></item>{END}"


def _cdata(inside: str) -> str:
    return f"{RSS}<item><title>a</title><description><![CDATA[{inside}]]></description></item>{END}"


def _many(item: str, count: int) -> str:
    return RSS + item * count + END


def _attributes(name: str, size: float) -> str:
    return " ".join(f'{name}{number}="{number}"' for number in range(int(200_000 * size)))


def _laughs() -> str:
    names = "".join(f'<!ENTITY e{n} "{10 * f"&e{n - 1};"}">' for n in range(1, 10))
    return f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "ha">{names}]><rss><channel><title>&e9;</title>{END}'


ATTACKS: dict[str, Callable[[float], str]] = {
    "attributes": lambda n: f"{RSS}<item {_attributes('a', n)}/>{END}",
    "attributes in html": lambda n: _cdata(f"<a {_attributes('a', n)}>x</a>"),
    "attributes of a page": lambda n: PAGE + f"<a {_attributes('a', n)}>x</a>",
    "comments begun": lambda n: _described("<!--" * int(500_000 * n)),
    "comments begun in html": lambda n: _cdata("<!--" * int(500_000 * n)),
    "comments begun on a page": lambda n: PAGE + "<!--" * int(500_000 * n),
    "elements opened": lambda n: RSS + "<a>" * int(1_000_000 * n),
    "elements opened in html": lambda n: _cdata("<b>" * int(1_000_000 * n)),
    "blocks opened in html": lambda n: _cdata("<div>" * int(400_000 * n)),
    "blocks opened on a page": lambda n: PAGE + "<div>" * int(400_000 * n),
    "blocks opened, others closed": lambda n: PAGE + "<div></b>" * int(300_000 * n),
    "paragraphs on a page": lambda n: PAGE + "<p>words of a paragraph</p>" * int(60_000 * n),
    "paragraphs opened on a page": lambda n: PAGE + "<p>" * int(300_000 * n),
    "cells on a page": lambda n: PAGE + "<table>" + "<tr><td>1</td><td>2</td></tr>" * int(60_000 * n) + "</table>",
    "links on a page": lambda n: PAGE + '<a href="/x">words</a> ' * int(60_000 * n),
    "brackets": lambda n: RSS + "<" * int(2_000_000 * n),
    "brackets in html": lambda n: _cdata("<" * int(2_000_000 * n)),
    "attributes left open": lambda n: RSS + "<a href='" * int(200_000 * n),
    "attributes left open in html": lambda n: _cdata("<a href='" * int(200_000 * n)),
    "cdata begun": lambda n: RSS + "<![CDATA[" * int(300_000 * n),
    "instructions begun": lambda n: RSS + "<?" * int(500_000 * n),
    "declarations begun": lambda n: RSS + "<!" * int(500_000 * n),
    "ampersands": lambda n: RSS + "&" * int(2_000_000 * n),
    "items": lambda n: _many("<item><title>a</title><link>https://a.example/</link></item>", int(100_000 * n)),
    "items without dates in common": lambda n: (
        RSS
        + "".join(f"<item><title>a</title><pubDate>{k} maj 2020 ora x</pubDate></item>" for k in range(int(20_000 * n)))
        + END
    ),
    "items that are not well-formed": lambda n: _many(
        "<item><title>a & b</title><link>/x</link></item>", int(60_000 * n)
    ),
    "items that never end": lambda n: RSS + "<item><title>a<" * int(150_000 * n),
    "items that are cut": lambda n: _many("<item><title>a<![CDATA[b</title></item>", int(60_000 * n)),
    "items with html": lambda n: _many(
        "<item><title>a</title><description>&lt;p&gt;b&lt;/p&gt;</description></item>", int(60_000 * n)
    ),
    "namespaces": lambda n: f"{RSS}<item {_attributes('xmlns:n', n / 4)}/>{END}",
    "marks": lambda n: _described("a" + "\u0301" * int(500_000 * n)),
    "white space": lambda n: _described(" \t" * int(1_000_000 * n)),
    "one long word": lambda n: _described("a" * int(3_000_000 * n)),
    "one long line of text": lambda n: "Title\n\n" + "word (photo " * int(200_000 * n),
    "lines of text": lambda n: "Title\n\n" + "a line\n" * int(300_000 * n),
    "dates of text": lambda n: "Title\n\n" + "20 maj 2020 ora\n" * int(20_000 * n),
    "billion laughs": lambda n: _laughs(),
    "external entity": lambda n: (
        '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><title>&x;</title></channel></rss>'
    ),
    "json arrays": lambda n: '{"version": "https://jsonfeed.org/version/1", "items": ' + "[" * int(100_000 * n),
    "json digits": lambda n: '{"items": [{"id": ' + "9" * int(1_000_000 * n) + "}]}",
    "json items": lambda n: '{"items": [' + '{"id": 1, "title": "a"},' * int(100_000 * n) + '{"id": 2}]}',
    "json nonsense": lambda n: '{"items": [{"id": NaN, "title": "\\ud800", "url": ["x"], "authors": "y"}]}',
    "sitemap entries": lambda n: (
        "<urlset>" + "<url><loc>https://a.example/a-b</loc></url>" * int(60_000 * n) + "</urlset>"
    ),
    "items within items": lambda n: "<html><body>" + "<div><p>3 May 2020 <a href=x>y</a></p>" * int(1_900 * n),
    "list items": lambda n: "<html><body>" + "<li><a href='/x'>a</a> 3 May 2020</li>" * int(60_000 * n),
    "controls": lambda n: RSS + "\x00\x1b\x9b" * int(300_000 * n),
}
