"""Reading four times the text takes about four times the work, whatever the text is made of."""

import gc
import sys
from types import FrameType

import pytest

from board.reading.read import read_text
from tests.reading.vocabulary import VOCABULARY

SHORT, TIMES = 3_000, 4
MOST = 4.9
"""Times the work for four times the text; what is looked at anew from every place comes to far more."""
PIECES = (
    '"', "“a” ", "a“b ", "(a) ", "((((", "1 ", "two ", "two hundred and ", "4,500 ", "a-", "a", "and ", "’", "\n",
    "said ", "he said; ", "said (“a,” said NATO) ", "NATO said that ", "It said that NATO said that ",
    "NATO minister, ", "600 soldiers.\n", "Italy (600), ", "A: 600. ", "in 2020 ", "NATO: 600 soldiers, ",
    "NATO said 600 soldiers. ", "“We stay.”\n", "An official said: “We stay.” ",
    "the official said that the minister denied that ",
    "The minister said. ", "the secretary general said. ", "NATO. The Secretary General said. ",
    "Minister Jens Stoltenberg said. ", "Jens Stoltenberg, the minister, said. ", "spokesman Kurt Lindner said. ",
    "his Swiss counterpart said. ", "Ministry of Defence of Italy. The ministry said. ", "according to NATO, ",
    "declined to comment ",
)  # fmt: skip


def _work(text: str) -> int:
    """Calls and returns of functions while `text` is read: the same on every machine."""
    events = 0

    def count(_frame: FrameType, _event: str, _arg: object) -> None:
        nonlocal events
        events += 1

    before = sys.getprofile()
    gc.disable()  # Early Pythons of 3.11 may crash where garbage is looked for while calls are counted.
    sys.setprofile(count)
    try:
        read_text("", text, vocabulary=VOCABULARY, language="en")
    finally:
        sys.setprofile(before)
        gc.enable()
    return events


@pytest.mark.parametrize("piece", PIECES)
def test_four_times_the_text_is_four_times_the_work(piece: str) -> None:
    long = (piece * (SHORT * TIMES // len(piece) + 1))[: SHORT * TIMES]
    read_text("", long[:100], vocabulary=VOCABULARY, language="en")
    assert _work(long) < MOST * _work(long[:SHORT])
