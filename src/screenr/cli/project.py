"""The files of a project (policy, decisions, suppliers), found, read and named as its people do."""

import hashlib
import os
from collections.abc import Iterator, Sequence
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
from screenr.models.counterparty import Counterparty, RowError
from screenr.models.gate import Position, SupplierFile, UnreadRow


class Project(NamedTuple):
    """The policy of a project and where its decisions stand; the path is None where none is."""

    policy: PolicyFile
    policy_path: Path | None
    decisions_path: Path | None

    def decisions(self) -> DecisionsRead | None:
        """The decisions, read and checked."""
        path = self.decisions_path
        return None if path is None else read_decisions(path, shown=shown(path))


class Suppliers(NamedTuple):
    """All rows of all supplier files."""

    files: tuple[SupplierFile, ...]
    rows: tuple[tuple[Position, Counterparty], ...]
    unread: tuple[UnreadRow, ...]


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


def suppliers(paths: Sequence[Path]) -> Suppliers:
    """Read the files in the order given; a file given twice is read once."""
    from screenr.cli.supplier_files import read

    files, rows, unread = [], [], []
    for path in dict.fromkeys(paths):
        name, count = shown(path), 0
        for line, row in read(path, shown=name):
            count += 1
            position = Position(name, line)
            if isinstance(row, RowError):
                unread.append(UnreadRow(position, row.message))
            else:
                rows.append((position, row))
        files.append(SupplierFile(name, digest_of(path), count))
    return Suppliers(tuple(files), tuple(rows), tuple(unread))


def digest_of(path: Path) -> str:
    """SHA-256 of a file that was just read."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


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


def need_files(paths: Sequence[Path] | None) -> Sequence[Path]:
    """The supplier files, of which there must be one."""
    if not paths:
        raise UsageError(
            "no supplier file was named",
            hint="`screenr gate suppliers.csv`; `screenr gate --init` writes a policy",
        )
    return paths
