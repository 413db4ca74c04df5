"""A situation board for the terminal: the number now, who says so, as of when, who denies it."""

__version__ = "0.1.0"
