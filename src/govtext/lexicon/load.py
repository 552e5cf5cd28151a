"""The lexicon of a run: the shipped dictionaries and rules, then the user's, which replace or add."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from govtext.errors import LexiconError
from govtext.lexicon.entries import Cue, Indicator, PolicyEntry, SloganEntry, SwitchedOff, Unit, UserWord
from govtext.lexicon.gather import Gathered, LoadedFile, Replaced, walk
from govtext.lexicon.parts import dictionary_parts
from govtext.lexicon.rule_files import read_rule_file
from govtext.lexicon.rules import Rule
from govtext.lexicon.tables import read_text
from govtext.resources import shipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from importlib.resources.abc import Traversable

    import regex


Places = str | os.PathLike[str] | Sequence[str | os.PathLike[str]]
"""A path, or several."""


class Lexicon(msgspec.Struct, frozen=True, dict=True, eq=False):
    """Everything a run knows. Two lexicons in one process share nothing."""

    units: Mapping[str, Unit]
    cues: tuple[Cue, ...]
    indicators: tuple[Indicator, ...]
    slogans: tuple[SloganEntry, ...]
    policies: tuple[PolicyEntry, ...]
    words: tuple[UserWord, ...]
    rules: tuple[Rule, ...]
    traditional: Mapping[str, str]
    files: tuple[LoadedFile, ...]
    off: tuple[SwitchedOff, ...] = ()
    replaced: tuple[Replaced, ...] = ()

    @classmethod
    def load(cls, dictionaries: Places = (), rules: Places = ()) -> Lexicon:
        """Read the shipped dictionaries and rules, then the given files and folders (a path, or several).

        A later entry replaces an earlier one with the same key. TOML files among the dictionaries are rules. Raises
        LexiconError with file, line and remedy. The user's own folder is not read unless it is given.
        """
        home = shipped("dicts")
        places = _several(dictionaries)
        own = [place for place in places if place.suffix != ".toml"]
        own_rules = [place for place in places if place.suffix == ".toml" or place.is_dir()]
        gathered = Gathered()
        for path in (*walk([home]), *walk(own)):
            gathered.read(path)
        own_rules.extend(_several(rules))
        by_name = _gather_rules(gathered, home / "rules", walk(own_rules, rules=True))
        return cls(
            units=gathered.units(),
            cues=gathered.table(Cue),
            indicators=gathered.table(Indicator),
            slogans=gathered.table(SloganEntry),
            policies=gathered.table(PolicyEntry),
            words=gathered.table(UserWord),
            rules=tuple(by_name.values()),
            traditional=dict(_pairs(home / "traditional.txt")),
            files=tuple(gathered.files),
            off=tuple(gathered.off.values()),
            replaced=tuple(gathered.replaced),
        )

    @cached_property
    def cue_words(self) -> dict[str, dict[str, str]]:
        """Cues by role: `cue_words["verb"]["下降"]` is `decrease`."""
        roles: dict[str, dict[str, str]] = {}
        for cue in self.cues:
            roles.setdefault(cue.role, {})[cue.cue] = cue.value
        return roles

    @cached_property
    def indicator_names(self) -> dict[str, Indicator]:
        """Every name and alias of an indicator → its row."""
        return {name: row for row in self.indicators for name in (row.name, *row.aliases)}

    @cached_property
    def policy_names(self) -> dict[str, PolicyEntry]:
        """Every name and alias of a policy, without quotation marks → its row."""
        return {name: row for row in self.policies for name in (row.name, *row.aliases)}

    def shape(self, name: str) -> regex.Pattern[str]:
        """Return the compiled pattern of a rule by its full name: clause/baseline."""
        return self._rules_by_name[name].regex

    @cached_property
    def _rules_by_name(self) -> dict[str, Rule]:
        return {rule.name: rule for rule in self.rules}

    def rules_for(self, finds: str) -> tuple[Rule, ...]:
        """Return the rules that make one thing, in file order."""
        return tuple(rule for rule in self.rules if rule.finds == finds)


def _several(places: Places) -> list[Path]:
    """Return what is given as paths: one, or several."""
    return [Path(place) for place in ((places,) if isinstance(places, (str, os.PathLike)) else places)]


def _gather_rules(gathered: Gathered, shipped_rules: Traversable, own: Iterable[Traversable]) -> dict[str, Rule]:
    """Read the rules, the shipped ones first; the same name replaces."""
    parts = dictionary_parts(gathered.units(), gathered.table(Cue))
    by_name: dict[str, Rule] = {}
    for paths, are_own in ((walk([shipped_rules], rules=True), False), (own, True)):
        for path in paths:
            file = read_rule_file(path, parts, own=are_own)
            for rule in file.rules:
                by_name[rule.name] = rule
            for name in file.off:
                going = by_name.get(name)
                if going is None:
                    raise LexiconError(
                        str(path), file.off_line, f"off: no rule is named {name!r}; see govtext rules list"
                    )
                if going.is_grammar:
                    trouble = f"off: {name} is part of the grammar; write a rule of this name that replaces it"
                    raise LexiconError(str(path), file.off_line, trouble)
                del by_name[name]
            gathered.files.append(LoadedFile(str(path), "rules", len(file.rules) + len(file.off)))
    return by_name


def _pairs(path: Traversable) -> Iterator[tuple[str, str]]:
    """Yield (traditional, simplified) characters: pairs such as 個个, separated by blanks."""
    for line in read_text(path).splitlines():
        if not line.startswith("#"):
            yield from ((pair[0], pair[1]) for pair in line.split())
