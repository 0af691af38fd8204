"""A designation, its list and a day → what may then not be done, and whom else it reaches."""

from screenr.effects.activities import (
    ACTIVITIES,
    PLAIN_WORDS,
    SEVERITY,
    expand,
    filter_effects,
    plain_sentence,
    severity,
)
from screenr.effects.in_force import effects_on, upcoming_effects
from screenr.effects.meaning import Meaning, Meanings
from screenr.effects.ownership import ownership_sentence
from screenr.effects.sentences import effect_sentence, notes_of, summary_of

__all__ = [
    "ACTIVITIES",
    "PLAIN_WORDS",
    "SEVERITY",
    "Meaning",
    "Meanings",
    "effect_sentence",
    "effects_on",
    "expand",
    "filter_effects",
    "notes_of",
    "ownership_sentence",
    "plain_sentence",
    "severity",
    "summary_of",
    "upcoming_effects",
]
