"""Where reference files are found."""

import pytest

from screenr.errors import ListUnavailableError
from screenr.text import reference


def test_reference_file_of_the_checkout_is_found() -> None:
    assert reference.path("countries.tsv").read_text(encoding="utf-8").startswith("#")


def test_missing_reference_file_is_named() -> None:
    with pytest.raises(ListUnavailableError, match=r"no-such-file\.tsv"):
        reference.path("no-such-file.tsv")
