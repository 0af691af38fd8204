"""When a distinctive word that stands alone may have met another by a slip."""

import re

from screenr.text import keys

_PINYIN = re.compile(
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])"
    r"(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|ia|ie|in|iu|ou|ua|ue|ui|un"
    r"|uo|a|e|i|o|u)|(?:ang?|ai|ao|en|er|ei|ou?)(?![aeiou])){2,}"
)
CLEAR_LETTERS = 8
"""Letters of a word in which one slip leaves no doubt."""
LONG_LETTERS = 11
"""Letters of a word that no other word resembles."""
RARE_LETTERS = 6
"""Short invented words are shared by firms that have nothing to do with each other."""


def sound_alike(query: str, listed: str) -> bool:
    """Two spellings of the same sounds from the first letter on."""
    return query[0] == listed[0] and keys.sound(query) == keys.sound(listed)


def are_chinese(query: str, listed: str) -> bool:
    """Two words of pinyin syllables: one letter makes another name (Jinxin, Jingxin)."""
    return bool(_PINYIN.fullmatch(query) and _PINYIN.fullmatch(listed))


def is_doubtful(query: str, listed: str, *, own_form: bool, with_rest: bool) -> bool:
    """A slip beside another legal form, beside words left over, or in how a short word begins.

    Who gives a legal form (`own_form`) copied the name, and who does not may have heard it.
    """
    if len(listed) >= LONG_LETTERS or (len(listed) >= CLEAR_LETTERS and sound_alike(query, listed)):
        return False
    begins_otherwise = query[0] != listed[0] and len(listed) <= RARE_LETTERS
    return own_form or begins_otherwise or (with_rest and len(listed) <= CLEAR_LETTERS)
