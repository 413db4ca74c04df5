"""A text made ready: its words, what each is, its sentences and quotations."""
