"""The face on a real pseudo-terminal: it comes up, it gives the terminal back, and nothing typed at it breaks it."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import time

import pytest

from tests.terminal.pty_run import ROOT, SAMPLE, OnTerminal

READY = "KFOR contributions"
TRIES = 20


def test_it_opens_with_data_and_quits_with_nothing_left_on_though_the_size_it_is_told_is_wrong() -> None:
    with OnTerminal(environ={"COLUMNS": "9999", "LINES": "9999"}) as terminal:
        terminal.until(READY, "Italy", "q quit")
        terminal.send(b"q")
        assert terminal.ended() == 0
        assert terminal.left_on() == []


def test_pixel_mouse_is_ended_where_the_terminal_resizes_in_band() -> None:
    with OnTerminal() as terminal:
        terminal.until(READY)
        terminal.send(b"\x1b[?2048;2$y")
        terminal.until_sent(b"\x1b[?1016h")
        terminal.send(b"q")
        assert terminal.ended() == 0
        assert terminal.left_on() == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT])
def test_a_signal_ends_it_with_its_number_and_a_terminal_restored(number: signal.Signals) -> None:
    with OnTerminal() as terminal:
        terminal.until(READY)
        terminal.kill(number)
        assert terminal.ended() == 128 + number
        assert terminal.left_on() == []


def test_a_signal_before_the_first_frame_ends_it_too() -> None:
    with OnTerminal() as terminal:
        time.sleep(0.35)
        terminal.kill(signal.SIGTERM)
        assert terminal.ended() in (128 + signal.SIGTERM, -signal.SIGTERM)
        assert terminal.left_on() == []


def test_after_a_stop_by_signal_and_by_key_it_comes_back_with_its_picture() -> None:
    with OnTerminal(of_a_shell=True) as terminal:
        terminal.until(READY)
        for stop in (signal.SIGTSTP, b"\x1a"):
            terminal.send(stop) if isinstance(stop, bytes) else terminal.kill(stop)
            terminal.until_given_back()
            terminal.wiped()
            terminal.continued(READY, "Italy")
        assert terminal.sent_away() == 0


def test_asked_to_stop_where_no_shell_could_take_it_up_again_it_stays() -> None:
    with OnTerminal() as terminal:
        terminal.until(READY)
        terminal.quiet()
        terminal.wiped()
        terminal.send(b"\x1a")
        terminal.until(READY, "Italy")
        assert terminal.sent_away() == 0
        assert terminal.left_on() == []


def test_told_to_go_on_though_it_never_stopped_it_still_ends_when_asked() -> None:
    with OnTerminal() as terminal:
        terminal.until(READY)
        for _ in range(3):
            terminal.wiped()
            terminal.kill(signal.SIGCONT)
            terminal.until(READY, "Italy")
        assert terminal.sent_away() == 0
        assert terminal.left_on() == []


def test_told_to_stop_and_go_on_in_one_breath_it_still_ends_when_asked() -> None:
    with OnTerminal(of_a_shell=True) as terminal:
        terminal.until(READY)
        for pause in (0.0, 0.0001, 0.001, 0.01, 0.05, 0.1, 0.15):
            terminal.kill(signal.SIGTSTP)
            time.sleep(pause)
            terminal.kill(signal.SIGCONT)
        terminal.read(1.0)  # asked for both at once it may well do them in the other order, and stand still
        terminal.quiet()
        terminal.wiped()
        terminal.continued(READY, "Italy")
        assert terminal.sent_away() == 0
        assert terminal.left_on() == []


ODD = (
    b"\xff",
    b"\xff\xfe\x80" * 50,
    b"\x1b[999999999~",
    b"\x1b[1114112u",
    b"\x1b[M\x20\xc3\x28",
    b"\x1b[M\x23\xe0\xff",
    b"\x1b[<0;999999;1M",
    b"\x1b[48;1;99999999;1;1t",
    b"\x1b[48;0;0;0;0t",
    b"\x1b" * 40,
    b"\x1b]0;title\x07",
    b"\x1b[200~paste \xff\x1b[31m\x1b[201~",
)
TRUE_SIZE = b"\x1b[48;30;100;0;0t"
"""As a terminal tells it that resizes in band."""


def test_odd_input_does_not_end_it_and_the_next_key_is_heard() -> None:
    with OnTerminal() as terminal:
        terminal.until(READY)
        for typed in ODD:
            terminal.send(typed)
            terminal.read(0.2)
            terminal.send(TRUE_SIZE)
            assert help_opens(terminal), f"{typed!r} ended it, or nothing is heard after it:\n{terminal.text()}"
        assert terminal.sent_away() == 0


def help_opens(terminal: OnTerminal) -> bool:
    """Whether Esc and `?` open the help in the end: what came before may have taken the first of them for its own."""
    for _ in range(TRIES):
        for key in (b"\x1b", b"?"):
            terminal.read(0.2)
            if terminal._is_over():
                return False
            terminal.send(key)
        if terminal.comes("How to read this board", seconds=1.0):
            terminal.send(b"\x1b")
            terminal.until_gone("How to read this board")
            return True
    return False


def test_a_storm_of_sizes_ends_in_the_right_picture_and_then_nothing_is_sent_while_nothing_changes() -> None:
    dice = random.Random(7)
    with OnTerminal() as terminal:
        terminal.until(READY)
        for _ in range(60):
            terminal.resize(dice.randint(1, 220), dice.randint(1, 70))
            terminal.read(0.01)
        terminal.resize(120, 40)
        terminal.until("Response tiers")
        terminal.quiet()
        assert terminal.read(2.0) == b""
        terminal.resize(1, 1)
        terminal.quiet()
        terminal.send(b"q")
        assert terminal.ended() == 0


def test_without_a_terminal_it_says_so_and_exits_2() -> None:
    done = subprocess.run(SAMPLE, cwd=ROOT, capture_output=True, timeout=20, check=False, stdin=subprocess.DEVNULL)
    assert done.returncode == 2
    assert done.stderr.decode().count("\n") == 1
    assert b"needs a terminal" in done.stderr


def test_on_a_dumb_terminal_it_says_so_and_exits_2() -> None:
    with OnTerminal(environ={"TERM": "dumb"}) as terminal:
        terminal.until("cannot be drawn on")
        assert terminal.ended() == 2


def test_an_ascii_terminal_gets_ascii_alone() -> None:
    environ = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
    with OnTerminal(environ=environ) as terminal:
        terminal.until("KFOR contributions")
        assert terminal.raw.isascii()
        terminal.until("Turkiye")


def test_a_closed_window_ends_it() -> None:
    terminal = OnTerminal()
    terminal.until(READY)
    os.close(terminal.fd)
    for _ in range(100):
        done, _code = os.waitpid(terminal.pid, os.WNOHANG)
        if done:
            break
        time.sleep(0.05)
    assert done == terminal.pid


MONKEY = [
    *(key.encode() for key in "jkgGzZ123456789sSrRdtw<>.?:TfiyYcmaenN/ b"),
    *(b"\t", b"\x1b[Z", b"\r", b"\x1b", b"\x1b[A", b"\x1b[B", b"\x1b[5~", b"\x1b[6~", b"\x06", b"\x10", b"\x7f"),
    *(b"\x1b[<0;20;5M\x1b[<0;20;5m", b"\x1b[<64;60;9M", b"\x1b[<65;60;9M"),
]


def type_at_random(seed: int, count: int) -> None:
    """Every key but those that end it or start another program, faster than a hand could."""
    dice = random.Random(seed)
    with OnTerminal((*SAMPLE, "night-desk", "kosovo"), size=(120, 40)) as terminal:
        terminal.until(READY)
        for _ in range(count):
            terminal.send(dice.choice(MONKEY))
            terminal.read(dice.choice((0, 0, 0.01, 0.05)))
        terminal.quiet()
        assert terminal.sent_away() == 0
        assert terminal.left_on() == []


@pytest.mark.parametrize("seed", [1, 2])
def test_keys_typed_at_random_do_not_end_it(seed: int) -> None:
    type_at_random(seed, 150)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(10, 20))
def test_many_keys_typed_at_random_do_not_end_it(seed: int) -> None:
    type_at_random(seed, 1500)


@pytest.mark.long
def test_a_thousand_sizes_and_keys_leave_it_alive() -> None:
    dice = random.Random(11)
    with OnTerminal() as terminal:
        terminal.until(READY)
        for _ in range(1000):
            terminal.resize(dice.randint(1, 300), dice.randint(1, 100))
            terminal.send(dice.choice([b"j", b"k", b"\t", b"z", b"1", b"2", b"s", b"G", b"g"]))
            terminal.read(0.005)
        terminal.resize(120, 40)
        terminal.until("q quit")
        terminal.send(b"q")
        assert terminal.ended() == 0
