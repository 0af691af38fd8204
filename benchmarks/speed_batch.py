"""Files of many names through `screenr batch`: rate, memory, and two processes against one."""

import csv
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import damage
from damage import Listed
from listed import AS_OF, listed_names
from rapidfuzz import fuzz, process, utils
from speed_line import Figure, Ran, ran
from vendors import SEED, vendors
from vendors_abroad import vendors_abroad

import screenr

RIVAL_NAMES = 300
"""Names that the rival is asked: it needs as long for each."""
FEW_ROWS = 10_000
"""Rows of the file whose memory the long file is held against."""
SCRIPTS = {"zh": "Chinese", "ko": "Korean", "ru": "Cyrillic", "ar": "Arabic"}
COMMONEST = ("technology", "trading", "company", "limited", "international", "group", "bank",
             "industries", "general", "development", "shipping", "institute")  # fmt: skip


def lines_of_batch(folder: Path, rows: int) -> Iterator[Figure]:
    """The rates on clean and on hit-rich files, and the memory."""
    names = vendors(rows)
    files = {
        "clean": _written(folder / "clean.csv", names),
        "few": _written(folder / "few.csv", names[:FEW_ROWS]),
        "damaged": _written(folder / "damaged.csv", _with_damaged(names[: rows // 5])),
        "common": _written(folder / "common.csv", _common(rows // 20)),
    }
    rival = _rival_rate(names[:RIVAL_NAMES])
    clean = _batch(files["clean"])
    rate = rows / clean.seconds
    yield Figure(f"batch of {rows:,} names, one worker", ">= 10,000 names/s", f"{rate:,.0f}/s")
    yield Figure(
        "against cdist(token_sort_ratio) over the same names", ">= 5 x", f"{rate / rival:.1f} x"
    )
    damaged = _batch(files["damaged"])
    yield Figure(
        "batch of which 30% are listed names with damage", ">= 2,000 names/s",
        f"{rows // 5 / damaged.seconds:,.0f}/s",
    )  # fmt: skip
    two = _batch(files["clean"], workers=2)
    yield Figure(
        f"two workers against one, over {clean.seconds:.0f} s", ">= 1.7 x",
        f"{clean.seconds / two.seconds:.2f} x",
    )  # fmt: skip
    few, common = _batch(files["few"]), _batch(files["common"])
    yield Figure(
        f"memory of {rows:,} rows against {FEW_ROWS:,}", "<= 1.3 x, <= 150 MB",
        f"{clean.memory / few.memory:.2f} x, {clean.memory:.0f} MB",
    )  # fmt: skip
    yield Figure("memory on the commonest words alone", "<= 200 MB", f"{common.memory:.0f} MB")
    for language, script in SCRIPTS.items():
        each = _batch(_written(folder / f"{language}.csv", vendors_abroad(language, rows // 10)))
        yield Figure(
            f"batch of {rows // 10:,} names in {script} letters", "<= 150 MB",
            f"{rows / 10 / each.seconds:,.0f}/s, {each.memory:.0f} MB",
        )  # fmt: skip


def _batch(path: Path, *, workers: int = 1) -> Ran:
    out = path.with_suffix(".jsonl")
    return ran(
        (
            "-m",
            "screenr",
            "batch",
            str(path),
            "-o",
            str(out),
            "--workers",
            f"{workers}",
            "--quiet",
            "--name-column",
            "name",
        )
    )


def _rival_rate(names: Sequence[str]) -> float:
    index = screenr.load(as_of=AS_OF).catalog.index
    listed = [utils.default_process(name) for name in index.file.strings("name")[:]]
    asked = [utils.default_process(name) for name in names]
    started = time.perf_counter()
    process.cdist(asked, listed, scorer=fuzz.token_sort_ratio, score_cutoff=85, workers=1)
    return len(asked) / (time.perf_counter() - started)


def _with_damaged(names: Sequence[str]) -> list[str]:
    """The same names with three in ten replaced by damaged listed ones."""
    screener = screenr.load(as_of=AS_OF)
    every = {use.id for use in screener.lists}
    listed = [Listed(at, name) for at, _, name in listed_names(screener, every) if " " in name]
    chance = random.Random(SEED)  # noqa: S311 -- a sample
    parties = chance.sample(listed, min(len(listed), len(names) // 20))
    spoiled = [each.query for each in damage.organizations(parties) if each.expected]
    chance.shuffle(spoiled)
    wanted = len(names) * 3 // 10
    found = [*names[wanted:], *(spoiled * (1 + wanted // max(1, len(spoiled))))[:wanted]]
    chance.shuffle(found)
    return found


def _common(count: int) -> list[str]:
    chance = random.Random(SEED)  # noqa: S311 -- a sample
    return [" ".join(chance.choices(COMMONEST, k=4)) for _ in range(count)]


def _written(path: Path, names: Sequence[str]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow(["name"])
        rows.writerows([name] for name in names)
    return path
