"""Which numbers count people, and by what words one knows."""
