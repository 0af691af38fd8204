"""What a spreadsheet file cannot hold, or would obey, set right before it is written.

A cell holds 32,767 characters (as UTF-16 counts them), a sheet 1,048,576 rows and 16,384 columns.
Source: Excel specifications and limits, Microsoft. XML 1.0, section 2.2, has no control characters,
surrogates or noncharacters.
"""

from collections.abc import Sequence

from screenr.formats.safe import FORMULA, unobeyed

LONGEST = 32_767
MOST_ROWS = 1_048_576
MOST_COLUMNS = 16_384
CUT = "a cell is longer than a sheet can hold and is cut at its end"

_MARK = " […]"
_WIDEST = 10  # characters that one can become when it is shown instead of obeyed


def sheet_cells(cells: Sequence[str]) -> tuple[Sequence[str], bool]:
    """The cells as a sheet can hold them, and whether one had to be cut."""
    together = "".join(cells)
    if not together.isprintable() or "</r>" in together:
        cells = [_plain(unobeyed(cell)) for cell in cells]
    if len(together) * _WIDEST <= LONGEST or not any(map(_is_long, cells)):
        return cells, False
    return [_cut(cell) for cell in cells], True


def is_formula_like(text: str) -> bool:
    """Whether a spreadsheet would take it for a formula as soon as somebody edits the cell."""
    return text.startswith(FORMULA)


def _is_long(text: str) -> bool:
    return len(text.encode("utf-16-le")) > 2 * LONGEST


def _cut(text: str) -> str:
    if not _is_long(text):
        return text
    units = text.encode("utf-16-le")[: 2 * (LONGEST - len(_MARK))]
    return f"{units.decode('utf-16-le', errors='ignore')}{_MARK}"


def _plain(text: str) -> str:
    """Keep xlsxwriter from writing a text of this form as XML of its own, unescaped."""
    return f"{text} " if text.startswith("<r>") and text.endswith("</r>") else text
