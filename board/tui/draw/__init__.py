"""Shapes to lines of coloured words: pure functions that know widths and meanings, but no terminal and no Textual."""
