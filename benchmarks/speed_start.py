"""A check as a whole process, beside a Typer program that prints its argument.

Both are run in turn, so that what else the machine does falls on both. The check runs from a copy
of the package with its index, as an installation has it: a checkout looks through its YAML first.
"""

import compileall
import shutil
import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

from speed_line import Figure, ran

from screenr.catalog import open_catalog

HELLO = """import typer
app = typer.Typer(add_completion=False)
@app.command()
def hello(name: str) -> None:
    print(name)
app()
"""
CHECK = ("-m", "screenr", "check", "Megvii", "--quiet", "--format")


def lines_of_start(repeat: int) -> Iterator[Figure]:
    """The ratio of the medians, and the memory of a check."""
    with tempfile.TemporaryDirectory() as folder:
        hello = Path(folder) / "hello.py"
        hello.write_text(HELLO, encoding="utf-8")
        where = {"PYTHONPATH": str(_installed(Path(folder)))}
        programs = {
            "hello": (str(hello), "Megvii"), "json": (*CHECK, "json"), "table": (*CHECK, "table"),
        }  # fmt: skip
        for program in programs.values():
            ran(program, where)
        runs = [
            {name: ran(program, where) for name, program in programs.items()} for _ in range(repeat)
        ]
    spent = {name: statistics.median(each[name].seconds for each in runs) for name in programs}
    memory = {name: statistics.median(each[name].memory for each in runs) for name in programs}
    yield Figure("a Typer program that prints", "-", f"{spent['hello'] * 1000:.0f} ms")
    for name, must in (("json", 1.4), ("table", 1.6)):
        ratio = spent[name] / spent["hello"]
        yield Figure(f"check Megvii --format {name}", f"<= {must} x hello", f"{ratio:.2f} x")
    yield Figure("peak memory of a check", "<= 64 MB", f"{memory['json']:.0f} MB")


def _installed(folder: Path) -> Path:
    """The package with its index beside it, in a folder of its own."""
    import screenr

    source = Path(screenr.__file__).parent
    target = folder / "site" / "screenr"
    shutil.copytree(source, target, ignore=shutil.ignore_patterns("_data", "__pycache__"))
    data = target / "_data"
    data.mkdir()
    shutil.copy(open_catalog().index.file.path, data / "index.bin")
    names = source.parents[1] / "data" / "names"
    shutil.copytree(names if names.is_dir() else source / "_data" / "names", data / "names")
    compileall.compile_dir(target, quiet=1)  # as an installer does
    return target.parent
