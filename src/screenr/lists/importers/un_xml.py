"""The UN Security Council Consolidated List as the UN publishes it: one XML file.

Entities of the XML are not resolved and nothing is fetched. Every tag is known by name: one that is
not is an error, so that a new part of the format is seen before it is lost.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import IO

import lxml.etree

from screenr.errors import ListUnavailableError
from screenr.models.designation import Alias, AliasType, Designation, Identifier
from screenr.text import countries, published, scripts

LIST_ID = "un-sc"
_KINDS = {"INDIVIDUAL": "person", "ENTITY": "organization"}
_NAMES = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
_FIELDS = frozenset({
    *_NAMES, "DATAID", "VERSIONNUM", "UN_LIST_TYPE", "REFERENCE_NUMBER", "LISTED_ON", "GENDER",
    "COMMENTS1", "NATIONALITY", "LIST_TYPE", "LAST_DAY_UPDATED", "SORT_KEY", "SORT_KEY_LAST_MOD",
    "DESIGNATION", "TITLE", "NAME_ORIGINAL_SCRIPT", "INDIVIDUAL_ALIAS", "INDIVIDUAL_ADDRESS",
    "INDIVIDUAL_DATE_OF_BIRTH", "INDIVIDUAL_PLACE_OF_BIRTH", "INDIVIDUAL_DOCUMENT", "ENTITY_ALIAS",
    "ENTITY_ADDRESS", "SUBMITTED_BY",
})  # fmt: skip
_PARTS = frozenset({
    "VALUE", "QUALITY", "ALIAS_NAME", "COUNTRY", "NOTE", "CITY", "STATE_PROVINCE", "STREET",
    "ZIP_CODE", "TYPE_OF_DATE", "DATE", "YEAR", "FROM_YEAR", "TO_YEAR", "TYPE_OF_DOCUMENT",
    "TYPE_OF_DOCUMENT2", "NUMBER", "ISSUING_COUNTRY", "DATE_OF_ISSUE", "COUNTRY_OF_ISSUE",
    "CITY_OF_ISSUE", "CITY_OF_BIRTH", "COUNTRY_OF_BIRTH", "DATE_OF_BIRTH",
})  # fmt: skip
_QUALITIES: dict[str, tuple[AliasType, bool]] = {
    "Good": ("aka", False),
    "Low": ("aka", True),
    "a.k.a.": ("aka", False),
    "f.k.a.": ("fka", False),
    "": ("aka", False),
}
_DOCUMENTS = {
    "Passport": "passport",
    "Numéro de passeport": "passport",
    "Número de pasaporte": "passport",
    "National Identification Number": "national_id",
    "": "document",
}
_ADDRESS = ("STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY", "NOTE")
_BORN = ("EXACT", "APPROXIMATELY", "BETWEEN", "")
_ORIGINAL = re.compile(r"^(?P<latin>[^()]+?)\s*\((?P<original>[^()]+)\)\s*$")
_LISTED = re.compile(r"(?:^|\s+)[a-z]\)\s+|[;()؛]")
_YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")

Record = dict[str, list[dict[str, str]]]


@dataclass(frozen=True, slots=True)
class UnRecord:
    """One INDIVIDUAL or ENTITY: its tags in order, each a mapping of the tags inside it.

    A tag with text only is a mapping with the key ``text``.
    """

    tag: str
    fields: Record


def read(stream: IO[bytes]) -> Iterator[UnRecord]:
    """Give the records of both halves of the list."""
    parser = lxml.etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
    )
    try:
        root = lxml.etree.parse(stream, parser).getroot()
    except lxml.etree.XMLSyntaxError as error:
        raise ListUnavailableError(f"UN list: not valid XML: {error}") from error
    if root.tag != "CONSOLIDATED_LIST":
        raise ListUnavailableError(f"UN list: the root is `{root.tag}`")
    for half in root:
        for element in half:
            if element.tag not in _KINDS:
                raise ListUnavailableError(f"UN list: unknown tag `{element.tag}`")
            yield UnRecord(tag=str(element.tag), fields=_fields(element))


def published_on(stream: IO[bytes]) -> dt.date:
    """Give the day the file says it was generated."""
    for _, element in lxml.etree.iterparse(
        stream, events=("start",), resolve_entities=False, no_network=True, load_dtd=False
    ):
        return dt.date.fromisoformat(str(element.get("dateGenerated", ""))[:10])
    raise ListUnavailableError("UN list: it does not say when it was generated")


def _fields(element: lxml.etree._Element) -> Record:
    found: Record = {}
    for child in element:
        tag = str(child.tag)
        if tag not in _FIELDS:
            raise ListUnavailableError(f"UN list: unknown tag `{tag}`")
        if len(child) == 0:
            found.setdefault(tag, []).append({"text": _text(child)})
            continue
        if tag in {"NATIONALITY", "DESIGNATION", "TITLE", "LAST_DAY_UPDATED", "LIST_TYPE"}:
            found[tag] = [{"text": _text(each)} for each in child if _known(each)]
        else:
            found.setdefault(tag, []).append(
                {str(each.tag): _text(each) for each in child if _known(each)}
            )
    return found


def _known(element: lxml.etree._Element) -> bool:
    if element.tag not in _PARTS:
        raise ListUnavailableError(f"UN list: unknown tag `{element.tag}`")
    return True


def _text(element: lxml.etree._Element) -> str:
    return " ".join((element.text or "").split())


def to_designation(record: UnRecord) -> Designation:
    """Read what the tags mean; the permanent reference number is the id."""
    fields = record.fields
    raw = " ".join(filter(None, (_one(fields, tag) for tag in _NAMES)))
    name, *others = (published.clean_name(part) for part in raw.split(" ; "))
    reference = _one(fields, "REFERENCE_NUMBER")
    if not name or not reference:
        raise ListUnavailableError(f"UN list: a record without name or reference number: {fields}")
    addresses = [*fields.get("INDIVIDUAL_ADDRESS", ()), *fields.get("ENTITY_ADDRESS", ())]
    nationalities = [each.get("text", "") for each in fields.get("NATIONALITY", ())]
    return Designation(
        id=f"{LIST_ID}:{reference}",
        kind="person" if record.tag == "INDIVIDUAL" else "organization",
        name=name,
        published_name=raw if raw != name else None,
        aliases=tuple(_aliases(fields, name, others)),
        countries=_codes(each.get("COUNTRY", "") for each in addresses),
        nationalities=_codes(nationalities),
        addresses=_unique(_joined(each, _ADDRESS) for each in addresses),
        identifiers=tuple(_identifiers(fields)),
        born=_unique(_born(each) for each in fields.get("INDIVIDUAL_DATE_OF_BIRTH", ())),
        programs=(_one(fields, "UN_LIST_TYPE"),),
        listed=dt.date.fromisoformat(_one(fields, "LISTED_ON")[:10]),
        remarks=_remarks(fields),
    )


def unread(record: UnRecord) -> list[str]:
    """Name the countries of the record that are not understood; they stay in its remarks."""
    fields = record.fields
    named = [each.get("text", "") for each in fields.get("NATIONALITY", ())]
    for tag in ("INDIVIDUAL_ADDRESS", "ENTITY_ADDRESS"):
        named += [each.get("COUNTRY", "") for each in fields.get(tag, ())]
    return [each for each in named if each and countries.country_code(each) is None]


def _one(fields: Record, tag: str) -> str:
    return next((each.get("text", "") for each in fields.get(tag, ())), "")


def _aliases(fields: Record, name: str, others: list[str]) -> Iterator[Alias]:
    seen = {name}
    for each in (*(Alias(name=other) for other in others), *_all_aliases(fields)):
        if each.name and each.name not in seen:
            seen.add(each.name)
            yield each


def _all_aliases(fields: Record) -> Iterator[Alias]:
    for original in fields.get("NAME_ORIGINAL_SCRIPT", ()):
        for part in re.split(r"\s*[;؛]\s*|\n", original.get("text", "")):
            text = published.clean_name(part)
            yield Alias(name=text, script=scripts.script_of(text))
    for tag in ("INDIVIDUAL_ALIAS", "ENTITY_ALIAS"):
        for each in fields.get(tag, ()):
            quality = each.get("QUALITY", "")
            if quality not in _QUALITIES:
                raise ListUnavailableError(f"UN list: unknown alias quality `{quality}`")
            kind, weak = _QUALITIES[quality]
            for text in _spellings(each.get("ALIAS_NAME", "")):
                yield Alias(name=text, type=kind, weak=weak, script=scripts.script_of(text))


def _spellings(text: str) -> Iterator[str]:
    """Split ``Jin Tiesan (金铁三)`` and ``Mortaza Rezai; Morteza Rezai b) M. Rezai`` into names."""
    text = text.replace("(original script)", "")
    match = _ORIGINAL.match(text)
    if ";" in text:
        parts = _LISTED.split(text)
    elif match and _is_original(match["original"]) and not _is_original(match["latin"]):
        parts = [match["latin"], match["original"]]
    else:
        parts = [text]
    yield from (published.clean_name(part.strip(" )" if ";" in text else None)) for part in parts)


def _is_original(text: str) -> bool:
    return scripts.script_of(text) is not None


def _identifiers(fields: Record) -> Iterator[Identifier]:
    for each in fields.get("INDIVIDUAL_DOCUMENT", ()):
        kind = each.get("TYPE_OF_DOCUMENT", "")
        if kind not in _DOCUMENTS:
            raise ListUnavailableError(f"UN list: unknown type of document `{kind}`")
        issuer = each.get("ISSUING_COUNTRY") or each.get("COUNTRY_OF_ISSUE") or ""
        if number := each.get("NUMBER", ""):
            yield Identifier(
                type=_DOCUMENTS[kind], value=number, country=countries.country_code(issuer)
            )


def _born(fields: dict[str, str]) -> str:
    kind = fields.get("TYPE_OF_DATE", "")
    if kind not in _BORN:
        raise ListUnavailableError(f"UN list: unknown type of birth date `{kind}`")
    if kind == "BETWEEN":
        return f"{fields['FROM_YEAR']}/{fields['TO_YEAR']}"
    if exact := fields.get("DATE") or fields.get("YEAR"):
        return exact[:10]
    years = _YEAR.findall(fields.get("NOTE", ""))
    return "/".join(sorted(set(years))[:: max(1, len(set(years)) - 1)]) if years else ""


def _remarks(fields: Record) -> str | None:
    """Keep, in words, what has no field of its own."""
    parts = [
        ("", [_one(fields, "COMMENTS1")]),
        ("Title: ", [each["text"] for each in fields.get("TITLE", ())]),
        ("Designation: ", [each["text"] for each in fields.get("DESIGNATION", ())]),
        ("Gender: ", [_one(fields, "GENDER")]),
        ("Place of birth: ", [_joined(each, _ADDRESS) for each in _sub(fields, "PLACE_OF_BIRTH")]),
        ("Document: ", [_document(each) for each in _sub(fields, "DOCUMENT")]),
        ("Birth: ", [each.get("NOTE", "") for each in _sub(fields, "DATE_OF_BIRTH")]),
        ("Alias: ", [_alias_note(each) for each in _sub(fields, "ALIAS")]),
    ]
    said = [label + "; ".join(filter(None, values)) for label, values in parts if any(values)]
    return " | ".join(said) or None


def _sub(fields: Record, tag: str) -> list[dict[str, str]]:
    return [*fields.get(f"INDIVIDUAL_{tag}", ()), *fields.get(f"ENTITY_{tag}", ())]


def _document(fields: dict[str, str]) -> str:
    """Say the parts of a document that an identifier does not hold."""
    tags = ("TYPE_OF_DOCUMENT2", "DATE_OF_ISSUE", "CITY_OF_ISSUE", "NOTE")
    said = _joined(fields, tags)
    return f"{fields.get('NUMBER', '')} {said}".strip() if said else ""


def _alias_note(fields: dict[str, str]) -> str:
    said = _joined(fields, ("DATE_OF_BIRTH", "CITY_OF_BIRTH", "COUNTRY_OF_BIRTH", "NOTE"))
    return f"{fields.get('ALIAS_NAME', '')}: {said}" if said else ""


def _joined(fields: dict[str, str], tags: Iterable[str]) -> str:
    return ", ".join(fields[tag] for tag in tags if fields.get(tag))


def _codes(names: Iterable[str]) -> tuple[str, ...]:
    return _unique(countries.country_code(name) or "" for name in names)


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))
