"""What an answer is worth, and what one pass makes of it."""
