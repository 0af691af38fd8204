"""What the gate decided as JUnit XML, which every build service reads: a test case a counterparty.

A counterparty that fails is a failure, one that could not be screened an error, all else passes
and says in its output why: what a decision, the baseline or the policy lets pass was screened, so
nothing is ever ``skipped``, which means not run. What is wrong with a list or the policy's demands
is an error of its own.

Services differ: GitLab shows the text of an element and not its message, takes ``classname`` for
the suite, and drops a second case of the same name; Jenkins keeps the first failure of a case
alone. So a case has one failure with everything in its text, and its name is its own.
"""

from collections.abc import Iterator, Sequence
from itertools import count

from lxml import etree

from screenr.formats import gate_words, wording
from screenr.formats.encode_v1 import DIGITS
from screenr.formats.safe import one_line
from screenr.formats.view import View
from screenr.models.gate import GateEntry, GateResult, JudgedMatch

_GATE = "screenr gate"
# Allowed by no version of XML 1.0 (2.2, Char), and by `one_line` let through.
_ILLEGAL = {0xFFFE: "\\ufffe", 0xFFFF: "\\uffff"}


def gate(result: GateResult, view: View) -> str:  # noqa: ARG001 -- the signature of all formats
    """Render a gate result."""
    named = [each.file for each in result.files]
    named += [each.position.file for each in result.unread]
    named += [each.position.file for each in result.entries]
    files = dict.fromkeys(named)
    suites = [_suite(each, result) for each in files]
    if result.problems:
        suites.append(_problems(result))
    root = etree.Element("testsuites", {"name": _GATE, **_counts(suites)})
    root.extend(suites)
    etree.indent(root)
    body = etree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'


def _suite(file: str, result: GateResult) -> etree._Element:
    suite = etree.Element("testsuite", name=_text(file))
    suite.append(_properties(result))
    taken: set[str] = set()
    for row in result.unread:
        if row.position.file == file:
            name = _own(f"line {row.position.line}", taken)
            case = _case(suite, file, name=name, line=row.position.line)
            _child(case, "error", row.message, kind="unread")
    for entry in result.entries:
        if entry.position.file == file:
            name = _own(_text(entry.counterparty.name), taken)
            _fill(_case(suite, file, name=name, line=entry.position.line), entry, result)
    return _counted(suite)


def _own(name: str, taken: set[str]) -> str:
    """A name that no other case of the suite has; never the line, which changes."""
    names = (name if number == 1 else f"{name} #{number}" for number in count(1))
    own = next(each for each in names if each not in taken)
    taken.add(own)
    return own


def _properties(result: GateResult) -> etree._Element:
    found = etree.Element("properties")
    values = {
        "as_of": result.report.as_of.isoformat(),
        "verdict": gate_words.headline(result),
        "threshold": f"{round(result.report.threshold, DIGITS)}",
        "fail_on": result.policy.fail_on,
        "policy": result.policy_file or "",
        "lists": " · ".join(wording.list_words(use) for use in result.report.lists),
        "notes": " ".join(gate_words.notes(result)),
    }
    for name, value in values.items():
        etree.SubElement(found, "property", name=name, value=_text(value))
    return found


def _case(suite: etree._Element, file: str, *, name: str, line: int) -> etree._Element:
    return etree.SubElement(
        suite, "testcase", classname=_text(file), name=_text(name), file=_text(file), line=f"{line}"
    )


def _fill(case: etree._Element, entry: GateEntry, result: GateResult) -> None:
    if entry.finding.error is not None:
        _child(case, "error", entry.finding.error, kind="not-screened")
        return
    failing = gate_words.matches(entry, "fail")
    passing = [each for each in entry.matches if each.verdict != "fail"]
    if failing:
        lists = ", ".join(dict.fromkeys(each.match.list.id for each in failing))
        several = f"{len(failing)} matches: {gate_words.lists_of(failing)}"
        names = gate_words.title(failing[0]) if len(failing) == 1 else several
        blocks = [_text(str(entry.position)), *_accounts(failing, result)]
        _child(case, "failure", "\n\n".join(blocks), kind=lists, message=names)
    if passing:
        lines = [f"{gate_words.ENTRY_VERDICTS[x.verdict]} {gate_words.short(x)}" for x in passing]
        etree.SubElement(case, "system-out").text = "\n".join(map(_text, lines))


def _accounts(failing: Sequence[JudgedMatch], result: GateResult) -> Iterator[str]:
    told, left = gate_words.parted(failing, None)
    for judged in told:
        facts = (f"{label}: {said}" for label, said in gate_words.facts(judged, result))
        yield "\n".join(map(_text, (gate_words.title(judged), *facts)))
    yield from (_text(gate_words.short(judged)) for judged in left)


def _problems(result: GateResult) -> etree._Element:
    suite = etree.Element("testsuite", name=_GATE)
    for at, problem in enumerate(result.problems, start=1):
        case = etree.SubElement(suite, "testcase", classname=_GATE, name=f"problem {at}")
        _child(case, "error", problem, kind="unable")
    return _counted(suite)


def _child(
    case: etree._Element, tag: str, text: str, *, kind: str, message: str | None = None
) -> None:
    summary = _text(text if message is None else message)
    child = etree.SubElement(case, tag, type=_text(kind), message=summary)
    child.text = text if message is not None else summary


def _counted(suite: etree._Element) -> etree._Element:
    cases = suite.findall("testcase")
    suite.set("tests", f"{len(cases)}")
    for key, tag in (("failures", "failure"), ("errors", "error")):
        suite.set(key, f"{sum(case.find(tag) is not None for case in cases)}")
    suite.set("skipped", "0")
    return suite


def _counts(suites: list[etree._Element]) -> dict[str, str]:
    keys = ("tests", "failures", "errors", "skipped")
    return {key: f"{sum(int(suite.get(key, '0')) for suite in suites)}" for key in keys}


def _text(text: str) -> str:
    """One line without a character that XML forbids."""
    return one_line(text).translate(_ILLEGAL)
