"""YAML that people write, with the line and column of everything, for errors that say where.

Read through PyYAML's safe loader as far as its nodes. Scalars stay the text that was written (only
null is told apart), so that ``NO`` is Norway, ``1.50`` is a name and nobody's part number becomes
an octal; whoever knows the field gives it its type. Anchors, aliases and tags are refused: such a
file needs none, and an alias makes a short file an endless one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from screenr.errors import UsageError

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULL = {"", "~", "null", "Null", "NULL"}
_DEEPEST = 50
# What the loader itself gives to values without a tag.
_TAGS = {
    f"tag:yaml.org,2002:{name}"
    for name in ("str", "int", "float", "bool", "null", "timestamp", "merge", "value", "seq", "map")
}


@dataclass(frozen=True, slots=True)
class Node:
    """A value and where it stands, counted from 1.

    A mapping has `fields` and the places of its `keys`, a list has `items`, a scalar `text`; null
    has none of them. `is_flow` says that it is written in brackets.
    """

    line: int
    column: int
    text: str | None = None
    items: "tuple[Node, ...] | None" = None
    fields: "Mapping[str, Node] | None" = None
    keys: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    is_flow: bool = False

    def plain(self) -> Any:  # noqa: ANN401 -- a YAML value has no tighter type
        """The value without its places."""
        if self.fields is not None:
            return {key: each.plain() for key, each in self.fields.items()}
        if self.items is not None:
            return [each.plain() for each in self.items]
        return self.text

    def at(self, path: Sequence[str | int]) -> "Node":
        """The value at `path`, or the last one on the way to it."""
        node = self
        for step in path:
            if node.fields is not None and isinstance(step, str) and step in node.fields:
                node = node.fields[step]
            elif node.items is not None and isinstance(step, int) and step < len(node.items):
                node = node.items[step]
            else:
                break
        return node

    @property
    def place(self) -> tuple[int, int]:
        """Line and column."""
        return self.line, self.column


def load(text: str, file: str) -> Node | None:
    """Read one document; None where it is empty. `UsageError` names file, line and column."""
    loader = _LOADER(text)
    try:
        root = loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        mark: Any = error.problem_mark or error.context_mark
        at = (1, 1) if mark is None else (mark.line + 1, mark.column + 1)
        raise fault(file, at, f"not valid YAML: {error.problem or error.context}") from None
    except yaml.YAMLError as error:
        raise UsageError(f"{file}: not valid YAML: {error}".splitlines()[0]) from None
    except RecursionError:
        raise UsageError(f"{file}: nested too deeply") from None
    finally:
        loader.dispose()
    return None if root is None else _node(root, file, seen=set(), depth=0)


def fault(file: str, at: tuple[int, int], message: str, *, hint: str | None = None) -> UsageError:
    """The error at a place of a file, in the form that editors and terminals make clickable."""
    return UsageError(f"{file}:{at[0]}:{at[1]}: {message}", hint=hint)


def _node(raw: yaml.Node, file: str, *, seen: set[int], depth: int) -> Node:
    line, column = _place(raw)
    if id(raw) in seen:
        raise fault(file, (line, column), "an alias is not allowed here", hint="write it out")
    seen.add(id(raw))
    if depth > _DEEPEST:
        raise fault(file, (line, column), "nested too deeply")
    if raw.tag not in _TAGS:
        raise fault(file, (line, column), "a tag is not allowed here", hint="leave it out")
    if isinstance(raw, yaml.ScalarNode):
        is_null = not raw.style and raw.value in _NULL  # the C loader says "" for plain
        return Node(line, column, text=None if is_null else raw.value)
    if isinstance(raw, yaml.SequenceNode):
        items = tuple(_node(each, file, seen=seen, depth=depth + 1) for each in raw.value)
        return Node(line, column, items=items, is_flow=bool(raw.flow_style))
    keys: dict[str, tuple[int, int]] = {}
    fields: dict[str, Node] = {}
    for key, value in raw.value:
        if not isinstance(key, yaml.ScalarNode):
            raise fault(file, _place(key), "a key must be a word")
        if key.value in keys:
            raise fault(file, _place(key), f"the key `{key.value}` stands here twice")
        keys[key.value] = _place(key)
        fields[key.value] = _node(value, file, seen=seen, depth=depth + 1)
    return Node(line, column, fields=fields, keys=keys, is_flow=bool(raw.flow_style))  # type: ignore[attr-defined]


def _place(raw: yaml.Node) -> tuple[int, int]:
    mark: Any = raw.start_mark
    return mark.line + 1, mark.column + 1
