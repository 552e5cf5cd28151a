"""What in a dictionary can never be found, and why; with reports at hand, also what is not found in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from govtext.find.matching import skeleton_key
from govtext.find.passages import Passages
from govtext.find.quantities import find_quantities
from govtext.lexicon import Indicator, PolicyEntry, SloganEntry, SwitchedOff, Unit, UserWord
from govtext.lexicon.keys import names_of
from govtext.lexicon.places import label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govtext.lexicon import Entry
    from govtext.pipeline import Extractor

MULTIPLIERS = "十百千万亿"


class Finding(NamedTuple):
    """An entry, or one of its names, that is never found: file and 1-based line, name, reason and remedy."""

    path: str
    row: int
    name: str
    reason: str


def own_entries(extractor: Extractor, paths: Iterable[str]) -> list[Entry]:
    """Return the entries in force that come from the given files."""
    lexicon, files = extractor.lexicon, frozenset(paths)
    tables = (lexicon.words, lexicon.slogans, lexicon.policies, lexicon.indicators, lexicon.cues)
    units = {id(unit): unit for unit in lexicon.units.values()}
    return [entry for table in (*tables, units.values()) for entry in table if entry.path in files]


def check(extractor: Extractor, paths: Iterable[str]) -> list[Finding]:
    """Return the entries of the given files that no text can bring to light, in the order of files and lines."""
    files = frozenset(paths)
    findings = [*_shadowed(extractor, files), *_off(extractor, files)]
    checks = _Checks(extractor)
    for entry in own_entries(extractor, files):
        findings.extend(checks.check(entry))
    return sorted(findings, key=lambda finding: (finding.path, finding.row))


def _shadowed(extractor: Extractor, files: frozenset[str]) -> Iterator[Finding]:
    """Yield the entries that a later one replaced."""
    for replaced in extractor.lexicon.replaced:
        old, new = replaced.old, replaced.new
        if old.path in files:
            place = label(new.path, new.row)
            said = (
                "switched off at" if isinstance(new, SwitchedOff) else "a duplicate of" if new.path == old.path else ""
            )
            reason = f"{said} {place}" + ("; the later one counts" if said.startswith("a ") else "")
            yield Finding(old.path, old.row, names_of(old)[0], reason if said else f"replaced by {place}")


def _off(extractor: Extractor, files: frozenset[str]) -> Iterator[Finding]:
    """Yield what is switched off and was not there."""
    there = {replaced.new for replaced in extractor.lexicon.replaced}
    for entry in extractor.lexicon.off:
        if entry.path in files and entry not in there:
            if entry.table == "word" and extractor.segmenter.knows(entry.key):
                continue
            yield Finding(entry.path, entry.row, entry.key, f"switches off nothing: no {entry.table} is named so")


class _Checks:
    """Tries the names of entries one by one, each in the shortest text that should bring it to light."""

    def __init__(self, extractor: Extractor) -> None:
        self._extractor = extractor
        self._lexicon = extractor.lexicon
        entries = (*self._lexicon.slogans, *self._lexicon.policies)
        self._names = {(type(entry), skeleton_key(name)): entry for entry in entries for name in names_of(entry)}

    def check(self, entry: Entry) -> Iterator[Finding]:
        """Yield what is wrong with the names of an entry."""
        for name in names_of(entry):
            reason = self._reason(entry, name)
            if reason:
                yield Finding(entry.path, entry.row, name, reason)
        if isinstance(entry, Indicator) and entry.unit and not self._knows_unit(entry.unit):
            yield Finding(entry.path, entry.row, entry.name, f"unknown unit {entry.unit!r}{self._near(entry.unit)}")

    def _reason(self, entry: Entry, name: str) -> str | None:
        if not isinstance(entry, UserWord) and any(char in self._lexicon.traditional for char in name):
            return "has traditional characters; write it in simplified ones, it is found in either"
        match entry:
            case UserWord():
                return self._word(entry)
            case Unit():
                return self._unit(entry, name)
            case SloganEntry() | PolicyEntry():
                return self._name(entry, name)
            case Indicator():
                other = self._lexicon.indicator_names.get(name)
                return None if other is entry or other is None else f"shadowed by {label(other.path, other.row)}"
        return None

    def _word(self, entry: UserWord) -> str | None:
        segmenter = self._extractor.segmenter
        cut = [word.text for word in segmenter.words(entry.word)]
        if len(cut) == 1:
            return None
        least = segmenter.frequency_to_win(entry.word)
        trouble = f"frequency {entry.frequency} is too low: cut as {'|'.join(cut)}"
        return f"{trouble}; leave it out, or give {least} or more"

    def _unit(self, entry: Unit, name: str) -> str | None:
        other = self._lexicon.units.get(name)
        if other is not entry and other is not None:
            return f"shadowed by {label(other.path, other.row)}"
        if entry.kind in ("percent", "point", "multiple"):
            return None
        if any(found.unit == entry.unit for found in find_quantities(Passages(f"5{name}。"), self._lexicon)):
            return None
        if name[0] in MULTIPLIERS:
            return f"{name[0]} is read with the number; leave it out: {name.lstrip(MULTIPLIERS)}"
        return "no number before it is read with it; it may hold a digit, or begin like another unit"

    def _name(self, entry: SloganEntry | PolicyEntry, name: str) -> str | None:
        other = self._names[type(entry), skeleton_key(name)]
        if other is not entry:
            return f"shadowed by {label(other.path, other.row)}"
        document = self._extractor.extract_text(f"{name}。")
        records = document.slogans if isinstance(entry, SloganEntry) else document.policies
        wanted = entry.canonical if isinstance(entry, SloganEntry) else entry.name
        if any(record.canonical == wanted for record in records):
            return None
        found = ", ".join(f"{record.text} ({record.rule})" for record in records)
        return f"read as {found}" if found else "never read as a name; look for signs that a name does not hold"

    def _knows_unit(self, unit: str) -> bool:
        return unit in self._lexicon.units or unit.split("/", maxsplit=1)[0] in self._lexicon.units

    def _near(self, unit: str) -> str:
        from difflib import get_close_matches  # noqa: PLC0415

        near = get_close_matches(unit, self._lexicon.units, n=3, cutoff=0.4)
        return f"; near: {', '.join(near)}" if near else "; add it with govtext dict add --unit"
