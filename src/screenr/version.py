"""The version, in one place: the package's metadata and every report read it from here."""

VERSION = "0.1.0"
