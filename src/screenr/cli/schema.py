"""`screenr schema`: the JSON Schemas of the files that people write, for their editors."""

from screenr.cli import options

NAMES = ("policy", "decisions")


def schema(name: options.SchemaName, *, output: options.Output = "-") -> int:
    """Write the JSON Schema of screenr.yaml (policy) or screenr-decisions.yaml (decisions)."""
    from importlib import resources

    from screenr.cli import output as out
    from screenr.cli import request

    chosen = request.chosen(name, NAMES, default="policy", option="SCHEMA")
    file = resources.files("screenr") / "schemas" / f"{chosen}.schema.json"
    out.emit(file.read_text(encoding="utf-8"), output)
    return 0
