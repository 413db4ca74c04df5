"""What went wrong with a connection, in words for a person."""

from __future__ import annotations

import http
import socket
import ssl
import zlib

import httpcore
import httpx

from board.errors import FetchError
from board.text.clean import clean

EXPECTED = (
    httpcore.TimeoutException,
    httpcore.NetworkError,
    httpcore.ProtocolError,
    httpcore.UnsupportedProtocol,
    httpx.InvalidURL,
    OSError,
    ValueError,
    zlib.error,
    AssertionError,
)
"""Everything the client and what it stands on were seen to raise over what a server sends."""


def fetch_error(error: BaseException, host: str) -> FetchError:
    """The one error callers know, for whatever an attempt to read from `host` raised."""
    word, message = _told(error)
    return FetchError(word, clean(f"{message}: {host}", 300))


def status_error(status: int, retry_after: float | None) -> FetchError:
    """For an answer other than 200. The server's own reason phrase is not repeated: anything may stand in it."""
    try:
        phrase = f" {http.HTTPStatus(status).phrase}"
    except ValueError:
        phrase = ""
    return FetchError("status", f"answered {status}{phrase}", status=status, retry_after=retry_after)


def _told(error: BaseException) -> tuple[str, str]:
    """Word and message, from the most telling exception in the chain of causes."""
    for cause in _causes(error):
        match cause:
            case socket.gaierror():
                return "dns", "name not found"
            case ssl.SSLCertVerificationError():
                return "tls", f"certificate not valid ({cause.verify_message})"
            case ssl.SSLError():
                return "tls", "no secure connection"
            case ConnectionRefusedError():
                return "refused", "connection refused"
            case httpcore.TimeoutException() | TimeoutError():
                return "timeout", "timed out"
    match error:
        case httpcore.ConnectError() | OSError():
            return "refused", "cannot be reached"
        case httpx.InvalidURL():
            return "protocol", "not an address that can be read"
        case httpcore.NetworkError():
            return "protocol", "the connection broke off"
        case _:
            return "protocol", "the answer is not proper HTTP"


def _causes(error: BaseException) -> list[BaseException]:
    """The exception and what it was raised from or within, outermost first; groups are looked into."""
    found: list[BaseException] = []
    queue: list[BaseException | None] = [error]
    while queue and len(found) < 50:
        current = queue.pop(0)
        if current is None or any(current is seen for seen in found):
            continue
        found.append(current)
        queue += [current.__cause__, current.__context__]
        if isinstance(current, BaseExceptionGroup):
            queue += current.exceptions
    return found
