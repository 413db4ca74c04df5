"""Source kinds, one file each: bytes in, what the page says out."""
