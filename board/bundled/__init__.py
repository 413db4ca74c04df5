"""The data that comes with the program: dated figures and statements with their addresses."""
