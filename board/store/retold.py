"""Figures told again: the same article under another address, or the same statement carried by another."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from board.store.times import SECOND

if TYPE_CHECKING:
    from board.store.lens import Condition, Lens

WITHIN = timedelta(days=7)
"""How far apart in time the same words with the same number are the same telling."""
_SAME = " AND ".join(
    f"json_extract(o.value, '$.{name}') IS json_extract(t.value, '$.{name}')"
    for name in ("number", "qualifier", "as_of")
)
_A_SENTENCE = 40
"""So many letters that are the same were copied, whoever each outlet takes for the one who speaks: maybe itself."""
_QUOTE, _VOICE = (
    f"json_extract(o.value, '$.{name}') IS json_extract(t.value, '$.{name}')" for name in ("quote", "said_by")
)
_IN_THE_SAME_WORDS = f"{_QUOTE} AND ({_VOICE} OR length(json_extract(t.value, '$.quote')) >= {_A_SENTENCE})"
_ORIGIN = "coalesce((SELECT g.origin FROM origin_groups g WHERE g.statement = {0}.statement), {0}.statement)"
_OF_ONE_ORIGIN = f"{_ORIGIN.format('o')} = {_ORIGIN.format('t')}"


def first_told(lens: Lens) -> Condition:
    """Of the figures behind the alias `t` those of which no other article gave the same before.

    The same is the same number of the same people, in the same words by the same voice (in a whole sentence by any) or
    in statements of one origin.
    """
    valid, values = lens.said("o")
    span = int(WITHIN.total_seconds()) * SECOND
    sql = f"""
        NOT EXISTS (SELECT 1 FROM figures o
        WHERE o.nation IS t.nation AND o.about BETWEEN t.about - {span} AND t.about + {span}
        AND o.item <> t.item AND (o.known_from, o.root) < (t.known_from, t.root)
        AND o.subject = t.subject AND o.kind = t.kind AND {_SAME}
        AND (({_IN_THE_SAME_WORDS}) OR {_OF_ONE_ORIGIN}) AND {valid})"""
    return sql, values
