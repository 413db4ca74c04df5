"""The ways an alert can be delivered, as `notify` names them."""

from __future__ import annotations

from dataclasses import dataclass

from board.text.links import safe_url


@dataclass(frozen=True, slots=True)
class Desktop:
    """`desktop`: the notification service of the desktop, where there is one."""


@dataclass(frozen=True, slots=True)
class Bell:
    """`bell`: the terminal's, and one sentence in the face."""


@dataclass(frozen=True, slots=True)
class Webhook:
    """`webhook:ADDRESS`: the notice is posted there as JSON."""

    url: str


Channel = Desktop | Bell | Webhook


def channel(word: str) -> Channel | None:
    """The channel that `notify` names; `None` where it is none or its address is not one."""
    kind, _, address = word.partition(":")
    match kind, address:
        case "desktop", "":
            return Desktop()
        case "bell", "":
            return Bell()
        case "webhook", _:
            url = safe_url(address)
            return Webhook(url) if url else None
        case _:
            return None
