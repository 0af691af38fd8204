"""When a distinctive word that stands alone may have met another by a slip."""

CLEAR_LETTERS = 8
"""Letters of a word in which one slip leaves no doubt."""
RARE_LETTERS = 6
"""Short invented words are shared by firms that have nothing to do with each other."""


def is_doubtful(query: str, listed: str, *, own_form: bool, with_rest: bool) -> bool:
    """A slip beside another legal form, beside words left over, or in how a short word begins.

    Who gives a legal form (`own_form`) copied the name, and who does not may have heard it.
    """
    begins_otherwise = query[0] != listed[0] and len(listed) <= RARE_LETTERS
    return own_form or begins_otherwise or (with_rest and len(listed) <= CLEAR_LETTERS)
