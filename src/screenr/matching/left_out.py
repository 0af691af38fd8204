"""What is left of a word when one of its letters is left out, hashed: how slips are looked up.

Two words that are one slip apart (a letter more, less or another, or two exchanged) are equal after
at most one letter is left out of each.
"""

from zlib import crc32


def hashes_left_of(word: str) -> list[int]:
    """`hash_of` a word in ASCII letters, and of it without each of its letters."""
    text = word.encode()
    return [crc32(text), *[crc32(text[:at] + text[at + 1 :]) for at in range(len(text))]]
