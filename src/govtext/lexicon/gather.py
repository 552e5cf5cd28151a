"""Gather the entries of many files: a later entry replaces an earlier one with the same key, or switches it off."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import msgspec

from govtext.lexicon.entries import AnyEntry, Entry, SwitchedOff
from govtext.lexicon.keys import key_of, names_of, table_of
from govtext.lexicon.sources import TABLE_SUFFIXES
from govtext.lexicon.tables import read_table, read_words

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

T = TypeVar("T", bound=Entry)


class LoadedFile(msgspec.Struct, frozen=True):
    """A file that was read, what it holds, and how many entries."""

    path: str
    kind: str
    entries: int


class Replaced(msgspec.Struct, frozen=True):
    """An entry that does not count, and the later one that took its place or switched it off."""

    old: AnyEntry
    new: AnyEntry


class Gathered:
    """What has been read so far: for each table the entries by key."""

    def __init__(self) -> None:
        self.tables: dict[str, dict[str, AnyEntry]] = {}
        self.off: dict[tuple[str, str], SwitchedOff] = {}
        self.replaced: list[Replaced] = []
        self.files: list[LoadedFile] = []

    def read(self, path: Traversable) -> None:
        """Read one dictionary file into its table."""
        table = path.name.endswith(TABLE_SUFFIXES)
        kind = "empty" if table else "words"
        keys = set()
        for entry in read_table(path) if table else read_words(path):
            self.add(entry)
            if isinstance(entry, SwitchedOff):
                keys.add(f"-{entry.key}")
                kind = entry.table if table and kind == "empty" else kind
            else:
                keys.add(key_of(entry))
                kind = table_of(type(entry)) if table else kind
        self.files.append(LoadedFile(str(path), kind, len(keys)))

    def add(self, entry: AnyEntry) -> None:
        """Put an entry under its key; what was there goes, so that the last one read stands last."""
        if isinstance(entry, SwitchedOff):
            self._switch_off(entry)
            return
        name, key = table_of(type(entry)), key_of(entry)
        table = self.tables.setdefault(name, {})
        old = table.pop(key, None)
        if old is not None:
            self.replaced.append(Replaced(old, entry))
        self.off.pop((name, key), None)
        table[key] = entry

    def _switch_off(self, entry: SwitchedOff) -> None:
        """Take an entry out by its key or, of a policy or an indicator, by a name."""
        table = self.tables.setdefault(entry.table, {})
        key = entry.key
        if key not in table and entry.table in ("policy", "indicator"):
            key = next((key for key, old in table.items() if entry.key in names_of(old)), key)
        old = table.pop(key, None)
        if old is not None:
            self.replaced.append(Replaced(old, entry))
        self.off[entry.table, key] = entry

    def table(self, kind: type[T]) -> tuple[T, ...]:
        """Return the entries of one kind, in the order in which they count."""
        return tuple(entry for entry in self.tables.get(table_of(kind), {}).values() if isinstance(entry, kind))
