"""Whole journeys of a reader: the real program on a real terminal, with its collector, a server and a store."""
