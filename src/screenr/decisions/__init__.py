"""Decisions on matches: read, applied to findings (they mark, they never drop), written."""
