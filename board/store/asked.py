"""What a list of statements, or of all that is found, is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Asked:
    """Words, and whose."""

    query: str = ""
    headlines: bool = True
    """Whether headlines are wanted too, and where articles are found, these."""
    aliases: Sequence[Sequence[str]] = ()
    """Groups of words that mean one thing."""
