"""A run over a file as a workbook: the input with its answer, a summary, the lists and the policy.

The sheet of rows is the first, so that the workbook can be screened again. Every text is written as
a text: nothing in it becomes a formula or a link. A sheet that is full is followed by another one.
"""

import datetime as dt
import shutil
import tempfile
import weakref
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from screenr.errors import UsageError
from screenr.formats import sheet_pages
from screenr.formats.flat import COLUMNS, Flat
from screenr.formats.sheet_cells import CUT, MOST_COLUMNS, MOST_ROWS, is_formula_like, sheet_cells
from screenr.formats.sinks import Encoder, Sink
from screenr.formats.view import View
from screenr.models.row import Screened
from screenr.models.run import Remark, Run, Tally

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

SHEET = "Counterparties"
_NUMBERS = {"score": "0.00", "matches": "0", "row": "0"}
_COLORS = {"hit": "#F8D7D4", "error": "#FFE3B0", "decided": "#D9E6F7", "clear": "#DDEFE2"}
_WIDTHS = {"list": 22, "designation": 30, "listed_name": 34, "matched_name": 34, "effects": 60,
           "summary": 60, "lists": 30, "error": 34, "note": 30, "reason": 40,
           "decision": 40}  # fmt: skip
_NARROWEST, _WIDEST, _SAMPLE = 10, 40, 200  # characters, characters, rows
_WIDE_FROM = "\u2e80"  # characters from here on are mostly drawn as wide as two


class Lines(NamedTuple):
    """Rows of cells, and the lines of the input in which a cell was cut."""

    rows: list[Sequence[str]]
    cut: list[int]


def encoder(run: Run, view: View) -> Encoder:
    """Rows to cells that a sheet can hold."""
    flat = Flat(run, view)
    note = len(run.columns) + COLUMNS.index("note")

    def encode(screened: Iterable[Screened]) -> Lines:
        lines = Lines([], [])
        for each in screened:
            is_cut = False
            for cells in flat.rows(each):
                held, is_cut = sheet_cells(cells)
                if is_cut:
                    said = f"{held[note]}; {CUT}" if held[note] else CUT
                    held = [*held[:note], said, *held[note + 1 :]]
                lines.rows.append(held)
            if is_cut:
                lines.cut.append(each.row.line)
        return lines

    return encode


def sink(stream: BinaryIO, run: Run, view: View) -> Sink:
    """Cells to a workbook."""
    columns, _ = sheet_cells(Flat(run, view).columns)
    if len(columns) > MOST_COLUMNS:
        raise UsageError(
            f"a sheet holds {MOST_COLUMNS:,} columns, and this has {len(columns):,}",
            hint="write CSV, or leave columns out of the input",
        )
    return XlsxSink(stream, run, columns)


class XlsxSink:
    """Writes a workbook row by row; what waits for the end waits in a folder of its own."""

    def __init__(self, stream: BinaryIO, run: Run, columns: Sequence[str]) -> None:
        self._run, self._columns = run, columns
        self._book, self._forget = _open_book(self, stream, run.as_of)
        self._sheets: list[Worksheet] = []
        self._row = MOST_ROWS  # the first row needs a sheet
        self._cut = Remark()
        first = len(run.columns)
        self._widths = [_width([name]) for name in columns[:first]]
        self._widths += [_WIDTHS.get(name, _width([f"screenr_{name}"])) for name in COLUMNS]
        self._head = self._book.add_format({"bold": True, "bottom": 1})
        self._quoted = self._book.add_format({"quote_prefix": True})
        self._numbers = {
            first + COLUMNS.index(name): self._book.add_format({"num_format": form})
            for name, form in _NUMBERS.items()
        }
        self._colors = {
            status: self._book.add_format({"bg_color": color, "bold": status != "clear"})
            for status, color in _COLORS.items()
        }
        self._colored = (first + COLUMNS.index("status"), first + COLUMNS.index("error"))

    def begin(self) -> None:
        """Open the first sheet, so that a file without rows has one."""
        self._next_sheet()

    def write(self, payload: Lines) -> None:
        """Write some rows."""
        if self._row == 1:
            columns = zip(*payload.rows[:_SAMPLE], strict=True)
            given = [_width(cells) for cells, _ in zip(columns, self._run.columns, strict=False)]
            self._widths[: len(given)] = map(max, given, self._widths)
        for cells in payload.rows:
            if self._row == MOST_ROWS:
                self._next_sheet()
            self._write_row(cells)
        self._cut.add(len(payload.cut), payload.cut)

    def close(self, tally: Tally) -> None:
        """Write the other sheets and put the file together."""
        if self._cut.count:
            tally.notes[CUT] = self._cut  # nobody else can know of it
        for sheet in self._sheets:
            for at, width in enumerate(self._widths):
                sheet.set_column(at, at, width)
            rows = self._row if sheet is self._sheets[-1] else MOST_ROWS
            sheet.autofilter(0, 0, rows - 1, len(self._columns) - 1)
        sheet_pages.write_summary(self._book, self._run, tally, sheets=len(self._sheets))
        sheet_pages.write_lists(self._book, self._run)
        self._book.close()
        self._forget()

    def _next_sheet(self) -> None:
        number = len(self._sheets) + 1
        sheet = self._book.add_worksheet(SHEET if number == 1 else f"{SHEET} {number}")
        sheet.freeze_panes(1, 0)
        for at, name in enumerate(self._columns):
            sheet.write_string(0, at, name, self._head)
        self._sheets.append(sheet)
        self._row = 1

    def _write_row(self, cells: Sequence[str]) -> None:
        write = self._sheets[-1].write_string
        status = cells[self._colored[0]]
        for at, text in enumerate(cells):
            if not text:
                continue
            if at in self._numbers:
                self._sheets[-1].write_number(self._row, at, float(text), self._numbers[at])
            elif at in self._colored:
                write(self._row, at, text, self._colors[status])
            elif is_formula_like(text):
                write(self._row, at, text, self._quoted)
            else:
                write(self._row, at, text)
        self._row += 1


def _open_book(
    owner: object, stream: BinaryIO, as_of: dt.date
) -> tuple["Workbook", Callable[[], object]]:
    """A workbook in constant memory, and what removes its temporary files, however a run ends."""
    from xlsxwriter import Workbook

    folder = tempfile.mkdtemp(prefix="screenr-")
    options = {
        "constant_memory": True,
        "tmpdir": folder,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
        "use_zip64": True,
    }
    book = Workbook(stream, options)
    # The library would write the time of the clock.
    book.set_properties({"created": dt.datetime.combine(as_of, dt.time())})
    return book, weakref.finalize(owner, _clean, book, folder)


def _clean(book: "Workbook", folder: str) -> None:
    for sheet in book.worksheets():
        sheet.row_data_fh.close()
    shutil.rmtree(folder, ignore_errors=True)


def _width(cells: Sequence[str]) -> int:
    widest = max(
        (len(cell) + sum(each >= _WIDE_FROM for each in cell) for cell in cells), default=0
    )
    return max(_NARROWEST, min(widest + 3, _WIDEST))
