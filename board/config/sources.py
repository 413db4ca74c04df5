"""One `[source.NAME]` to its spec, with the options its kind declares."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from pathlib import Path as FilePath

from board import paths, plugins, schedule
from board.config.positions import Path
from board.config.report import Report, nearest
from board.config.tables import names, read
from board.spec import BoardSpec, ForceSpec, SourceSpec

PACKAGE = "board.sources"


def source(
    name: str, table: object, *, board: BoardSpec, forces: Sequence[ForceSpec], folder: FilePath, report: Report
) -> SourceSpec | None:
    """The source, or `None` with its problems reported."""
    path: Path = ("source", name)
    kind = table.get("kind") if isinstance(table, dict) else None
    if not isinstance(table, dict) or not isinstance(kind, str):
        read(SourceSpec, table, path, report)
        return None
    if kind not in plugins.names(PACKAGE):
        report.error((*path, "kind"), f"no source kind {kind!r}", nearest(kind, plugins.names(PACKAGE)))
        return None
    options_class = plugins.load(PACKAGE, kind).Options
    common = {key: value for key, value in table.items() if key in names(SourceSpec)}
    own = {key: value for key, value in table.items() if key not in common}
    options = read(options_class, own, path, report, also=names(SourceSpec))
    spec = read(SourceSpec, common, path, report, name=name, options=options)
    if spec is None or options is None:
        return None
    return _completed(spec, board, forces, folder, path, report)


def _completed(
    spec: SourceSpec, board: BoardSpec, forces: Sequence[ForceSpec], folder: FilePath, path: Path, report: Report
) -> SourceSpec | None:
    """The spec with its defaults from the board, once it is whole."""
    if (spec.url is None) == (spec.path is None):
        wrong = "both 'url' and 'path'" if spec.url else "neither 'url' nor 'path'"
        report.error(path, f"{wrong}: where is it to be read?", "give one of the two")
        return None
    if spec.gives == "troops" and not spec.force and len(forces) != 1:
        report.error(path, "'force' is missing: whose troops are these?", 'for example force = "KFOR"')
        return None
    every = spec.every or board.refresh
    if (kept := schedule.interval(dataclasses.replace(spec, every=every))) != every:
        report.warn((*path, "every"), "more often than every 15 minutes", "it will be read every 15 minutes")
    return dataclasses.replace(
        spec,
        title=spec.title or name_in_words(spec.name),
        force=spec.force or (forces[0].name if len(forces) == 1 else ""),
        every=kept,
        file=paths.named(spec.path, folder) if spec.path else None,
    )


def name_in_words(name: str) -> str:
    """`prishtina-insight` as a title: `Prishtina insight`."""
    words = name.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:]
