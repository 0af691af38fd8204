"""Pure functions on strings: folding, scripts, dates, citations, countries."""
