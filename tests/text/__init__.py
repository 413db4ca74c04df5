"""Tests of board.text."""
