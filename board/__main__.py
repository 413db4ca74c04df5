"""`python -m board`."""

from board.cli import run

if __name__ == "__main__":
    run()
