"""What can only be judged with the whole board in view: names that must exist, or must not be twice."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path as FilePath

from board import paths
from board.config.channels import Webhook, channel
from board.config.positions import Path
from board.config.report import Report, nearest
from board.panels import _names
from board.spec import AlertSpec, Config, LayoutSpec
from board.text.query import And, QueryError, parse

_NAME = re.compile(r"[\w-]{1,40}")


def check(config: Config, report: Report) -> None:
    """Report what does not fit together."""
    _board_name(config, report)
    _theme(config, report)
    _panel_names(config, report)
    _tier_levels(config, report)
    _findable(config, report)
    _files(config, report)
    _saved_searches(config, report)
    for alert in config.alerts:
        _channels(alert, report)
    for index, layout in enumerate(config.layouts):
        _layout(index, layout, config, report)


def _board_name(config: Config, report: Report) -> None:
    """It is the name of a file too."""
    if config.board.name and not _NAME.fullmatch(config.board.name):
        report.error(("board", "name"), f"{config.board.name!r} is no word", "letters, digits, - and _, at most 40")


def _theme(config: Config, report: Report) -> None:
    """A board whose theme is missing is shown in another one, so this stops nobody."""
    there = {file.stem for folder in paths.theme_folders(config.file) for file in folder.glob("*.toml")}
    if config.board.theme not in there:
        report.warn(("board", "theme"), f"there is no theme {config.board.theme!r}", nearest(config.board.theme, there))


def _panel_names(config: Config, report: Report) -> None:
    seen: Counter[str] = Counter()
    for index, panel in enumerate(config.panels):
        seen[panel.name] += 1
        if seen[panel.name] == 2:
            report.error(("panel", index), f"a second panel called {panel.name!r}", "give one of them another 'name'")


def _tier_levels(config: Config, report: Report) -> None:
    levels = Counter(tier.level for tier in config.tiers)
    for index, tier in enumerate(config.tiers):
        if levels[tier.level] > 1:
            report.error(("tier", index, "level"), f"level {tier.level} is given twice", "each tier has its own")


def _findable(config: Config, report: Report) -> None:
    """What is said of tiers and places is looked for by their names."""
    named: list[tuple[Path, tuple[str, ...]]] = [
        *((("tier", index), (tier.name, *tier.aliases)) for index, tier in enumerate(config.tiers)),
        *((("place", place.name), (place.title or place.name, *place.aliases)) for place in config.places),
    ]
    for path, names in named:
        try:
            if parse(_names.query(names)) == And(()):
                report.error(path, "has no name to be looked for by", "a name of at least a word")
        except QueryError as error:
            report.error(path, f"cannot be looked for by its names: {error}", "names of at least a word, and fewer")


def _files(config: Config, report: Report) -> None:
    """One of the program's own must be there; one of a person's own may be written later, so that stops nobody."""
    for source in config.sources:
        if source.path and source.is_bundled and source.file and not _may_be_there(source.file):
            there = sorted(f"{paths.BUNDLED}{file.name}" for file in source.file.parent.glob("*.[ct]*"))
            report.error(("source", source.name, "path"), f"no such file: {source.path}", nearest(source.path, there))
        elif source.path and source.enabled and source.file and not _may_be_there(source.file):
            report.warn(
                ("source", source.name, "path"), f"no such file: {source.path}", f"it is looked for at {source.file}"
            )


def _may_be_there(file: FilePath) -> bool:
    """Whether there is such a file, or a folder keeps that from us; one of too long a name is nowhere."""
    try:
        return file.exists()
    except PermissionError:
        return True
    except OSError:
        return False


def _saved_searches(config: Config, report: Report) -> None:
    for index, panel in enumerate(config.panels):
        name = getattr(panel.options, "saved", "")
        if name and name not in config.searches:
            place = ("panel", index, "saved")
            report.error(place, f"no search is saved as {name!r}", nearest(name, tuple(config.searches)))


def _channels(alert: AlertSpec, report: Report) -> None:
    for word in alert.notify:
        match channel(word):
            case None:
                ways = "there are: desktop, bell, webhook:ADDRESS"
                report.error(("alert", alert.name, "notify"), f"{word!r} is no way to notify", ways)
            case Webhook(url) if not (alert.allow_private or url.startswith("https:")):
                mend = "use https, or 'allow_private = true' for a receiver of your own"
                report.error(("alert", alert.name, "notify"), "a webhook without https", mend)


def _layout(index: int, layout: LayoutSpec, config: Config, report: Report) -> None:
    panels = {panel.name for panel in config.panels}
    for name in {name for row in layout.areas for name in row.split()} - {"."}:
        if panels and name not in panels:
            report.error(("layout", index, "areas"), f"no panel is called {name!r}", nearest(name, panels))
    widths = {len(row.split()) for row in layout.areas}
    if len(widths) > 1:
        report.error(("layout", index, "areas"), "rows of different length", "as many names in each row")
    if layout.columns and widths and {len(layout.columns)} != widths:
        report.error(("layout", index, "columns"), "not one weight for each column of 'areas'")
    if layout.rows and len(layout.rows) != len(layout.areas):
        report.error(("layout", index, "rows"), "not one weight for each row of 'areas'")
