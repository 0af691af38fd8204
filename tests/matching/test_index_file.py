"""The container gives back what was put in, or says that it cannot."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screenr.errors import ExitCode, ListUnavailableError
from screenr.matching.index_file import (
    MAGIC,
    IndexFile,
    encode,
    number_section,
    string_sections,
)

MANY_STRINGS = st.lists(st.text(max_size=12), max_size=20)
UNSIGNED = st.lists(st.integers(0, 2**32 - 1), max_size=20)
BYTES = st.lists(st.integers(0, 255), max_size=20)
DOUBLES = st.lists(st.floats(allow_nan=False), max_size=20)
quick = settings(max_examples=60, derandomize=True, deadline=None)
SMALL = encode(
    [*string_sections("name", ["Zorvex", "佐维"]), *number_section("count.u4", [1, 70_000])],
    inputs="ab" * 32,
    meta={"lists": []},
)


def opened(folder: Path, content: bytes) -> IndexFile:
    path = folder / "index.bin"
    path.write_bytes(content)
    return IndexFile(path)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("index")


@quick
@given(strings=MANY_STRINGS)
def test_strings_come_back(folder: Path, strings: Sequence[str]) -> None:
    file = opened(folder, encode(string_sections("name", strings), inputs="", meta={}))

    assert list(file.strings("name")) == strings


@quick
@given(strings=MANY_STRINGS, first=st.integers(0, 20), last=st.integers(0, 20))
def test_a_slice_of_strings_is_that_of_a_list(
    folder: Path, strings: Sequence[str], first: int, last: int
) -> None:
    file = opened(folder, encode(string_sections("name", strings), inputs="", meta={}))

    assert file.strings("name")[first:last] == strings[first:last]


@quick
@given(unsigned=UNSIGNED, small=BYTES, doubles=DOUBLES)
def test_numbers_of_each_type_come_back_beside_each_other(
    folder: Path, unsigned: Sequence[int], small: Sequence[int], doubles: Sequence[float]
) -> None:
    sections = (
        *number_section("small.u1", small),
        *number_section("unsigned.u4", unsigned),
        *number_section("doubles.f8", doubles),
    )

    file = opened(folder, encode(sections, inputs="", meta={}))

    assert list(file.numbers("unsigned.u4")) == unsigned
    assert list(file.numbers("small.u1")) == small
    assert list(file.floats("doubles.f8")) == doubles


def test_strings_can_be_read_joined(tmp_path: Path) -> None:
    sections = string_sections("name", ["ab", "中", "", "cd"])

    file = opened(tmp_path, encode(sections, inputs="", meta={}))

    assert file.strings("name").joined(1, 4) == "中cd"


@pytest.mark.parametrize("at", [2, -1])
def test_no_string_stands_outside_the_section(tmp_path: Path, at: int) -> None:
    names = opened(tmp_path, SMALL).strings("name")

    with pytest.raises(IndexError):
        names[at]


def test_inputs_and_meta_come_back(tmp_path: Path) -> None:
    meta = {"lists": [{"id": "us-alpha"}], "population": [3, 4]}

    file = opened(tmp_path, encode((), inputs="ab" * 32, meta=meta))

    assert (file.inputs, file.meta) == ("ab" * 32, meta)


def test_the_same_content_gives_the_same_bytes_whatever_the_order_of_meta() -> None:
    sections = tuple(string_sections("name", ["Zorvex"]))

    first = encode(sections, inputs="x", meta={"a": 1, "b": 2})
    second = encode(iter(sections), inputs="x", meta={"b": 2, "a": 1})

    assert first == second


def test_two_sections_of_one_name_are_refused() -> None:
    twice = [*number_section("count.u4", [1]), *number_section("count.u4", [2])]

    with pytest.raises(ValueError, match=r"count\.u4"):
        encode(twice, inputs="", meta={})


@settings(quick, max_examples=150)
@given(at=st.integers(0, len(SMALL) - 1), flip=st.integers(1, 255))
def test_one_changed_byte_anywhere_is_noticed(folder: Path, at: int, flip: int) -> None:
    content = bytearray(SMALL)
    content[at] ^= flip

    with pytest.raises(ListUnavailableError):
        opened(folder, bytes(content)).verify()


@settings(quick, max_examples=150)
@given(size=st.integers(0, len(SMALL) - 1))
def test_a_file_cut_off_anywhere_is_noticed(folder: Path, size: int) -> None:
    with pytest.raises(ListUnavailableError):
        opened(folder, SMALL[:size])


def test_bytes_after_the_end_are_noticed(tmp_path: Path) -> None:
    with pytest.raises(ListUnavailableError):
        opened(tmp_path, SMALL + b"\0")


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"SCREENR", id="shorter than the magic"),
        pytest.param(MAGIC, id="the magic alone"),
        pytest.param(b"PK\3\4" + SMALL[4:], id="another format"),
        pytest.param(MAGIC[:-1] + bytes([MAGIC[-1] + 1]) + SMALL[8:], id="a later version"),
    ],
)
def test_what_is_no_index_of_this_version_is_refused_by_name(
    tmp_path: Path, content: bytes
) -> None:
    with pytest.raises(ListUnavailableError) as caught:
        opened(tmp_path, content)

    assert str(tmp_path / "index.bin") in caught.value.message
    assert caught.value.exit_code == ExitCode.UNABLE
    assert caught.value.hint


def test_an_absent_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "none.bin"

    with pytest.raises(ListUnavailableError) as caught:
        IndexFile(path)

    assert str(path) in caught.value.message
    assert caught.value.exit_code == ExitCode.UNABLE


def test_a_folder_in_place_of_the_index_is_named(tmp_path: Path) -> None:
    with pytest.raises(ListUnavailableError) as caught:
        IndexFile(tmp_path)

    assert str(tmp_path) in caught.value.message
