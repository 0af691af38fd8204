"""Write the JSON Schemas of `screenr.yaml` and `screenr-decisions.yaml` for editors.

    python scripts/build_schemas.py

The models that check the files at run time are the one source of their keys; what is written here
is shipped with the package, and a test holds the two equal.
"""

import json
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from screenr.config.policy_file import POLICY_FILE
from screenr.decisions.file import DECISIONS_FILE

TARGET = Path(__file__).resolve().parents[1] / "src" / "screenr" / "schemas"
SOURCES: dict[str, tuple[TypeAdapter[Any], str]] = {
    "policy": (POLICY_FILE, "screenr.yaml: the policy of `screenr gate`"),
    "decisions": (DECISIONS_FILE, "screenr-decisions.yaml: reviewed matches"),
}


def schema_text(name: str) -> str:
    """The schema of a file, as it is shipped."""
    adapter, title = SOURCES[name]
    schema = _untitled(adapter.json_schema())
    document = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title, **schema}
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _untitled(value: Any) -> Any:  # noqa: ANN401 -- JSON values have no tighter type
    """Without the titles that pydantic makes of every key, which editors show in its place."""
    match value:
        case dict():
            kept = {key: _untitled(each) for key, each in value.items()}
            return {key: each for key, each in kept.items() if not _is_title(key, each)}
        case list():
            return [_untitled(each) for each in value]
        case _:
            return value


def _is_title(key: str, value: object) -> bool:
    return key == "title" and isinstance(value, str)


def main() -> None:
    """Write both."""
    TARGET.mkdir(exist_ok=True)
    for name in SOURCES:
        path = TARGET / f"{name}.schema.json"
        path.write_text(schema_text(name), encoding="utf-8")
        print(path.relative_to(TARGET.parents[2]))


if __name__ == "__main__":
    main()
