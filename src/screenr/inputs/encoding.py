"""What encoding a text file is in, of those that vendor files come in.

UTF-8 and UTF-16 can be told for certain. Of the rest, GB18030 and Windows-1252 are told apart by
what their texts look like; what looks like neither is refused rather than screened as gibberish.
General guessers were not used: they know a hundred encodings, and say one for any bytes.
"""

import codecs
import re
from collections.abc import Callable, Iterable
from itertools import chain

from screenr.errors import UsageError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins as UTF-16 does, so it comes first
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 1 << 18
_ASCII = 0x80
_GB_PAIR = 0xA1  # both bytes of what GB 2312 has, which is nearly all Chinese text
_GB_COMMON = range(0xB0, 0xD8)  # its level 1: the 3,755 commonest characters, by their sound
_GB_LATE = range(0xC9, 0xD8)  # those from "sh" to "zu"; Korean text in EUC-KR has nothing there
# Its punctuation, wide letters, Greek, Cyrillic and accents; its kana tell of EUC-JP instead.
_GB_SIGNS = (0xA1, 0xA2, 0xA3, 0xA6, 0xA7, 0xA8, 0xA9)
_MOST = 0.8
_HIGH = re.compile(rb"[\x80-\xff]+")
# A letter or a usual sign of Windows-1252; three of them never come in a row.
_ALONE = re.compile(
    rb"(?<![\x80-\xff])[\x80\x85\x8a\x8c\x8e\x91-\x97\x99\x9a\x9c\x9e-\xa1\xa9-\xab\xae\xb0\xb4"
    rb"\xb7\xba\xbb\xbf-\xff]{1,2}(?![\x80-\xff])"
)
NAMES = {"utf-8": "UTF-8", "utf-8-sig": "UTF-8", "gb18030": "GB18030", "cp1252": "Windows-1252"}


def encoding_of(head: bytes, blocks: Callable[[], Iterable[bytes]], *, name: str) -> str:
    """The encoding of a text, as Python calls it.

    `blocks` are all of it where all of it can be had: the first letter that is not ASCII may
    stand in its last line.
    """
    if marked := marked_encoding(head):
        return marked
    if _is_utf8(blocks()):
        return "utf-8"
    good, bad = _lines(blocks())
    if not bad or good[0] >= bad[0]:  # what is left of UTF-8 are rows that are broken
        return "utf-8"
    return _eight_bit(bad[1], name)


def marked_encoding(head: bytes) -> str:
    """The encoding that a byte order mark tells, or the zeros of UTF-16; else empty."""
    for bom, encoding in _BOMS:
        if head.startswith(bom):
            return encoding
    return _utf16(head)


def _utf16(head: bytes) -> str:
    """UTF-16 without a mark: every second byte of its spaces, digits and line ends is zero."""
    zeros = (head[0::2].count(0), head[1::2].count(0))
    if max(zeros) <= len(head) // 25:
        return ""
    if zeros[1] > 9 * zeros[0]:
        return "utf-16-le"
    return "utf-16-be" if zeros[0] > 9 * zeros[1] else ""


def _lines(blocks: Iterable[bytes]) -> tuple[tuple[int, bytes], tuple[int, bytes] | None]:
    """Lines with letters beyond ASCII: how many are UTF-8, how many are not, and some of those."""
    rest, good, bad, sample = b"", 0, 0, bytearray()
    for block in chain(blocks, (b"\n",)):  # which ends the last line
        *lines, rest = (rest + block).split(b"\n") if not block.isascii() or rest else (b"",)
        for line in lines:
            if line.isascii():
                continue
            if _is_utf8((line,)):
                good += 1
            else:
                bad += 1
                sample += line[: _SAMPLE - len(sample)]
    return (good, b""), (bad, bytes(sample)) if bad else None


def _is_utf8(blocks: Iterable[bytes]) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for block in blocks:
            decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _eight_bit(sample: bytes, name: str) -> str:
    high = sum(byte >= _ASCII for byte in sample)
    leads = [
        run[at]
        for run in _HIGH.findall(sample)
        for at in range(0, len(run) - 1, 2)
        if run[at] >= _GB_PAIR and run[at + 1] >= _GB_PAIR
    ]
    common = sum(lead in _GB_COMMON or lead in _GB_SIGNS for lead in leads)
    late = sum(lead in _GB_LATE for lead in leads)
    is_chinese = 10 * late >= sum(lead >= _GB_COMMON.start for lead in leads)
    if 2 * len(leads) >= _MOST * high and common >= _MOST * len(leads) and is_chinese:
        return "gb18030"
    if sum(map(len, _ALONE.findall(sample))) >= _MOST * high:
        return "cp1252"
    raise UsageError(
        f"the encoding of `{name}` cannot be told",
        hint="say `--encoding`, for example gb18030, cp1251, big5 or shift_jis",
    )
