"""Widgets, one file each: the panels (one a shape), header, footer and the areas they stand in."""
