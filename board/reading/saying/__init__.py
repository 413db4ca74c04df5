"""What is said and by whom: acts of saying, and the statements they come to."""
