"""Render formats, one file each: views in, text out."""
