"""Readers of official file formats, a module a format: `read` knows bytes, the rest meaning."""
