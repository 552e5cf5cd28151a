"""The lexicon of a run: the shipped dictionaries and rules, then the user's, which replace or add."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from govtext import cache
from govtext.errors import LexiconError
from govtext.lexicon.entries import Cue, Indicator, PolicyEntry, SloganEntry, SwitchedOff, Unit, UserWord
from govtext.lexicon.gather import Gathered, LoadedFile, Replaced
from govtext.lexicon.parts import dictionary_parts, units_by_name
from govtext.lexicon.rule_files import read_rule_file
from govtext.lexicon.rules import Rule
from govtext.lexicon.sources import Sources
from govtext.lexicon.tables import read_text
from govtext.resources import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

    import regex


Places = str | os.PathLike[str] | Sequence[str | os.PathLike[str]]
"""A path, or several."""

_KEPT = "lexicon"
"""What the lexicon is called in the cache."""


class Lexicon(msgspec.Struct, frozen=True, dict=True, eq=False):
    """Everything a run knows. Two lexicons in one process share nothing."""

    measures: tuple[Unit, ...]
    cues: tuple[Cue, ...]
    indicators: tuple[Indicator, ...]
    slogans: tuple[SloganEntry, ...]
    policies: tuple[PolicyEntry, ...]
    words: tuple[UserWord, ...]
    rules: tuple[Rule, ...]
    traditional: dict[str, str]
    files: tuple[LoadedFile, ...]
    off: tuple[SwitchedOff, ...]
    replaced: tuple[Replaced, ...]

    @classmethod
    def load(cls, dictionaries: Places = (), rules: Places = ()) -> Lexicon:
        """Read the shipped dictionaries and rules, then the given files and folders (a path, or several).

        A later entry replaces an earlier one with the same key. TOML files among the dictionaries are rules. Raises
        LexiconError with file, line and remedy. The user's own folder is not read unless it is given.

        What was read is kept in the cache, by the content of every file, so that the next run need not read it again.
        """
        sources = Sources(shipped("dicts"), _several(dictionaries), _several(rules))
        key = sources.key()
        found = _kept(key)
        if found is None:
            found = _read(sources)
            if key and key == sources.key():  # no file has changed meanwhile
                cache.write(_KEPT, key, msgspec.msgpack.encode(found))
        return found

    @cached_property
    def units(self) -> dict[str, Unit]:
        """Every name and alias of a unit → its row; what a later one is called, an earlier one is not."""
        return units_by_name(self.measures)

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


def _kept(key: str | None) -> Lexicon | None:
    data = cache.read(_KEPT, key) if key else None
    try:
        return msgspec.msgpack.decode(data, type=Lexicon) if data else None
    except msgspec.DecodeError:
        return None


def _read(sources: Sources) -> Lexicon:
    gathered = Gathered()
    for path in sources.tables():
        gathered.read(path)
    rules = _gather_rules(gathered, sources)
    return Lexicon(
        measures=gathered.table(Unit),
        cues=gathered.table(Cue),
        indicators=gathered.table(Indicator),
        slogans=gathered.table(SloganEntry),
        policies=gathered.table(PolicyEntry),
        words=gathered.table(UserWord),
        rules=tuple(rules.values()),
        traditional=dict(_pairs(sources.traditional)),
        files=tuple(gathered.files),
        off=tuple(gathered.off.values()),
        replaced=tuple(gathered.replaced),
    )


def _gather_rules(gathered: Gathered, sources: Sources) -> dict[str, Rule]:
    """Read the rules, the shipped ones first; the same name replaces."""
    parts = dictionary_parts(units_by_name(gathered.table(Unit)), gathered.table(Cue))
    by_name: dict[str, Rule] = {}
    for path, own in sources.rules():
        file = read_rule_file(path, parts, own=own)
        by_name.update((rule.name, rule) for rule in file.rules)
        for name in file.off:
            going = by_name.get(name)
            if going is None:
                raise LexiconError(str(path), file.off_line, f"off: no rule is named {name!r}; see govtext rules list")
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
