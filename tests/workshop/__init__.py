"""The warm child, with a real process and bodies that mean it harm."""
