"""What the tool knows: dictionaries and rules, ours and the user's, read and checked by the same code."""

from govtext.lexicon.entries import Cue, Indicator, PolicyEntry, SloganEntry, Unit, UserWord
from govtext.lexicon.load import Lexicon, LoadedFile
from govtext.lexicon.rules import Rule

__all__ = [
    "Cue",
    "Indicator",
    "Lexicon",
    "LoadedFile",
    "PolicyEntry",
    "Rule",
    "SloganEntry",
    "Unit",
    "UserWord",
]
