"""The rules of a SARIF log: one a list, with what its listings mean, and one for what was missed.

No `security-severity` is given: it is a grade of software faults, and a listing is none. What a
match of a list weighs is said by the level of each result.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from screenr.effects import ownership_sentence
from screenr.formats.effect_words import rule_sentences
from screenr.formats.safe import markdown, one_line
from screenr.models.gate import GateResult
from screenr.models.list_info import ListInfo

NOT_SCREENED = "not-screened"
# Source: GitHub, "SARIF support for code scanning", reportingDescriptor object.
_DESCRIPTION = 1024
_DECIDE = (
    "Read the entry and compare addresses, identifiers and owners. If it is another party, or "
    "dealing with it is allowed, record that with screenr decide: the decision names its author "
    "and reason, expires, and lapses when the entry changes."
)
_MISSED = (
    "A row, a name or a list could not be screened as the policy asks. Nothing is known of it, so "
    "the gate does not pass. Mend the row or update the lists, and run it again."
)


def rules_of(result: GateResult) -> list[dict[str, Any]]:
    """A rule for each list that something matched, by id, and the one for what was missed."""
    found = {judged.match.list.id: judged.match.list for judged in _judged(result)}
    missed = _rule(
        NOT_SCREENED,
        name="NotScreened",
        short="Not screened",
        full="A row, a name or a list could not be screened, so nothing is known of it.",
        sections={"What to do": (_MISSED,)},
    )
    return [*(_list_rule(found[each], result) for each in sorted(found)), missed]


def _judged(result: GateResult) -> Iterable[Any]:
    return (judged for entry in result.entries for judged in entry.matches)


def _list_rule(info: ListInfo, result: GateResult) -> dict[str, Any]:
    rule = _rule(
        info.id,
        name=_pascal(info.id),
        short=f"Listed: {one_line(info.title)}",
        full=one_line(info.summary) or one_line(info.title),
        sections={
            "What it restricts": rule_sentences(info.effects, info.authority[0]),
            "Owned companies": (ownership_sentence(info, result.report.as_of),),
            "Whom it binds": (info.bound,),
            "Published by": (f"{info.agency} ({'; '.join(info.authority)})",),
            "What to do": (_DECIDE,),
        },
    )
    if info.official is not None:
        rule["helpUri"] = info.official
    return rule


def _rule(
    rule_id: str, *, name: str, short: str, full: str, sections: Mapping[str, Sequence[str]]
) -> dict[str, Any]:
    return {
        "id": rule_id,
        "name": name,
        "shortDescription": {"text": plain(short, _DESCRIPTION)},
        "fullDescription": {"text": plain(full, _DESCRIPTION)},
        "help": {"text": _text(sections), "markdown": _markdown(sections)},
        "defaultConfiguration": {"level": "error"},
        "properties": {"tags": ["counterparty-screening"], "problem.severity": "error"},
    }


def _pascal(list_id: str) -> str:
    return "".join(part.capitalize() for part in list_id.split("-"))


def _text(sections: Mapping[str, Sequence[str]]) -> str:
    lines = [
        f"{title}: {' '.join(plain(each) for each in said)}" for title, said in sections.items()
    ]
    return "\n\n".join(lines)


def _markdown(sections: Mapping[str, Sequence[str]]) -> str:
    blocks = []
    for title, said in sections.items():
        items = "\n".join(f"- {_braced(markdown(each))}" for each in said)
        blocks.append(f"**{title}**\n\n{items}")
    return "\n\n".join(blocks)


def plain(text: str, size: int | None = None) -> str:
    """Text of a SARIF message, in which nothing is a placeholder or an embedded link.

    Source: SARIF 2.1.0, 3.11.5 (braces are doubled) and 3.11.6 (``[text](target)`` is a link).
    Of `size` characters at most, before it is escaped.
    """
    said = one_line(text)
    if size is not None and len(said) > size:
        said = f"{said[: size - 1]}…"
    return _braced(said).replace("](", "]\\(")


def _braced(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")
