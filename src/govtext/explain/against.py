"""Entries of a dictionary that given reports do not bring to light, and why."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from govtext.clean import Report
from govtext.explain.checking import Finding
from govtext.find.matching import skeleton, skeleton_key
from govtext.lexicon import Indicator, PolicyEntry, SloganEntry, Unit, UserWord
from govtext.lexicon.keys import names_of
from govtext.lexicon.places import label

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govtext.lexicon import Entry
    from govtext.model import Record
    from govtext.pipeline import Extractor
    from govtext.read import SourceText
    from govtext.segment import Word


class Against:
    """Counts how often entries are found in reports; keeps the first reason where one stands there unfound."""

    def __init__(self, extractor: Extractor, entries: Sequence[Entry]) -> None:
        self._extractor = extractor
        self._entries = [entry for entry in entries if _counted(entry)]
        self._found: Counter[int] = Counter()
        self._reasons: dict[int, str] = {}
        self._own = {word.word: word for word in extractor.lexicon.words}

    def read(self, source: SourceText) -> None:
        """Look for every entry in a report."""
        report = Report(source.text, self._extractor.lexicon.traditional, source.pages)
        document = self._extractor.extract(source)
        words = self._extractor.segmenter.words(report.folded)
        seen = Counter(word.text for word in words)
        slogans = Counter(record.canonical for record in document.slogans)
        policies = Counter(record.canonical for record in document.policies)
        indicators = Counter(fact.indicator_id for fact in document.facts)
        units = Counter(fact.unit for fact in document.facts)
        bones = skeleton(report.folded).text
        for entry in self._entries:
            match entry:
                case UserWord():
                    count = seen[entry.word] + (seen[entry.word.replace(" ", "")] if " " in entry.word else 0)
                    reason = "" if count else self._cut(entry.word, report.folded, words)
                case SloganEntry():
                    count = slogans[entry.canonical]
                    reason = "" if count else self._inside(entry, bones, (*document.slogans, *document.policies))
                case PolicyEntry():
                    count = policies[entry.name]
                    reason = "" if count else self._inside(entry, bones, (*document.policies, *document.slogans))
                case Indicator():
                    count = indicators[entry.id]
                    reason = "stands there, but with no number of its own" if _stands(entry, bones) else ""
                case Unit():
                    count = units[entry.unit]
                    reason = "stands there, but after no number that measures" if _stands(entry, bones) else ""
                case _:
                    continue
            self._found[id(entry)] += count
            if reason and not count:
                self._reasons.setdefault(id(entry), f"{reason} ({source.path})")

    def findings(self) -> Iterable[Finding]:
        """Yield the entries that no report brought to light."""
        for entry in self._entries:
            if not self._found[id(entry)]:
                reason = self._reasons.get(id(entry), "does not stand in these reports")
                yield Finding(entry.path, entry.row, names_of(entry)[0], reason)

    def _cut(self, name: str, text: str, words: Sequence[Word]) -> str:
        """Say how a word was cut where it stands in a text; nothing where it does not stand there."""
        start = text.find(name)
        if start < 0:
            return ""
        end = start + len(name)
        over = [word for word in words if word.start < end and word.end > start]
        if len(over) > 1 or not over:
            return f"cut as {'|'.join(word.text for word in over)}; leave its frequency out or give a higher one"
        longer = self._own.get(over[0].text)
        place = label(longer.path, longer.row) if longer else "jieba's own dictionary"
        return f"always inside the longer word {over[0].text} of {place}"

    def _inside(self, entry: Entry, bones: str, records: Iterable[Record]) -> str:
        """Say what a name is part of where it stands in a text; nothing where it does not stand there."""
        for name in names_of(entry):
            if skeleton_key(name) not in bones:
                continue
            for record in records:
                if skeleton_key(name) in skeleton_key(record.text):
                    return f"inside {record.text}, found by {self._place(record)}"
            return "stands there only within other words; put quotation marks around it, or use a longer name"
        return ""

    def _place(self, record: Record) -> str:
        from govtext.explain.origins import origins  # noqa: PLC0415

        found = origins(record, self._extractor.lexicon)
        return label(found[0].path, found[0].row) if found and found[0].path else record.rule


def _stands(entry: Entry, bones: str) -> bool:
    return any(skeleton_key(name) in bones for name in names_of(entry))


def _counted(entry: Entry) -> bool:
    return isinstance(entry, (UserWord, SloganEntry, PolicyEntry, Indicator, Unit))
