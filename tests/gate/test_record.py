"""Records: sealed, chained, and refused once anything in them is not as it was written."""

import json
from pathlib import Path

import pytest

from screenr.errors import ScreenrError, UsageError
from screenr.gate.record import (
    SCHEMA,
    read_record,
    records_in,
    sealed_text,
    verify_chain,
    verify_link,
    write_record,
)

EMPTY = (
    "policy", "lists", "left_out", "absent", "missing", "files", "decisions", "baseline",
    "verdict", "counterparties", "unread", "screenr",
)  # fmt: skip
RUN = {
    "schema": SCHEMA,
    "as_of": "2026-11-21",
    "threshold": 0.8,
    "name": "旷视 \x1b[31m \ud800",
    **dict.fromkeys(EMPTY),
}


@pytest.fixture
def chain(tmp_path: Path) -> tuple[Path, ...]:
    """Three records, each following the one before."""
    return tuple(write_record({**RUN, "run": at}, tmp_path / "records") for at in range(3))


def reseal(path: Path, **changes: object) -> None:
    path.write_text(sealed_text({**json.loads(path.read_text()), **changes}))


def test_records_are_numbered_and_name_their_day(chain: tuple[Path, ...]) -> None:
    assert [path.name for path in chain] == [
        "000001-2026-11-21.json", "000002-2026-11-21.json", "000003-2026-11-21.json",
    ]  # fmt: skip


def test_a_record_reads_back_as_it_was_written(chain: tuple[Path, ...]) -> None:
    assert read_record(chain[0]).items() >= {**RUN, "run": 0}.items()


def test_each_record_names_the_seal_of_the_one_before(chain: tuple[Path, ...]) -> None:
    first, second = read_record(chain[0]), read_record(chain[1])

    assert first["previous"] is None
    assert second["previous"] == {"file": chain[0].name, "seal": first["seal"]}


def test_a_whole_chain_holds(chain: tuple[Path, ...]) -> None:
    assert len([*verify_chain(chain)]) == 3


def test_one_changed_byte_is_refused_wherever_it_is(chain: tuple[Path, ...]) -> None:
    content = chain[0].read_bytes()

    for at in range(len(content)):
        chain[0].write_bytes(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])
        with pytest.raises(ScreenrError, match="its seal does not hold"):
            read_record(chain[0])


@pytest.mark.parametrize("more", [b" ", b"\n", b"{}", b"\xff"])
def test_an_added_byte_is_refused(chain: tuple[Path, ...], more: bytes) -> None:
    chain[0].write_bytes(chain[0].read_bytes() + more)

    with pytest.raises(ScreenrError, match="its seal does not hold"):
        read_record(chain[0])


def test_a_record_sealed_anew_breaks_the_chain(chain: tuple[Path, ...]) -> None:
    reseal(chain[1], run=99)

    with pytest.raises(ScreenrError, match=r"the chain breaks at .*000003"):
        list(verify_chain(chain))


@pytest.mark.parametrize("at", [0, 1])
def test_a_removed_record_breaks_the_chain(chain: tuple[Path, ...], at: int) -> None:
    chain[at].unlink()

    with pytest.raises(ScreenrError, match="the chain breaks"):
        list(verify_chain(records_in(chain[0].parent)))


def test_a_chain_that_is_broken_is_not_continued(chain: tuple[Path, ...]) -> None:
    chain[2].write_text("{}")

    with pytest.raises(ScreenrError, match="its seal does not hold"):
        write_record(RUN, chain[0].parent)


def test_a_link_to_the_record_beside_it_is_checked(chain: tuple[Path, ...]) -> None:
    assert verify_link(chain[1])
    reseal(chain[0], run=99)

    with pytest.raises(ScreenrError, match="follows another record"):
        verify_link(chain[1])


def test_a_record_whose_predecessor_is_elsewhere_cannot_be_linked(chain: tuple[Path, ...]) -> None:
    chain[0].unlink()

    assert not verify_link(chain[1])


def test_a_sealed_file_of_another_kind_is_no_record(tmp_path: Path) -> None:
    (tmp_path / "other.json").write_text(sealed_text({"schema": "other"}))

    with pytest.raises(ScreenrError, match="no record of this version"):
        read_record(tmp_path / "other.json")


def test_an_absent_record_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no file"):
        read_record(tmp_path / "none.json")


def test_nothing_else_is_left_beside_the_records(chain: tuple[Path, ...]) -> None:
    assert {each.name for each in chain[0].parent.iterdir()} == {each.name for each in chain}


def test_the_bytes_of_a_record_are_plain(chain: tuple[Path, ...]) -> None:
    assert chain[0].read_bytes().isascii()


def test_where_there_are_no_links_a_record_is_written_whole_and_replaces_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_: Path, __: Path) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refused)
    paths = tuple(write_record({**RUN, "run": at}, tmp_path) for at in range(2))
    monkeypatch.setattr("screenr.gate.record.records_in", lambda _: paths[:1])

    with pytest.raises(ScreenrError, match="at the same time"):
        write_record({**RUN, "run": 2}, tmp_path)

    assert len([*verify_chain(paths)]) == 2
    assert sorted(tmp_path.iterdir()) == [*paths]
