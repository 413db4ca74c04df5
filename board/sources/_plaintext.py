"""Articles kept as text files: the first line is the title, then the text."""

from __future__ import annotations


def split_title(text: str) -> tuple[str, list[str]]:
    """The first line that says something, and the lines after it; none where there is but one line."""
    title, _, rest = text.strip().partition("\n")
    return title, rest.strip().splitlines()


def is_plain_text(text: str) -> bool:
    """Whether there is no markup in it that a page would have."""
    head = text[:20_000].lower()
    return not any(
        mark in head for mark in ("<html", "<!doctype", "<body", "<head", "<p>", "<div", "<br", "<?xml", "</")
    )
