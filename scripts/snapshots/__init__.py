"""Builders of the shipped snapshots from stored source files, a module a family of lists."""
