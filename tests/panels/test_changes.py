"""The changes panel: each kind in its own words, the newest first."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from board.model import Figure, Identity, Qualifier, Stance, Statement
from board.panels import _moves
from board.shapes import Condition, Tone
from board.snapshot import Change, ChangeKind, Decision
from board.spec import TierSpec
from tests.panels.building import claim, config, feed, source, view
from tests.panels.description import described
from tests.panels.memory import Memory


def change(kind: str, at: str = "2026-11-22T10:00:00Z", **parts: object) -> str:
    given = "".join(f"{name} = {value!r}\n" for name, value in parts.items())
    return f'[[change]]\nkind = "{kind}"\nref = "edition:5"\nat = {at}\n{given}'


@pytest.mark.parametrize(
    ("given", "told", "tone"),
    [
        (change("troops", before=1258, after=907), "1,258 → 907 (−351)", Tone.DOWN),
        (change("troops", before=300, after=912, places=[4, 1]), "300 → 912 (+612), place 4 → 1", Tone.UP),
        (change("total", before=4686, after=4767), "4,686 → 4,767 (+81)", Tone.UP),
        (change("rank", before=2, after=1), "place 2 → 1", Tone.PLAIN),
        (change("joined", after=23), "joined with 23", Tone.UP),
        (change("gone", before=23), "no longer listed, last 23", Tone.DOWN),
        (change("mismatch", before=4767, after=4700), "stated 4,767, rows come to 4,700", Tone.HELD),
        (change("died", text="status 403"), "status 403", Tone.FAILING),
        (change("never_answered", text="name not found"), "name not found", Tone.FAILING),
        (change("troops", after=907, text="Italy"), "Italy", Tone.PLAIN),
    ],
)
def test_a_change_is_told_in_words(given: str, told: str, tone: Tone) -> None:
    entry = feed(view("changes", described(given))).entries[0]
    assert (entry.text, entry.tone) == (told, tone)


def test_a_number_is_told_with_who_gave_it_where_that_was_another_source() -> None:
    given = change("total", before=4600, before_source="api", after=4216, source="nations")
    told = feed(view("changes", described(given), config(sources=(source("api"), source("nations"))))).entries[0]
    assert (told.text, told.data["before_source"]) == ("4,600 (Api) → 4,216 (−384)", "api")


def test_every_kind_of_change_has_a_word() -> None:
    assert set(_moves.WORDS) == set(ChangeKind)


def test_the_newest_comes_first_and_what_lies_further_back_is_left_out() -> None:
    given = (
        change("troops", "2026-11-22T08:00:00Z", nation="ITA")
        + change("troops", "2026-11-22T09:00:00Z", nation="DEU")
        + change("troops", "2026-11-20T09:00:00Z", nation="FRA")
    )
    assert [entry.who for entry in feed(view("changes", described(given))).entries] == ["Germany", "Italy"]
    assert len(feed(view("changes", described(given), within=timedelta(days=7))).entries) == 3


def test_what_was_said_long_ago_stands_below_what_was_said_today_though_it_came_later() -> None:
    today = change("statement", "2026-11-22T10:00:00Z", text="Today", when="2026-11-22T09:00:00Z")
    long_ago = change("statement", "2026-11-22T10:01:00Z", text="Long ago", when="2024-05-01")
    table = change("edition", "2026-11-22T08:00:00Z", when="2024-05-01")
    entries = feed(view("changes", described(today + long_ago + table))).entries
    assert [entry.text for entry in entries if entry.word == "SAID"] == ["Today", "Long ago"]
    assert entries[1].word == "NEW TABLE"


def test_a_figure_given_in_a_new_statement_is_told_with_it_and_not_again() -> None:
    snapshot = described('[[statement]]\ntext = "About 4,700 serve in it"\n[[figure]]\nnumber = 4700\n')
    record = snapshot.all_statements[0]
    snapshot = replace(snapshot, all_statements=(replace(record, figures=snapshot.all_figures),))
    at = datetime(2026, 11, 22, 10, tzinfo=UTC)
    said, number = (
        Change(kind=kind, ref=ref, at=at, source="desk", text="About 4,700 serve in it")
        for kind, ref in ((ChangeKind.STATEMENT, record.ref), (ChangeKind.FIGURE, "figure:1"))
    )
    snapshot = replace(snapshot, all_moves=(said, number))
    assert [entry.ref for entry in feed(view("changes", snapshot)).entries] == [record.ref]
    assert [entry.ref for entry in feed(view("changes", replace(snapshot, all_moves=(number,)))).entries] == [
        "figure:1"
    ]


@pytest.mark.parametrize(
    ("dated", "told"),
    [
        ("2026-11-22T09:30:00Z", ""),
        ("2026-11-22", ""),
        ("2026-11", ""),
        ("2026-11-22T08:00:00Z", "known since 10:00"),
        ("2026-11-20", "known since 10:00"),
        ("2026-11-24", "known since 10:00"),
    ],
)
def test_when_the_board_came_to_know_is_told_only_where_that_is_another_time(dated: str, told: str) -> None:
    entry = feed(view("changes", described(change("troops", before=2, after=1, when=dated)))).entries[0]
    assert (str(entry.when), entry.how) == (dated, told)


def test_when_the_board_came_to_know_of_what_has_no_date_is_told() -> None:
    assert feed(view("changes", described(change("troops", before=2, after=1)))).entries[0].how == "known since 10:00"


def test_what_came_since_the_last_look_is_shown_however_long_ago_that_was() -> None:
    given = change("troops", "2026-11-22T09:00:00Z", nation="DEU") + change("troops", "2026-11-12T09:00:00Z")
    looked = replace(described(given), last_look=datetime(2026, 11, 10, 7, 30, tzinfo=UTC))
    built = view("changes", looked)
    assert len(feed(built).entries) == 2
    assert (built.title, built.data) == ("changes since Tue 10 Nov 07:30", {"since": "2026-11-10T07:30:00Z"})
    later = view("changes", replace(looked, last_look=datetime(2026, 11, 22, 10, tzinfo=UTC)))
    assert (later.empty, later.title) == ("nothing changed since your last look", "changes since 10:00")


def test_in_the_past_it_is_the_time_before_and_not_since_a_look_that_came_after() -> None:
    given = change("troops", "2026-11-20T09:00:00Z") + change("troops", "2026-11-18T09:00:00Z")
    then = replace(
        described(given), at=datetime(2026, 11, 20, 12, tzinfo=UTC), last_look=datetime(2026, 11, 22, tzinfo=UTC)
    )
    built = view("changes", then)
    assert (len(feed(built).entries), built.title) == (1, "changes in the 24 h before")


def test_sources_without_news_are_told_of_only_when_asked_for() -> None:
    given = described(change("unchanged", source="a"))
    assert view("changes", given).condition is Condition.EMPTY
    assert len(feed(view("changes", given, unchanged=True)).entries) == 1


def test_a_source_is_called_by_its_title() -> None:
    given = described(change("died", source="bta", text="timeout"))
    assert feed(view("changes", given, config(sources=(source("bta"),)))).entries[0].who == "Bta"


def test_a_statement_without_a_date_stays_undated_and_a_source_dies_when_it_is_seen() -> None:
    given = described(change("statement", text="x") + change("died", text="y"))
    assert [str(entry.when) for entry in feed(view("changes", given)).entries] == ["None", "2026-11-22T10:00:00Z"]


def test_nothing_changed_is_said_so() -> None:
    built = view("changes", Memory())
    assert (built.title, built.empty) == ("changes in the last 24 h", "nothing changed in that time")


def test_what_comes_with_the_program_is_no_news() -> None:
    sources = source("shipped", path="bundled:statements.toml"), source("mine", path="mine.csv")
    given = described(change("figure", source="shipped", after=1) + change("figure", source="mine", text="x", after=2))
    assert [entry.text for entry in feed(view("changes", given, config(sources=sources))).entries] == ["2: x"]


def test_a_statement_is_told_with_its_speaker_and_its_way() -> None:
    said = '[[statement]]\nid = 5\norganisation = "NATO"\nstance = "claims"\ntext = "x"\norigin = "RFE/RL"\n'
    given = f'{said}[[change]]\nkind = "statement"\nref = "statement:5"\nat = 2026-11-22T10:00:00Z\ntext = "x"\n'
    entry = feed(view("changes", described(given))).entries[0]
    assert (entry.who, entry.way) == ("NATO", ("RFE/RL",))


@pytest.mark.parametrize(
    ("stance", "word", "tone"),
    [
        ('"denies"\nstrength = "strong"', "DENIES strongly", Tone.DENIES),
        ('"claims"', "CLAIMS", Tone.CLAIMS),
        ('"no_comment"\nstrength = "weak"', "NO ANSWER YET", Tone.NO_COMMENT),
    ],
    ids=["a denial", "a claim", "a silence"],
)
def test_a_denial_among_the_changes_does_not_read_as_what_it_denies(stance: str, word: str, tone: Tone) -> None:
    said = (
        f'[[statement]]\nid = 5\norganisation = "NATO"\ntext = "troops are leaving"\nquote = true\nstance = {stance}\n'
    )
    given = change("statement", text="troops are leaving").replace("edition:5", "statement:5")
    entry = feed(view("changes", described(said + given))).entries[0]
    assert (entry.word, entry.tone, entry.text, entry.quote) == (word, tone, "troops are leaving", True)


def test_a_new_statement_is_told_once_and_not_again_for_each_claim_it_bears_on() -> None:
    said = '[[statement]]\nid = 5\norganisation = "NATO"\nstance = "denies"\ntext = "a withdrawal"\n'
    new = change("statement", text="a withdrawal").replace("edition:5", "statement:5")
    gained = change("claim_gained", text="a withdrawal", claim="leaving").replace("edition:5", "statement:5")
    board = config(claims=(claim("leaving", "withdraw*"),))
    told = feed(view("changes", described(said + new + gained), board, unchanged=True)).entries
    assert [(entry.word, [mark.text for mark in entry.marks]) for entry in told] == [("DENIES", ["denies: leaving"])]


def test_an_edit_is_told_with_what_was_said_and_what_is_said_instead() -> None:
    said = Statement(
        speaker="", organisation="KFOR", identity=Identity.ORGANISATION, stance=Stance.DENIES, text="We have no plans"
    )
    counted = Figure(subject="KFOR", number=4700, qualifier=Qualifier.ABOUT, quote="about 4,700 troops")
    now = replace(said, stance=Stance.CONFIRMS, text="We may reduce it")
    edit = Change(
        kind=ChangeKind.EDITED,
        ref="item:1",
        at=datetime(2026, 11, 22, 10, tzinfo=UTC),
        source="desk",
        text="No plans",
        withdrawn=(said, counted),
        came=(now, replace(counted, number=3900)),
    )
    entry = feed(view("changes", Memory(all_moves=(edit,)))).entries[0]
    assert entry.text == (
        "No plans · said: DENIES KFOR: We have no plans; KFOR ≈4,700"
        " · says now: CONFIRMS KFOR: We may reduce it; KFOR ≈3,900"
    )
    assert entry.data["withdrawn"] == ["DENIES KFOR: We have no plans", "KFOR ≈4,700"]
    assert _moves.told(replace(edit, came=(counted,)), config()).endswith("KFOR ≈4,700 · says now: KFOR ≈4,700")
    assert _moves.told(replace(edit, came=()), config()).startswith("No plans · no longer says: DENIES KFOR")
    assert _moves.told(replace(edit, withdrawn=()), config()).startswith("No plans · also says now: CONFIRMS")
    assert _moves.told(replace(edit, withdrawn=(), came=()), config()) == "No plans"


def test_a_figure_is_told_with_who_gave_it_what_it_counts_and_how_it_came() -> None:
    given = """
    [[figure]]
    nation = "ITA"
    number = 200
    qualifier = "more_than"
    kind = "reinforcement"
    said_by = "Guido Crosetto"
    quote = "more than 200 will join"
    """
    snapshot = described(given)
    figure = snapshot.all_figures[0].value
    at = datetime(2026, 11, 22, 10, tzinfo=UTC)
    came = Change(
        kind=ChangeKind.FIGURE,
        ref="figure:1",
        at=at,
        source="desk",
        text=figure.quote,
        nation="ITA",
        after=200,
        came=(figure,),
    )
    entry = feed(view("changes", replace(snapshot, all_moves=(came,)))).entries[0]
    assert (entry.who, entry.text) == ("Guido Crosetto", "Italy >200 reinforcement: more than 200 will join")
    assert (entry.data["said_by"], entry.data["counts"]) == ("Guido Crosetto", "reinforcement")
    provenance = entry.data["provenance"]
    assert isinstance(provenance, dict)
    assert provenance["source_title"] == "Baseline"


def test_how_many_there_were_years_ago_is_no_news_and_a_figure_of_a_carrier_is_told_with_the_statement() -> None:
    figure = '[[figure]]\nnumber = {}\nkind = "{}"\nquote = "{}"\n'
    given = figure.format(50000, "historical", "Once 50,000.") + figure.format(4700, "present", "Now 4,700.") * 2
    snapshot = described('[[statement]]\ntext = "Now 4,700"\n' + given)
    record = replace(snapshot.all_statements[0], figures=snapshot.all_figures[1:2])
    at = datetime(2026, 11, 22, 10, tzinfo=UTC)
    moves = [Change(kind=ChangeKind.STATEMENT, ref=record.ref, at=at, source="desk", text="Now 4,700")]
    moves += [
        Change(kind=ChangeKind.FIGURE, ref=each.ref, at=at, source="desk", text=each.value.quote, came=(each.value,))
        for each in snapshot.all_figures
    ]
    snapshot = replace(snapshot, all_statements=(record,), all_moves=tuple(moves))
    assert [entry.ref for entry in feed(view("changes", snapshot)).entries] == [record.ref]


@pytest.mark.parametrize(
    ("ref", "kind", "value", "who", "text"),
    [
        ("tier:2", "posture", "on duty", "Tier 2 EULEX", "on duty, by m: seen on patrol"),
        ("edition:3", "accept", "refused", "held table", "refused, by m: seen on patrol"),
        ("held:desk", "accept", "accepted", "held reading of desk", "accepted, by m: seen on patrol"),
        ("statement:5", "claim", "-withdrawal", "NATO", "not on the claim withdrawal, by m: seen on patrol"),
    ],
)
def test_a_decision_is_told_with_what_it_is_on_who_made_it_and_why(
    ref: str, kind: str, value: str, who: str, text: str
) -> None:
    at = datetime(2026, 11, 22, 10, tzinfo=UTC)
    decision = Decision(ref=ref, kind=kind, value=value, who="m", at=at, why="seen on patrol")
    decided = Change(kind=ChangeKind.DECIDED, ref=ref, at=at, source="", text="", decision=decision)
    said = described('[[statement]]\nid = 5\norganisation = "NATO"\nstance = "claims"\ntext = "x"\n')
    board = config(tiers=(TierSpec(level=2, name="EULEX"),))
    entry = feed(view("changes", replace(said, all_moves=(decided,)), board)).entries[0]
    assert (entry.who, entry.text) == (who, text)


def test_a_claim_gains_only_what_counts_for_one_of_its_sides_and_names_it() -> None:
    said = "".join(
        f'[[statement]]\nid = {number}\norganisation = "NATO"\nstance = "{stance}"\nidentity = "organisation"\n'
        f'confidence = "{confidence}"\ntext = "{text}"\n'
        for number, stance, confidence, text in (
            (1, "denies", "high", "no withdrawal"),
            (2, "claims", "low", "a withdrawal"),
            (3, "claims", "high", "something else"),
        )
    )
    gained = "".join(
        f'[[change]]\nkind = "claim_gained"\nref = "statement:{number}"\nat = 2026-11-22T10:00:00Z\n'
        f'text = "{text}"\nclaim = "leaving"\n'
        for number, text in ((1, "no withdrawal"), (2, "a withdrawal"), (3, "something else"))
    )
    board = config(claims=(claim("leaving", "withdraw*"),))
    entries = feed(view("changes", described(said + gained), board, unchanged=True)).entries
    assert [(entry.word, entry.who, entry.text) for entry in entries] == [
        ("CLAIM GAINED", "NATO", "denies: leaving · no withdrawal")
    ]
    assert entries[0].marks == (), "the side is told once"


@pytest.mark.parametrize(
    ("said", "heading", "told"),
    [
        ("a withdrawal is near", "", ["asserts: leaving · a withdrawal is near"]),
        ("about 600 troops are there", "A withdrawal?", []),
        ("it rains", "Weather", []),
    ],
    ids=["its own words", "only the headline above it", "nothing of it"],
)
def test_a_claim_loses_only_what_counted_for_one_of_its_sides(said: str, heading: str, told: list[str]) -> None:
    given = f'[[statement]]\nid = 5\norganisation = "NATO"\nstance = "claims"\ntext = "{said}"\n'
    board = described(given)
    gone = replace(board.all_statements[0].statement, stance=Stance.CLAIMS)
    lost = Change(
        kind=ChangeKind.CLAIM_LOST,
        ref="statement:5",
        at=datetime(2026, 11, 22, 10, tzinfo=UTC),
        source="desk",
        text=said,
        claim="leaving",
        heading=heading,
        withdrawn=(gone,),
    )
    entries = feed(view("changes", replace(board, all_moves=(lost,)), config(claims=(claim("leaving", "withdraw*"),))))
    assert [entry.text for entry in entries.entries] == told
