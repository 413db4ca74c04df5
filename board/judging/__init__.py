"""Judging what was read: claims, disagreements, postures, grades. Rules propose; persons decide."""
