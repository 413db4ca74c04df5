"""Rules 7, 11 and 12: what statuses, heads and failures come to."""

from __future__ import annotations

import asyncio
import socket
import ssl
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from board.errors import FetchError
from board.fetch.client import user_agent
from board.fetch.request import Limits, Request
from board.outcome import Fetched, NotModified, Validators
from tests.fetch.client import body, hurried, read, refusal
from tests.loopback import answer, serve


@pytest.mark.parametrize("status", [201, 204, 206, 400, 403, 404, 410, 500, 503, 999])
async def test_only_200_is_an_answer(status: int) -> None:
    async with serve({"/": answer(status, b"<rss></rss>")}) as server:
        error = await refusal(server)
        assert (error.word, error.status) == ("status", status)
        assert f"answered {status}" in str(error)


async def test_nothing_the_server_writes_as_its_reason_is_repeated() -> None:
    async with serve({"/": b"HTTP/1.1 500 \x1b]0;mine\x07\r\nContent-Length: 0\r\n\r\n"}) as server:
        assert str(await refusal(server)).isprintable()


async def test_validators_are_kept_and_sent_again() -> None:
    routes = {"/": answer(body=b"x", etag='"1"', last_modified="Thu, 19 Feb 2026 10:00:00 GMT")}
    async with serve(routes) as server:
        first = await read(server)
        assert isinstance(first, Fetched)
        server.routes = {"/": answer(304)}
        second = await read(server, validators=first.validators)
        assert isinstance(second, NotModified)
        assert second.validators == first.validators
        assert server.asked[1].heads["if-none-match"] == '"1"'
        assert server.asked[1].heads["if-modified-since"] == "Thu, 19 Feb 2026 10:00:00 GMT"


async def test_not_modified_without_having_asked_is_an_error() -> None:
    async with serve({"/": answer(304)}) as server:
        assert (await refusal(server)).status == 304


@pytest.mark.parametrize("etag", ["x" * 500, '"\x9b31m"', '"caf\xe9"'])
async def test_a_validator_that_is_long_or_not_printable_is_not_kept(etag: str) -> None:
    async with serve({"/": answer(body=b"x", etag=etag)}) as server:
        fetched = await read(server)
        assert isinstance(fetched, Fetched)
        assert fetched.validators == Validators()


@pytest.mark.parametrize(
    ("said", "seconds"),
    [("3600", 3600), ("1", 900), ("999999", 86400), ("9999999", None), ("soon", None), ("-5", None), ("", None)],
)
async def test_retry_after_in_seconds_is_kept_within_bounds(said: str, seconds: float | None) -> None:
    async with serve({"/": answer(429, retry_after=said)}) as server:
        assert (await refusal(server)).retry_after == seconds


@pytest.mark.parametrize(("hours", "lowest", "highest"), [(2, 7100, 7200), (-2, 900, 900), (100, 86400, 86400)])
async def test_retry_after_as_a_date_is_kept_within_bounds(hours: int, lowest: int, highest: int) -> None:
    date = format_datetime(datetime.now(UTC) + timedelta(hours=hours), usegmt=True)
    async with serve({"/": answer(503, retry_after=date)}) as server:
        seconds = (await refusal(server)).retry_after
        assert seconds is not None
        assert lowest <= seconds <= highest


@pytest.mark.parametrize(
    ("heads", "seconds"),
    [
        ({"cache_control": "public, max-age=600"}, 600),
        ({"cache_control": "max-age=600", "age": "500"}, 100),
        ({"cache_control": "max-age=99999999"}, 86400),
        ({"cache_control": "no-cache, max-age=600"}, None),
        ({"cache_control": "max-age=0"}, None),
        ({"expires": "Thu, 19 Feb 2026 11:00:00 GMT", "date": "Thu, 19 Feb 2026 10:00:00 GMT"}, 3600),
        ({"expires": "0"}, None),
        ({"expires": "Mon, 01 Jan 0001 00:00:00 +2359"}, None),
        ({"expires": "Fri, 31 Dec 9999 23:59:59 -2359"}, None),
        ({}, None),
    ],
)
async def test_how_long_an_answer_stays_good_is_read(heads: dict[str, str], seconds: float | None) -> None:
    async with serve({"/": answer(body=b"x", heads=heads)}) as server:
        fetched = await read(server)
        assert isinstance(fetched, Fetched)
        assert fetched.about.retrieved is not None
        good_for = fetched.fresh_until and (fetched.fresh_until - fetched.about.retrieved).total_seconds()
        assert good_for == seconds


@pytest.mark.parametrize(
    ("said", "media_type", "charset"),
    [
        ("Text/HTML; charset=UTF-8", "text/html", "utf-8"),
        ('application/xml; charset="windows-1251"', "application/xml", "windows-1251"),
        ("text/html; charset=zlib_codec", "text/html", None),
        ("text/html; charset=utf-7", "text/html", None),
        ("text/html; charset=no-such", "text/html", None),
        ("\x1b[31m", "", None),
    ],
)
async def test_type_and_charset_are_read_with_suspicion(said: str, media_type: str, charset: str | None) -> None:
    async with serve({"/": answer(body=b"x", content_type=said)}) as server:
        fetched = await read(server)
        assert isinstance(fetched, Fetched)
        assert (fetched.about.media_type, fetched.about.charset) == (media_type, charset)


async def test_a_redirect_for_good_is_reported_and_one_for_now_is_not() -> None:
    routes = {
        "/old": answer(301, location="/new"),
        "/new": answer(308, location="/newest"),
        "/newest": answer(302, location="/today"),
        "/today": answer(301, location="/page"),
        "/page": answer(body=b"here"),
    }
    async with serve(routes) as server:
        fetched = await read(server, "/old")
        assert isinstance(fetched, Fetched)
        assert (fetched.moved_to, fetched.about.address) == (server.url("/newest"), server.url("/page"))


async def test_five_redirects_are_followed_and_six_are_not() -> None:
    routes = {f"/{n}": answer(302, location=f"/{n - 1}") for n in range(1, 7)} | {"/0": answer(body=b"here")}
    async with serve(routes) as server:
        assert await body(server, "/5") == b"here"
        assert (await refusal(server, "/6")).word == "redirect"


@pytest.mark.parametrize(
    "location",
    [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:,x",
        "gopher://127.0.0.1/",
        "http://u:p@127.0.0.1/",
        "http://",
        "",
    ],
)
async def test_a_redirect_leads_only_to_web_addresses(location: str) -> None:
    async with serve({"/": answer(302, location=location)}) as server:
        assert (await refusal(server)).word == "redirect"


async def test_a_redirect_with_two_addresses_is_refused() -> None:
    head = b"HTTP/1.1 302 Found\r\nLocation: /a\r\nLocation: /b\r\nContent-Length: 0\r\n\r\n"
    async with serve({"/": head, "/a": answer(body=b"a"), "/b": answer(body=b"b")}) as server:
        assert (await refusal(server)).word == "redirect"


def _own_certificate() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(Path(__file__).with_name("self-signed.pem"))
    return context


async def _tls_client_of(server_path: Path) -> ssl.SSLContext:
    context = ssl.create_default_context(cafile=str(server_path))
    context.check_hostname = False
    return context


async def test_a_secure_page_does_not_redirect_to_an_insecure_one() -> None:
    from board.fetch.client import Client
    from board.fetch.manners import Manners

    trusting = await _tls_client_of(Path(__file__).with_name("self-signed.pem"))
    async with serve({"/": answer(body=b"plain")}) as plain:
        routes = {"/": answer(302, location=plain.url()), "/page": answer(body=b"secure")}
        async with serve(routes, context=_own_certificate()) as secure:
            client = Client("board/test", manners=Manners(gap=0), context=trusting)
            for path, expected in (("/page", None), ("/", "redirect")):
                request = Request(url=secure.url(path, scheme="https"), private=secure.place, respect_robots=False)
                if expected is None:
                    fetched = await client.get(request)
                    assert isinstance(fetched, Fetched)
                    assert fetched.body == b"secure"
                else:
                    with pytest.raises(FetchError) as caught:
                        await client.get(request)
                    assert caught.value.word == expected
        assert plain.connections == 0


async def test_a_certificate_nobody_vouches_for_is_refused() -> None:
    async with serve({"/": answer(body=b"x")}, context=_own_certificate()) as server:
        with pytest.raises(FetchError, match="certificate not valid") as caught:
            await hurried().get(Request(url=server.url(scheme="https"), private=server.place, respect_robots=False))
        assert caught.value.word == "tls"


async def test_plain_text_on_a_secure_port_is_a_tls_failure() -> None:
    async def greet(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"SSH-2.0-OpenSSH\r\n")
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(greet, "127.0.0.1", 0) as listening:
        place = listening.sockets[0].getsockname()
        with pytest.raises(FetchError) as caught:
            await hurried().get(Request(url=f"https://127.0.0.1:{place[1]}/", private=place, respect_robots=False))
        assert caught.value.word == "tls"


async def test_a_closed_port_is_called_refused() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        place = ("127.0.0.1", taken.getsockname()[1])
        with pytest.raises(FetchError, match=r"connection refused: 127\.0\.0\.1") as caught:
            await hurried().get(Request(url=f"http://127.0.0.1:{place[1]}/", private=place))
    assert caught.value.word == "refused"


async def test_a_name_that_does_not_exist_is_called_not_found() -> None:
    with pytest.raises(FetchError, match=r"name not found: nowhere\.invalid") as caught:
        await hurried().get(Request(url="http://nowhere.invalid/"))
    assert caught.value.word == "dns"


@pytest.mark.parametrize(
    "raw",
    [
        b"SSH-2.0-OpenSSH\r\n",
        b"HTTP/9.9 200 OK\r\nContent-Length: 99\r\n\r\nshort",
        b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nshort",
        b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\nbad head\r\n\r\n",
        b"\x00\xff\xfe",
        b"",
    ],
)
async def test_what_is_not_http_is_one_error_with_a_clean_message(raw: bytes) -> None:
    async with serve({"/": raw}) as server:
        error = await refusal(server)
        assert error.word == "protocol"
        assert str(error).isprintable()


@pytest.mark.parametrize("url", ["", "nonsense", "file:///etc/passwd", "http://[::1", "http://a b/", "http://x:99999/"])
async def test_what_is_not_a_web_address_is_refused(url: str) -> None:
    with pytest.raises(FetchError):
        await hurried().get(Request(url=url, respect_robots=False))


@pytest.mark.parametrize(
    ("contact", "expected"),
    [
        ("desk@example.org", "board/1.0 (+desk@example.org)"),
        ("", "board/1.0"),
        ("a\r\nX-Evil: 1", "board/1.0 (+aX-Evil:1)"),
    ],
)
def test_the_program_says_who_it_is(contact: str, expected: str) -> None:
    assert user_agent("1.0", contact) == expected


def test_limits_are_those_that_were_promised() -> None:
    limits = Limits()
    assert (limits.total_seconds, limits.wire_bytes, limits.redirects) == (20.0, 9 * 1024 * 1024, 5)
