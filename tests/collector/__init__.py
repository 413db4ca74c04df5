"""The collector as a process and as a loop, with real servers, stores and signals."""
