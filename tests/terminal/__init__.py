"""The face on a real pseudo-terminal."""
