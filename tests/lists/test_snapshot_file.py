"""Snapshots as files: written the same always, read whole or not at all."""

import dataclasses
import datetime as dt
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from screenr.errors import ListUnavailableError
from screenr.lists.snapshot_file import (
    read_list_info,
    read_snapshot,
    snapshot_text,
    write_snapshot,
)
from screenr.models.designation import (
    Alias,
    Bounds,
    Citation,
    Designation,
    Identifier,
    License,
)
from screenr.models.snapshot import Snapshot, Source

DAY = dt.date(2026, 7, 9)
SOURCE = Source(key="main", file="main.csv", sha256="00ff", format="CSV", basis="as_published")


def snapshot(*designations: Designation) -> Snapshot:
    return Snapshot(
        list="us-test",
        published=DAY,
        retrieved=DAY,
        sources=(SOURCE,),
        entries=len(designations),
        complete=True,
        designations=designations,
    )


def party(number: str, name: str = "ACME") -> Designation:
    return Designation(
        id=f"us-test:{number}", kind="organization", name=name, listed=DAY, sources=("main",)
    )


def place(folder: Path) -> Path:
    return folder / "us-test" / "2026-07-09.yaml"


def written(folder: Path, text: str) -> Path:
    path = place(folder)
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


texts = st.text(min_size=1, max_size=20)
days = st.dates()
designations = st.builds(
    Designation,
    id=st.integers(min_value=0).map(lambda number: f"us-test:{number}"),
    kind=st.sampled_from(["organization", "person", "vessel"]),
    name=texts,
    listed=days | st.builds(Bounds, by=days, after=st.none() | days),
    published_name=st.none() | texts,
    aliases=st.lists(
        st.builds(Alias, name=texts, type=st.sampled_from(["aka", "fka"]), weak=st.booleans()),
        max_size=2,
    ).map(tuple),
    countries=st.lists(st.sampled_from(["NO", "CN", "KY"]), max_size=2).map(tuple),
    addresses=st.lists(texts, max_size=2).map(tuple),
    identifiers=st.lists(
        st.builds(Identifier, type=texts, value=texts, country=st.none() | texts), max_size=2
    ).map(tuple),
    born=st.sampled_from([(), ("1964",), ("1964-05-03", "1964/1966")]),
    effective=st.none() | days,
    delisted=st.none() | days,
    citations=st.lists(st.builds(Citation, cite=texts, date=st.none() | days), max_size=2).map(
        tuple
    ),
    license=st.none() | st.builds(License, requirement=texts, footnote=st.none() | st.integers()),
    remarks=st.none() | texts,
    sources=st.just(("main",)),
)


@given(st.lists(designations, max_size=3, unique_by=lambda each: each.id))
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50, deadline=None
)
def test_a_snapshot_is_read_back_as_it_was_written(
    tmp_path: Path, members: list[Designation]
) -> None:
    given_snapshot = snapshot(*sorted(members, key=lambda each: int(each.id.partition(":")[2])))

    write_snapshot(given_snapshot, place(tmp_path))

    assert read_snapshot(place(tmp_path)) == given_snapshot


def test_ids_are_ordered_by_number() -> None:
    text = snapshot_text(snapshot(party("306"), party("36")))

    assert text.index("us-test:36\n") < text.index("us-test:306\n")


def test_the_order_of_designations_does_not_change_the_bytes() -> None:
    one, other = party("1"), party("2")

    assert snapshot_text(snapshot(one, other)) == snapshot_text(snapshot(other, one))


def test_a_designation_is_a_block_with_small_parts_on_one_line() -> None:
    rich = dataclasses.replace(
        party("33091", "MEGVII TECHNOLOGY LIMITED"),
        aliases=(Alias(name="旷视科技有限公司", script="Hans"), Alias(name="M, Ltd.", weak=True)),
        countries=("KY", "NO"),
        born=("1964-05",),
        listed=Bounds(after=dt.date(2024, 5, 3), by=DAY),
        citations=(Citation(cite="86 FR 30145", date=dt.date(2021, 6, 7)),),
        remarks="Owner: nobody",
    )

    assert snapshot_text(snapshot(rich)).partition("designations:\n")[2] == (
        "- id: us-test:33091\n"
        "  kind: organization\n"
        "  name: MEGVII TECHNOLOGY LIMITED\n"
        "  aliases:\n"
        "  - {name: 旷视科技有限公司, script: Hans}\n"
        '  - {name: "M, Ltd.", weak: true}\n'
        '  countries: [KY, "NO"]\n'
        '  born: ["1964-05"]\n'
        "  listed: {after: 2024-05-03, by: 2026-07-09}\n"
        "  citations:\n"
        '  - {cite: "86 FR 30145", date: 2021-06-07}\n'
        '  remarks: "Owner: nobody"\n'
        "  sources: [main]\n"
    )


def test_writing_leaves_no_other_file_behind(tmp_path: Path) -> None:
    write_snapshot(snapshot(party("1")), place(tmp_path))

    assert [each.name for each in place(tmp_path).parent.iterdir()] == ["2026-07-09.yaml"]


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("entries: 2", "entries: 3", "says 3 entries and holds 2"),
        ("us-test:2", "us-test:1", "`us-test:1` occurs 2 times"),
        ("us-test:2", "us-other:2", "`us-other:2` belongs to another list"),
        ("list: us-test", "list: us-other", "its folder is `us-test`"),
        ("published: 2026-07-09", "published: 2026-07-08", "its file name says `2026-07-09`"),
        ("  sources: [main]", "  sources: [side]", "cites a source"),
        ("kind: organization", "kind: company", "line 14: designation us-test:1: kind: "),
        ("  kind: organization", "  kind: person\n  age: 9", "us-test:1: age: Unexpected"),
        ("listed: 2026-07-09", "listed: July", "designation us-test:1: listed"),
        ("schema: 1", "schema: 2", "schema: Input should be 1"),
        ("complete: true\n", "", "complete: "),
        ("designations:\n", "designations:\n- 5\n", "designation 1: "),
    ],
)
def test_a_damaged_snapshot_is_refused_by_name(
    tmp_path: Path, old: str, new: str, complaint: str
) -> None:
    text = snapshot_text(snapshot(party("1"), party("2")))
    path = written(tmp_path, text.replace(old, new, 1))

    with pytest.raises(ListUnavailableError) as caught:
        read_snapshot(path)

    assert str(path) in caught.value.message
    assert complaint in caught.value.message


def test_a_cut_snapshot_is_refused(tmp_path: Path) -> None:
    text = snapshot_text(snapshot(party("1"), party("2")))
    path = written(tmp_path, text[: text.index("- id: us-test:2")])

    with pytest.raises(ListUnavailableError, match="says 2 entries and holds 1"):
        read_snapshot(path)


def test_an_absent_snapshot_is_named(tmp_path: Path) -> None:
    with pytest.raises(ListUnavailableError, match=r"2026-07-09\.yaml: cannot be read"):
        read_snapshot(place(tmp_path))


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = written(tmp_path, "")
    path.write_bytes(b"schema: \xff")

    with pytest.raises(ListUnavailableError, match="not UTF-8 at byte 8"):
        read_snapshot(path)


LIST_INFO = """
id: us-test
title: Test List
short: Test
agency: Agency
authority: [A law]
bound: US persons
summary: What it does.
effects:
- {activity: purchase_from, status: none, authority: A law, from: listed, until: 2027-01-01}
ownership: {rule: entry_only, sentence: Only those named.}
"""


def test_the_description_of_a_list_is_read(tmp_path: Path) -> None:
    path = tmp_path / "us-test" / "list.yaml"
    path.parent.mkdir()
    path.write_text(LIST_INFO, encoding="utf-8")

    (effect,) = read_list_info(path).effects

    assert (effect.since, effect.until) == ("listed", dt.date(2027, 1, 1))


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("status: none", "status: fine", "effects.0.status"),
        ("short: Test", "shrt: Test", "short"),
        ("id: us-test", "id: us-other", "its folder"),
    ],
)
def test_a_damaged_description_is_refused(
    tmp_path: Path, old: str, new: str, complaint: str
) -> None:
    path = tmp_path / "us-test" / "list.yaml"
    path.parent.mkdir()
    path.write_text(LIST_INFO.replace(old, new), encoding="utf-8")

    with pytest.raises(ListUnavailableError, match=complaint):
        read_list_info(path)
