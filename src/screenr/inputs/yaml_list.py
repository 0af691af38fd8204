"""`suppliers.yaml`: a list of names, or of mappings with `name`, which a pull request shows well.

The list is the document, or the value of its only key. Keys of one's own are left alone, but one
that nearly is a key of ours is an error: a misspelled `aliases` would hide a name.
"""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import get_args

from screenr.models.counterparty import Counterparty, RowError
from screenr.models.designation import Kind
from screenr.text.countries import country_code
from screenr.text.dates import is_iso_birth
from screenr.text.located_yaml import Node, fault, load
from screenr.text.normalize import MAX_NAME

Row = tuple[int, Counterparty | RowError]

_KEYS = {
    "name": "name",
    "alias": "aliases",
    "aliases": "aliases",
    "country": "countries",
    "countries": "countries",
    "kind": "kind",
    "born": "born",
    "id": "identifiers",
    "ids": "identifiers",
    "identifiers": "identifiers",
}
_HINT = "write `- name: Megvii` or `- Megvii`, a line each"


def read_yaml(text: str, file: str) -> Iterator[Row]:
    """Each entry with its line; `UsageError` where the document is no list at all."""
    root = load(text, file)
    if root is None or (root.text is None and root.items is None and root.fields is None):
        return
    for node in _list_in(root, file):
        yield node.line, _counterparty(node, f"{file}:{node.line}")


def counterparty_of(
    fields: Mapping[str, Sequence[str]], line: int, *, ref: str
) -> Counterparty | RowError:
    """A counterparty from the texts of its fields, or why it cannot be one."""
    name = " ".join(fields.get("name", ())).strip()
    problem = _name_problem(name) or _field_problem(fields)
    if problem:
        return RowError(line, problem)
    given = fields.get("countries", ())
    codes = [code for each in given if (code := country_code(each)) is not None]
    kind = " ".join(fields.get("kind", ())).lower()
    return Counterparty(
        ref=ref,
        name=name,
        aliases=tuple(fields.get("aliases", ())),
        countries=tuple(dict.fromkeys(codes)),
        country_given=", ".join(given) or None,
        kind=next((each for each in get_args(Kind) if each == kind), None),
        born=tuple(fields.get("born", ())),
        identifiers=tuple(fields.get("identifiers", ())),
    )


def _list_in(root: Node, file: str) -> Sequence[Node]:
    if root.items is not None:
        return root.items
    if root.fields is not None and len(root.fields) == 1:
        (value,) = root.fields.values()
        if value.items is not None:
            return value.items
        if value.text is None and value.fields is None:
            return ()
    raise fault(file, root.place, "no list of counterparties", hint=_HINT)


def _counterparty(node: Node, ref: str) -> Counterparty | RowError:
    if node.fields is None:
        if node.items is not None:
            return RowError(node.line, "a list in the list is no counterparty")
        return counterparty_of({"name": [node.text or ""]}, node.line, ref=ref)
    fields: dict[str, list[str]] = {}
    for key, value in node.fields.items():
        ours = _KEYS.get(key.strip().lower())
        if ours is None:
            near = get_close_matches(key.lower(), _KEYS, n=1, cutoff=0.8)
            if near:
                return RowError(node.line, f"unknown key `{key}`; is it `{near[0]}`?")
            continue
        texts = _texts(value)
        if texts is None:
            return RowError(node.line, f"`{key}` is neither a text nor a list of texts")
        fields.setdefault(ours, []).extend(texts)
    return counterparty_of(fields, node.line, ref=ref)


def _texts(node: Node) -> list[str] | None:
    if node.fields is not None:
        return None
    each = (node,) if node.items is None else node.items
    if any(item.items is not None or item.fields is not None for item in each):
        return None
    return [text for item in each if (text := (item.text or "").strip())]


def _name_problem(name: str) -> str:
    if not name:
        return "the name is empty"
    if len(name) > MAX_NAME:
        return f"the name has {len(name):,} characters; the limit is {MAX_NAME:,}"
    if not any(each.isalnum() for each in name):
        return "the name has neither letter nor digit"
    return ""


def _field_problem(fields: Mapping[str, Sequence[str]]) -> str:
    for alias in fields.get("aliases", ()):
        if problem := _name_problem(alias):
            return problem.replace("the name", "an alias", 1)
    for country in fields.get("countries", ()):
        if country_code(country) is None:
            return f"unknown country `{country}`: use an ISO 3166 code such as CN, or its name"
    for kind in fields.get("kind", ()):
        if kind.lower() not in get_args(Kind):
            return f"unknown kind `{kind}`: use {', '.join(get_args(Kind))}"
    for born in fields.get("born", ()):
        if not is_iso_birth(born):
            return f"`born` is not a date: `{born}`"
    return ""
