"""Names are written by strangers: nothing in them may steer a terminal, a page or a spreadsheet.

Everything dangerous is made visible instead of dropped, so that the reader sees what was there.
"""

import re

# C0 and C1 controls, the soft hyphen, bidirectional controls, invisible operators and tags,
# separators that break lines, surrogates that cannot be encoded. Zero-width joiner and non-joiner
# (U+200C, U+200D) stay: Persian and Indic names need them. Source: Unicode 15, general categories
# Cc, Cf, Cs, Zl and Zp; Unicode Technical Report 36 on spoofing by direction marks.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~&!@])")
# GitHub turns bare addresses into links; a name must not become one.
_AUTOLINK = re.compile(r"(?i)(?<=http)(:)|(?<=https)(:)|(?<=ftp)(:)|(?<=www)(\.)")
# What a build log takes for a command wherever it stands in a line: GitHub's runner ("##[error]",
# ActionCommand.TryParse in actions/runner), Azure's ("##vso[") and TeamCity's.
_TAGGED = re.compile(r"##(?=[A-Za-z.-]*\[)")
# ... and what GitHub's takes for one at the beginning of a line, behind spaces.
_COMMAND = re.compile(r"^((?:\s|\x1b\[[0-9;]*m)*):(?=:)", re.MULTILINE)
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "\uff1d", "\uff0b", "\uff0d", "\uff20")
# An amount is no formula, and a quote before it would make a text of it.
_NEGATIVE = re.compile(r"-\d+(?:[.,]\d+)*")


def visible(text: str) -> str:
    r"""Show what a terminal or a build log would obey: ``\x1b`` for the escape character, ..."""
    return _TAGGED.sub(r"#\\x23", _UNSAFE.sub(_escape, text))


def log_lines(text: str) -> str:
    """Make finished lines such that none of them is a command to the runner of a build."""
    return _COMMAND.sub(r"\1:\\", text)


def one_line(text: str) -> str:
    """Published text on one line: runs of space become one, the rest as `visible`."""
    return visible(_SPACE.sub(" ", text)).strip()


def _escape(found: re.Match[str]) -> str:
    code = ord(found.group())
    if code <= 0xFF:  # noqa: PLR2004 -- the width of the escape
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"  # noqa: PLR2004 -- as above


def json_text(text: str) -> str:
    """Escape within finished JSON text; inside its strings these escapes mean the same values."""
    return _TAGGED.sub(r"#\\u0023", _UNSAFE.sub(_json_escape, text))


def _json_escape(found: re.Match[str]) -> str:
    character = found.group()
    if character == "\n":
        return character  # only ever between tokens: inside strings it is already escaped
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))


def markdown(text: str) -> str:
    """Escape so that a Markdown page shows the text as it stands."""
    escaped = _MARKDOWN.sub(r"\\\1", one_line(text))
    return _AUTOLINK.sub(lambda found: f"\\{found.group()}", escaped)


def cell(text: str) -> str:
    """Make a CSV cell that no spreadsheet takes for a formula (OWASP, CSV injection).

    Nor does the log of a build take it for a command, where it is the first of its line.
    """
    shown = one_line(text)
    return f"'{shown}" if shown.startswith((*FORMULA, "::")) else shown


def kept(text: str) -> str:
    """Make a cell of somebody's own table harmless, as `cell`, and change nothing else in it.

    Its line breaks and tabs stay; so do spaces, behind which a spreadsheet still sees a formula.
    """
    shown = unobeyed(text)
    is_formula = shown.lstrip().startswith(FORMULA) or shown[:1] in FORMULA
    return f"'{shown}" if is_formula and not _NEGATIVE.fullmatch(shown) else shown


def unobeyed(text: str) -> str:
    """Show what a reader would obey, as `visible`; line breaks and tabs stay what they are."""
    return _TAGGED.sub(r"#\\x23", _UNSAFE.sub(_escape_but_breaks, text.replace("\r\n", "\n")))


def _escape_but_breaks(found: re.Match[str]) -> str:
    return found.group() if found.group() in "\n\t" else _escape(found)
