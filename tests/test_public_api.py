"""The names others may build on."""

import ast
import subprocess
import sys
from pathlib import Path

import screenr

TYPED = Path(screenr.__file__).with_name("py.typed")


def test_the_public_names_are_sorted() -> None:
    """Constants, then classes, then the rest, as the linter sorts them."""
    order = sorted(screenr.__all__, key=lambda name: (not name.isupper(), name.islower(), name))

    assert [*screenr.__all__] == order


def test_each_public_name_is_there() -> None:
    missing = [name for name in screenr.__all__ if not hasattr(screenr, name)]

    assert missing == []


def test_the_documented_names_are_public() -> None:
    documented = {"DEFAULT_THRESHOLD", "compare", "compare_all", "load"}

    assert documented <= set(screenr.__all__)


def test_what_is_not_public_is_no_attribute() -> None:
    assert not hasattr(screenr, "no_such_name")


def test_the_package_says_that_it_is_typed() -> None:
    assert TYPED.exists()


def test_importing_the_package_loads_none_of_what_it_may_not_need() -> None:
    code = "import screenr, sys; print([m for m in sys.modules if '.' not in m])"

    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)

    assert not {"typer", "rich", "yaml", "rapidfuzz"} & set(ast.literal_eval(ran.stdout.decode()))
