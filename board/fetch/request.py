"""What is asked for, and how much an answer may cost."""

from __future__ import annotations

from dataclasses import dataclass, field

from board.outcome import Validators

DAY = 86_400.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One address to read."""

    url: str
    validators: Validators = field(default_factory=Validators)
    """From the last answer; a server may then say that nothing changed."""
    private: tuple[str, int] | None = None
    """The one host and port that may lie on a private address (`allow_private`)."""
    respect_robots: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What an answer may cost before it is given up. Seconds and bytes."""

    total_seconds: float = 20.0
    """On the wire, over all redirects; waiting for one's turn at a host does not count."""
    connect_seconds: float = 5.0
    """For each address tried, and for the TLS handshake."""
    read_seconds: float = 15.0
    """For each single read: slow sites need ten seconds to begin, and `total_seconds` ends what only trickles."""
    wire_bytes: int = 9 * 1024 * 1024
    """Everything that comes in, heads and chunk marks too."""
    body_bytes: int = 5 * 1024 * 1024
    """After unpacking."""
    redirects: int = 5
    shortest_wait: float = 900.0
    longest_wait: float = DAY
    """What a server asks for with Retry-After is kept within these two."""
