"""The installed `screenr` command, for tests of what a user really gets."""

import sysconfig
from pathlib import Path

SCREENR = str(Path(sysconfig.get_path("scripts")) / "screenr")
