"""The direction of imports and the size of things are facts of the code, not wishes."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "screenr"
LAYERS = (
    {"__main__"},
    {"cli"},
    {"formats", "gate"},
    {"api"},
    {"screening"},
    {"listings"},
    {"catalog"},
    {"compiling"},
    {"matching", "effects", "lists", "inputs", "decisions", "config"},
    {"models"},
    {"text"},
    {"errors", "version"},
)
MODULES = sorted(path for path in SOURCE.rglob("*.py") if path != SOURCE / "__init__.py")
EACH = pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
MAX_LINES = 300
MAX_FUNCTION_LINES = 40


def layer_of(package: str) -> int:
    return next(number for number, layer in enumerate(LAYERS) if package in layer)


def package_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.ImportFrom(module="screenr", names=names):
                yield from (f"screenr.{each.name}" for each in names)
            case ast.ImportFrom(module=str() as module, level=0):
                yield module
            case ast.Import(names=names):
                yield from (each.name for each in names)
            case _:
                pass


@EACH
def test_each_module_belongs_to_a_layer(path: Path) -> None:
    assert any(package_of(path) in layer for layer in LAYERS)


@EACH
def test_imports_go_down_only_and_siblings_do_not_know_each_other(path: Path) -> None:
    here = package_of(path)
    above = [
        name
        for name in imported(path)
        if name.startswith("screenr.")
        and (there := name.split(".")[1]) != here
        and layer_of(there) <= layer_of(here)
    ]

    assert above == []


@EACH
def test_no_module_imports_click_which_typer_carries_its_own_copy_of(path: Path) -> None:
    assert "click" not in {name.partition(".")[0] for name in imported(path)}


@EACH
def test_only_the_command_line_and_the_formats_know_terminals(path: Path) -> None:
    roots = {name.partition(".")[0] for name in imported(path)}

    assert not roots & {"typer", "rich"} or package_of(path) in {"cli", "formats"}


@EACH
def test_only_matching_compares_strings_with_rapidfuzz(path: Path) -> None:
    roots = {name.partition(".")[0] for name in imported(path)}

    assert "rapidfuzz" not in roots or package_of(path) == "matching"


@EACH
def test_each_module_says_what_it_is_for_and_fits_on_a_few_screens(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert ast.get_docstring(ast.parse(text))
    assert len(text.splitlines()) <= MAX_LINES


@EACH
def test_each_function_fits_on_one_screen(path: Path) -> None:
    long = [
        node.name
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
        and (node.end_lineno or 0) - node.body[0].lineno >= MAX_FUNCTION_LINES
    ]

    assert long == []


@EACH
def test_yaml_is_read_through_a_safe_loader_only(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    for unsafe in ("yaml.unsafe_load", "yaml.full_load", "yaml.Loader", "FullLoader"):
        assert unsafe not in text
