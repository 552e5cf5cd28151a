"""What the tool knows: dictionaries and rules, ours and the user's, read and checked by the same code."""

from govtext.lexicon.entries import Cue, Entry, Indicator, PolicyEntry, SloganEntry, SwitchedOff, Unit, UserWord
from govtext.lexicon.gather import LoadedFile, Replaced
from govtext.lexicon.load import Lexicon
from govtext.lexicon.rules import Rule

__all__ = [
    "Cue",
    "Entry",
    "Indicator",
    "Lexicon",
    "LoadedFile",
    "PolicyEntry",
    "Replaced",
    "Rule",
    "SloganEntry",
    "SwitchedOff",
    "Unit",
    "UserWord",
]
