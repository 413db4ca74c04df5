"""What was said, by whom, about what: pure functions from text to statements and figures."""
