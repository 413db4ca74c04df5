"""Tests of the kinds that read tables and records, and of what becomes of their rows."""
