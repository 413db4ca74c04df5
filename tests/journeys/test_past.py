"""The board is taken back in time and returned to now."""

from __future__ import annotations

import re

from tests.journeys.desk import Desk, Reader

LATER = re.compile(r"(?:Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) 2025|202[67]")
"""Dates after the one it is taken back to: not even the agenda has one, as nothing ahead had been announced by then."""


def test_the_board_is_taken_back_to_february_2025_and_returned_to_now(desk: Desk) -> None:
    with desk.open_shipped() as reader:
        reader.sees("Italy", "907")
        reader.type("t")
        reader.sees("The board as it stood at")
        reader.type("2025-02-25\r")
        reader.sees("AS IT STOOD 25 Feb 2025", "goes back to now")
        reader.sees("Italy", "1,258")
        reader.sees("DENIES strongly Ministry of Defence of Kosovo")
        reader.quiet()
        assert "25 Feb DENIES strongly" in reader.text().splitlines()[2]
        reader.type("z")
        for number in "12345678":
            reader.type(number)
            reader.quiet()
            assert not LATER.search(reader.text()), reader.text()
            assert "read yet" not in reader.text()
        reader.type("z", "1", ">")
        reader.no_longer_sees("AS IT STOOD 25 Feb 2025")
        later = stood(reader)
        reader.type("<")
        reader.no_longer_sees(later)
        assert stood(reader) == "AS IT STOOD 25 Feb 2025"
        reader.type(".")
        reader.sees("Italy", "907")
        assert "AS IT STOOD" not in reader.text()
        reader.leaves()


def stood(reader: Reader) -> str:
    """`AS IT STOOD 1 Mar 2025`, as the header says it."""
    return reader.sees("AS IT STOOD").partition(":")[0].rpartition(" ")[0].strip()
