"""The index loses nothing: it finds what scoring every name of the lists finds.

A slice of the shipped lists and some designations that are hard to look up, asked for by names
spoiled in each way that counterparties' names are.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import pytest
from small_index import index_of

from screenr.catalog import open_catalog
from screenr.matching.batch_candidates import BatchCandidates
from screenr.matching.candidates import Candidates
from screenr.matching.compare import compare_readings
from screenr.matching.index import Index
from screenr.matching.listed import ListedName
from screenr.matching.prepared import Prepared
from screenr.models.designation import Alias, Designation, Kind

THRESHOLDS = (0.80, 0.70)
EACH = 179
"""One in so many designations of the shipped lists is in the slice."""

HARD: tuple[tuple[Kind, str, tuple[str, ...]], ...] = (
    ("aircraft", "YV2716", ()),
    ("aircraft", "RF-78757", ()),
    ("vessel", "SEA STAR III", ("M/V SEA STAR 3",)),
    ("vessel", "AMBER 6", ()),
    ("organization", "Zavod 9 Yekaterinburg", ()),
    ("organization", "502 ZRVTI", ()),
    ("organization", "Palestinian Martyrs Institution Group", ()),
    ("organization", "Complex Unmanned Solutions Center LTD", ()),
    ("organization", "Seaport of Feodosiya", ()),
    ("organization", "ASBL", ()),
    ("organization", "Nuclear Fuel Production Co.", ()),
    ("organization", "Bank of Jordan", ()),
    ("organization", "General Technology Company", ()),
    ("organization", "杭州海康威视数字技术股份有限公司", ("Hangzhou Hikvision Digital",)),
    ("organization", "Huawei Technologies Co., Ltd.", ("华为技术有限公司", "華為技術有限公司")),
    ("organization", "AO Nauchno-Issledovatelskiy Institut Materialov", ("АО НИИМ",)),
    ("organization", "E.ON Trading", ()),
    ("organization", "Beijing Fund V LP", ()),
    ("organization", "National Iranian Oil Company", ()),
    ("organization", "KPMTC 7th Institute", ()),
    ("organization", "NPO Almazik", ("Alpha R&D Center",)),
    ("unknown", "Ai Zhiwei", ()),
    ("person", "HAYAATULLAH, Haji", ()),
    ("person", "Torak Agha", ()),
    ("person", "EL GILILLO", ()),
    ("person", "THABET, Shaykh", ()),
    ("person", "“Chief Kahwa”", ()),
    ("person", "SHAMSUDDIN", ("شمس الدین",)),
    ("person", "KIM YONG CHOL", ("김영철",)),
    ("person", "LI Fangwei", ("李方伟", "Karl Lee")),
    ("person", "ABD AL-KHALIQ AL-HOUTHI", ("عبدالخالق الحوثي",)),
    ("person", "Шамиль Магомедович Измайлов", ("Shamil Magomedovich Ismailov",)),
    ("person", "PUTIN, Vladimir Vladimirovich", ()),
    ("person", "Robert A. Smith", ()),
    ("person", "WONG Kwok Keung", ("黃國強",)),
    ("person", "LI Jiacheng", ()),
    ("person", "PARK Geun-hye", ("박근혜",)),
    ("person", "TSAI Ing-wen", ("蔡英文",)),
    ("unknown", "Jimmy Tok", ()),
    ("unknown", "Sher Qadir", ()),
)  # fmt: skip

ASKED = (
    "YV 2716", "rf 78757", "SEA STAR 3", "Sea Star", "Amber VI", "AMBER 7", "Zavod9Yekaterinburg",
    "Zavod No. 9", "Plant 10 Yekaterinburg", "5.0.2. ZRVTI", "PA L ESTINIAN MARTYRS INSTITUTION",
    "Complex Unmanned Solutions c enter LTD", "Seaport of Fe o dosiya", "Feodosia Seaport", "ASB L",
    "Nuclear.Fuel.Production.Co.", "Bank of Jordan", "Jordan Bank", "Bank Jordan PLC",
    "General Technology Co Ltd", "Technology General Company", "General Trading", "Technology",
    "杭州海康威视数字技术股份有限公司", "海康威视", "Hang zhou Hai kang wei shi", "Hikvison",
    "華為", "华为技术", "Hua Wei Technology", "Huawei", "HUAWE1", "Huawei Cloud Shenzhen Co Ltd",
    "НИИ Материалов", "АО НИИМ", "Nauchno Issledovatelsky Institut", "EON Trading", "E ON",
    "Beijing Fund 5", "Beijing Fund VI LP", "NIOC", "N.I.O.C. Group Ltd",
    "Korea Peoples Mining Trading Corporation 7th Institute",
    "Scientific Production Association Almazik", "NPO Almzik", "Alpha Research Development Center",
    "Ai Zhiwei", "Ai Zhiwei Ltd", "Artificial Intelligence Zhiwei",
    "Hayaatullah", "HAYAATULLAH, Haji", "Haji Hayatullah",
    "Torak Agha Agha", "Torak", "EL ghilillo", "Gililo", "Kahwa Chief", "Chief", "THmABET, Shaykh",
    "Shams ud-Din",
    "شمس الدین", "شمس الدين", "김영철", "김용철", "Kim Young-cheol", "Gim Yeong Cheol",
    "金英哲", "李方伟", "李方偉", "Lee Fang-wei", "Fangwei Li", "Li", "Karl Li", "K. Lee",
    "عبدالخالق الحوثي", "عبد الخالق الحوثي", "Abdul Khaleq Houthi", "Abd Al Khalik al Huthi",
    "Шамиль Измайлов", "Shamil Izmaylov", "Ismailov S.M.", "Путин Владимир", "Vladimir Poutine",
    "V. V. Putin", "VV Putin", "Vldmr Ptn", "Putin", "Robert Smith", "R A Smith", "Bob Smith",
    "WANG Guoqiang", "Wong Gwok Keung", "王国强", "李嘉诚", "Lee Ka Shing", "Lee Ka-sing, Victor",
    "李李方伟", "Pak Kun-hye", "朴槿惠", "Cai Yingwen", "Ing-wen Tsai", "蔡英文",
    "RA Smith", "Robert Adam Smith", "Smith Robert A", "Tok Jimy", "Qadir Sher", "Sherqadir",
    "RA Smith Ltd",
)  # fmt: skip

CYRILLIC = str.maketrans("abvgdezijklmnoprstufhcy", "абвгдезийклмнопрстуфхцы")
ARABIC = str.maketrans("abtjhdrzsfqklmnwyugpvcio", "ابتجحدرزسفقكلمنويوغبفكيو", "e")
LOOK_ALIKES = str.maketrans("oleb", "0138")
SPELLED_OTHERWISE = str.maketrans({"k": "c", "y": "i", "j": "dj", "v": "w", "x": "ks"})


Finder = Callable[[Sequence[str], float], Sequence[set[int]]]
Finders = dict[str, Finder]


class Loss(NamedTuple):
    """A name that scores enough and that the index does not reach, as `check` or a batch asks."""

    how: str
    query: str
    listed: str
    threshold: float
    score: float


def changed_word(change: Callable[[str], str]) -> Callable[[str], str]:
    """Change the longest word of a name."""

    def spoil(name: str) -> str:
        longest = max(name.split(), key=len)
        return name.replace(longest, change(longest), 1)

    return spoil


def middle(word: str) -> int:
    return len(word) // 2


def without_vowels(name: str) -> str:
    return " ".join(
        word[:1] + "".join(letter for letter in word[1:] if letter not in "aeiouAEIOU")
        for word in name.split()
    )


SPOILED: dict[str, Callable[[str], str]] = {
    "as listed": str,
    "lower case, no punctuation": lambda name: name.lower().replace(",", " ").replace(".", ""),
    "a letter left out": changed_word(lambda word: word[: middle(word)] + word[middle(word) + 1 :]),
    "a letter doubled": changed_word(lambda word: word[: middle(word)] + word[middle(word) - 1 :]),
    "a letter replaced": changed_word(
        lambda word: word[: middle(word)] + "w" + word[middle(word) + 1 :]
    ),
    "letters transposed": changed_word(lambda word: word[:1] + word[2:3] + word[1:2] + word[3:]),
    "two slips": changed_word(lambda word: word[:2] + word[3:-2] + word[-1:] + word[-2:-1]),
    "look-alike letters": changed_word(lambda word: word.lower().translate(LOOK_ALIKES)),
    "other spelling": lambda name: name.lower().translate(SPELLED_OTHERWISE),
    "all joined": lambda name: "".join(name.split()),
    "two joined": lambda name: name.replace(" ", "", 1),
    "a word split": changed_word(lambda word: word[: middle(word)] + " " + word[middle(word) :]),
    "no vowels": without_vowels,
    "reversed": lambda name: " ".join(reversed(name.split())),
    "first word as initial": lambda name: name[0] + ". " + " ".join(name.split()[1:]),
    "all but the first as initials": lambda name: " ".join(
        word if at == 0 else word[0] for at, word in enumerate(name.split())
    ),
    "glued initials": lambda name: (
        name.split()[0] + " " + "".join(word[0] for word in name.split()[1:])
    ),
    "last word gone": lambda name: " ".join(name.split()[:-1]) or name,
    "first word gone": lambda name: " ".join(name.split()[1:]) or name,
    "cut off": lambda name: name[: max(20, len(name) - 3)],
    "title and legal form": lambda name: f"Dr. {name} Ltd",
    "a place before": lambda name: f"Shenzhen {name}",
    "a line of business after": lambda name: f"{name} Trading",
    "a number after": lambda name: f"{name} 7",
    "first word twice": lambda name: f"{name.split()[0]} {name}",
    "Cyrillic letters": lambda name: name.lower().translate(CYRILLIC),
    "Arabic letters": lambda name: name.lower().translate(ARABIC),
}  # fmt: skip


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    """Designations from all over the lists, and the hard ones, four hundred readings."""
    shipped = open_catalog().index
    records = range(0, len(shipped.records), EACH)
    designations = [shipped.records.designation(record) for record in records]
    designations += [
        Designation(
            id=f"us-hard:{at}",
            kind=kind,
            name=name,
            aliases=tuple(Alias(name=alias) for alias in aliases),
            listed=dt.date(2020, 1, 1),
        )
        for at, (kind, name, aliases) in enumerate(HARD)
    ]
    also = {"us-hard:13": [ListedName("Haikang Weishi", "supplementary", "a source")]}
    return index_of(tmp_path_factory.mktemp("oracle"), designations, also)


@pytest.fixture(scope="module")
def finders(index: Index) -> Finders:
    """How `check` and how a batch finds candidates, by threshold."""
    plain = Candidates(index)

    def one_by_one(names: Sequence[str], threshold: float) -> list[set[int]]:
        return [
            {
                at
                for person in (False, True)
                for at in plain.of(query, person=person, threshold=threshold)
            }
            for name in names
            for query in index.readings(name)
        ]

    together = {threshold: BatchCandidates(index, threshold) for threshold in THRESHOLDS}

    def in_a_batch(names: Sequence[str], threshold: float) -> list[set[int]]:
        queries = together[threshold].read(names)
        reached = together[threshold].of(queries)
        return [{*reached[at].readings} if at in reached else set() for at in range(len(queries))]

    return {"check": one_by_one, "batch": in_a_batch}


@pytest.fixture(scope="module")
def listed(index: Index) -> Sequence[Prepared]:
    return [Prepared(index.reading(at), index.lexicon) for at in range(len(index.flags))]


def losses(
    asked: Sequence[str], index: Index, finders: Finders, listed: Sequence[Prepared]
) -> Iterator[Loss]:
    """Score every listed reading and name those that the index did not reach."""
    queries = [(name, query) for name in asked for query in index.readings(name)]
    found = {
        (how, threshold): find(asked, threshold)
        for how, find in finders.items()
        for threshold in THRESHOLDS
    }
    for place, (name, query) in enumerate(queries):
        mine = Prepared(query, index.lexicon)
        for at, reading in enumerate(listed):
            compared = compare_readings(mine, reading, kinds=index.kinds(at), query_kind=None)
            score = 0.0 if compared is None else compared.score
            for (how, threshold), reached in found.items():
                if score >= threshold and at not in reached[place]:
                    yield Loss(how, name, index.name_of(at).name, threshold, round(score, 4))


def spread(index: Index, first: int, size: int) -> list[str]:
    """Listed names in Latin letters from all over the index."""
    names = [name for name in index.file.strings("name") if name.isascii() and len(name) > 5]
    step = len(names) // size
    return names[first % step :: step][:size]


@pytest.mark.parametrize("how", SPOILED)
def test_no_spoiled_name_is_lost(
    how: str, index: Index, finders: Finders, listed: Sequence[Prepared]
) -> None:
    asked = [SPOILED[how](name) for name in spread(index, list(SPOILED).index(how), 5)]

    assert not list(losses(asked, index, finders, listed))


@pytest.mark.parametrize("part", range(4))
def test_no_name_that_is_hard_to_look_up_is_lost(
    part: int, index: Index, finders: Finders, listed: Sequence[Prepared]
) -> None:
    assert not list(losses(ASKED[part::4], index, finders, listed))


def reached(index: Index, names: Sequence[str], find: Finder, threshold: float) -> list[set[int]]:
    """What each name reaches by any of its readings."""
    whose = [at for at, name in enumerate(names) for _ in index.readings(name)]
    found: list[set[int]] = [set() for _ in names]
    for at, each in zip(whose, find(names, threshold), strict=True):
        found[at] |= each
    return found


@pytest.mark.parametrize("how", ["check", "batch"])
def test_a_designation_is_reached_by_each_of_its_names(
    how: str, index: Index, finders: Finders
) -> None:
    records = range(0, len(index.flags), 3)
    names = [index.name_of(at).name for at in records]

    found = reached(index, names, finders[how], THRESHOLDS[0])

    assert not [
        name
        for at, name, each in zip(records, names, found, strict=True)
        if not any(index.record_of(other) == index.record_of(at) for other in each)
    ]


@pytest.mark.parametrize("how", ["check", "batch"])
def test_the_names_reached_are_few(how: str, index: Index, finders: Finders) -> None:
    asked = [name for name in spread(index, 3, 40) if len(name.split()) > 1]

    found = reached(index, asked, finders[how], THRESHOLDS[0])

    assert sum(map(len, found)) / len(asked) < 0.02 * len(index.flags)


@pytest.mark.parametrize("how", SPOILED)
def test_words_that_a_batch_knows_not_to_meet_change_no_match(how: str, index: Index) -> None:
    asked = [SPOILED[how](name) for name in (*ASKED, *spread(index, list(SPOILED).index(how), 40))]
    candidates = BatchCandidates(index, 0.7)
    queries = candidates.read(asked)
    differing = []
    for place, found in candidates.of(queries).items():
        query = queries.reading(place)
        plain = Prepared(query, index.lexicon)
        knowing = Prepared(query, index.lexicon, found.near)
        for at in found.readings - found.unbounded:
            whole, part = (
                compare_readings(each, index.prepared(at), kinds=index.kinds(at), query_kind=None)
                for each in (plain, knowing)
            )
            reaches = (each is not None and each.score >= 0.7 for each in (whole, part))
            if any(reaches) and whole != part:
                differing.append((query.words, index.name_of(at).name))

    assert not differing


@pytest.mark.parametrize("how", ["check", "batch"])
def test_a_lower_threshold_reaches_all_that_a_higher_one_does(
    how: str, index: Index, finders: Finders
) -> None:
    asked = (*ASKED, *spread(index, 7, 40))

    higher, lower = (reached(index, asked, finders[how], each) for each in THRESHOLDS)

    assert not [
        name for name, few, more in zip(asked, higher, lower, strict=True) if not few <= more
    ]


@pytest.mark.parametrize("how", ["letters transposed", "first word twice", "Cyrillic letters"])
@pytest.mark.parametrize("floor", THRESHOLDS)
def test_a_floor_changes_nothing_that_reaches_it(
    how: str, floor: float, index: Index, listed: Sequence[Prepared]
) -> None:
    differing = []
    for name in spread(index, 1, 4):
        for reading in index.readings(SPOILED[how](name)):
            asked = Prepared(reading, index.lexicon)
            for at, other in enumerate(listed):
                kinds = index.kinds(at)
                whole = compare_readings(asked, other, kinds=kinds, query_kind=None)
                ended = compare_readings(asked, other, kinds=kinds, query_kind=None, floor=floor)
                reaches = (each is not None and each.score >= floor for each in (whole, ended))
                if any(reaches) and whole != ended:
                    differing.append((name, index.name_of(at).name))

    assert not differing
