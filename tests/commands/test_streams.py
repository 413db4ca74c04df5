"""Standard output that is closed or full, help for every command, and a line for every event."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import IO

import pytest

from board import __version__
from board.cli import commands
from board.store import Store
from tests.commands.person import PATIENCE, Person
from tests.refresh.made import rss


def test_nobody_reads_any_more(informed: Person) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    process = informed.started("show", stdout=writer)
    os.close(writer)
    _, said = process.communicate(timeout=PATIENCE)
    assert (process.returncode, said) == (141, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
@pytest.mark.parametrize("command", [("show",), ("history", "USA"), ("show", "--format", "json")], ids=" ".join)
def test_no_space_where_the_output_goes(informed: Person, command: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w") as full:
        process = informed.started(*command, stdout=full.fileno())
        _, said = process.communicate(timeout=PATIENCE)
    assert (process.returncode, said) == (5, "board: no space left where the output goes\n")


def test_a_stream_that_knows_ascii_only_is_given_what_can_be_read_there(informed: Person) -> None:
    plain = replace(informed, more={"PYTHONIOENCODING": "ascii"})
    shown = plain.board("show", "troops").out
    assert shown.isascii()
    assert "?" not in shown
    assert "Turkiye" in shown
    given, known = (
        plain.board("show", "troops", "--format", "json"),
        informed.board("show", "troops", "--format", "json"),
    )
    assert given.out.isascii()
    assert given.json["panels"] == known.json["panels"]


def test_a_mistake_of_the_program_s_own_is_a_line_and_a_trace_in_the_log(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from board import paths
    from board.cli import main
    from board.commands import info

    def fails(_: object) -> int:
        raise LookupError("x\x1b[31m")

    monkeypatch.setattr(info, "run", fails)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert main(["info"]) == 1
    said = capsys.readouterr().err
    assert said.startswith("board: the board ended by a mistake of its own (LookupError); its trace is in ")
    assert said.count("\n") == 1
    assert "LookupError" in paths.log_file().read_text(encoding="utf-8")


def test_since_without_a_look_says_how_far_back_it_goes(informed: Person) -> None:
    assert informed.board("since").err == "no look was marked before: these are the last 7 days (--look marks one)\n"
    assert informed.board("since", "--look").code == 0
    assert informed.board("since").err == ""


def test_the_version(person: Person) -> None:
    assert person.board("--version").out == f"board {__version__}\n"


@pytest.mark.parametrize("command", ["", *commands()])
def test_every_help_has_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    from board.cli import main

    with pytest.raises(SystemExit) as ended:
        main([*filter(None, (command,)), "--help"])
    said = capsys.readouterr().out
    assert ended.value.code == 0
    assert "example" in said
    assert said.partition("example")[2].count(f"board {command}".strip()) >= 1


def test_a_command_that_is_none_is_a_mistake_of_usage(person: Person) -> None:
    done = person.board("shwo")
    assert (done.code, "Traceback" in done.err) == (2, False)


def test_watch_tells_a_new_statement_in_a_line_and_ends_at_a_signal(person: Person) -> None:
    person.writes(WATCHED)
    person.writes(rss("NATO has not changed its force").decode(), "news.xml")
    assert person.board("collect", "--once").code == 0
    process = person.started("watch", "--offline", "--json")
    assert process.stdout is not None
    assert process.stderr is not None
    try:
        assert _line(process.stderr).startswith("watching since ")
        person.writes(SAID, "news.xml")
        assert person.board("collect", "--once", "--force").code == 0
        line = _line(process.stdout)
        process.send_signal(signal.SIGINT)
        rest, said = process.communicate(timeout=PATIENCE)
    finally:
        process.kill()
    assert '"NATO' in line
    assert "will stay in Kosovo" in line
    assert (rest, said, process.returncode) == ("", "", 130)


def test_watch_and_its_collector_work_where_no_log_can_be_written(person: Person) -> None:
    person.writes(WATCHED)
    person.writes(rss("NATO has not changed its force").decode(), "news.xml")
    process = replace(person, more={"XDG_STATE_HOME": "/proc/nowhere"}).started("watch")
    assert process.stdout is not None
    assert process.stderr is not None
    try:
        assert _line(process.stderr).startswith("watching since ")
        until_collecting(person)
        person.writes(SAID, "news.xml")
        assert "will stay in Kosovo" in _line(process.stdout)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=PATIENCE)
    finally:
        process.kill()
    assert (process.returncode, said) == (130, "")


def until_collecting(person: Person) -> None:
    """Wait for a collector at work. Raises: AssertionError where none comes."""
    end = time.monotonic() + PATIENCE
    with Store.open(person.store) as store:
        while (progress := store.progress()) is None or progress.pid is None:
            assert time.monotonic() < end, "no collector came"
            time.sleep(0.05)


WATCHED = """
[[panel]]
kind = "statements"

[force.KFOR]
parent = ["NATO"]

[source.news]
kind = "feed"
language = "en"
path = "news.xml"
"""
SAID = """<rss version="2.0"><channel><title>Desk</title><item><title>NATO to stay</title>
<link>https://desk.example/9</link><guid>9</guid><pubDate>Thu, 19 Feb 2026 12:00:00 +0000</pubDate>
<description>NATO confirmed on Thursday that it will stay in Kosovo.</description></item></channel></rss>"""


def _line(stream: IO[str]) -> str:
    ready, _, _ = select.select([stream], [], [], PATIENCE)
    assert ready, "no line came"
    return stream.readline()


@pytest.mark.parametrize("command", [("check",), ("search", "kfor"), ("sources",)], ids=" ".join)
def test_a_standard_output_that_is_closed_costs_what_would_be_printed_and_no_more(
    informed: Person, command: tuple[str, ...]
) -> None:
    closed = subprocess.run(
        ["sh", "-c", 'exec "$@" >&-', "sh", sys.executable, "-m", "board", *command],
        cwd=informed.folder,
        env=informed.environ,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert (closed.returncode, closed.stdout, closed.stderr) == (0, "", "")
