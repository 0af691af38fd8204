"""What the builders share: ids, kinds, aliases and addresses told by rule from published text."""

import datetime as dt
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from screenr.models.designation import Alias, Bounds, Citation, Designation, Kind
from screenr.models.snapshot import Snapshot, Source
from screenr.text import citations, countries, published, scripts
from snapshots.common import Built, Tally

SLUG_LENGTH = 80

# Words that only organizations bear, counted from the names of 15 CFR 744 Supp. 4 and 7 and of the
# State Department's lists: legal forms first, then kinds of bodies.
_BODIES = re.compile(
    r"""(?ix) (?<![\w.]) (?: co | corp | inc | ltd | llc | l\.l\.c | plc | gmbh | ag | kg | a/s | oy
    | s\.?a | s\.?l | s\.?r\.?l | s\.?p\.?a | b\.?v | n\.?v | u\.?a | e\.?u | sdn | bhd | pte | pty
    | pvt | fz[ce]o? | fz-?llc | dmcc | ooo | oao | zao | pao | ao | jsc | ojsc | cjsc | pjsc | tov
    | fgup | fsue | eood | ood | d\.?o\.?o | as | a\.?ş | şti | sti | san | tic | limited | company
    | companies | corporation | incorporated | group | holdings? | enterprises? | industr(?:y|ies)
    | industrial | technolog(?:y|ies) | electronics? | trading | trade | international | institut\w*
    | academy | university | college | school | laborator\w+ | center | centre | bureau | ministry
    | department | agency | service | services | factory | plant | works | shipyard | bank | fund
    | foundation | association | commission | committee | organi[sz]ation | directorate | command
    | office | store | shop | airlines? | airways | aviation | aerospace | logistics | shipping
    | engineering | systems? | solutions? | semiconductor\w* | microelectronics? | communications?
    | telecom\w* | construction | manufactur\w+ | supply | supplies | import | export | research
    | development | design | partnership | ventures? | network\w* | concern | consulting | society
    | government | army | forces | corps | police | hospital | museum | club | magazine | party
    | general\ trading | obshchestvo | aktsionernoe | zavod | şirketi | sirketi | ticaret | e\.?t
    | sanayi | lojistik | brigade | militia | regiment | unit | freight | forwarding | marine
    | optics | optical | computing | software | device | devices | equipment | components? | metal
    | mechanical | machinery | petroleum | chemical | energy | nuclear | power | security | defense
    | global | team | press | brothers | sons | market | enterprise | labs? | mission | armament
    ) (?![\w]) \.? """
)
_ADDRESS_START = re.compile(
    r"(?P<dot>(?<=Ltd)\.|(?<=Co)\.|)[.,;]?\s+(?<=[.,;]\s)(?=\(?Address|No\.?\s|Room\s|Rm\.?\s|Unit\s|Pr\.\s|ul\.|Ul(?:itsa|\.)|Street\s|PL\s"
    r"|P\.?O\.?\sBox|[A-Z]?\d|[dD]\.\s\d|[A-Z][\w'-]+\s(?:St\.?|Ave\w*\.?|Street|Highway|Lane)"
    r"(?:\s\d|,)|[A-Z][\w'-]+\s\d|Espoo"
    r"|Xinjiang\sEast)"
)
_PATRONYMIC = re.compile(r"\b[A-Z][a-z]+(?:ovich|evich|yevich|ovna|evna|yevna)\b")
_INITIAL = re.compile(r"[A-Z][a-z]+ [A-Z]\.? [A-Z][a-z]+(?:-[A-Z][a-z]+)?")
_SEE_ALSO = re.compile(r"\(?\s*\bSee\s+(?:also\s+)?(?:alternat|address)[^)]*\)?\.?", re.IGNORECASE)
_AKA = re.compile(
    r"[\s,;]*\(?\s*\b(?P<type>[afn])[./]k[./]a\b\.?,?\s*(?:the\s+following\s+\w+\s+alias(?:es)?:?)?",
    re.IGNORECASE,
)


def fold(name: str) -> str:
    """Letters and digits of a name without accents and case: the key by which rows are joined."""
    plain = unicodedata.normalize("NFKD", name.casefold().translate({0x131: "i"}))
    return "".join(each for each in plain if each.isalnum())


def slug(name: str, country: str | None = None) -> str:
    """Give a readable id part from name and country; long names are cut at a word."""
    plain = unicodedata.normalize("NFKD", name.casefold().translate({0x131: "i"}))
    words = re.findall(r"[a-z0-9]+", plain.encode("ascii", "ignore").decode())
    text = ""
    for word in words:
        if text and len(text) + len(word) >= SLUG_LENGTH:
            break
        text = f"{text}-{word}" if text else word
    return f"{text or 'party'}-{country.lower()}" if country else text or "party"


class Ids:
    """Hands out ids of one list; a repeated name gets ``-2`` and so on, in order of asking."""

    def __init__(self, list_id: str) -> None:
        self._list_id = list_id
        self._given: Counter[str] = Counter()

    def of(self, name: str, country: str | None = None) -> str:
        """Give the next free id for the name."""
        part = slug(name, country)
        self._given[part] += 1
        count = self._given[part]
        return f"{self._list_id}:{part}" + (f"-{count}" if count > 1 else "")


def is_body(name: str) -> bool:
    """Whether the name has a legal form or another word that only organizations bear."""
    return _BODIES.search(name) is not None


def kind_of(name: str, aliases: Sequence[str] = ()) -> Kind:
    """Tell by words that only one kind bears; all else stays unknown rather than guessed.

    Organizations have legal forms and kinds of bodies, persons Slavic patronymics or one initial
    between two names.
    """
    if any(is_body(each) for each in (name, *aliases)):
        return "organization"
    return "person" if _PATRONYMIC.search(name) or _INITIAL.fullmatch(name) else "unknown"


def split_aliases(text: str) -> list[Alias]:
    """Split one published alias that holds several: at "; " and at "a.k.a.", "f.k.a."."""
    found: list[Alias] = []
    for part in _parts(text):
        kind = "aka"
        position = 0
        for match in _AKA.finditer(part):
            found += _alias(part[position : match.start()], kind)
            kind, position = f"{match['type'].lower()}ka", match.end()
        found += _alias(part[position:], kind)
    return found


def _parts(text: str) -> list[str]:
    """Split at semicolons; "X; and Technology" is one name that was split in the wrong place."""
    parts: list[str] = []
    for part in re.split(r"\s*;\s+(?:and\s+)?|\s*;—", text):
        if parts and not re.sub(r"[\W_]+", "", _BODIES.sub("", part)):
            parts[-1] += f" and {part}"
        else:
            parts.append(part)
    return parts


def _alias(text: str, kind: str) -> list[Alias]:
    name = published.clean_name(text.strip(" ,"))
    if not name or not any(each.isalnum() for each in name):
        return []
    if kind == "fka":
        return [Alias(name=name, type="fka", script=scripts.script_of(name))]
    if kind == "nka":
        return [Alias(name=name, type="nka", script=scripts.script_of(name))]
    return [Alias(name=name, script=scripts.script_of(name))]


def cut_address(alias: str) -> tuple[str, str | None]:
    """Split an address off an alias that runs on into one; only where it ends in a country."""
    body = _SEE_ALSO.sub("", alias).strip(" ,")
    ending = body.rstrip(" .,0123456789")
    last = re.split(r"[,;]\s*|\s(?=\S+$)", ending)[-1].strip()
    if countries.country_code(last) is None or len(last) < 4:  # noqa: PLR2004 -- no ISO codes
        return body, None
    match = _ADDRESS_START.search(body)
    if match is None:
        return body, None
    return body[: match.start()].strip(" ,") + match["dot"], body[match.end() :]


def unique_aliases(name: str, aliases: Iterable[Alias]) -> tuple[Alias, ...]:
    """Drop aliases that repeat the name or another alias letter for letter."""
    seen = {fold(name)}
    kept: list[Alias] = []
    for each in aliases:
        if (key := fold(each.name)) and key not in seen:
            seen.add(key)
            kept.append(each)
    return tuple(kept)


def split_addresses(text: str | None) -> tuple[str, ...]:
    """Split an address cell at "; and"; notes about other headings go."""
    if not text:
        return ()
    parts = re.split(r";\s+(?:and\s+)?", _SEE_ALSO.sub("", text))
    return tuple(dict.fromkeys(part for each in parts if (part := each.strip(" ."))))


def countries_of(heading: str | None, addresses: Iterable[str]) -> tuple[str, ...]:
    """Give the country of the heading, then those in which addresses end: Hong Kong, say."""
    found = [heading] if heading else []
    for address in addresses:
        last = address.rpartition(",")[2].strip(" .0123456789")
        if len(last) > 3 and (code := countries.country_code(last)):  # noqa: PLR2004 -- no ISO codes
            found.append(code)
    return tuple(dict.fromkeys(found))


def cites(text: str | None) -> tuple[Citation, ...]:
    """Give the citations of a cell."""
    return tuple(Citation(cite=cite, date=day) for cite, day in citations.parse(text or ""))


def volume_bounds(cite: str) -> Bounds | None:
    """Give the year in which a citation's volume was published, as bounds."""
    match = re.match(r"(\d+) FR", cite)
    if match is None:
        return None
    year = citations.volume_year(int(match[1]))
    return Bounds(after=dt.date(year - 1, 12, 31), by=dt.date(year, 12, 31))


def finish(  # noqa: PLR0913 -- the header of a snapshot, all named
    list_id: str,
    designations: Sequence[Designation],
    *,
    sources: tuple[Source, ...],
    tally: Tally,
    published_on: dt.date,
    retrieved: dt.date,
    complete: bool = True,
) -> Built:
    """Make the snapshot, count what is a bound or still damaged, and close the account."""
    main = (sources[0].key,)
    made = tuple(each if each.sources else replace(each, sources=main) for each in designations)
    tally.written = len(made)
    tally.notes["listed is a bound"] += sum(isinstance(each.listed, Bounds) for each in made)
    for each in made:
        for name in (each.name, *(alias.name for alias in each.aliases)):
            if published.is_damaged(name):
                tally.notes[f"not cleaned: {name} ({each.id})"] += 1
    snapshot = Snapshot(
        list=list_id,
        published=published_on,
        retrieved=retrieved,
        sources=sources,
        entries=len(made),
        complete=complete,
        designations=made,
    )
    return Built(snapshot=snapshot, tally=tally)
