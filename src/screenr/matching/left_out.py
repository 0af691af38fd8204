"""What is left of a word when one of its letters is left out, hashed: how slips are looked up.

Two words that are one slip apart (a letter more, less or another, or two exchanged) are equal after
at most one letter is left out of each.
"""

from zlib import crc32


def left_of(word: str) -> list[str]:
    """A word, and the word without each of its letters."""
    return [word, *[word[:at] + word[at + 1 :] for at in range(len(word))]]


def hashes_left_of(word: str) -> list[int]:
    """`hash_of` each of them, of a word in ASCII letters."""
    text = word.encode()
    return [crc32(text), *[crc32(text[:at] + text[at + 1 :]) for at in range(len(text))]]
