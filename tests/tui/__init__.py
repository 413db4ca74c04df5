"""The face: drawing, keys, screens."""
