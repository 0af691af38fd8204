"""Where the reference files for names stand: in the wheel, or in a checkout beside ``src``."""

from pathlib import Path

from screenr.errors import ListUnavailableError

_PACKAGE = Path(__file__).resolve().parents[1]
_PLACES = (_PACKAGE / "_data" / "names", _PACKAGE.parents[1] / "data" / "names")


def path(name: str) -> Path:
    """Find the reference file `name`; the packaged copy comes first, so that a wheel is whole."""
    for place in _PLACES:
        if (place / name).is_file():
            return place / name
    raise ListUnavailableError(
        f"the reference file `{name}` is missing", hint="install screenr again"
    )
