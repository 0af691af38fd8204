"""Write data/names/spelling_pairs.tsv: spellings of one name, learned from the lists' own aliases.

Where two names of one listed person differ in a single word, the two words are likely one name in
two spellings; where several persons show the same pair, it is. One person is enough where the words
have the same consonants and other listed persons bear each of them too, so that neither is a slip.
Pairs that sound the same are left out, since they are read as one anyway. So are those that more
likely are two names: names that stand together in one name (Muhammad Ahmad), and pairs that are
rare beside how usual the rarer name is (mohammad and ahmad stand for each other with seven persons
among hundreds). The table is to be read through after each run.
Run: `python scripts/names/spelling_pairs.py`.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations
from pathlib import Path

from rapidfuzz.distance import OSA  # noqa: TID251 -- learns how words are spelled

from screenr.lists.snapshot_file import read_snapshot
from screenr.lists.store import list_folders, snapshot_paths
from screenr.matching import constructs
from screenr.models.designation import Designation
from screenr.text import keys, normalize

DATA = Path(__file__).resolve().parents[2] / "data"
TABLE = DATA / "names" / "spelling_pairs.tsv"
HEADER = """\
# Spellings of one name of a person, learned from the aliases of listed persons.
# name, other: folded, in alphabetical order; parties: listed persons who have the pair.
# Source: the snapshots of data/lists (works of the US government and the United Nations).
# Written by scripts/names/spelling_pairs.py and read through by the authors.
# License: Apache-2.0, as the project.
name\tother\tparties
"""
LEAST_PARTIES = 2
LEAST_SHARE = 0.02
"""Of the persons who have the rarer of two names, so many have the other spelling too."""
LEAST_ALIKE = 0.5
SHORTEST = 3
ARTICLES = frozenset({"al", "el", "ul", "ur"})
# Read through and refused: two names of one person each, or two names in their own right.
TWO_NAMES = """
abdurah~abdurrachman abdurochim~abdurrahman abdurrachman~abdurrahman abdurrahim~abdurrachman
abdurrahim~abdurrahman abdurrahman~abdurrochim abdurrahman~rahman abdu~abu abi~abou akram~jarrah
aleksey~alex alex~alexei alex~alexey allah~ullah aman~oman amid~umid amiri~umari arif~aris asim~azam
asim~azim asim~azimi asim~azzam aung~ong azam~azim azim~azimi bahram~bahrami bakir~bakr bakr~baqer
banai~bani bang~pang bashar~bashir bol~paul chang~zhang chao~jiao chao~zhao chechen~shishani
chol~chun chong~jung chon~jon chou~joe chung~zhong dari~duri david~davoud dhari~duri fahd~fuad
faisal~fazl fawaz~foz habu~hebo hamoud~muhammad hamza~hamzi hasan~hussen hassan~hosein hassan~husayn
hassan~hussayn hassine~hocine hein~win iraq~irza jan~jon jiao~zhao kalaf~khalif
karimullah~khairullah karimullah~kheirullah keung~king khalaf~khalif khalif~qalaf labola~lalobo
lalobo~salongo lang~lung lau~liu mahmut~muhammad malak~malik mark~marko masri~muhajir
mochammad~mochtar naser~nasr nasir~nasr nasr~nasser noor~noori parlin~parlindungan raed~riad
rahim~rahman rambot~rombhot rambot~rombot rambo~romboh rombhot~rombot sad~suad saeed~syeed
safi~shafi salah~saleh salah~salih salman~sulayman salman~suleiman seif~sheikh selman~suleiman
shabani~shaybani shao~sia taha~taher tali~talia wang~wong wan~wang yun~yung zahar~zahir
"""


def persons() -> Iterator[Designation]:
    """Every listed person, from the newest snapshot of each list."""
    for folder in list_folders(DATA):
        snapshot = read_snapshot(snapshot_paths(folder)[-1])
        yield from (each for each in snapshot.designations if each.kind == "person")


def pairs_of(names: list[tuple[str, ...]]) -> set[tuple[str, str]]:
    """Pairs of words in which two names of one person differ, and which look alike."""
    found = set()
    for one, other in combinations(names, 2):
        left = sorted(set(one) - set(other))
        right = sorted(set(other) - set(one))
        if len(left) == len(right) == 1 and len(set(one) & set(other)) > 0:
            first, second = sorted((left[0], right[0]))
            if is_alike(first, second):
                found.add((first, second))
    return found


def is_alike(one: str, other: str) -> bool:
    """Whether two words could be one name at all."""
    if min(len(one), len(other)) < SHORTEST or not (one.isascii() and other.isascii()):
        return False
    alike = OSA.normalized_similarity(one, other) >= LEAST_ALIKE
    return alike or keys.skeleton(one) == keys.skeleton(other)


def learned() -> list[tuple[str, str, int]]:
    """The pairs with the number of persons that show them."""
    shown: dict[tuple[str, str], set[str]] = defaultdict(set)
    bearers: dict[str, set[str]] = defaultdict(set)
    together: dict[tuple[str, str], int] = defaultdict(int)
    refused = TWO_NAMES.split()
    for person in persons():
        names = [_words(name) for name in (person.name, *(alias.name for alias in person.aliases))]
        for name in names:
            for word in name:
                bearers[word].add(person.id)
            for one, other in combinations(sorted(set(name)), 2):
                together[one, other] += 1
        for pair in pairs_of(names):
            shown[pair].add(person.id)
    return sorted(
        (*pair, len(ids))
        for pair, ids in shown.items()
        if (len(ids) >= LEAST_PARTIES or _are_names_of_one_sound(pair, bearers))
        and len(ids) >= LEAST_SHARE * min(len(bearers[word]) for word in pair)
        and together[pair] < len(ids)
        and "~".join(pair) not in refused
    )


def _words(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared: ``Abdurrahman`` is two."""
    whole = constructs.joined(normalize.words(name), ARTICLES)
    return tuple(piece for word in whole for piece in constructs.apart(word))


def _are_names_of_one_sound(pair: tuple[str, str], bearers: Mapping[str, set[str]]) -> bool:
    """Two words of the same consonants, each borne by more persons than the one who shows both."""
    one, other = pair
    borne = all(len(bearers[word]) >= LEAST_PARTIES for word in pair)
    return borne and keys.skeleton(one) == keys.skeleton(other)


def main() -> None:
    """Write the table, sorted by name."""
    rows = [row for row in learned() if keys.sound(row[0]) != keys.sound(row[1])]
    TABLE.write_text(
        HEADER + "".join(f"{name}\t{other}\t{parties}\n" for name, other, parties in rows),
        encoding="utf-8",
        newline="\n",
    )
    print(f"{len(rows)} pairs", file=sys.stderr)


if __name__ == "__main__":
    main()
