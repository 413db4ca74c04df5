from __future__ import annotations

from datetime import UTC, datetime

import pytest

from board.model import About, Extract, Item
from board.sources._anyfeed import read_any_feed
from board.sources._dates import DateReader
from board.sources._entry import EntryReader, RawFeed
from board.sources._fastfeed import read_regular_feed
from board.sources._items import MAX_ITEMS, Gathering
from board.sources.feed import Options, extract

NOW = datetime(2026, 11, 22, tzinfo=UTC)
ABOUT = About(address="https://news.example/feed", retrieved=NOW)
ATOM = '<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title>'
REGULAR = {
    "rss": """<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
        xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>A &amp; b</title><link>https://news.example/</link><language>sq</language>
        <item><title>R&amp;amp;D &lt;b&gt;now&lt;/b&gt;</title><link>/1?a=1&amp;b=2</link>
        <guid isPermaLink="false">g1</guid>
        <pubDate>Thu, 19 Feb 2026 17:40:00 +0100</pubDate><dc:creator>A. B.</dc:creator>
        <description><![CDATA[<p>Short</p>]]></description>
        <content:encoded><![CDATA[<p>Short</p><p>and long</p>]]></content:encoded></item>
        <item><title>Two</title><link>https://news.example/2</link><guid isPermaLink="false">g2</guid>
        <pubDate>Thu, 19 Feb 2026 17:30:00 GMT</pubDate></item></channel></rss>""",
    "rss without dates": """<rss version="2.0"><channel><title>x</title><link>https://news.example/</link>
        <item><title>One</title><link>https://news.example/1</link><guid>20200101</guid></item></channel></rss>""",
    "rss without guids": """<rss version="2.0"><channel><title>x</title><link>https://news.example/</link>
        <item><title>One</title><link>https://news.example/1</link></item></channel></rss>""",
    "rdf": """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
        xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>x</title><link>https://news.example/</link></channel>
        <item rdf:about="https://news.example/one"><title>One</title><link>https://news.example/1</link><dc:date>2026-02-19T17:40:00Z</dc:date></item></rdf:RDF>""",
    "atom": ATOM
    + """<entry><title type="html">R&amp;amp;D</title><id>u:1</id><link rel="alternate" href="https://news.example/1"/>
        <updated>2026-02-19T17:40:00Z</updated><published>2026-02-19T17:00:00+01:00</published>
        <author><name>A. B.</name></author><summary type="html">&lt;p&gt;So&lt;/p&gt;</summary></entry></feed>""",
    "atom without published": ATOM
    + """<entry><title>One</title><id>u:1</id><link href="https://news.example/1"/>
        <updated>2026-02-19T17:40:00Z</updated></entry></feed>""",
}
ODD = {
    "a date missing": REGULAR["rss"].replace("<pubDate>Thu, 19 Feb 2026 17:30:00 GMT</pubDate>", ""),
    "a date without a zone": REGULAR["rss"].replace("17:30:00 GMT", "17:30:00"),
    "a date in words": REGULAR["rss"].replace("Thu, 19 Feb 2026 17:30:00 GMT", "19 shkurt 2026"),
    "a 29 February": REGULAR["rdf"].replace("2026-02-19", "2026-02-29"),
    "a guid missing": REGULAR["rss"].replace('<guid isPermaLink="false">g2</guid>', ""),
    "a title of a picture": REGULAR["rss"].replace("<item><title>Two", "<item><media:title>x</media:title><title>Two"),
    "xml:base": REGULAR["atom"].replace("<feed ", '<feed xml:base="https://base.example/" '),
    "literal text": REGULAR["atom"].replace('type="html">R', 'type="text">R'),
    "a link of no kind beside others": REGULAR["atom"].replace(
        "<updated>", '<link href="https://news.example/9"/><updated>'
    ),
}


def items(raw: RawFeed) -> list[Item]:
    reader = EntryReader(raw, ABOUT.address, None, DateReader(), Gathering(NOW))
    return [reader.item(entry) for entry in raw.entries]


def many(count: int) -> bytes:
    entries = "".join(f"<item><title>t{n}</title><link>https://a.example/{n}</link></item>" for n in range(count))
    return f"<rss version='2.0'><channel><title>x</title>{entries}</channel></rss>".encode()


@pytest.mark.parametrize("name", REGULAR)
def test_the_fast_and_the_forgiving_parser_give_the_same_of_a_regular_feed(name: str) -> None:
    fast = read_regular_feed(REGULAR[name])
    assert fast is not None
    assert items(fast) == items(read_any_feed(REGULAR[name]))


@pytest.mark.parametrize("name", ODD)
def test_what_would_leave_the_fast_parser_to_guess_is_not_given_to_it(name: str) -> None:
    assert read_regular_feed(ODD[name]) is None


@pytest.mark.parametrize("feed", [many(MAX_ITEMS + 500), many(MAX_ITEMS + 500).replace(b"</channel>", b"")])
def test_a_thousand_items_are_taken_and_the_rest_is_told(feed: bytes) -> None:
    found = extract(feed, Options(), ABOUT)
    assert len(found.items) == MAX_ITEMS
    assert [(left.what, left.why) for left in found.left_out] == [
        ("500 more entries", "one answer gives 1,000 at most")
    ]


def test_a_missing_date_is_unknown_and_never_now() -> None:
    found = extract(REGULAR["rss without dates"].encode(), Options(), ABOUT)
    assert found.items[0].published is None


def test_dates_that_nobody_can_read_are_counted_once_for_each_item() -> None:
    feed = REGULAR["rss"].replace("17:40:00 +0100", "soon").replace("17:30:00 GMT", "soon").replace("19 Feb 2026", "")
    found = extract(feed.encode(), Options(), ABOUT)
    assert found.warnings == ("2 dates not understood or before 1970, such as “Thu, soon”",)


def test_the_language_of_the_source_is_taken_where_the_feed_names_none() -> None:
    found: Extract = extract(REGULAR["atom"].encode(), Options(language="sr"), ABOUT)
    assert (found.language, found.items[0].language) == ("sr", "sr")
