"""Compile the lists into the wheel, so that no YAML is parsed at run time.

An editable install copies nothing: there the index is written beside the sources (ignored by git),
and `python hatch_build.py` writes it anew after a list has changed.
"""

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parent
PACKAGED = "screenr/_data"


class IndexBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Build the index when a wheel is built; a source archive carries the YAML instead."""

    PLUGIN_NAME = "custom"
    _folder: str | None = None

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and tell hatchling what to put where."""
        if self.target_name != "wheel":
            return
        if version == "editable":
            compile_into(ROOT / "src" / PACKAGED)
            return
        self._folder = tempfile.mkdtemp(prefix="screenr-index-")
        compile_into(Path(self._folder))
        build_data["force_include"][self._folder] = PACKAGED

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002 -- hatchling's signature
        """Remove what was only needed for copying."""
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)


def compile_into(target: Path) -> None:
    """Write the index and the reference data for names."""
    sys.path.insert(0, str(ROOT / "src"))
    from screenr.catalog import build_index_file

    target.mkdir(parents=True, exist_ok=True)
    names = target / "names"
    if names.exists():
        shutil.rmtree(names)
    shutil.copytree(ROOT / "data" / "names", names, ignore=shutil.ignore_patterns("*.md"))
    build_index_file(ROOT / "data", target / "index.bin")
    # Written through a private temporary file; whoever may read the package may read its index.
    (target / "index.bin").chmod(0o644)


if __name__ == "__main__":
    compile_into(ROOT / "src" / PACKAGED)
