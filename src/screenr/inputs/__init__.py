"""Supplier files → counterparties, each with the line that it stands in."""
