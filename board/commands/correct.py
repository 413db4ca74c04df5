"""Puts a wrong reading right by hand: of a statement who spoke and how, of a figure what it counts.

REF is what `board search --json`, `board history --json` and `board show --format json` call a record: statement:5,
figure:7. Without FIELD=VALUE it is told how the record stands, and what each field can be. Everything goes by what was
put; what was read is kept beside it, and --undo brings it back.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence

from board.commands import _records
from board.commands._context import now, open_store, read_config, who
from board.commands._output import err, out, out_json
from board.errors import UsageError
from board.exits import Exit
from board.judging.corrections import FIELDS, KIND, Field, field_of, fields_of, shown, standing, value_of
from board.model import Figure, Statement
from board.snapshot import Decision, Recorded, Snapshot, StatementRecord
from board.spec import Config
from board.text.iso import iso

EXAMPLE = (
    "examples:\n  board correct statement:5 stance=denies strength=strong --why 'heard it myself'\n"
    "  board correct figure:7 nation=ITA kind=ceiling\n  board correct statement:5 --undo stance"
)
Record = StatementRecord | Recorded[Figure]


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("ref", metavar="REF", help="statement:5 or figure:7")
    parser.add_argument("fields", nargs="*", metavar="FIELD=VALUE", help="what it should be; FIELD= for nothing")
    parser.add_argument("--why", default="", metavar="TEXT", help="the reason, kept with the decision")
    parser.add_argument("--undo", nargs="*", metavar="FIELD", help="as it was read again: these fields, or all")
    parser.add_argument("--json", action="store_true", help="print the record as a JSON object")


def run(args: argparse.Namespace) -> int:
    """Exit 1 where there is no such record, 2 where a field or a value cannot be."""
    config = read_config(args)
    kind = args.ref.partition(":")[0]
    put = [*_put(kind, args.fields, config)]
    undone = [field_of(kind, name).name for name in args.undo or ()]
    with open_store(args, config) as store:
        snapshot = store.snapshot()
        if _found(snapshot, args.ref) is None:
            err(f"board: there is no {args.ref}")
            return Exit.FAILED
        values = [*put, *(_standing(snapshot, args.ref, undone) if args.undo is not None else ())]
        if args.undo is not None and len(values) == len(put):
            err("board: nothing of this was put right")
            return Exit.FAILED
        moment, name = now(), who()
        store.decide(
            *(Decision(ref=args.ref, kind=KIND, value=value, who=name, at=moment, why=args.why) for value in values)
        )
        record = _found(store.snapshot(), args.ref)
    assert record is not None
    if args.json:
        out_json(_object(record))
    else:
        for line in _lines(record):
            out(line)
    return Exit.FINE


def _put(kind: str, fields: Sequence[str], config: Config) -> Iterator[str]:
    """The decisions' values. Raises: UsageError where one cannot be."""
    fields_of(kind)
    for each in fields:
        name, put, typed = each.partition("=")
        if not put:
            raise UsageError(f"{each!r} has no value: {name}=VALUE puts it right, --undo {name} takes that back")
        field = field_of(kind, name)
        yield f"{name}={value_of(field, typed, config)}"


def _standing(snapshot: Snapshot, ref: str, names: Sequence[str]) -> list[str]:
    """The fields that stand put right; of them those that are named, where any are."""
    oldest_first = reversed(snapshot.decisions(ref))
    put = standing(decision.value for decision in oldest_first if decision.kind == KIND)
    return [name for name in put if not names or name in names]


def _found(snapshot: Snapshot, ref: str) -> Record | None:
    return snapshot.statement(ref) if ref.startswith("statement:") else snapshot.figure(ref)


def _said(record: Record) -> Statement | Figure:
    return record.statement if isinstance(record, StatementRecord) else record.value


def _lines(record: Record) -> Iterator[str]:
    """The words, then each field with what it is, what it was read as, and what it can be."""
    from board.panels import _put_right

    said, was = _said(record), _put_right.differences(record)
    yield f"{record.ref}  {said.text if isinstance(said, Statement) else said.quote}"
    for field in FIELDS[record.ref.partition(":")[0]]:
        read = f", read as {was[field.name] or 'nothing'}" if field.name in was else ""
        yield f"  {field.name:<12}  {shown(said, field.name) or '–'}{read}{_can_be(field)}"
    if told := _put_right.told(record):
        yield f"  read as {told}"


def _can_be(field: Field) -> str:
    return f"  ({', '.join(field.words)})" if field.words else ""


def _object(record: Record) -> _records.Json:
    from board.panels import _put_right

    said = _said(record)
    told = _records.statement(said) if isinstance(said, Statement) else _records.figure(said)
    came = record.provenance
    return {
        "ref": record.ref,
        **told,
        **_put_right.plain(record),
        "source": came.source,
        "retrieved": iso(came.retrieved),
    }
