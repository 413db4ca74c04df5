"""Screens, one file each: the board itself, and what opens over it."""
