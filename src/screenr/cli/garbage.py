"""How often Python looks for garbage: seldom, because what is imported stays.

Looking through it again and again is a tenth of a check, and three in a hundred of a batch.
"""

import gc


def seldom_looked_for() -> None:
    """Let garbage pile up further than Python would; for the whole process."""
    gc.set_threshold(100_000, 50, 50)
