"""The only network and file reading: bytes in, with manners and limits."""
