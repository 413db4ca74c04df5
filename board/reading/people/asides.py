"""What stands between commas behind somebody and tells nothing of whom he speaks for."""

from __future__ import annotations

from board.reading.words.prose import Prose


def up_to_aside(prose: Prose, first: int, last: int) -> int:
    """Up to `, whose force has 4,000 soldiers,`, and to `, who …` behind somebody without a name."""
    if last - first < 3 or prose.text.find(",", prose.ends[first], prose.ends[last - 2]) < 0:
        return last
    is_named = False
    for index in range(first, last - 1):
        is_named = is_named or (prose.is_capital(index) and _may_be_said_of(prose, index))
        if prose.words[index].text != "," or index == first:
            continue
        is_setting = "opens_setting" in prose.sorts[index + 1] and "serves" not in prose.sorts[index + 2]
        if is_setting and (is_named or prose.any_in(range(first, index), "role", "unnamed")):
            return index
        if (
            is_named
            and "where" in prose.sorts[index + 1]
            and index + 2 < last
            and prose.words[index + 2].text[0].isdigit()
        ):
            return index
        if "aside" in prose.sorts[index + 1] or (not is_named and "relative.who" in prose.sorts[index + 1]):
            return index
    return last


def _may_be_said_of(prose: Prose, index: int) -> bool:
    """A name, or a nation: `Italy, with 1,258 soldiers the backbone of the force,`."""
    return not prose.sorts[index] or "nation" in prose.sorts[index]
