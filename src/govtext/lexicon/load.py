"""The lexicon of a run: the shipped dictionaries and rules, then the user's, which replace or add."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from govtext.errors import LexiconError
from govtext.lexicon.entries import Cue, Indicator, PolicyEntry, SloganEntry, Unit, UserWord
from govtext.lexicon.rules import Rule, read_rules
from govtext.lexicon.tables import read_table, read_text, read_words
from govtext.resources import shipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from importlib.resources.abc import Traversable
    from pathlib import Path

    import regex

CHARACTERS = ("common-characters.txt", "traditional.txt")
"""Shipped lists of characters: no dictionaries of words."""


class LoadedFile(msgspec.Struct, frozen=True):
    """A file that was read, what it holds, and how many entries."""

    path: str
    kind: str
    entries: int


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

    @classmethod
    def load(cls, dictionaries: Sequence[Path] = (), rules: Sequence[Path] = ()) -> Lexicon:
        """Read the shipped dictionaries and rules, then the given files and folders.

        A later entry replaces an earlier one with the same key. Raises LexiconError with file, line and remedy.
        """
        home = shipped("dicts")
        tables = _Tables()
        for path in (*_walk([home]), *_walk(dictionaries)):
            tables.read(path)
        parts = _parts(tables)
        rule_files = tuple(_walk([home / "rules", *rules], suffixes=(".toml",)))
        by_name: dict[str, Rule] = {}
        for path in rule_files:
            found = {rule.name: rule for rule in read_rules(path, parts)}
            by_name.update(found)
            tables.files.append(LoadedFile(str(path), "rules", len(found)))
        return cls(
            units=tables.units,
            cues=tuple(tables.cues.values()),
            indicators=tuple(tables.indicators.values()),
            slogans=tuple(tables.slogans.values()),
            policies=tuple(tables.policies.values()),
            words=tuple(tables.words.values()),
            rules=tuple(by_name.values()),
            traditional=dict(_pairs(home / "traditional.txt")),
            files=tuple(tables.files),
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


class _Tables:
    """What has been read so far, by key."""

    def __init__(self) -> None:
        self.units: dict[str, Unit] = {}
        self.cues: dict[tuple[str, str], Cue] = {}
        self.indicators: dict[str, Indicator] = {}
        self.slogans: dict[str, SloganEntry] = {}
        self.policies: dict[str, PolicyEntry] = {}
        self.words: dict[str, UserWord] = {}
        self.files: list[LoadedFile] = []

    def read(self, path: Traversable) -> None:
        """Read one dictionary file into its table."""
        if path.name.endswith(".csv"):
            kind, entries = "empty", 0
            for entry in read_table(path):
                self.add(entry)
                kind, entries = type(entry).__name__.removesuffix("Entry").lower(), entries + 1
            self.files.append(LoadedFile(str(path), kind, entries))
        else:
            words = {word.word: word for word in read_words(path)}
            self.words.update(words)
            self.files.append(LoadedFile(str(path), "words", len(words)))

    def add(self, entry: object) -> None:
        """Put a row under its key; the same key replaces."""
        match entry:
            case Unit():
                for name in (entry.unit, *entry.aliases):
                    self.units[name] = entry
            case Cue():
                self.cues[entry.cue, entry.role] = entry
            case Indicator():
                self.indicators[entry.id] = entry
            case SloganEntry():
                self.slogans[entry.canonical] = entry
            case PolicyEntry():
                self.policies[entry.id] = entry


def _walk(places: Iterable[Traversable | Path], suffixes: tuple[str, ...] = (".csv", ".txt")) -> Iterator[Traversable]:
    """Yield the dictionary files among files and folders, sorted; a missing one is an error."""
    for place in places:
        if place.is_dir():
            for child in sorted(place.iterdir(), key=lambda path: path.name):
                if child.name.endswith(suffixes) and child.name not in CHARACTERS and not child.name.startswith("."):
                    yield child
        elif place.is_file():
            yield place
        else:
            raise LexiconError(str(place), None, "no such dictionary or rule file")


def _pairs(path: Traversable) -> Iterator[tuple[str, str]]:
    """Yield (traditional, simplified) characters: pairs such as 個个, separated by blanks."""
    for line in read_text(path).splitlines():
        if not line.startswith("#"):
            yield from ((pair[0], pair[1]) for pair in line.split())


def _alternation(words: Iterable[str]) -> str:
    """Join words to a pattern that prefers the longest; one that never matches where there are none."""
    return _trie({word.replace(" ", ""): "" for word in words})


def _units(units: Mapping[str, Unit]) -> str:
    """Join the units to a pattern; each refuses what may not follow it: 项(?!目)."""
    return _trie(
        {
            name: f"(?!{_alternation(unit.not_before)})" if unit.not_before else ""
            for name, unit in units.items()
            if unit.kind not in ("percent", "point", "multiple")
        }
    )


def _trie(words: Mapping[str, str], depth: int = 0) -> str:
    """Return a pattern for words with what must hold after each; common beginnings are written once, so it is fast."""
    branches: dict[str, dict[str, str]] = {}
    for word, guard in words.items():
        if len(word) > depth:
            branches.setdefault(word[depth], {})[word] = guard
    ends = [guard for word, guard in words.items() if len(word) == depth]
    parts = [_escape(char) + _trie(branch, depth + 1) for char, branch in sorted(branches.items())] + ends
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts) or '(?!)'})"


def _escape(char: str) -> str:
    return f"\\{char}" if char in r"\.+*?()[]{}^$|#%&~- /" else char


def _parts(tables: _Tables) -> dict[str, str]:
    """The parts that dictionaries supply to rules: {unit}, and a part a cue role."""
    parts = {"unit": _units(tables.units)}
    roles: dict[str, list[str]] = {}
    for cue in tables.cues.values():
        roles.setdefault(cue.role, []).append(cue.cue)
    parts.update((role, _alternation(words)) for role, words in roles.items())
    return parts
