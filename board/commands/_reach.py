"""One address or file, read and extracted once, outside of any configured source: what `try` and `add` share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

from board import __version__, plugins
from board.commands._context import now
from board.config.report import Report
from board.config.sources import PACKAGE
from board.config.tables import names, read
from board.errors import ConfigError, ExtractError, FetchError
from board.options import Choice, WebAddress
from board.outcome import Fetched, Reading, Validators
from board.spec import Config, SourceSpec
from board.text.links import safe_url
from board.text.toml import TomlError, read_toml


@dataclass(frozen=True, slots=True)
class Settings:
    """`--kind` and `--set`, as given."""

    kind: str | None
    table: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Reached:
    """What one target came to."""

    spec: SourceSpec
    why_kind: str
    """How the kind was found."""
    reading: Reading
    asked: Mapping[str, object]
    """The options that were set."""


def settings(kind: str | None, pairs: Sequence[str]) -> Settings:
    """`KEY=VALUE` pairs as a table: dots go down, a value is TOML where it is TOML, else text.

    Raises: ConfigError for a pair without `=`.
    """
    table: dict[str, object] = {}
    for pair in pairs:
        key, sign, value = pair.partition("=")
        if not sign or not key.strip():
            report = Report("--set", "")
            report.error((pair,), "not KEY=VALUE", "for example --set columns.nation=Country")
            raise ConfigError(tuple(report.problems))
        *path, last = key.strip().split(".")
        inner = table
        for part in path:
            deeper = inner.setdefault(part, {})
            inner = deeper if isinstance(deeper, dict) else {}
        inner[last] = _value(value)
    return Settings(kind, table)


def _value(text: str) -> object:
    try:
        return read_toml(f"value = {text}".encode(errors="replace"))["value"]
    except TomlError:
        return text


async def fetch(target: str, contact: str) -> Fetched:
    """The bytes at an address, whose owner is told `contact`, or in a file. Raises: FetchError."""
    if "://" in target:
        if safe_url(target) is None:
            raise FetchError("protocol", "not a web address")
        return await _fetch_address(target, contact)
    from board.fetch.files import read_file
    from board.fetch.request import Limits

    fetched = read_file(Path(target), Validators(), Limits(), now())
    assert isinstance(fetched, Fetched)
    return fetched


async def _fetch_address(address: str, contact: str) -> Fetched:
    """Whoever types an address means it, so its own host and port may be private; no redirect leads there."""
    from board.fetch.client import Client, host_and_port, user_agent
    from board.fetch.request import Request

    client = Client(user_agent(__version__, contact))
    fetched = await client.get(Request(url=address, private=host_and_port(address)))
    if not isinstance(fetched, Fetched):
        raise FetchError("status", "the server says that nothing changed, though it was not asked that")
    return fetched


def spec_for(target: str, fetched: Fetched, asked: Settings, config: Config) -> tuple[SourceSpec, str]:
    """The source this target would be, and how its kind was found.

    Raises: ConfigError where `--kind` or `--set` are wrong, ExtractError where no kind reads such bytes.
    """
    from board.sources._guess import guess

    if asked.kind is None:
        kind, why = guess(fetched.body, fetched.about)
    else:
        kind, why = asked.kind, "as asked"
    report = Report("--set" if asked.table else "--kind", "")
    if kind not in plugins.names(PACKAGE):
        report.unknown((kind,), plugins.names(PACKAGE), "no source kind")
        raise ConfigError(tuple(report.problems))
    module = plugins.load(PACKAGE, kind)
    own = {key: value for key, value in asked.table.items() if key not in names(SourceSpec)}
    common = {key: value for key, value in asked.table.items() if key in names(SourceSpec)}
    options = read(module.Options, own, (), report, also=names(SourceSpec))
    table = {"kind": kind, "gives": "troops" if module.SHAPE == "rows" else "statements", **common}
    spec = read(SourceSpec, table, (), report, name="try", options=options)
    if spec is None or options is None:
        raise ConfigError(tuple(report.problems))
    return _placed(spec, target, config), why


def _placed(spec: SourceSpec, target: str, config: Config) -> SourceSpec:
    address = urlsplit(target).scheme in {"http", "https"}
    force = config.forces[0].name if config.forces else ""
    return replace(
        spec,
        title=spec.title or (urlsplit(target).hostname or "" if address else Path(target).name),
        url=WebAddress(target) if address else None,
        path=None if address else target,
        file=None if address else Path(target),
        force=spec.force or force,
        every=spec.every or timedelta(minutes=30),
        gives=Choice(spec.gives),
    )


def _gives(reading: Reading) -> str:
    """What the source would be read for, by what came: rows are troops, all else is statements."""
    return "troops" if reading.editions and not reading.items else "statements"


class Reader:
    """Reads targets one after another in one warm child."""

    def __init__(self, config: Config, asked: Settings) -> None:
        from board.collector.equipment import words
        from board.workshop.warm import Workshop

        self._config = config
        self._asked = asked
        self._vocabulary = words(config)
        self._workshop = Workshop()

    async def read(self, target: str) -> Reached:
        """Fetch and extract. Raises: FetchError, ExtractError, ConfigError."""
        from board.workshop.job import job_of

        fetched = await fetch(target, self._config.board.contact)
        if not fetched.body:
            raise ExtractError("the answer is empty")
        spec, why = spec_for(target, fetched, self._asked, self._config)
        reading = await self._workshop.read(job_of(spec, fetched.body, fetched.about, self._vocabulary))
        given = spec.gives if "gives" in self._asked.table else _gives(reading)
        return Reached(replace(spec, gives=Choice(given)), why, reading, self._asked.table)

    async def close(self) -> None:
        """End the child."""
        await self._workshop.close()
