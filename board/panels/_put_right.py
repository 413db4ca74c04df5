"""What was read and a person put right: what it was read as, and who says otherwise since when."""

from __future__ import annotations

from board.judging import corrections
from board.model import Figure, Statement
from board.panels import _decided
from board.snapshot import Decision, Recorded, StatementRecord
from board.text.iso import iso
from board.text.records import Plain

Record = StatementRecord | Recorded[Figure]


def told(record: Record) -> str:
    """`stance denies; put right by hand on 2026-11-22 13:58Z, by m.k.: seen on the page`; empty where nobody did."""
    was = differences(record)
    if not was:
        return ""
    read = ", ".join(_decided.field_told(name, word) for name, word in was.items())
    last = record.put_right
    return f"{read}; put right by hand" + (f" on {last.at:%Y-%m-%d %H:%MZ}, {_decided.by(last)}" if last else "")


def differences(record: Record) -> dict[str, str]:
    """What was read otherwise than it now stands, field by field."""
    now, was = _now(record), record.read_as
    if was is None:
        return {}
    names = [field.name for field in corrections.FIELDS["statement" if isinstance(now, Statement) else "figure"]]
    words = {name: corrections.shown(was, name) for name in names}
    return {name: word for name, word in words.items() if word != corrections.shown(now, name)}


def plain(record: Record) -> Plain:
    """`read_as` for scripts: what was read otherwise, and who put it right when; `None` where nobody did."""
    last: Decision | None = record.put_right
    if record.read_as is None:
        return {"read_as": None}
    was = {name: word or None for name, word in differences(record).items()}
    return {"read_as": {**was, "by": last.who if last else None, "at": iso(last.at) if last else None}}


def _now(record: Record) -> Statement | Figure:
    return record.statement if isinstance(record, StatementRecord) else record.value
