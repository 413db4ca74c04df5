"""The edges of a panel: number, title, date and age above; trouble and place below; a thumb at the side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from board.tui.draw.lines import Run, Runs, crop, width_of

_LEAST_TITLE = 14
_LEAST_WORDS = 6
_WIDE = 100
"""From this width on, a folded panel has room for its date as well as its age."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """What stands in the edges of a panel."""

    number: int
    """The key that goes there; 0 for what has none."""
    title: str
    right: tuple[Runs, ...] = ()
    """As-of and age, what is new: from the longest way of saying it to the shortest."""
    below: Runs = ()
    """Trouble."""
    deed: Runs = ()
    """What a person can do about it, which is not cut."""
    place: str = ""
    """Which part of the whole is in sight."""
    gist: Runs = ()
    """What is in it, for where it is folded."""


def top_edge(caption: Caption, width: int, *, focused: bool) -> Runs:
    """`╭─ 1 Title ──── as of … ─╮`; the title is cut before the date is, until little of it is left."""
    frame = "frame_focus" if focused else "frame"
    room = width - 9
    if room < 1:
        return (Run("╭" + "─" * max(0, width - 2) + "╮", frame),)
    title = _title(caption, focused)
    right = _fit_right(caption.right, title, room)
    title = crop(title, room - width_of(right))
    gap = room - width_of(title) - width_of(right) + 1
    ending = (Run(" "), *right, Run(" "), Run("─╮", frame)) if right else (Run("──╮", frame), Run(""))
    gap = gap if right else gap + 1
    return (Run("╭─ ", frame), *title, Run(" "), Run("─" * max(0, gap), frame), *ending)


def _title(caption: Caption, focused: bool) -> Runs:
    ink = "title_focus" if focused else "title"
    number = (Run(f"{caption.number} ", "key" if focused else "muted"),) if caption.number else ()
    return (*number, Run(caption.title, ink))


def _fit_right(ways: tuple[Runs, ...], title: Runs, room: int) -> Runs:
    """The longest way that leaves the title whole; else the shortest, where little enough of the title goes."""
    for way in ways:
        if width_of(way) <= room - width_of(title):
            return way
    least = min(width_of(title), _LEAST_TITLE)
    return ways[-1] if ways and width_of(ways[-1]) <= room - least else ()


def bottom_edge(caption: Caption, width: int, *, focused: bool) -> Runs:
    """`╰─ ! failing since Fri ──── 1–14 of 33 ─╯`."""
    frame = "frame_focus" if focused else "frame"
    room = width - 4
    if room < 4:
        return (Run("╰" + "─" * max(0, width - 2) + "╯", frame),)
    place = (Run(f" {caption.place} ", "muted"),) if caption.place else ()
    if width_of(place) > room:
        place = ()
    below = _trouble(caption, room - width_of(place) - 3)
    below = (Run(" "), *below, Run(" ")) if below else ()
    gap = room - width_of(below) - width_of(place)
    return (Run("╰─", frame), *below, Run("─" * max(0, gap), frame), *place, Run("─╯", frame))


def _trouble(caption: Caption, space: int) -> Runs:
    """`! held since 14:07: …  a accepts`, the words cut before the key is."""
    deed = (Run("  "), *caption.deed) if caption.deed else ()
    room = space - width_of(deed)
    if room < _LEAST_WORDS:
        deed, room = (), space
    return (*crop(caption.below, room), *deed) if room >= _LEAST_WORDS and caption.below else ()


def folded(caption: Caption, width: int, *, focused: bool) -> Runs:
    """A panel as one line: `▸ 2 Latest statements  ~ none of 15 sources read yet ─── 3 new`."""
    title = _title(caption, focused)
    ways = caption.right if width >= _WIDE else caption.right[-2:]
    right = _fit_right(ways, title, max(0, width - 9))
    ending = (Run(" "), *right, Run(" ")) if right else ()
    start = (Run("▸ ", "frame"), *crop(title, max(1, width - 4 - width_of(ending))), Run(" "))
    space = width - width_of(start) - width_of(ending) - 4
    said = _said(caption, space)
    words = (Run(" "), *said, Run(" ")) if width_of(said) else ()
    gap = max(0, width - width_of(start) - width_of(words) - width_of(ending))
    return (*start, *words, Run("─" * gap, "frame"), *ending)


def _said(caption: Caption, space: int) -> Runs:
    """What is in the panel, and then the trouble: in words as far as there is room, by its mark in any case."""
    if space < 1 or not (caption.below and caption.gist):
        return crop((*caption.gist, *caption.below), space) if space > 0 else ()
    mark = Run(caption.below[0].text[:1], caption.below[0].ink)
    gist = crop(caption.gist, space - 2 - width_of((mark,)))
    room = space - width_of(gist) - 2
    return (*gist, Run("  "), *(crop(caption.below, room) if room >= _LEAST_WORDS else (mark,)))


def thumb(line: int, height: int, top: int, total: int) -> bool:
    """Whether the side shows its thumb at this line of the view."""
    if total <= height or height < 1:
        return False
    size = max(1, height * height // total)
    start = round(top * (height - size) / (total - height))
    return start <= line < start + size


def joined(parts: Sequence[Run]) -> Runs:
    """Runs with ` · ` between them."""
    runs: list[Run] = []
    for part in parts:
        if runs:
            runs.append(Run(" · ", "rule"))
        runs.append(part)
    return tuple(runs)
