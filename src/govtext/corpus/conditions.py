"""Under what conditions outcomes hold: who compares them knows whether a result of yesterday is one of today."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

import msgspec

from govtext.corpus.outcome import Settings
from govtext.version import __version__

if TYPE_CHECKING:
    from govtext.lexicon import Lexicon


class Conditions(msgspec.Struct, frozen=True, kw_only=True):
    """What must be the same for a result to be the same; `lexicon` is the digest of the dictionaries and rules."""

    lexicon: str
    settings: Settings
    govtext: str = __version__
    journal: int = 1

    def unlike(self, older: Conditions) -> str:
        """Say in what they differ from those of an older run."""
        if (self.govtext, self.journal) != (older.govtext, older.journal):
            return f"it is of govtext {older.govtext}, this is {self.govtext}"
        return f"it is of a run with other {'dictionaries or rules' if self.lexicon != older.lexicon else 'options'}"


def digest(lexicon: Lexicon) -> str:
    """Return a hash of the dictionaries and rules in force: of what they say, not of where they lie."""
    tables = (
        lexicon.units.values(),
        lexicon.cues,
        lexicon.indicators,
        lexicon.slogans,
        lexicon.policies,
        lexicon.words,
        lexicon.off,
    )
    entries = [[msgspec.structs.astuple(entry)[len(_PLACE) :] for entry in table] for table in tables]
    rules = [(rule.name, rule.kind, rule.pattern, rule.own) for rule in lexicon.rules]
    return sha256(msgspec.msgpack.encode((entries, list(lexicon.units), rules, lexicon.traditional))).hexdigest()


_PLACE = ("path", "row")
"""The first fields of an entry: where it stands."""
