"""Subsidiaries in the sentence of the section 1260H notice."""

from snapshots.dhs_dod import subsidiaries


def test_comma_before_a_legal_form_does_not_part_names() -> None:
    said = "Listed together with subsidiaries: Alpha Co., Ltd., Beta, Inc., and Gamma LLC. | Owned."
    assert list(subsidiaries(said)) == ["Alpha Co., Ltd.", "Beta, Inc.", "Gamma LLC"]


def test_and_inside_a_name_does_not_part_it() -> None:
    said = (
        "Listed together with subsidiaries: Design and Research Institute, and Alpha Corp. | Owned."
    )
    assert list(subsidiaries(said)) == ["Design and Research Institute", "Alpha Corp."]


def test_notes_without_the_sentence_name_nobody() -> None:
    assert list(subsidiaries("It is owned, Inc., by somebody.")) == []
