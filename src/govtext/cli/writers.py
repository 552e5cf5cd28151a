"""Which writer a format has, and what each is given: language, words, paragraphs."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from govtext.cli.options import Format
from govtext.pipeline import Extractor
from govtext.render import FileWriter, Writer
from govtext.render.language import Language
from govtext.render.marks import Spans
from govtext.render.sheets import By


@dataclass(frozen=True, kw_only=True)
class Makers:
    """What makes the writers of a run."""

    form: Format
    extractor: Extractor
    several: bool
    by: By
    language: Language
    highlight: bool = False
    explain: bool = False

    @property
    def shows_text(self) -> bool:
        """Tell whether the result holds the text of the reports, not only what was found in it."""
        shown = (Format.HTML, Format.SQLITE, Format.DOCCANO, Format.LABEL_STUDIO)
        return self.highlight or self.form in shown

    def stream(self, stream: TextIO, tables: tuple[str, ...], *, file: bool) -> Writer:
        """Return the writer of a text; `file` where it is one, not a terminal or a pipe."""
        if self.highlight:
            from govtext.render.highlight import HighlightWriter

            return HighlightWriter(stream, tables, language=self.language, paragraphs=paragraphs)
        if self.explain:
            from govtext.cli.explanations import ExplainWriter

            return ExplainWriter(stream, tables, self.extractor.lexicon)
        if self.form is Format.TABLE:
            from govtext.render.table import TableWriter

            return TableWriter(stream, tables, by=self.by, language=self.language)
        if self.form is Format.MD:
            from govtext.render.markdown import MarkdownWriter

            return MarkdownWriter(stream, tables, by=self.by, language=self.language)
        if self.form is Format.HTML:
            from govtext.render.html import HtmlWriter

            return HtmlWriter(stream, tables, language=self.language, paragraphs=paragraphs)
        if self.form in (Format.DOCCANO, Format.LABEL_STUDIO):
            from govtext.render.annotation import DoccanoWriter, LabelStudioWriter

            return (DoccanoWriter if self.form is Format.DOCCANO else LabelStudioWriter)(stream, tables)
        from govtext.render.records import CsvWriter, JsonLinesWriter, JsonWriter

        if self.form is Format.JSON:
            return JsonWriter(stream, several=self.several)
        if self.form is Format.JSONL:
            return JsonLinesWriter(stream)
        delimiter = "\t" if self.form is Format.TSV else ","
        return CsvWriter(stream, tables[0], several=self.several, delimiter=delimiter, spreadsheet=file)

    def file(self, path: Path, tables: tuple[str, ...]) -> FileWriter:
        """Return the writer of a format that is no text."""
        if self.form is Format.XLSX:
            from govtext.render.workbook import WorkbookWriter

            return WorkbookWriter(path, tables, language=self.language)
        if self.form is Format.PARQUET:
            from govtext.render.parquet import ParquetWriter

            return ParquetWriter(path, tables[0])
        from govtext.render.database import DatabaseWriter

        return DatabaseWriter(path, tables, words=self._words)

    def metadata(self, database: str, tables: tuple[str, ...]) -> str:
        """Return what Datasette is told of a database."""
        from govtext.render.datasette import datasette_metadata

        return datasette_metadata(database, tables)

    def _words(self, text: str) -> list[str]:
        """Return the words of a text, as `govtext segment` gives them; what is on one line needs no cleaning first."""
        if "\n" not in text and "\r" not in text:
            return [word.text for word in self.extractor.segmenter.words(text) if not word.text.isspace()]
        from govtext.read import SourceText

        source = SourceText(path="", text=text, encoding="", sha256="")
        return [word.text for word in self.extractor.segment(source)]


def paragraphs(text: str) -> Iterator[Spans]:
    """Yield the paragraphs of a text as govtext reads it: hard-wrapped lines joined, page numbers left out."""
    from govtext.clean import reflow

    working = reflow(text)
    spans: Spans = []
    for start, origin, length in working.runs():
        position = origin
        for line in working.text[start : start + length].splitlines(keepends=True):
            inked = len(line.rstrip("\r\n"))
            if inked:
                spans.append((position, position + inked))
            position += len(line)
            if inked < len(line) and spans:
                yield spans
                spans = []
    if spans:
        yield spans
