"""Rows to editions of a table, and what an edition must pass before it is shown."""
