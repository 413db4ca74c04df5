"""Subcommands, one file each: `EXAMPLE`, `arguments(parser)` and `run(args)`; the file's name is the command's."""
