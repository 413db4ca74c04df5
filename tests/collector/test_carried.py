"""One statement that several outlets carry: one entry with its carriers, one origin, until a person takes it apart."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from board.collector.once import collect
from board.config import load
from board.fetch.manners import Manners
from board.judging.folding import fold_of
from board.panels import claims, statements
from board.shapes import Feed
from board.snapshot import Decision, StatementRecord
from board.spec import Config
from board.store import Store
from tests.collector.boards import board
from tests.loopback import Route, answer, served
from tests.refresh.made import NOON

HOST = "127.0.0.1"
SAID = "“There is no change planned in the deployment of our troops in Kosovo,” a NATO official told Radio Desk."
PANELS = """
[[panel]]
kind = "statements"

[[panel]]
kind = "claims"

[claim.withdrawal]
text = "Troops are withdrawn"
match = "change AND deployment"
"""
TITLES = {"desk": "No change in Kosovo, says NATO", "agency": "NATO: troops stay", "paper": "Soldiers will stay on"}


def feed(name: str, hour: int, said: str = SAID, more: str = "") -> bytes:
    published = f"{NOON + timedelta(hours=hour):%a, %d %b %Y %H:%M:%S} +0000"
    item = (
        f"<item><title>{TITLES[name]}</title><link>https://{name}.example/1</link><guid>{name}-1</guid>"
        f"<pubDate>{published}</pubDate><description>{said} {more}</description></item>"
    )
    return f'<rss version="2.0"><channel><title>{name}</title>{item}</channel></rss>'.encode()


def routes(more: str = "") -> dict[str, Route]:
    return {f"/{name}": answer(body=feed(name, hour, more=more)) for hour, name in enumerate(TITLES, start=-5)}


def read(folder: Path, config: Config) -> None:
    collect(config, folder / "store", tell=lambda _: None, force=True, manners=Manners(gap=0.0))


def told(folder: Path) -> list[StatementRecord]:
    """Whatever is no headline, one an origin."""
    with Store.open(folder / "store") as store:
        return list(store.snapshot().statements(limit=99, headlines=False))


def counted(folder: Path, config: Config) -> dict[str, Any]:
    """What the panel of claims says of the one claim."""
    spec = next(panel for panel in config.panels if panel.kind == "claims")
    with Store.open(folder / "store") as store:
        data = claims.build(store.snapshot(), spec, config, NOON).data
    claim: dict[str, Any] = data["claims"]["withdrawal"]  # type: ignore[index]
    return claim


def decide(folder: Path, ref: str, kind: str, value: str, config: Config) -> None:
    with Store.open(folder / "store", fold=fold_of(config)) as store:
        store.decide(Decision(ref=ref, kind=kind, value=value, who="me", at=NOON + timedelta(days=300)))


def test_what_three_outlets_carry_is_one_entry_and_one_origin_until_it_is_taken_apart(tmp_path: Path) -> None:
    with served({HOST: routes()}) as servers:
        config = board(tmp_path, {name: servers[HOST].url(f"/{name}") for name in TITLES}, PANELS)
        read(tmp_path, config)
        (one,) = told(tmp_path)
        assert one.provenance.source == "desk"
        assert sorted(came.source for _, _, came in one.repeats) == ["agency", "paper"]
        assert len(counted(tmp_path, config)["denies"]) == 1
        with Store.open(tmp_path / "store") as store:
            spec = next(panel for panel in config.panels if panel.kind == "statements")
            shown = statements.build(store.snapshot(), spec, config, NOON).shape
        assert isinstance(shown, Feed)
        assert [entry.carriers for entry in shown.entries if entry.ref == one.ref] == [3]

        apart = next(ref for ref, _, came in one.repeats if came.source == "paper")
        decide(tmp_path, apart, "fold", "apart", config)
        servers[HOST].routes = routes("A second paragraph was added afterwards.")
        read(tmp_path, config)
        assert {each.provenance.source: len(each.repeats) for each in told(tmp_path)} == {"desk": 1, "paper": 0}
        decide(tmp_path, apart, "fold", one.ref, config)
        assert [len(each.repeats) for each in told(tmp_path)] == [2]


@pytest.mark.parametrize("first", ["desk", "agency"])
def test_what_was_held_and_is_accepted_is_put_together_as_well(tmp_path: Path, first: str) -> None:
    with served({HOST: routes()}) as servers:
        places = {name: servers[HOST].url(f"/{name}") for name in ("desk", "agency")}
        config = board(tmp_path, places, PANELS)
        guarded = config.file.read_text() + f"[source.{first}.guard]\nmin_rows = 3\n"
        config.file.write_text(guarded)
        config = load(config.file, "board.toml")
        read(tmp_path, config)
        assert [each.provenance.source for each in told(tmp_path)] == [{"desk": "agency", "agency": "desk"}[first]]
        decide(tmp_path, f"held:{first}", "accept", "accepted", config)
        (one,) = told(tmp_path)
        assert (one.provenance.source, len(one.repeats)) == ("desk", 1)
