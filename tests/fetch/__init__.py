"""The network's side of the program, against real servers on the loopback, friendly and hostile."""
