"""Write a decision into the file that people keep by hand: comments and order stay as they are.

Only the lines of the decision itself are touched, and the result is read again before anybody sees
it: a text that would not say exactly what was meant is refused.
"""

import re
from pathlib import Path

import yaml

from screenr.decisions.file import decisions_in, key_of
from screenr.errors import ScreenrError, UsageError
from screenr.models.decision import Decision
from screenr.text import located_yaml
from screenr.text.written import bytes_of, text_of

_FIELDS = (
    "counterparty", "country", "designation", "verdict", "reason", "by", "on", "expires", "digest",
)  # fmt: skip
_COMMENT = re.compile(r"\s*(#.*)?")


def with_decision(text: str, decision: Decision, *, file: str, note: str = "") -> str:
    """The text with this decision, in the place of one on the same match, else at its end.

    `note` is a comment beside the designation, such as the listed name.
    """
    before = decisions_in(text, file)
    old = next((each for each in before if key_of(each) == key_of(decision)), None)
    block = _block(decision, note)
    if "\r\n" in text:
        block = block.replace("\n", "\r\n")
    if old is None:
        written = _appended(text, block, file)
        expected = [*before, decision]
    else:
        written = _replaced(text, block, old.line, [each.line for each in before])
        expected = [decision if each is old else each for each in before]
    _prove(written, expected, file)
    return written


def _block(decision: Decision, note: str) -> str:
    shown = "".join(each if each.isprintable() else " " for each in note).strip()
    lines = []
    for name in _FIELDS:
        value = getattr(decision, name)
        if value is None:
            continue
        comment = f"  # {shown}" if name == "designation" and shown else ""
        lines.append(f"{name}: {_scalar(value)}{comment}\n")
    return "- " + "  ".join(lines)


def _scalar(value: object) -> str:
    """The value as YAML on one line; PyYAML knows what has to be quoted."""
    text = yaml.safe_dump([value], allow_unicode=True, width=float("inf"), default_flow_style=False)
    return text.removeprefix("- ").removesuffix("\n")


def _appended(text: str, block: str, file: str) -> str:
    root = located_yaml.load(text, file)
    if root is not None and root.is_flow:
        if root.items:
            raise UsageError(
                f"{file}: the decisions stand in brackets, which cannot be added to",
                hint="write them a block each, beginning with `- counterparty:`",
            )
        lines = text.splitlines(keepends=True)  # an empty list, written `[]`
        lines[root.line - 1] = lines[root.line - 1].replace("[]", "", 1)
        text = "".join(lines)
    body = text.rstrip()
    indent = " " * (root.items[0].column - 3) if root is not None and root.items else ""
    block = "".join(f"{indent}{line}" for line in block.splitlines(keepends=True))
    end = "\r\n" if "\r\n" in text else "\n"
    return f"{body}{end}{end}{block}" if body else block


def _replaced(text: str, block: str, line: int, lines_of_all: list[int]) -> str:
    lines = text.splitlines(keepends=True)
    following = min((each for each in lines_of_all if each > line), default=len(lines) + 1)
    end = following - 1
    while end > line and _COMMENT.fullmatch(lines[end - 1].rstrip("\r\n")):
        end -= 1  # blank lines and comments before the next one are about that
    first = lines[line - 1]
    indent = first[: len(first) - len(first.lstrip())]
    new = [f"{indent}{each}" for each in block.splitlines(keepends=True)]
    return "".join([*lines[: line - 1], *new, *lines[end:]])


def _prove(text: str, expected: list[Decision], file: str) -> None:
    from dataclasses import replace

    try:
        read = [replace(each, line=0) for each in decisions_in(text, file)]
    except UsageError:
        read = []
    if read != [replace(each, line=0) for each in expected]:
        raise ScreenrError(
            f"could not add the decision to `{file}` without changing others",
            hint="write it by hand; the file was left as it was",
        )


def read_or_empty(path: Path) -> str:
    """The text of the file, as it is; empty where there is none yet."""
    return text_of(bytes_of(path), str(path)) if path.exists() else ""
