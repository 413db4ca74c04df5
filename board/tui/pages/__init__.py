"""What there is to know of one thing: a module for each kind of ref, found by its name."""
