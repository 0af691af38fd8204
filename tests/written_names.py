"""Names as people write them: words of all kinds, legal forms and places, with slips or cut off."""

from collections.abc import Sequence
from pathlib import Path

from hypothesis import strategies as st

from screenr.matching.lexicon import Lexicon

LEXICON = Lexicon.from_tables(Path(__file__).resolve().parents[1] / "data" / "names")
BRANDS = ("Grivota", "Selba", "Kovalenko", "Zhang", "Meg", "Atlas", "Maria", "Dahl", "Chang")
FORMS = sorted(form for form in LEXICON.legal if form.isascii())
PLACES = sorted(place for place in LEXICON.places if place.isascii() and " " in place)


@st.composite
def damaged(draw: st.DrawFn, phrases: Sequence[str]) -> str:
    """A phrase, or what is left of it after a slip or when it is cut."""
    phrase = draw(st.sampled_from(phrases))
    at = draw(st.integers(0, len(phrase)))
    left = ("", "x", " ", *phrase[at + 1 : at + 2])
    slip = draw(st.sampled_from(left)) + phrase[at + 1 :]
    written: str = draw(st.sampled_from((phrase, phrase[:at] + slip, phrase[at:], phrase[:at])))
    return written


WORDS: st.SearchStrategy[str] = st.one_of(
    st.sampled_from(BRANDS),
    st.sampled_from(("technology", "tchnlgy", "bank", "group", "the", "and", "Dr", "MV", "aka")),
    st.sampled_from(
        ("tehcnology", "banktechnology", "hvac", "big", "data", "sea", "bonito", "sol")
    ),
    st.sampled_from(
        ("a", "J.", "v", "12", "forty", "two", "Abd", "Allah", "formerly", "(Beta)", "(M)")
    ),
    st.sampled_from(("seven", "Abdulla", "ertri", "seo", "pam", "dishonored", "saucers", "int")),
    st.sampled_from(
        ("(DO NOT USE)", "V10023", "- USD", "/", "c/o", "PO BOX 12", "*DUP*", "inactive")
    ),
    st.sampled_from(FORMS),
    damaged(FORMS),
    damaged(PLACES),
)

_IN_CYRILLIC = str.maketrans("abcdefghiklmnopqrstuvwyz", "абћдэфгһиклмнопқрстувўйз")
NATIVE = sorted(LEXICON.native)
OTHER_SCRIPTS: st.SearchStrategy[str] = st.one_of(
    WORDS.map(lambda word: word.lower().translate(_IN_CYRILLIC)),
    st.sampled_from(("عبد", "الرحمن", "الله", "عبدالعزيز", "ابو", "بكر", "آل", "بن", "نور")),
    st.sampled_from(("مبين", "مبین", "شركة", "العراقي", "السيد", "٣", "25", "№5")),
    st.sampled_from(("Петров", "Абд", "аль", "Ал", "И", "И.И.", "ёж", "(Петров)", "Grivota")),
    st.sampled_from(("李", "丽", "深圳市", "王小明", "第五研究所", "又名", "박", "정수")),
    st.sampled_from(("ひろし", "洋", "अनन्\u200dत", "ไชยภพ", "Νίκος", "דוד", "Нур", "Султан")),
    st.sampled_from(NATIVE),
)
