"""What a sheet can hold."""

import pytest

from screenr.formats.sheet_cells import LONGEST, is_formula_like, sheet_cells


def test_ordinary_cells_stay_what_they_are() -> None:
    cells = ("Acme", "华为", "")

    assert sheet_cells(cells) == (cells, False)


def test_a_cell_that_is_too_long_is_cut_and_said() -> None:
    [cut], is_cut = sheet_cells(["x" * 100_000])

    assert is_cut
    assert len(cut) == LONGEST
    assert cut.endswith(" […]")


def test_a_character_beyond_the_basic_plane_counts_as_two() -> None:
    [cut], is_cut = sheet_cells(["𠮷" * 20_000])

    assert is_cut
    assert len(cut.encode("utf-16-le")) <= 2 * LONGEST
    assert cut.startswith("𠮷𠮷")


def test_a_cell_that_just_fits_is_not_cut() -> None:
    assert sheet_cells(["x" * LONGEST]) == (["x" * LONGEST], False)


@pytest.mark.parametrize("text", ["\x00", "\x1b[31m", "\ud800", "\u202e"])
def test_what_a_sheet_cannot_hold_is_shown(text: str) -> None:
    [shown], _ = sheet_cells([text])

    assert shown.isprintable()
    assert shown.startswith("\\")


def test_line_breaks_stay() -> None:
    assert sheet_cells(["one\r\ntwo\tthree"]) == (["one\ntwo\tthree"], False)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx"])
def test_what_an_edit_would_make_a_formula_of_is_known(text: str) -> None:
    assert is_formula_like(text)
