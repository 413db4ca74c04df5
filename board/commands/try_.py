"""Shows what would be extracted from an address or a file, before anything is configured.

The kind is guessed from the content unless --kind names it; --set tries options; --add keeps what was tried.
With --json one object a line, as documented in docs/commands.md.
"""

from __future__ import annotations

import argparse
import asyncio
import os
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from board.commands import _records
from board.commands._context import read_config
from board.commands._output import err, out, out_json
from board.commands._reach import Reached, Reader, settings
from board.commands._tried import lines, records
from board.errors import BoardError, ConfigError
from board.exits import Exit
from board.fetch.addresses import is_public
from board.outcome import Reading
from board.spec import Config

EXAMPLE = """examples:
  board try https://example.org/feed
  board try article.txt --json
  board try https://example.org/table --kind html_table --set columns.nation=Country --add nations"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("targets", nargs="+", metavar="URL|FILE", help="what to read")
    parser.add_argument("--kind", help="source kind (default: guessed from the content)")
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", help="an option of the source")
    parser.add_argument("--json", action="store_true", help="print one JSON object a line")
    parser.add_argument("--add", metavar="NAME", help="append what was tried to board.toml under this name")


def run(args: argparse.Namespace) -> int:
    """Exit 1 where one of the targets could not be read; the others are shown all the same."""
    if args.add and len(args.targets) > 1:
        err("board: --add goes with one URL or FILE")
        return Exit.USAGE
    config = read_config(args)
    if args.add:
        _check_name(args.add, config)
    return asyncio.run(_try_all(args, config))


async def _try_all(args: argparse.Namespace, config: Config) -> int:
    reader = Reader(config, settings(args.kind, args.set))
    try:
        could = [await _try_one(target, reader, args, config) for target in args.targets]
    finally:
        await reader.close()
    return Exit.FINE if all(could) else Exit.FAILED


async def _try_one(target: str, reader: Reader, args: argparse.Namespace, config: Config) -> bool:
    """Whether it could be read; it is shown, and kept where that is asked. Raises: ConfigError."""
    try:
        reached = await reader.read(target)
    except ConfigError:
        raise
    except BoardError as error:
        _show_problem(target, str(error), as_json=args.json)
        return False
    _show(target, reached, as_json=args.json)
    if args.add:
        _add(args.add, reached, config)
    return True


async def add(args: argparse.Namespace, name: str) -> int:
    """Read one target and append it; what it gives is summed up in a line."""
    config = read_config(args)
    _check_name(name, config)
    reader = Reader(config, settings(args.kind, args.set))
    try:
        reached = await reader.read(args.url)
    finally:
        await reader.close()
    reading = reached.reading
    counts = (("items", len(reading.items)), ("tables", len(reading.editions)), ("statements", len(reading.statements)))
    found = ", ".join(f"{count} {what}" for what, count in counts if count) or "nothing yet"
    err(f"{args.url}: {reached.spec.kind} ({reached.why_kind}), {found}")
    _add(name, reached, config)
    return Exit.FINE


def _check_name(name: str, config: Config) -> None:
    """Before anybody is asked for anything. Raises: BoardError where the name or the file cannot be used."""
    from board.commands._own import own_board
    from board.config.append import check_name

    check_name(own_board(config), name)


def _show_problem(target: str, why: str, *, as_json: bool) -> None:
    if as_json:
        _out_record(target, _records.problem(target, why))
    else:
        err(f"{target}: {why}")


def _show(target: str, reached: Reached, *, as_json: bool) -> None:
    if as_json:
        for record in records(reached.reading):
            _out_record(target, record)
        return
    out(f"{target}\n  kind: {reached.spec.kind} ({reached.why_kind})")
    for line in lines(reached.reading):
        out(f"  {line}")


def _out_record(target: str, record: _records.Json) -> None:
    out_json({"from": target, **record})


def _add(name: str, reached: Reached, config: Config) -> None:
    from board.commands._own import own_board
    from board.config.append import append_source

    file = own_board(config)
    out(append_source(file, name, _block(reached, file)))
    err(f"added to {file}")


def _block(reached: Reached, file: Path) -> dict[str, object]:
    """The table of board.toml for what was tried."""
    spec = reached.spec
    place: dict[str, object] = {"url": str(spec.url)} if spec.url else {"path": _path_from(file, str(spec.file))}
    if spec.url and _is_private(spec.url):
        place["allow_private"] = True
    if spec.gives == "troops" and spec.force:
        place["force"] = spec.force
    return {**_title(reached.reading), "kind": spec.kind, **place, "gives": str(spec.gives), **reached.asked}


def _title(reading: Reading) -> dict[str, object]:
    """What the source calls itself, to be kept or changed; that of an article is not its source's."""
    own = reading.title and all(read.item.title != reading.title for read in reading.items)
    return {"title": reading.title} if own else {}


def _path_from(file: Path, target: str) -> str:
    """A path as board.toml has to say it: seen from its own folder; an absolute one, or one from home, as it is."""
    if Path(target).is_absolute() or target.startswith("~"):
        return target
    return os.path.relpath(Path(target).resolve(), file.resolve().parent)


def _is_private(url: str) -> bool:
    """Whether the address names a place on this machine or its network: whoever adds it means it."""
    host = urlsplit(url).hostname or ""
    try:
        return not is_public(str(ip_address(host)))
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
