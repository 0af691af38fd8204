"""What people type must find what it means, through the installed command on the shipped lists.

``check_table.csv`` holds a row a listing: the name as people write it, the list it must be found
on, and where they are settled facts the day of listing, the effective day and the relation. A new
row is a new test.
"""

import csv
import json
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from installed import SCREENR

HERE = Path(__file__).parent
AS_OF = "2026-11-21"
with (HERE / "check_table.csv").open(encoding="utf-8", newline="") as stream:
    ROWS = list(csv.DictReader(stream))


@cache
def findings() -> dict[str, list[dict[str, Any]]]:
    """All names in one run, because starting the program a hundred times is no test of it."""
    names = list(dict.fromkeys(row["query"] for row in ROWS))
    ran = subprocess.run(
        [SCREENR, "check", "--format", "json", "--as-of", AS_OF, "--quiet", "--", *names],
        capture_output=True,
        check=False,
    )
    assert ran.returncode == 1, ran.stderr.decode()
    found = json.loads(ran.stdout)["findings"]
    return {each["counterparty"]["name"]: each["matches"] for each in found}


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['query']}-{row['list']}" for row in ROWS])
def test_the_name_is_found_on_the_list(row: dict[str, str]) -> None:
    matches = [each for each in findings()[row["query"]] if each["list"] == row["list"]]

    fitting = [
        each
        for each in matches
        if (not row["listed"] or each["listed"] == row["listed"])
        and (not row["effective"] or each["effective"] == row["effective"])
        and (not row["relation"] or each["relation"] == row["relation"])
    ]
    assert fitting, [(each["name"], each["listed"], each["relation"]) for each in matches]


@pytest.mark.parametrize("name", ["Shenzhen Technology Co", "Technology Company", "Corner Bakery"])
def test_common_words_alone_find_nothing(name: str) -> None:
    ran = subprocess.run(
        [SCREENR, "check", "--as-of", AS_OF, name], capture_output=True, check=False
    )

    assert ran.returncode == 0, ran.stdout.decode()
