"""Whom a number counts: the force, and the nation whose part of it they are."""
