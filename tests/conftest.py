"""What every test may ask for."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import settings
from small_lists import write_lists

from screenr.cli.main import main

GOLDEN = Path(__file__).parent / "golden"

# The same examples in each run, so that a change is judged by what it changes; others are looked
# for with `pytest --hypothesis-profile search`.
settings.register_profile("search")
settings.register_profile("same", derandomize=True)
settings.load_profile("same")


class Ran(NamedTuple):
    """How a command ended and what it wrote."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="rewrite tests/golden; review the difference"
    )


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in this process as a user with a narrow, colorless terminal would."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.delenv("SCREENR_DATA_DIR", raising=False)
    monkeypatch.delenv("SCREENR_TRACEBACK", raising=False)

    def _run(*argv: str | os.PathLike[str]) -> Ran:
        code = main([os.fspath(part) for part in argv])
        written = capsys.readouterr()
        return Ran(code, written.out, written.err)

    return _run


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a whole output with the file that holds what it should be."""

    def _golden(name: str, actual: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.write_text(actual, encoding="utf-8")
        assert actual == path.read_text(encoding="utf-8")

    return _golden


@pytest.fixture(scope="session")
def compiled_lists(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with two small lists, and the folder that its index is kept in."""
    root = tmp_path_factory.mktemp("screenr")
    write_lists(root / "data")
    return root


@pytest.fixture
def lists_dir(compiled_lists: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two small lists; what is compiled of them stays out of the user's own cache."""
    cache_in(compiled_lists, monkeypatch)
    return compiled_lists / "data"


@pytest.fixture(scope="session")
def other_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache for lists that tests write themselves, beside that of the two small ones."""
    return tmp_path_factory.mktemp("cache")


def cache_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep what is compiled in a folder, whatever the system."""
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("LOCALAPPDATA", str(folder))
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
