"""Blocks of text for a terminal of a given width, drawn by rich.

Only `Text` objects go in, never strings: rich reads markup such as ``[red]`` in strings, and names
may contain it.
"""

import io
from collections.abc import Iterable, Iterator

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from screenr.formats.lines import Line
from screenr.formats.safe import log_lines
from screenr.formats.view import View

_LABEL = 8  # the width of the widest label and one more
STYLES = {"hit": "bold red", "clear": "green", "decided": "cyan", "error": "bold yellow"}


def draw(parts: Iterable[RenderableType], view: View) -> str:
    """Render one below the other, without trailing spaces."""
    stream = io.StringIO()
    console = Console(
        file=stream,
        width=view.width,
        force_terminal=view.color,
        color_system="standard" if view.color else None,
        no_color=not view.color,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        _environ={},
    )
    for part in parts:
        if isinstance(part, Text):  # `print` joins texts and forgets how each of them wraps
            console.print(part, no_wrap=part.no_wrap, overflow=part.overflow, crop=False)
        else:
            console.print(part)
    drawn = "".join(f"{line.rstrip()}\n" for line in stream.getvalue().splitlines())
    return log_lines(drawn)  # a long name may be folded anywhere, so this comes last


def text(content: str, style: str = "") -> Text:
    """Plain text that folds where words end and, at need, inside a word."""
    return Text(content, style=style, overflow="fold")


def indented(content: str, style: str = "") -> RenderableType:
    """A paragraph under a heading."""
    return Padding(text(content, style), (0, 0, 0, 3), expand=False)


def labeled(lines: Iterable[Line], *, indent: int = 3) -> Iterator[RenderableType]:
    """Labels in a narrow column and their items beside them.

    Ids and addresses stay in one piece, however narrow the terminal, so that they can be copied.
    """
    for line in lines:
        several = len(line.items) > 1
        if all(" " not in item for item in line.items):
            for at, item in enumerate(line.items):
                start = Text(" " * indent, no_wrap=True, overflow="ignore")
                start.append(f"{'' if at else line.label:<{_LABEL}} ", style="dim")
                yield start.append(f"- {item}" if several else item)
            continue
        grid = Table.grid(padding=(0, 1))
        grid.add_column(no_wrap=True, width=_LABEL)
        grid.add_column(overflow="fold", ratio=1)
        items = [_item(item, bullet=several) for item in line.items]
        grid.add_row(text(line.label, "dim"), Group(*items))
        yield Padding(grid, (0, 0, 0, indent), expand=False)


def _item(content: str, *, bullet: bool) -> RenderableType:
    if not bullet:
        return text(content)
    row = Table.grid(padding=(0, 1))
    row.add_column(width=1)
    row.add_column(overflow="fold", ratio=1)
    row.add_row(text("-"), text(content))
    return row
