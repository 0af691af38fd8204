"""Builders of the generated tables of `data/names`; build time only."""
