"""Acronyms of many names at once: those that `acronyms.keys_to` says, and few others."""

import pytest
from small_index import index_of, reached, typed

from screenr.matching.index import Index

LISTED = ("QWEU", "QWEC", "QWEXC", "Northern Quality Export Union")


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    return index_of(tmp_path_factory.mktemp("acronyms"), typed("organization", *LISTED))


@pytest.mark.parametrize(
    ("name", "acronym"),
    [
        ("Quality Western Export Union", "QWEU"),
        ("Quality Western Export Union 7 Ltd", "QWEU"),
        ("Joint Stock Company Quality Western Export Union", "QWEU"),
        ("Quality and Western Export Union", "QWEU"),
        ("Quality Western Export Company", "QWEC"),
        ("Quality Western Export X Ltd", None),
        ("NQEU", "Northern Quality Export Union"),
    ],
)
def test_a_name_and_its_acronym_are_found(index: Index, name: str, acronym: str | None) -> None:
    assert reached(index, name) == ({acronym} if acronym else set())
