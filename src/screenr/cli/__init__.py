"""The command line: the only place that reads the clock, the environment and the directory.

A command is wiring. Signatures stand in the command modules and the imports of what they need stand
in their bodies, because every start of the program imports every signature.
"""
