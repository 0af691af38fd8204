"""The files of a project, its policy and decisions, found, read and named as its people do."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from screenr.config.policy_file import (
    DECISIONS_NAME,
    POLICY_NAME,
    PolicyFile,
    found_upward,
    read_policy,
)
from screenr.decisions.file import DecisionsRead, read_decisions
from screenr.errors import UsageError


class Project(NamedTuple):
    """The policy of a project and where its decisions stand; the path is None where none is."""

    policy: PolicyFile
    policy_path: Path | None
    decisions_path: Path | None

    def decisions(self) -> DecisionsRead | None:
        """The decisions, read and checked."""
        path = self.decisions_path
        if path is not None and not path.exists():
            raise UsageError(
                f"no file `{shown(path)}` of decisions",
                hint="an empty one will do; `screenr decide` writes it with the first decision",
            )
        return None if path is None else read_decisions(path, shown=shown(path))


def project(policy: Path | None, decisions: Path | None) -> Project:
    """The project of the working directory; what was named must be there."""
    here = Path.cwd()
    path = policy or found_upward(POLICY_NAME, here)
    file = PolicyFile() if path is None else read_policy(path, shown=shown(path))
    return Project(file, path, _decisions_path(decisions, file, path, here=here))


def _decisions_path(
    given: Path | None, file: PolicyFile, policy: Path | None, *, here: Path
) -> Path | None:
    if given is not None:
        return given
    if policy is not None and file.decisions is not None:
        return policy.parent / file.decisions
    if policy is None:
        return found_upward(DECISIONS_NAME, here)
    beside = policy.parent / DECISIONS_NAME
    return beside if beside.is_file() else None


def shown(path: Path) -> str:
    """The path as seen from the working directory, with slashes, as build services link it."""
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:  # another drive
        return path.as_posix()


def templates() -> Iterator[tuple[Path, bool]]:
    """Write the templates here; of each whether it was written, False where one was there."""
    from screenr.cli.templates import TEMPLATES

    for name, text in TEMPLATES.items():
        path = Path.cwd() / name
        try:
            with path.open("x", encoding="utf-8", newline="\n") as stream:
                stream.write(text)
        except FileExistsError:
            yield path, False
        else:
            yield path, True
