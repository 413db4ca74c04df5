"""Every figure for a nation or for the whole of a force, dated, with who said it; oldest first.

SUBJECT is a nation (alpha-3, or a name in any language the board knows) or the name of a force or a tier.
"""

from __future__ import annotations

import argparse
import difflib
from collections.abc import Mapping

from board.commands import _records
from board.commands._context import add_at, at, now, open_store, read_config
from board.commands._output import err, out, out_json
from board.errors import UsageError
from board.exits import Exit
from board.judging.ranges import hedged
from board.model import Figure
from board.snapshot import Recorded, Sense
from board.spec import Config
from board.text.iso import iso

EXAMPLE = "examples:\n  board history USA\n  board history KFOR --json"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("subject", metavar="SUBJECT", help="a nation or a force")
    parser.add_argument("--json", action="store_true", help="print one JSON object a line")
    add_at(parser)


def run(args: argparse.Namespace) -> int:
    """Exit 1 where nothing is known of the subject."""
    config, moment = read_config(args), now()
    force, nation = _meant(args.subject, config)
    with open_store(args, config) as store:
        snapshot = store.snapshot(at(args, config, moment), Sense(args.sense))
        found = list(snapshot.history(subject=force, nation=nation))
    found.sort(key=lambda record: _moment(record.value))
    width = max((len(_when(record.value)) for record in found), default=0)
    for record in found:
        if args.json:
            out_json(_object(record))
        else:
            out(_line(record.value, config, width))
    if not found:
        err(f"board: nothing is known of {args.subject}")
    return Exit.FINE if found else Exit.FAILED


def _meant(subject: str, config: Config) -> tuple[str | None, str | None]:
    """Force or tier, or the nation, whose figures are those of every force. Raises: UsageError where it is none."""
    from board.text.nations import nation_of, nations

    tiers = ((tier.name, (tier.name, *tier.aliases)) for tier in config.tiers)
    names = (*tiers, *((force.name, (force.name, force.title, *force.aliases)) for force in config.forces))
    forces = {name.casefold(): force for force, called in names for name in called if name}
    if force := forces.get(subject.casefold()):
        return force, None
    if nation := nation_of(subject, config.nations):
        return None, nation
    known = {nation.name: nation.alpha3 for nation in nations()} | {name: name for name in forces.values()}
    raise UsageError(f"{subject!r} is no nation and no force of this board{_hint(subject, known)}")


def _hint(subject: str, known: Mapping[str, str]) -> str:
    """`: did you mean DEU?` of `GER`, the beginning of one name, and of `Germny`; empty where nothing is near."""
    written = {name.casefold(): word for name, word in known.items()}
    begun = [name for name in written if len(subject) > 1 and name.startswith(subject.casefold())]
    near = begun if len(begun) == 1 else difflib.get_close_matches(subject.casefold(), written, 1, 0.7)
    return f": did you mean {written[near[0]]}?" if near else ""


def _moment(figure: Figure) -> str:
    return str(figure.as_of or figure.published or "")


def _when(figure: Figure) -> str:
    """Its as-of; where only the publication is known, `published` stands behind: the number may be of another time."""
    day = _moment(figure) or "no date"
    return f"{day} published" if figure.published and not figure.as_of else day


def _line(figure: Figure, config: Config, width: int) -> str:
    """`2026-02-19     590  present  KFOR  NATO website  https://…`, what is not exact said in words.

    `width` is that of the dates.
    """
    from board.panels import _names

    number = hedged(figure.number, figure.qualifier)
    kind = figure.kind.value.replace("_", " ")
    whose = _names.titled(figure.subject, config) or "–"
    parts = (f"{_when(figure):<{width}}", f"{number:>16}", f"{kind:<12}", f"{whose:<8}", figure.said_by)
    return "  ".join((*parts, figure.url or "")).rstrip()


def _object(record: Recorded[Figure]) -> _records.Json:
    from board.panels import _put_right

    came = record.provenance
    return {
        "ref": record.ref,
        **_records.figure(record.value),
        **_put_right.plain(record),
        "source": came.source,
        "retrieved": iso(came.retrieved),
    }
