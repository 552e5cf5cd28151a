"""extract(): the order of the steps, nothing else."""

from __future__ import annotations

from functools import cache, partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import regex

from govtext.clean import Report
from govtext.errors import UsageError
from govtext.find.facts import find_facts
from govtext.find.policies import find_policies
from govtext.find.slogans import find_slogans
from govtext.find.titles import read_title
from govtext.lexicon import Lexicon
from govtext.lexicon.limits import one_document
from govtext.model import Document, Source
from govtext.read import SourceText, read_file
from govtext.segment import Segmenter, Word, sections, split_sentences

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from govtext.find.found import Found
    from govtext.model import Fact, Policy, Slogan
    from govtext.segment import Engine, Sentence

_DATE = regex.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
TABLES = ("facts", "slogans", "policies")


LONGEST_SECTION = 500_000
"""Characters that are read at a time. The longest report known has 60,000; a yearbook is read by section."""


class Finds(NamedTuple):
    """The records of a section."""

    facts: tuple[Fact, ...]
    slogans: tuple[Slogan, ...]
    policies: tuple[Policy, ...]


class Extractor:
    """A lexicon made ready: read many reports with one. `engine` cuts the words: jieba, or rjieba (extra `fast`)."""

    def __init__(self, lexicon: Lexicon | None = None, *, engine: Engine = "jieba") -> None:
        self.lexicon = lexicon or Lexicon.load()
        off = [entry.key for entry in self.lexicon.off if entry.table == "word"]
        self.segmenter = Segmenter(self.lexicon.words, off, engine)
        self.engine: Engine = engine

    def __reduce__(self) -> tuple[partial[Extractor], tuple[Lexicon]]:
        """Send the lexicon to another process, which makes it ready itself, with the same engine."""
        return partial(Extractor, engine=self.engine), (self.lexicon,)

    def extract(self, source: SourceText, *, date: str | None = None, tables: Collection[str] = TABLES) -> Document:
        """Find facts, slogans and policies in a source text; `date` is the report's where the text does not say.

        Raises UsageError where the date is not YYYY, YYYY-MM or YYYY-MM-DD, and SlowRuleError where a rule of the
        user's own takes too long on this text.
        """
        if date is not None and not _DATE.fullmatch(date):
            raise UsageError(f"no date {date!r}; write YYYY, YYYY-MM or YYYY-MM-DD")
        with one_document():
            return self._extract(source, date, tables)

    def _extract(self, source: SourceText, date: str | None, tables: Collection[str]) -> Document:
        report = Report(source.text, self.lexicon.traditional, source.pages)
        title = read_title(report, source.path, date)
        facts: list[Fact] = []
        slogans: list[Slogan] = []
        policies: list[Policy] = []
        headings: tuple[str, ...] = ()
        for start, end in sections(report.folded, LONGEST_SECTION):
            part = report.part(start, end)
            sentences = tuple(split_sentences(part.folded, headings))
            headings = sentences[-1].headings if sentences else headings
            found = self._find(part, sentences, title.date, tables)
            facts += found.facts
            slogans += found.slogans
            policies += found.policies
        return Document(
            source=Source(
                path=source.path,
                encoding=source.encoding,
                characters=len(source.text),
                sha256=source.sha256,
                title=title.title,
                date=title.date,
                region=title.region,
            ),
            facts=tuple(facts),
            slogans=tuple(slogans),
            policies=tuple(policies),
        )

    def _find(self, report: Report, sentences: Sequence[Sentence], date: str | None, tables: Collection[str]) -> Finds:
        """Find what one section holds."""
        lexicon, segmenter = self.lexicon, self.segmenter
        policies = tuple(find_policies(report, sentences, lexicon, segmenter))
        slogans = tuple(find_slogans(report, sentences, lexicon, segmenter))
        facts: Iterator[Fact] = iter(())
        if "facts" in tables:
            names: list[Found[Policy] | Found[Slogan]] = [*policies, *slogans]
            masks = sorted(found.span for found in names if found.masks)
            facts = find_facts(report, sentences, lexicon, segmenter, masks=masks, date=date)
        return Finds(
            facts=tuple(facts),
            slogans=tuple(found.record for found in slogans if "slogans" in tables),
            policies=tuple(found.record for found in policies if "policies" in tables),
        )

    def extract_text(self, text: str, *, date: str | None = None) -> Document:
        """Find facts, slogans and policies in a text; `date` is the report's, YYYY[-MM[-DD]]."""
        digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        return self.extract(SourceText(path="-", text=text, encoding="utf-8", sha256=digest), date=date)

    def extract_file(self, path: str | Path, *, encoding: str | None = None, date: str | None = None) -> Document:
        """Find facts, slogans and policies in a file. Raises ReadError where it cannot be read."""
        return self.extract(read_file(Path(path), encoding=encoding), date=date)

    def segment(self, source: SourceText) -> list[Word]:
        """Return the words of a source text with offsets into it."""
        report = Report(source.text, self.lexicon.traditional, source.pages)
        words = []
        for word in self.segmenter.words(report.written):
            if word.text.strip():
                place = report.place(word.start, word.end)
                words.append(Word(place["start"], place["end"], place["text"], word.pos))
        return words


def extract(text: str, *, lexicon: Lexicon | None = None, date: str | None = None) -> Document:
    """Find facts, slogans and policies in a text.

    >>> extract("全年地区生产总值增长5.2%左右。").facts[0].indicator
    '地区生产总值'
    """
    return _extractor(lexicon).extract_text(text, date=date)


def extract_file(
    path: str | Path, *, lexicon: Lexicon | None = None, encoding: str | None = None, date: str | None = None
) -> Document:
    """Find facts, slogans and policies in a file. Raises ReadError where it cannot be read."""
    return _extractor(lexicon).extract_file(path, encoding=encoding, date=date)


def _extractor(lexicon: Lexicon | None) -> Extractor:
    return Extractor(lexicon) if lexicon else _shipped_extractor()


@cache
def _shipped_extractor() -> Extractor:
    """The shipped lexicon made ready, once a process; nothing changes it."""
    return Extractor()
