"""A small board in views: the shapes a reader meets, with the baseline's figures."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from board.model import When
from board.shapes import (
    Cell,
    Chart,
    Column,
    Condition,
    Entry,
    Feed,
    Ladder,
    Map,
    Mark,
    Pin,
    Rung,
    Span,
    Table,
    TableRow,
    Tone,
    View,
)
from board.snapshot import SourceHealth, SourceState
from board.spec import BoardSpec, Config, PanelSpec
from board.tui.picture import Picture

NOW = datetime(2026, 11, 22, 14, 7, tzinfo=UTC)
COLUMNS = (
    Column(name="rank", title="#", right=True, keep=2),
    Column(name="code", title="", keep=1),
    Column(name="nation", title="Nation", keep=10, stretch=True),
    Column(name="troops", title="Troops", right=True, keep=9),
    Column(name="change", title="Δ", right=True, keep=7),
    Column(name="share", title="%", right=True, keep=5),
    Column(name="bar", title="", keep=3),
    Column(name="trend", title="Trend", keep=4),
    Column(name="also", title="Also", keep=6),
)
NATIONS = (
    ("ITA", "Italy", 907, -351, (700, 600, 800, 900, 1258, 907), ""),
    ("USA", "United States", 590, -12, (660, 600, 602, 600, 602, 590), "≈600"),
    ("HUN", "Hungary", 408, -25, (360, 433, 408, 408), ""),
    ("TUR", "Türkiye", 382, 13, (370, 369, 369, 382), ""),
    ("DEU", "Germany", 308, 238, (390, 70, 70, 308), ""),
    ("ALB", "Albania", 256, 167, (29, 29, 89, 256), ""),
)


def troops(count: int = 6) -> View:
    rows = tuple(_row(number, *NATIONS[number % 6]) for number in range(count))
    footer = (
        (Span("6 of 33 nations known: 2,851 of 4,767 (59.8 %)"), Span("   partial", Tone.STALE)),
        (Span("also in Feb 2026: ≈4,636 (Telegrafi)  ≈4,500 (Politico)"),),
        (Span("RFE/RL from nato.int"),),
    )
    return View(
        name="troops",
        kind="troops",
        title="KFOR contributions",
        shape=Table(columns=COLUMNS, rows=rows, footer=footer),
        as_of=When.day(2026, 2, 19),
        condition=Condition.STALE,
        trouble="KFOR contributing nations failing (3) since Fri 20 Nov: no answer within 20 s",
    )


def _row(number: int, code: str, name: str, count: int, change: int, trend: tuple[int, ...], also: str) -> TableRow:
    cells = (
        Cell(str(number + 1), number + 1, Tone.MUTED),
        Cell(code, code, Tone.MUTED),
        Cell(name, name),
        Cell(f"{count:,}", count, Tone.STRONG),
        Cell(f"{change:+,}".replace("-", "−"), change, Tone.UP if change > 0 else Tone.DOWN),
        Cell(f"{count / 47.67:.1f}", count / 4767),
        Cell("", share=count / 907),
        Cell("", trend=trend),
        Cell(also, also, Tone.CLAIMS),
    )
    ref = f"nation:{code}" if number < len(NATIONS) else f"nation:{code}-{number}"
    return TableRow(ref=ref, cells=cells)


def entry(key: int, **fields: object) -> Entry:
    base = Entry(
        ref=f"statement:{key}",
        key=key,
        when=When.day(2026, 2, 19),
        word="CONFIRMS",
        tone=Tone.CONFIRMS,
        who="NATO, official",
        how="unnamed",
        text="about 600 troops, leads Regional Command East",
        way=("RFE/RL",),
        grade="B2",
    )
    return replace(base, **fields)  # type: ignore[arg-type]


def entries() -> tuple[Entry, ...]:
    denies = {"word": "DENIES", "tone": Tone.DENIES}
    return (
        entry(
            99,
            word="DENIES weakly",
            tone=Tone.DENIES,
            who="US Defense Dept, official",
            how="unnamed, in writing",
            text="currently no change in the deployment of US troops",
            way=("RFE/RL", "BTA", "fakti.bg"),
            new=True,
        ),
        entry(98, carriers=3, marks=(Span("≈600 USA", Tone.CLAIMS), Span("edited", Tone.STALE))),
        entry(
            97,
            word="NO ANSWER YET",
            tone=Tone.NO_COMMENT,
            who="Kosovo government; MoD",
            how="asked by RFE/RL",
            text="",
            way=(),
        ),
        entry(
            96,
            word="CLAIMS",
            tone=Tone.CLAIMS,
            who="four diplomats",
            when=When.day(2026, 2, 18),
            text="Washington wants to scale back KFOR",
            carriers=10,
            way=("Politico",),
        ),
        entry(
            80,
            **denies | {"word": "DENIES strongly"},
            who="Kosovo MoD",
            how="in writing",
            when=When.day(2025, 2, 25),
            text="withdrawal is out of the question",
            quote=True,
            way=("Anadolu",),
        ),
        entry(79, when=When.day(2025, 2, 25), text="more than 600 troops; commitment unwavering", way=("Anadolu",)),
        entry(
            78,
            when=None,
            word="HEADLINE",
            tone=Tone.HEADLINE,
            who="Telegrafi",
            how="",
            text="A la po tërhiqet SHBA-ja nga KFOR-i?",
            way=(),
        ),
    )


def statements(shown: tuple[Entry, ...] | None = None, more: int | None = None) -> View:
    return View(
        name="statements",
        kind="statements",
        title="Latest statements",
        shape=Feed(entries=entries() if shown is None else shown, more=more),
        as_of=When.day(2026, 2, 19),
        condition=Condition.FRESH,
        fresh=3,
    )


def tiers() -> View:
    rungs = (
        Rung(ref="tier:1", level=1, name="Kosovo Police", role="first", posture="on duty", posture_tone=Tone.OK,
             since=NOW - timedelta(hours=12), basis="Law 04/L-076", strength="8,546 staff (Mar 2012)"),
        Rung(ref="tier:2", level=2, name="EULEX", role="second", posture="in support", posture_tone=Tone.MUTED,
             since=NOW - timedelta(days=3), basis="Joint Action 2008/124/CFSP · mandate to 14 Jun 2027",
             strength="Formed Police Unit 105 (2023)"),
        Rung(ref="tier:3", level=3, name="KFOR", role="third", posture="unknown", posture_tone=Tone.UNKNOWN,
             since=None, basis="UNSCR 1244", strength="4,767 from 33 nations (19 Feb 2026)",
             proposal="ready: “ready to respond if required” (KFOR, 20 Nov)"),
    )  # fmt: skip
    return View(
        name="tiers",
        kind="tiers",
        title="Response tiers",
        shape=Ladder(rungs=rungs, footer=((Span("as described by EULEX and KFOR"),),)),
        as_of=None,
        condition=Condition.FRESH,
    )


def trend() -> View:
    points = (
        (2017, 2, 4273),
        (2018, 6, 4031),
        (2020, 3, 3400),
        (2022, 8, 3770),
        (2023, 6, 4353),
        (2025, 4, 5157),
        (2026, 2, 4767),
    )
    line = tuple(
        Mark(ref=f"edition:{number}", at=datetime(year, month, 1, tzinfo=UTC), value=value, label=f"{value:,} NATO")
        for number, (year, month, value) in enumerate(points)
    )
    marks = (
        Mark(ref="figure:1", at=datetime(2026, 2, 12, tzinfo=UTC), value=4636, low=4500, high=4770,
             label="≈4,636 Telegrafi", tone=Tone.CLAIMS),
        Mark(ref="figure:2", at=datetime(2023, 10, 1, tzinfo=UTC), value=4500, low=4500,
             label="≥4,500 NATO", tone=Tone.CONFIRMS),
    )  # fmt: skip
    return View(
        name="trend", kind="trend", title="KFOR since 2017", shape=Chart(title="KFOR", line=line, marks=marks,
        footer=((Span("● edition  ○ figure  │ range"),),)), as_of=When.day(2026, 2, 19), condition=Condition.FRESH,
    )  # fmt: skip


def places() -> View:
    ring = (
        (20.0, 42.6),
        (20.35, 43.2),
        (20.8, 43.25),
        (21.7, 42.7),
        (21.5, 42.25),
        (21.0, 42.1),
        (20.6, 41.85),
        (20.5, 42.3),
    )
    pins = (
        Pin(ref="place:pristina", latitude=42.66, longitude=21.16, label="Pristina", count=4, tone=Tone.STRONG),
        Pin(ref="place:zvecan", latitude=42.91, longitude=20.84, label="Zvečan", count=2, tone=Tone.DENIES),
        Pin(ref="place:bondsteel", latitude=42.36, longitude=21.25, label="Bondsteel"),
    )
    return View(
        name="map",
        kind="map",
        title="Where",
        shape=Map(outline=(ring,), pins=pins),
        as_of=None,
        condition=Condition.FRESH,
    )


def health() -> tuple[SourceHealth, ...]:
    states = [SourceState.OK] * 12 + [SourceState.STALE, SourceState.FAILING]
    return tuple(
        SourceHealth(name=f"source-{number}", state=state, since=NOW - timedelta(days=2), reason="")
        for number, state in enumerate(states)
    )


def picture(*views: View) -> Picture:
    shown = views or (troops(), statements(), tiers())
    return Picture(views=shown, health=health(), cut_off=NOW - timedelta(minutes=9), now=NOW)


def config(**fields: object) -> Config:
    board = BoardSpec(title="Kosovo: security situation", time_zone=ZoneInfo("Europe/Belgrade"))
    return replace(Config(file=Path("board.toml"), shown_as="board.toml", board=board), **fields)  # type: ignore[arg-type]


def panel_specs(*kinds: str) -> tuple[PanelSpec, ...]:
    return tuple(PanelSpec(kind=kind, name=kind, title=kind, options=None) for kind in kinds)
