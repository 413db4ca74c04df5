from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from board.alerts.channels import desktop_argv, show_on_desktop, webhook_payload
from board.alerts.rules import Notice
from board.config.channels import Bell, Channel, Desktop, Webhook, channel

NOTICE = Notice(
    alert="italy-moves",
    title="italy-moves",
    lines=("Italy: 907 → 852", "<b>bold</b> & more"),
    refs=("edition:2",),
    at=datetime(2026, 6, 1, tzinfo=UTC),
    notify=("desktop",),
)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("desktop", Desktop()),
        ("bell", Bell()),
        ("webhook:https://example.org/hook", Webhook("https://example.org/hook")),
        ("webhook:file:///etc/passwd", None),
        ("webhook:", None),
        ("desktop:now", None),
        ("pigeon", None),
    ],
)
def test_a_word_names_a_channel_or_none(word: str, expected: Channel | None) -> None:
    assert channel(word) == expected


def test_the_desktop_gets_text_and_no_options() -> None:
    *options, end, title, body = desktop_argv(NOTICE)
    assert (options, end, title) == (["notify-send", "--app-name=board"], "--", "italy-moves")
    assert body == "Italy: 907 → 852\n&lt;b&gt;bold&lt;/b&gt; &amp; more"


def test_a_program_that_takes_it_has_shown_it(tmp_path: Path) -> None:
    program = tmp_path / "notify"
    program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {tmp_path}/said\n')
    program.chmod(0o755)
    assert show_on_desktop(NOTICE, str(program))
    assert (tmp_path / "said").read_text().splitlines()[:3] == ["--app-name=board", "--", "italy-moves"]


def test_no_desktop_or_a_refusing_one_is_told_apart_from_shown(tmp_path: Path) -> None:
    assert not show_on_desktop(NOTICE, "no-such-program")
    refusing = tmp_path / "refuse"
    refusing.write_text("#!/bin/sh\nexit 1\n")
    refusing.chmod(0o755)
    assert not show_on_desktop(NOTICE, str(refusing))


def test_a_webhook_gets_json() -> None:
    said = json.loads(webhook_payload(NOTICE))
    assert said["text"] == "italy-moves\nItaly: 907 → 852\n<b>bold</b> & more"
    assert (said["at"], said["refs"]) == ("2026-06-01T00:00:00Z", ["edition:2"])
