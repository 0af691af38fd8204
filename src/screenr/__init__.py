"""Screen counterparties against US and UN designation lists, offline.

`load` opens the lists, `compare` scores two names. Names are loaded when asked for, so that a
command pays only for what it uses.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from screenr.api import compare, compare_all, load
    from screenr.errors import ExitCode, ScreenrError
    from screenr.matching.compare import DEFAULT_THRESHOLD
    from screenr.models.counterparty import Counterparty
    from screenr.models.finding import Comparison, Finding, Match
    from screenr.models.policy import Policy
    from screenr.screening import Screener
    from screenr.version import __version__

__all__ = [
    "DEFAULT_THRESHOLD",
    "Comparison",
    "Counterparty",
    "ExitCode",
    "Finding",
    "Match",
    "Policy",
    "Screener",
    "ScreenrError",
    "__version__",
    "compare",
    "compare_all",
    "load",
]

_WHERE = {
    "DEFAULT_THRESHOLD": "screenr.matching.compare",
    "Comparison": "screenr.models.finding",
    "Counterparty": "screenr.models.counterparty",
    "ExitCode": "screenr.errors",
    "Finding": "screenr.models.finding",
    "Match": "screenr.models.finding",
    "Policy": "screenr.models.policy",
    "Screener": "screenr.screening",
    "ScreenrError": "screenr.errors",
    "__version__": "screenr.version",
    "compare": "screenr.api",
    "compare_all": "screenr.api",
    "load": "screenr.api",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 -- PEP 562
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_WHERE[name]), name)
