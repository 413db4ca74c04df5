"""Everything the board has seen, in one SQLite file."""
