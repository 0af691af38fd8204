"""Countries as lists and suppliers write them."""

import pytest

from screenr.text.countries import country_code, nationality_code


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("China", "CN"),
        ("People's Republic of China", "CN"),
        ("P.R. China", "CN"),
        ("中国", "CN"),
        ("中國", "CN"),
        ("the Netherlands", "NL"),
        ("Türkiye", "TR"),
        ("TURKEY", "TR"),
        ("Burma", "MM"),
        ("Iran (Islamic Republic of)", "IR"),
        ("North Korea (DPRK)", "KP"),
        ("Democratic People's Republic of Korea", "KP"),
        ("Korea, South", "KR"),
        ("Democratic Republic of the Congo", "CD"),
        ("Congo", "CG"),
        ("U.A.E.", "AE"),
        ("Crimea Region of Ukraine", "UA"),
        ("Россия", "RU"),
        ("us", "US"),
        ("DEU", "DE"),
    ],
)
def test_country_is_read_however_it_is_written(written: str, code: str) -> None:
    assert country_code(written) == code


@pytest.mark.parametrize("written", ["", "Atlantis", "former Soviet Union", "NM", "()", "123"])
def test_what_is_no_country_is_none(written: str) -> None:
    assert country_code(written) is None


def test_nationals_are_not_places() -> None:
    assert country_code("Chinese") is None


def test_nationals_have_their_own_reading() -> None:
    assert nationality_code("Chinese") == "CN"


def test_niger_and_nigeria_stay_apart() -> None:
    assert (country_code("Niger"), country_code("Nigeria")) == ("NE", "NG")


def test_nationals_of_niger_and_nigeria_stay_apart() -> None:
    assert (nationality_code("Nigerien"), nationality_code("Nigerian")) == ("NE", "NG")
