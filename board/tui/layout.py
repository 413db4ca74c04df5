"""Where every panel stands on a screen of a given size: pure, from the layouts of board.toml or a sensible default."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from textual.geometry import Region

from board.spec import LayoutSpec

OPEN_LEAST = 13
"""Lines an open panel has at least, edges included, where it can use as many."""
_CHOSEN_LEAST = 8
"""Lines the chosen panel has at least, edges included: before it gets less, the folded ones give way."""
_TWO_COLUMNS, _THREE_COLUMNS = 100, 170


@dataclass(frozen=True, slots=True)
class Want:
    """What a panel asks for: its weight among its neighbours and the most lines it can use."""

    name: str
    weight: int = 2
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A region for every panel there is room for, and which of them are folded to their title line."""

    regions: Mapping[str, Region]
    folded: frozenset[str] = frozenset()
    hidden: int = 0
    """Panels there is not even a line for; the last line of the screen is left to say so."""


def arrange(
    wants: Sequence[Want], layouts: Sequence[LayoutSpec], width: int, height: int, focused: str, *, zoomed: bool
) -> Arrangement:
    """Zoomed: the focused panel alone. Else the layout that fits, and what it leaves out folded below it."""
    if width <= 0 or height <= 0 or not wants:
        return Arrangement({})
    if zoomed:
        return Arrangement({focused: Region(0, 0, width, height)})
    chosen = choose(layouts, width, height)
    if chosen and height - sum(_below(_outside(chosen, wants), height, focused).values()) >= _CHOSEN_LEAST:
        return _by_areas(chosen, wants, width, height, focused)
    return _by_default(wants, width, height, focused)


def choose(layouts: Sequence[LayoutSpec], width: int, height: int) -> LayoutSpec | None:
    """The widest, then tallest, whose least width and height fit."""
    fitting = [
        layout for layout in layouts if layout.min_width <= width and layout.min_height <= height and layout.cells
    ]
    return max(fitting, key=lambda layout: (layout.min_width, layout.min_height), default=None)


def _by_default(wants: Sequence[Want], width: int, height: int, focused: str) -> Arrangement:
    """Column beside column; where some panels have no line, one line at the bottom is left for saying so."""
    columns = _columns(wants, width)
    if _hidden(columns, height, focused):
        height -= 1
    regions: dict[str, Region] = {}
    for column, (left, breadth) in zip(columns, _cuts([1] * len(columns), width), strict=True):
        heights = column_heights(column, height, focused)
        tops = accumulate(heights.values(), initial=0)
        placed = zip(heights.items(), tops, strict=False)
        regions |= {name: Region(left, top, breadth, tall) for (name, tall), top in placed}
    folded = frozenset(name for name, region in regions.items() if region.height == 1)
    return Arrangement(regions, folded, _hidden(columns, height, focused))


def _columns(wants: Sequence[Want], width: int) -> list[list[Want]]:
    """As many columns as there is room for; each next panel goes where least stands yet."""
    count = 3 if width >= _THREE_COLUMNS else 2 if width >= _TWO_COLUMNS else 1
    columns: list[list[Want]] = [[] for _ in range(min(count, len(wants)))]
    for want in wants:
        min(columns, key=lambda column: sum(each.weight for each in column)).append(want)
    return columns


def _hidden(columns: Sequence[Sequence[Want]], height: int, focused: str) -> int:
    """Panels that have not even a line."""
    return sum(len(column) - len(_with_a_line(column, height, focused)) for column in columns)


def column_heights(wants: Sequence[Want], height: int, focused: str) -> dict[str, int]:
    """Heights of the panels of one column; where not all can be open, those furthest from the focus fold to a line,
    and where there are too few lines for that too, those that come last after the focus are left out.
    """
    wants = _with_a_line(wants, height, focused)
    open_ones = _open_ones(wants, height, focused)
    room = height - sum(1 for want in wants if want.name not in open_ones)
    shared = _share([want for want in wants if want.name in open_ones], room)
    return {want.name: shared.get(want.name, 1) for want in wants}


def _with_a_line(wants: Sequence[Want], height: int, focused: str) -> list[Want]:
    """Those of a column that have a line at least, in their order: the chosen one, or the first, and the next ones."""
    start = next((number for number, want in enumerate(wants) if want.name == focused), 0)
    chosen, *others = [*wants[start:], *wants[:start]]
    lines = max(0, height - min(_CHOSEN_LEAST, chosen.most or _CHOSEN_LEAST))
    left = {chosen.name, *(want.name for want in others[:lines])}
    return [want for want in wants if want.name in left]


def _open_ones(wants: Sequence[Want], height: int, focused: str) -> set[str]:
    """The focused one in any case, then the others in their order as long as there is room to be of use."""
    order = sorted(wants, key=lambda want: want.name != focused)
    opened: set[str] = set()
    room = height - len(wants)
    for want in order:
        needed = _least(want) - 1
        if not opened or needed <= room:
            opened.add(want.name)
            room -= needed
    return opened


def _least(want: Want) -> int:
    return min(OPEN_LEAST, want.most or OPEN_LEAST)


def _share(wants: Sequence[Want], room: int) -> dict[str, int]:
    """Share lines by weight; a panel that can use no more leaves the rest to the others."""
    left = {want.name: want for want in wants}
    given: dict[str, int] = {}
    while capped := [want for want in left.values() if want.most and want.most < _part(want, left.values(), room)]:
        if len(capped) == len(left):
            capped = capped[1:]  # the first one takes what nobody needs
        if not capped:
            break
        for want in capped:
            given[want.name] = want.most or OPEN_LEAST
            room -= given[want.name]
            del left[want.name]
    sizes = _cuts([want.weight for want in left.values()], room)
    given |= {name: size for name, (_, size) in zip(left, sizes, strict=True)}
    return _levelled(given, {want.name: _least(want) for want in wants})


def _levelled(sizes: dict[str, int], least: Mapping[str, int]) -> dict[str, int]:
    """Lines go from the tallest to those that came out below their least."""
    for name in sizes:
        while sizes[name] < least[name]:
            tallest = max(sizes, key=lambda each: sizes[each] - least[each])
            if sizes[tallest] <= least[tallest]:
                break
            sizes[tallest] -= 1
            sizes[name] += 1
    return sizes


def _part(want: Want, wants: Iterable[Want], room: int) -> int:
    return room * want.weight // sum(each.weight for each in wants)


def _by_areas(layout: LayoutSpec, wants: Sequence[Want], width: int, height: int, focused: str) -> Arrangement:
    """Panels by named areas; a panel without an area is a line at the bottom, and opens there when focused."""
    outside = _outside(layout, wants)
    shown = [want.name for want in wants if want not in outside]
    below = _below(outside, height, focused)
    room = height - sum(below.values())
    rows = _cuts(_weights(layout.rows, len(layout.cells)), room)
    columns = _cuts(_weights(layout.columns, len(layout.cells[0])), width)
    regions = {name: area for name in shown if (area := _area(name, layout, rows, columns))}
    top = room
    for want in outside:
        regions[want.name] = Region(0, top, width, below[want.name])
        top += below[want.name]
    folded = {name for name, region in regions.items() if region.height < 3}
    return Arrangement(regions, frozenset(folded))


def _outside(layout: LayoutSpec, wants: Sequence[Want]) -> list[Want]:
    named = {name for row in layout.cells for name in row}
    return [want for want in wants if want.name not in named]


def _below(wants: Sequence[Want], height: int, focused: str) -> dict[str, int]:
    """Heights of the panels without an area: a line each, and at most two fifths of the screen for the one in focus."""
    opened = max(OPEN_LEAST, height * 2 // 5)
    return {want.name: min(opened, want.most or opened) if want.name == focused else 1 for want in wants}


def _weights(given: Sequence[int], count: int) -> list[int]:
    return [*given[:count], *[1] * (count - len(given))]


def _area(
    name: str, layout: LayoutSpec, rows: Sequence[tuple[int, int]], columns: Sequence[tuple[int, int]]
) -> Region | None:
    """The rectangle round every cell of that name."""
    cells = [
        (y, x) for y, row in enumerate(layout.cells) for x, cell in enumerate(row) if cell == name and x < len(columns)
    ]
    if not cells:
        return None
    top, left = rows[min(y for y, _ in cells)][0], columns[min(x for _, x in cells)][0]
    bottom, right = rows[max(y for y, _ in cells)], columns[max(x for _, x in cells)]
    return Region(left, top, sum(right) - left, sum(bottom) - top)


def _cuts(weights: Sequence[int], size: int) -> list[tuple[int, int]]:
    """Start and length of each part, by weight; together they fill `size` exactly."""
    total = sum(weights) or 1
    edges = [size * upto // total for upto in accumulate(weights, initial=0)]
    return [(start, end - start) for start, end in pairwise(edges)]
