"""The snapshots of a data folder, and which of them answers for a day."""

import datetime as dt
import hashlib
import re
from collections.abc import Sequence
from pathlib import Path

from screenr.errors import ListUnavailableError

_SNAPSHOT = re.compile(r"\d{4}-\d{2}-\d{2}\.yaml")


def list_folders(data_dir: Path) -> tuple[Path, ...]:
    """The folders of all lists, in the order of their ids; an error when there is none."""
    folder = data_dir / "lists"
    found = tuple(sorted(path for path in folder.glob("*/") if any(path.glob("*.yaml"))))
    if not found:
        raise ListUnavailableError(
            f"no list in `{folder}`", hint="a data folder holds lists/<list-id>/list.yaml"
        )
    for each in found:
        if not (each / "list.yaml").is_file():
            raise ListUnavailableError(
                f"no `list.yaml` in `{each}`", hint="it says what the list is and what it restricts"
            )
    return found


def snapshot_paths(list_folder: Path) -> tuple[Path, ...]:
    """The snapshots of a list, oldest first; an error when there is none."""
    found = tuple(
        sorted(path for path in list_folder.glob("*.yaml") if _SNAPSHOT.fullmatch(path.name))
    )
    if not found:
        raise ListUnavailableError(
            f"no snapshot of `{list_folder.name}` in `{list_folder}`",
            hint="a snapshot is named by its day, such as 2026-07-09.yaml",
        )
    return found


def digest_of(paths: Sequence[Path], *, root: Path) -> str:
    """One digest over names and contents: what an index was made from."""
    whole = hashlib.sha256()
    for path in paths:
        try:
            with path.open("rb") as stream:  # not as a whole: the memory would stay in pieces
                content = hashlib.file_digest(stream, "sha256").hexdigest()
        except OSError as error:
            raise ListUnavailableError(f"cannot read `{path}`: {error.strerror}") from error
        name = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
        whole.update(f"{name}\0{content}\n".encode())
    return whole.hexdigest()


def answering(published: Sequence[dt.date], day: dt.date) -> tuple[int, bool]:
    """Which of the snapshots, oldest first, answers for `day`, and whether it is a later one.

    The newest published on or before the day; with only later ones the earliest of them.
    """
    on_or_before = [at for at, each in enumerate(published) if each <= day]
    return (on_or_before[-1], False) if on_or_before else (0, True)
