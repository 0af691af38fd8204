"""Names as published, set right by rule."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screenr.text.published import clean_name, is_damaged


@pytest.mark.parametrize(
    ("published", "name"),
    [
        ("Leon Technology Co., Ltd.,", "Leon Technology Co., Ltd."),
        ("HPSTAR; and", "HPSTAR"),
        ("and Liang Technology", "Liang Technology"),
        ("People?s Steel Mills", "People's Steel Mills"),
        ("Pishan Haishi Yongâ€™an", "Pishan Haishi Yong’an"),
        ("Two  spaces\u00a0and one", "Two spaces and one"),
        ("Example Со., Ltd.", "Example Co., Ltd."),
        ("ANNEXFIELD , LTD.", "ANNEXFIELD, LTD."),
        ("Sports Zone (Group", "Sports Zone (Group)"),
        ("Ends here)", "Ends here"),
    ],
)
def test_accident_of_publishing_is_set_right(published: str, name: str) -> None:
    assert clean_name(published) == name


@pytest.mark.parametrize(
    "name",
    ["Sandand", "Andritz", "Müller Markt", "ООО Ромашка Co", "商汤科技", "Huawei (UK) Ltd.", "Ã"],
)
def test_name_without_accident_stays_as_it_is(name: str) -> None:
    assert clean_name(name) == name


def test_lost_letter_is_told() -> None:
    assert is_damaged("B\ufffdkey, Murat")


def test_whole_name_is_not_called_damaged() -> None:
    assert not is_damaged("Bâtiment Ångström")


@given(st.text(max_size=60))
def test_cleaning_any_text_leaves_no_space_at_its_ends(text: str) -> None:
    cleaned = clean_name(text)
    assert cleaned == cleaned.strip(" ,;")
