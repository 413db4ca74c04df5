"""Which network addresses are public: the test every connection passes, on the very address it then uses."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

_CARRIES_IPV4 = tuple(
    IPv6Network(network)
    for network in (
        "::/96",  # IPv4-compatible
        "64:ff9b::/96",  # NAT64
        "64:ff9b:1::/48",  # NAT64, local use
        "2001::/32",  # Teredo
        "2002::/16",  # 6to4
    )
)
"""Ranges in which an IPv4 address hides that `is_global` does not look at."""


def is_public(address: str) -> bool:
    """True where `address` (as a resolver gives it) is one on the open internet; false for what is not an address."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return False
    if not parsed.is_global or parsed.is_multicast:
        return False
    return isinstance(parsed, IPv4Address) or not _hides_ipv4(parsed)


def _hides_ipv4(address: IPv6Address) -> bool:
    return address.ipv4_mapped is not None or any(address in network for network in _CARRIES_IPV4)
