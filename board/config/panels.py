"""One `[[panel]]` to its spec, with the options its kind declares."""

from __future__ import annotations

import dataclasses

from board import plugins
from board.config.positions import Path
from board.config.report import Report, nearest
from board.config.tables import names, read
from board.spec import PanelSpec

PACKAGE = "board.panels"


def default_panel(kind: str) -> PanelSpec:
    """A panel of this kind with nothing configured."""
    module = plugins.load(PACKAGE, kind)
    return PanelSpec(kind=kind, name=kind, title=plugins.describe(module).rstrip("."), options=module.Options())


def panel(table: object, path: Path, report: Report) -> PanelSpec | None:
    """The panel, or `None` with its problems reported."""
    kind = table.get("kind") if isinstance(table, dict) else None
    if not isinstance(table, dict) or not isinstance(kind, str):
        read(PanelSpec, table, path, report)
        return None
    if kind not in plugins.names(PACKAGE):
        report.error((*path, "kind"), f"no panel kind {kind!r}", nearest(kind, plugins.names(PACKAGE)))
        return None
    module = plugins.load(PACKAGE, kind)
    common = {key: value for key, value in table.items() if key in names(PanelSpec)}
    own = {key: value for key, value in table.items() if key not in common}
    options = read(module.Options, own, path, report, also=names(PanelSpec))
    spec = read(PanelSpec, common, path, report, options=options)
    if spec is None or options is None:
        return None
    return dataclasses.replace(spec, name=spec.name or kind, title=spec.title or plugins.describe(module).rstrip("."))
