"""Panel kinds, one file each: a snapshot in, a view out."""
