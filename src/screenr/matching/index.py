"""Read a compiled index: the words of the lists, the listed names, the designations."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise

from screenr.matching.index_file import IndexFile, hash_of
from screenr.matching.key_table import KeyTable
from screenr.matching.lexicon import DISTINCT, Lexicon
from screenr.matching.listed import FAMILY, KINDS, MATCHED_AS, TRANSLATED, ListedName
from screenr.matching.other_names import names_in
from screenr.matching.part import Part
from screenr.matching.parties import Parties
from screenr.matching.phrasebook import Phrasebook
from screenr.matching.plain_names import PlainNames
from screenr.matching.plain_words import PlainWords
from screenr.matching.prepared import Prepared
from screenr.matching.reading import Reading, readings
from screenr.matching.records import Records
from screenr.matching.slips import Slips
from screenr.matching.string_table import Readings, StringTable
from screenr.matching.words import LANGUAGE_ZIPF, USUAL_PERSON, Population, Word, known_as, weighed
from screenr.models.finding import MatchedAs

REMEMBERED, PLAIN, LISTED = 2_000, 12_000, 4_000
"""Words that are kept: of counterparties, those read by themselves, of the lists; the memory of a
run stays constant."""
PREPARED = 1_500
"""Listed readings that are kept prepared, and names that are kept."""
_WEIGHTS = ("organization", "person", "strength")


class Index:
    """An open index with its words decoded as they are asked for."""

    def __init__(self, file: IndexFile) -> None:
        self.file = file
        zipf = StringTable(file.strings("zipf"))
        sounds, pinyin = (
            Readings(file.numbers(f"{name}.u4"), file.strings(name))
            for name in ("sounds", "pinyin")
        )
        self.lexicon = Lexicon.from_json(
            bytes(file.raw("lexicon")), zipf, sounds=sounds, pinyin=pinyin
        )
        self._tables = {"key": KeyTable(file, "key", "word")}
        self._parties = Parties(file, self._tables["key"])
        self.population = Population(*file.meta["population"])
        self.word: Callable[[int], Word] = lru_cache(LISTED)(self._word)
        self.weigh: Callable[[Part], Word] = lru_cache(REMEMBERED)(self.weighed)
        self.book = Phrasebook(self.lexicon)
        self.slips = Slips(self.lexicon, file, self._is_known)
        self.plain_words = PlainWords(self.book, self.slips, self.weigh)
        word = lru_cache(PLAIN)(self.plain_words.of)
        self._plain = PlainNames(self.book, self.slips, word=word, rules=self.by_rules)
        self._of_words = lru_cache(PREPARED)(self._prepared)
        self.name_of: Callable[[int], ListedName] = lru_cache(PREPARED)(self._name_of)
        self.records = Records(file)

    # -- words

    @cached_property
    def _vocabulary(self) -> Sequence[str]:
        return self.file.strings("word")

    def _word(self, at: int) -> Word:
        """A word of the lists by its number."""
        raw, text, cls, native = self._vocabulary[at].split("\t")
        organization, person, strength, marks = self._weights
        return Word(
            text, raw, int(cls), organization[at], person[at], strength[at],
            *known_as(marks[at]), native,
        )  # fmt: skip

    @cached_property
    def _weights(self) -> tuple[Sequence[float], Sequence[float], Sequence[float], Sequence[int]]:
        organization, person, strength = (self.file.floats(f"word.{e}.f8") for e in _WEIGHTS)
        return organization, person, strength, self.file.numbers("word.marks.u1")

    def weighed(self, part: Part) -> Word:
        """Weigh a word of a counterparty's name by how the lists use it; `weigh` keeps some."""
        counts = self._parties.having(part.text, part.raw)
        return weighed(part, counts, population=self.population, lexicon=self.lexicon)

    def readings(self, name: str) -> tuple[Reading, ...]:
        """The ways to read a counterparty's name and the names it holds, as written and mended."""
        return self._plain.read(name, self._plain.words(name))

    def by_rules(self, name: str) -> tuple[Reading, ...]:
        """The same by the rules about several words, which most names do not need."""
        found: list[Reading] = []
        for each in names_in(name, self.book, self._strength):
            found += readings(each, self.book, self.weigh, self.slips)
        return tuple(found)

    def _strength(self, word: str) -> float:
        return self.weigh(Part(word, word, DISTINCT)).strength

    def _is_known(self, word: str) -> bool:
        lexicon = self.lexicon
        if word in lexicon.people or lexicon.zipf.get(word, 0) >= LANGUAGE_ZIPF:
            return True
        firms, people = self._parties.having(word, word)
        return firms > 0 or people >= USUAL_PERSON

    def raws_of_length(self, length: int) -> list[str]:
        """All different words as folded that have `length` letters, sorted."""
        starts = self.file.numbers("raw.length.u4")
        if length + 1 >= len(starts):
            return []
        text = self.file.strings("raw").joined(starts[length], starts[length + 1])
        return [text[at : at + length] for at in range(0, len(text), length)]

    def raws_by_length(self) -> Iterator[str]:
        """All different words as folded, those of one letter first, of one length in one text."""
        starts, raws = self.file.numbers("raw.length.u4"), self.file.strings("raw")
        return (raws.joined(*ends) for ends in pairwise(starts[1:]))

    def words_of_length(self, length: int, at: int) -> range:
        """The numbers of the words that are written as the `at`-th of `raws_of_length`."""
        first = self.file.numbers("raw.length.u4")[length] + at
        words = self.file.numbers("raw.word.u4")
        return range(words[first], words[first + 1])

    def skeletons(self, *, native: bool) -> list[str]:
        """The consonant skeletons of all words, or of those that were transliterated."""
        name = "skeleton.native.lines" if native else "skeleton.lines"
        return str(self.file.raw(name), "utf-8").split("\n")

    def words_with(self, key: str) -> Sequence[int]:
        """The numbers of the words under a key, and seldom some others'."""
        return self._under("key", "word", key)

    def _under(self, section: str, what: str, key: str) -> Sequence[int]:
        table = self._tables.get(section)
        if table is None:
            table = self._tables[section] = KeyTable(self.file, section, what)
        return table.under(hash_of(key))

    @cached_property
    def firm_costs(self) -> Sequence[float]:
        """What the words of each reading cost at least when an organization leaves them over."""
        return self.file.floats("reading.organization.f8")

    @cached_property
    def person_costs(self) -> Sequence[float]:
        """The same for persons."""
        return self.file.floats("reading.person.f8")

    def words_beginning(self, prefix: str) -> Iterator[int]:
        """The numbers of the words that begin with `prefix`."""
        lengths, raws = self.file.numbers("raw.length.u4"), self.file.strings("raw")
        words = self.file.numbers("raw.word.u4")
        for length in range(len(prefix), len(lengths) - 1):
            at = bisect_left(raws, prefix, lengths[length], lengths[length + 1])
            while at < lengths[length + 1] and raws[at].startswith(prefix):
                yield from range(words[at], words[at + 1])
                at += 1

    # -- names

    def reading(self, at: int) -> Reading:
        """A listed reading by its number."""
        starts, words = self.reading_starts, self.reading_words
        found = tuple(map(self.word, words[starts[at] : starts[at + 1]]))
        return Reading(found, "", bool(self.flags[at] & TRANSLATED))

    def prepared(self, at: int) -> Prepared:
        """A listed reading as it is compared, one object for all parties that are named the same.

        Some are kept, since names that are near recur.
        """
        words = self.reading_words[self.reading_starts[at] : self.reading_starts[at + 1]]
        return self._of_words(bytes(words), bool(self.flags[at] & TRANSLATED))

    def _prepared(self, words: bytes, translated: bool) -> Prepared:  # noqa: FBT001 -- of a key
        found = tuple(map(self.word, memoryview(words).cast("I")))
        return Prepared(Reading(found, "", translated), self.lexicon)

    def kinds(self, at: int) -> int:
        """As which kinds a reading is compared."""
        return self.flags[at] & KINDS

    def _name_of(self, reading: int) -> ListedName:
        """The listed name behind a reading."""
        at = self._reading_names[reading]
        source = self.file.strings("source")[self.file.numbers("name.source.u4")[at]]
        is_family = self._name_marks[at] >= FAMILY
        return ListedName(self._names[at], self.matched_as(reading), source, is_family)

    def matched_as(self, reading: int) -> MatchedAs:
        """What the name behind a reading is of its party."""
        found: MatchedAs = MATCHED_AS[self._name_marks[self._reading_names[reading]] % FAMILY]
        return found

    @cached_property
    def _names(self) -> Sequence[str]:
        return self.file.strings("name")

    @cached_property
    def _name_marks(self) -> Sequence[int]:
        return self.file.numbers("name.as.u1")

    def record_of(self, reading: int) -> int:
        """The record of a designation that has the reading."""
        return self._name_records[self._reading_names[reading]]

    @cached_property
    def _reading_names(self) -> Sequence[int]:
        return self.file.numbers("reading.name.u4")

    @cached_property
    def _name_records(self) -> Sequence[int]:
        return self.file.numbers("name.record.u4")

    @cached_property
    def flags(self) -> Sequence[int]:
        """Kinds and marks of each reading."""
        return self.file.numbers("reading.flags.u1")

    @cached_property
    def telling(self) -> Sequence[int]:
        """How many words of each reading tell in a person's name."""
        return self.file.numbers("reading.telling.u1")

    def readings_named(self, bare: str) -> Sequence[int]:
        """The readings of a name without legal form, connectors and spaces."""
        return self._under("bare", "reading", bare)

    def readings_under_acronym(self, key: str) -> Sequence[int]:
        """The readings under a key of `acronyms`."""
        return self._under("acronym", "reading", key)

    def readings_with_run(self, joined: str) -> Sequence[int]:
        """The readings that have `joined` parted into two to four words."""
        return self._under("run", "reading", joined)

    def readings_in_native_script(self, key: str) -> Sequence[int]:
        """The readings in Han or Hangul under a key of `east_asian`."""
        return self._under("native", "reading", key)

    def readings_romanized(self, key: str) -> Sequence[int]:
        """The readings in Latin letters under a key of `east_asian`."""
        return self._under("romanized", "reading", key)

    def readings_guessed(self, key: str) -> Sequence[int]:
        """The readings in Latin letters that another romanization leads to such a key."""
        return self._under("guessed", "reading", key)

    @cached_property
    def reading_starts(self) -> Sequence[int]:
        """Where the words of each reading begin."""
        return self.file.numbers("reading.at.u4")

    @cached_property
    def reading_words(self) -> Sequence[int]:
        """The words of all readings, one after the other."""
        return self.file.numbers("reading.words.u4")

    @cached_property
    def posting_starts(self) -> Sequence[int]:
        """Where the readings that have a word begin."""
        return self.file.numbers("posting.at.u4")

    @cached_property
    def postings(self) -> Sequence[int]:
        """The readings that have each word, one after the other."""
        return self.file.numbers("posting.u4")
