"""Texts are told apart by their bytes, and refused where they cannot be."""

import pytest

from screenr.errors import UsageError
from screenr.inputs.encoding import encoding_of

CHINESE = "供应商名称,国家\n深圳市晨光文具股份有限公司,中国\n上海浦东发展银行,中国\n"
GERMAN = "Name,Land\nMüller Söhne GmbH,Österreich\nJosé Peña,España\n"


def found(text: str, encoding: str) -> str:
    content = text.encode(encoding)
    return encoding_of(content, lambda: [content], name="a.csv")


@pytest.mark.parametrize(
    ("text", "written", "read"),
    [
        (CHINESE, "utf-8", "utf-8"),
        (CHINESE, "utf-8-sig", "utf-8-sig"),
        (CHINESE, "utf-16", "utf-16"),
        (CHINESE, "utf-16-le", "utf-16-le"),
        (CHINESE, "utf-16-be", "utf-16-be"),
        (CHINESE, "gb18030", "gb18030"),
        (GERMAN, "utf-8", "utf-8"),
        (GERMAN, "utf-16-le", "utf-16-le"),
        (GERMAN, "cp1252", "cp1252"),
        ("供应商名称\n" + "Café Müller\n" * 99, "gb18030", "gb18030"),
        ("Name\n" + "Café – “Müller” №\n".replace("№", "°") * 99, "cp1252", "cp1252"),
        ("Name\nAcme\n", "ascii", "utf-8"),
    ],
)
def test_the_encoding_is_found(text: str, written: str, read: str) -> None:
    assert found(text, written) == read


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("ОАО Рога и Копыта\nООО Ромашка\n", "cp1251"),
        ("株式会社みらい\nソフトウェア\n", "shift_jis"),
        ("株式会社みらい\nソフトウェア\n", "euc-jp"),
        ("주식회사 미래상사\n", "euc-kr"),
        ("公司名稱\n台北文具股份有限公司\n", "big5"),
    ],
)
def test_another_encoding_is_refused_rather_than_read_as_gibberish(
    text: str, encoding: str
) -> None:
    with pytest.raises(UsageError, match="cannot be told"):
        found(text, encoding)


def test_a_single_letter_late_in_the_file_decides() -> None:
    blocks = [b"Name\n" + b"Acme\n" * 1000, b"Caf\xe9 Verlag\n"]

    assert encoding_of(blocks[0], lambda: blocks, name="a.csv") == "cp1252"


def test_a_letter_that_is_cut_by_the_end_of_a_block_is_whole() -> None:
    content = "Müller\n".encode()
    blocks = [content[:2], content[2:]]

    assert encoding_of(content, lambda: blocks, name="a.csv") == "utf-8"


def test_a_text_that_is_mostly_utf_8_is_utf_8() -> None:
    content = "Müller\n".encode() * 99 + b"M\xfcller\n"

    assert encoding_of(content, lambda: [content], name="a.csv") == "utf-8"
