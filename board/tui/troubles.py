"""Where a trouble that several panels have is told in words: once, so that a border says what only it can say."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from board.shapes import View


def told_in(views: Sequence[View], opened: Collection[str]) -> Mapping[str, int]:
    """The number of the panel that tells a panel's trouble for it, by name; panels that tell theirs are left out.

    An open panel tells it before a folded one, and of these the first.
    """
    numbered = sorted(enumerate(views, 1), key=lambda each: each[1].name not in opened)
    tellers: list[tuple[int, View]] = []
    told: dict[str, int] = {}
    for number, view in numbered:
        if not view.troubled:
            continue
        teller = next((each for each, other in tellers if set(view.troubled) <= set(other.troubled)), 0)
        if teller:
            told[view.name] = teller
        else:
            tellers.append((number, view))
    return told
