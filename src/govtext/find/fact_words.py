"""The vocabulary of facts, prepared once for a lexicon: hedges, verbs, adverbs, places, cues of status."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import regex

from govtext.find.affixes import Affixes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from govtext.lexicon import Lexicon


class FactWords:
    """What the cue words of a lexicon say about facts."""

    def __init__(self, lexicon: Lexicon) -> None:
        cues = lexicon.cue_words
        self.bound_before: Mapping[str, str] = cues.get("bound_before", {})
        self.bound_after: Mapping[str, str] = cues.get("bound_after", {})
        self.verbs: Mapping[str, str] = cues.get("verb", {})
        self.generic = frozenset(cues.get("generic", {}))
        self.status: Mapping[str, str] = cues.get("status", {})
        self.idioms = frozenset(cues.get("not_a_number", {}))
        self.hedges = Affixes(self.bound_before)
        self.final_verbs = Affixes(self.verbs)
        self.nominal = Affixes(cues.get("nominal_verb", {}))
        self.heads, self.sums, self.amounts = (_nouns(cues, kind) for kind in ("head", "sum", "amount"))
        self.adverbs = Affixes(cues.get("adverb", {}))
        self.places = Affixes(cues.get("place", {}))
        self.pivot = lexicon.shape("clause/pivot")
        limit = "[（(]?(?:的(?:目标|水平|范围|幅度|限额)|[含的])?"
        self.after = regex.compile(f"{limit}(?P<cue>{_any_of(self.bound_after)})")
        self.status_cue = regex.compile(_any_of(self.status))


@lru_cache(maxsize=4)
def fact_words(lexicon: Lexicon) -> FactWords:
    """Return the prepared vocabulary of a lexicon."""
    return FactWords(lexicon)


def _nouns(cues: Mapping[str, Mapping[str, str]], kind: str) -> Affixes:
    return Affixes(noun for noun, kinds in cues.get("noun", {}).items() if kind in kinds.split())


def _any_of(words: Iterable[str]) -> str:
    """Return an alternation that prefers the longest; one that never matches where there are no words."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(map(regex.escape, ordered)) or r"(?!)"
