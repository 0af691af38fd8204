"""A reading with what comparing it takes, each worked out once: one name is compared with many."""

from collections.abc import Sequence
from copy import copy

from screenr.matching import acronyms, east_asian, organization_costs, shortened
from screenr.matching.align import Near
from screenr.matching.exactness import bare_names
from screenr.matching.lexicon import LEGAL, NUMBER, STOP, Lexicon
from screenr.matching.once import once
from screenr.matching.persons import telling_words, without_titles
from screenr.matching.reading import Reading, looks_like_organization
from screenr.matching.words import Word
from screenr.text.transliterate import script

BARE_COMPANY = "company"
"""The group of "Co" alone, which says no legal form."""


class Prepared:
    """One side of a comparison; of a counterparty's name `near` says what its words could meet."""

    def __init__(self, reading: Reading, lexicon: Lexicon, near: Near | None = None) -> None:
        self.reading, self.lexicon, self._near = reading, lexicon, near
        self.words, self.translated = reading.words, reading.translated

    def asking_all(self) -> "Prepared":
        """The same where it is not known what its words could meet."""
        same = copy(self)
        same._near = None  # noqa: SLF001 -- of this class
        return same

    @once
    def person_words(self) -> tuple[Word, ...]:
        """The words of a person's name: without titles, suffixes and legal forms."""
        return without_titles(self.words, self.lexicon)

    @once
    def person_raws(self) -> Sequence[str]:
        """The words of a person's name as folded, in one order."""
        return sorted([word.raw for word in self.person_words])

    @once
    def has_names(self) -> bool:
        """Whether a person's name has more than one word that tells."""
        return telling_words(self.person_words, self.lexicon) > 1

    def is_person_called(self, listed: "Prepared") -> bool:
        """Whether a listed person's name is of the very same words, in any order."""
        words = listed.person_words
        return (
            len(words) == len(self.person_words)
            and words[0].raw in self.person_raws  # which of nearly all is seen at once
            and self.person_raws == listed.person_raws
        )

    def is_called(self, listed: "Prepared", *, by_meaning: bool) -> bool:
        """Whether a listed name is the very same but for what `exactness` sets aside.

        Nearly all begin otherwise, which is seen without setting anything aside.
        """
        mine, first = self.bare[by_meaning], listed.words[0]
        begins = first.text if by_meaning else first.raw
        if first.cls not in (LEGAL, STOP) and not mine.startswith(begins):
            return False
        return mine == listed.bare[by_meaning] != ""

    def near(self, listed: "Prepared") -> Near | None:
        """The listed words that its words could meet; not known of names both transliterated."""
        return None if self.translated and listed.translated else self._near

    @once
    def bare(self) -> tuple[str, str]:
        """The name without legal form, connectors and spaces: as written, and by its meaning."""
        return bare_names(self.words)

    @once
    def has_acronym(self) -> bool:
        """Whether the only distinctive word of a firm's name may be an acronym."""
        return acronyms.has_acronym(self.words)

    @once
    def may_be_spelled(self) -> bool:
        """Whether initials of a firm's words may make an acronym."""
        return acronyms.may_be_spelled(self.words)

    @once
    def has_strong_brand(self) -> bool:
        """Whether a word of a firm's name is unusual enough to be a name by itself."""
        return organization_costs.has_strong_brand(self.words)

    @once
    def numbers(self) -> frozenset[str]:
        """The numbers in a name; none where one of them is more than digits (61st)."""
        numbers = [word for word in self.words if word.cls == NUMBER]
        is_plain = "".join([word.raw for word in numbers]).isdigit()
        return frozenset([word.text for word in numbers] if is_plain else ())

    @once
    def may_be_truncated(self) -> bool:
        """Whether the last word of a firm's name may be the begin of a longer one."""
        return shortened.may_be_truncated(self.words)

    @once
    def looks_like_organization(self) -> bool:
        """A legal form or a type of organization stands in the name."""
        return looks_like_organization(self.reading)

    @once
    def legal_groups(self) -> set[str]:
        """The groups of the legal forms in the name."""
        legal = self.lexicon.legal
        return {legal[word.raw][1] for word in self.words if word.raw in legal} - {BARE_COMPANY}

    @once
    def script(self) -> str:
        """The script of the first word as it is compared."""
        return script(self.words[0].raw)

    @once
    def is_east_asian(self) -> bool:
        """A word was written in Han or Hangul before it was brought into Latin letters."""
        natives = (word.native for word in self.words if word.native)
        return any(script(native) in east_asian.SCRIPTS for native in natives)

    @once
    def is_native_name(self) -> bool:
        """It is one word, in its own script a person's name (`east_asian.is_native_name`)."""
        natives = [word.native for word in self.person_words]
        return len(natives) == 1 and east_asian.is_native_name(natives[0], self.lexicon)

    @once
    def family_groups(self) -> frozenset[str]:
        """The groups of East Asian family names that words of a person's name may be in."""
        raws = (word.raw for word in self.person_words)
        return frozenset().union(*(east_asian.family_groups(raw, self.lexicon) for raw in raws))

    @once
    def romanized(self) -> east_asian.Romanized:
        """The keys of an East Asian person's name in Latin letters."""
        written = east_asian.with_syllables(self.person_words, self.words, self.lexicon)
        return east_asian.romanized(written, self.lexicon)

    @once
    def is_by_parts(self) -> bool:
        """A Chinese, Japanese or Korean name that was read by its parts."""
        native = next((word.native for word in self.words if word.native), "")
        return script(native) in east_asian.SCRIPTS
