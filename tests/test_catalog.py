"""The lists of a data folder: which are chosen, which snapshot answers, what is compiled."""

import datetime as dt
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import factory
import pytest
from data_folders import catalog_of, organization, write_list

from screenr.catalog import KEPT, Catalog, build_index_file, open_catalog
from screenr.compiling import compiled
from screenr.errors import ExitCode, ListUnavailableError, UsageError
from screenr.matching.index_names import Entry
from screenr.matching.index_writer import compile_index
from screenr.matching.lexicon import Lexicon
from screenr.models.policy import Policy
from screenr.screening import Screener

MARCH, JULY = dt.date(2025, 3, 1), dt.date(2026, 7, 9)
STAYS = organization("us-alpha:1", "Zorvex Robotics Ltd.")
GOES = organization("us-alpha:2", "Quibblat Marine Ltd.")
CHANGES = organization("us-alpha:3", "Drenkov Optics Institute")
CHANGED = replace(CHANGES, countries=("CN", "RU"), remarks="Another address was added.")
COMES = organization("us-alpha:4", "Halvetti Semiconductor Ltd.", listed=dt.date(2026, 1, 1))
FIXED = organization("us-beta:1", "Zorvex Robotics Company Limited")


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """A list with two snapshots, one fixed by statute, and one of the United Nations."""
    data_dir = tmp_path_factory.mktemp("catalog")
    write_list(
        data_dir,
        factory.list_info("us-alpha"),
        {MARCH: (STAYS, GOES, CHANGES), JULY: (STAYS, CHANGED, COMES)},
    )
    statute = replace(factory.list_info("us-beta"), fixed_by_statute=True)
    write_list(data_dir, statute, {MARCH: (FIXED,)})
    write_list(data_dir, factory.list_info("un-gamma"), {JULY: ()}, retrieved=dt.date(2026, 8, 1))
    return catalog_of(data_dir)


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's cache is in the test's own folder."""
    for variable in ("HOME", "LOCALAPPDATA", "XDG_CACHE_HOME"):
        monkeypatch.setenv(variable, str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_list(tmp_path / "data", factory.list_info("us-alpha"), {MARCH: (STAYS,)})
    return tmp_path / "data"


def found(catalog: Catalog, name: str, as_of: dt.date) -> list[str]:
    finding = Screener(catalog, Policy(lists=("us-alpha",)), as_of=as_of).screen(name)
    return [match.designation.id for match in finding.matches]


# -- choosing lists


def test_lists_come_in_the_order_of_their_ids(catalog: Catalog) -> None:
    assert [info.id for info in catalog.lists()] == ["un-gamma", "us-alpha", "us-beta"]


def test_a_place_leads_back_to_its_list(catalog: Catalog) -> None:
    assert [catalog.place(info.id) for info in catalog.lists()] == [0, 1, 2]


@pytest.mark.parametrize(
    ("patterns", "chosen"),
    [
        (("*",), ("un-gamma", "us-alpha", "us-beta")),
        (("us-*",), ("us-alpha", "us-beta")),
        (("us-beta",), ("us-beta",)),
        (("us-beta", "u?-*a"), ("un-gamma", "us-alpha", "us-beta")),
        (("us-beta", "us-alpha", "us-beta"), ("us-alpha", "us-beta")),
    ],
)
def test_ids_and_patterns_choose_each_list_once_in_order(
    catalog: Catalog, patterns: tuple[str, ...], chosen: tuple[str, ...]
) -> None:
    assert catalog.select(patterns) == chosen


def test_an_unknown_list_is_refused_with_its_neighbour(catalog: Catalog) -> None:
    with pytest.raises(UsageError) as caught:
        catalog.select(("us-beta", "us-alpa"))

    assert "us-alpa" in caught.value.message
    assert "us-alpha" in str(caught.value.hint)
    assert caught.value.exit_code == ExitCode.USAGE


@pytest.mark.parametrize("pattern", ["eu-*", "", "zzzzzz"])
def test_a_pattern_that_chooses_nothing_is_refused(catalog: Catalog, pattern: str) -> None:
    with pytest.raises(UsageError) as caught:
        catalog.select(("us-*", pattern))

    assert caught.value.hint


# -- which snapshot answers


@pytest.mark.parametrize(
    ("as_of", "published", "basis"),
    [
        (dt.date(2026, 11, 21), JULY, "snapshot"),
        (JULY, JULY, "snapshot"),
        (dt.date(2026, 7, 8), MARCH, "snapshot"),
        (MARCH, MARCH, "snapshot"),
        (dt.date(2025, 2, 28), MARCH, "reconstructed"),
    ],
)
def test_a_day_is_answered_by_the_newest_snapshot_before_it(
    catalog: Catalog, as_of: dt.date, published: dt.date, basis: str
) -> None:
    (use,) = catalog.uses(("us-alpha",), as_of=as_of)

    assert (use.published, use.basis) == (published, basis)


def test_a_list_fixed_by_statute_has_no_age_and_is_never_reconstructed(catalog: Catalog) -> None:
    (use,) = catalog.uses(("us-beta",), as_of=dt.date(2024, 1, 1))

    assert (use.age_days, use.basis) == (None, "snapshot")


def test_age_counts_from_the_day_the_list_was_confirmed(catalog: Catalog) -> None:
    (use,) = catalog.uses(("un-gamma",), as_of=dt.date(2026, 8, 31))

    assert (use.retrieved, use.age_days) == (dt.date(2026, 8, 1), 30)


def test_a_list_is_never_younger_than_today(catalog: Catalog) -> None:
    (use,) = catalog.uses(("un-gamma",), as_of=JULY)

    assert use.age_days == 0


def test_the_uses_of_two_snapshots_are_told_apart(catalog: Catalog) -> None:
    (before,) = catalog.uses(("us-alpha",), as_of=MARCH)
    (after,) = catalog.uses(("us-alpha",), as_of=JULY)

    assert before.sha256 != after.sha256


@pytest.mark.parametrize(
    ("name", "designation", "days"),
    [
        (STAYS.name, STAYS.id, {MARCH, JULY}),
        (GOES.name, GOES.id, {MARCH}),
        (CHANGES.name, CHANGES.id, {MARCH, JULY}),
        (COMES.name, COMES.id, {JULY}),
    ],
)
def test_a_party_is_found_on_the_days_whose_snapshot_has_it(
    catalog: Catalog, name: str, designation: str, days: set[dt.date]
) -> None:
    assert {day for day in (MARCH, JULY) if designation in found(catalog, name, day)} == days


def test_a_party_removed_by_the_newer_snapshot_still_matches_the_day_before(
    catalog: Catalog,
) -> None:
    assert found(catalog, GOES.name, JULY - dt.timedelta(days=1)) == [GOES.id]


@pytest.mark.parametrize(("as_of", "version"), [(MARCH, CHANGES), (JULY, CHANGED)])
def test_a_changed_designation_is_shown_as_it_then_stood(
    catalog: Catalog, as_of: dt.date, version: object
) -> None:
    finding = Screener(catalog, Policy(lists=("us-alpha",)), as_of=as_of).screen(CHANGES.name)

    assert [match.designation for match in finding.matches] == [version]


def test_a_designation_that_did_not_change_is_held_once(catalog: Catalog) -> None:
    assert len(catalog.index.records.of(STAYS.id)) == 1
    assert len(catalog.index.records.of(CHANGES.id)) == 2


# -- one designation


def test_a_designation_is_shown_as_the_newest_snapshot_has_it(catalog: Catalog) -> None:
    assert catalog.designation(CHANGES.id) == CHANGED


def test_a_removed_designation_can_still_be_shown(catalog: Catalog) -> None:
    assert catalog.designation(GOES.id) == GOES


def test_an_unknown_designation_is_refused_with_its_neighbours(catalog: Catalog) -> None:
    with pytest.raises(UsageError) as caught:
        catalog.designation("us-alpha:11")

    assert "us-alpha:11" in caught.value.message
    assert "us-alpha:1" in str(caught.value.hint)


def test_an_unknown_designation_like_no_other_has_a_hint_all_the_same(catalog: Catalog) -> None:
    with pytest.raises(UsageError) as caught:
        catalog.designation("????")

    assert caught.value.hint


# -- opening a data folder


def test_a_folder_without_lists_is_named(tmp_path: Path) -> None:
    with pytest.raises(ListUnavailableError) as caught:
        open_catalog(data_dir=tmp_path)

    assert str(tmp_path) in caught.value.message
    assert caught.value.exit_code == ExitCode.UNABLE


def test_a_damaged_snapshot_is_named_and_leaves_no_index(folder: Path, tmp_path: Path) -> None:
    snapshot = folder / "lists" / "us-alpha" / f"{MARCH}.yaml"
    snapshot.write_bytes(snapshot.read_bytes().replace(b"entries: 1", b"entries: 2"))

    with pytest.raises(ListUnavailableError, match=rf"{MARCH}\.yaml"):
        build_index_file(folder, tmp_path / "out" / "index.bin")

    assert not list(tmp_path.glob("out/*"))


def test_a_compiled_folder_is_kept_and_opened_again(folder: Path, cache: Path) -> None:
    first = open_catalog(data_dir=folder).index.file.path
    written = first.stat().st_mtime_ns

    second = open_catalog(data_dir=folder).index.file.path

    assert first.is_relative_to(cache)
    assert (second, second.stat().st_mtime_ns) == (first, written)


def test_a_changed_snapshot_is_compiled_anew(folder: Path, cache: Path) -> None:
    before = open_catalog(data_dir=folder)
    snapshot = folder / "lists" / "us-alpha" / f"{MARCH}.yaml"
    text = snapshot.read_text(encoding="utf-8").replace("Zorvex", "Quibblat")
    snapshot.write_text(text, encoding="utf-8")

    after = open_catalog(data_dir=folder)

    assert cache in after.index.file.path.parents
    assert before.index.file.inputs != after.index.file.inputs
    assert found(after, "Quibblat Robotics Ltd", JULY) == [STAYS.id]


def test_a_list_that_is_added_is_compiled_in(folder: Path, cache: Path) -> None:
    open_catalog(data_dir=folder)
    write_list(folder, factory.list_info("us-beta"), {MARCH: (FIXED,)})

    after = open_catalog(data_dir=folder)

    assert cache in after.index.file.path.parents
    assert after.select(("*",)) == ("us-alpha", "us-beta")


def bit_flipped(content: bytes) -> bytes:
    return content[:-1] + bytes([content[-1] ^ 1])


def section_changed(content: bytes) -> bytes:
    return content.replace(b"zorvex", b"zorwex")


def cut_off(content: bytes) -> bytes:
    return content[: len(content) // 2]


def of_another_version(content: bytes) -> bytes:
    return b"SCREENR\x01" + content[8:]


@pytest.mark.parametrize(
    "damage", [bit_flipped, section_changed, cut_off, of_another_version, bytes.lower]
)
def test_a_damaged_compiled_index_is_compiled_anew(
    folder: Path, cache: Path, damage: Callable[[bytes], bytes]
) -> None:
    path = open_catalog(data_dir=folder).index.file.path
    whole = path.read_bytes()
    assert damage(whole) != whole
    path.write_bytes(damage(whole))

    again = open_catalog(data_dir=folder)

    assert found(again, "Zorvex Robotics", JULY) == [STAYS.id]
    assert path.is_relative_to(cache)
    assert path.read_bytes() == whole


def test_the_oldest_compiled_indexes_make_room_for_a_new_one(folder: Path, cache: Path) -> None:
    kept = open_catalog(data_dir=folder).index.file.path.parent
    older = [kept / f"index-1-{at}.bin" for at in range(KEPT + 1)]
    for at, path in enumerate(older):
        path.touch()
        os.utime(path, (at, at))
    write_list(folder, factory.list_info("us-beta"), {MARCH: (FIXED,)})

    written = open_catalog(data_dir=folder).index.file.path

    left = set(kept.iterdir())
    assert kept.is_relative_to(cache)
    assert written in left
    assert len(left) == KEPT
    assert left.isdisjoint(older[:3])


def test_what_else_lies_in_the_cache_is_left_alone(folder: Path, cache: Path) -> None:
    kept = open_catalog(data_dir=folder).index.file.path.parent
    (kept / "notes.txt").touch()
    for at in range(KEPT):
        write_list(folder, factory.list_info(f"us-beta{at}"), {MARCH: ()})
        open_catalog(data_dir=folder)

    assert kept.is_relative_to(cache)
    assert (kept / "notes.txt").is_file()
    assert len(list(kept.glob("*.bin"))) == KEPT


def test_the_same_folder_compiles_to_the_same_bytes(folder: Path) -> None:
    names = Path(__file__).resolve().parents[1] / "data" / "names"

    first, second = (compiled(folder, names, inputs="x") for _ in range(2))

    assert first == second


def test_what_is_compiled_is_what_was_written(catalog: Catalog) -> None:
    size = len(catalog.index.records)

    records = [catalog.index.records.designation(at) for at in range(size)]

    assert records == [STAYS, GOES, CHANGES, CHANGED, COMES, FIXED]


def test_a_party_whose_name_cannot_be_read_stops_the_build() -> None:
    lexicon = Lexicon.from_tables(Path(__file__).parents[1] / "data" / "names")
    entry = Entry(organization("us-alpha:dots", "..."), 0, 0, 0)

    with pytest.raises(ListUnavailableError, match="no name of"):
        compile_index([entry], {}, lexicon, inputs="none", meta={})
