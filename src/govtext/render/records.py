"""Write every field of every record: JSON, JSON lines, CSV, TSV. Exact, for programs and for spreadsheets."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import msgspec

from govtext.render.columns import TABLES
from govtext.render.quantities import plain
from govtext.render.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

    from govtext.model import Document, Record

FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""A cell that begins so is a formula to a spreadsheet."""


class JsonWriter:
    """Write one document as an object, or `several` as an array, each as soon as it is there."""

    def __init__(self, stream: TextIO, *, several: bool) -> None:
        self.stream = stream
        self.several = several
        self.first = True

    def add(self, document: Document, _text: str = "", /) -> None:
        """Write one document."""
        if self.several:
            self.stream.write("[\n" if self.first else ",\n")
        self.first = False
        self.stream.write(document.to_json(indent=2) + ("" if self.several else "\n"))
        self.stream.flush()

    def finish(self) -> None:
        """Close the array."""
        if self.several:
            self.stream.write("[]\n" if self.first else "\n]\n")


class JsonLinesWriter:
    """Write one document a line."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream

    def add(self, document: Document, _text: str = "", /) -> None:
        """Write one document."""
        self.stream.write(document.to_json(indent=0) + "\n")
        self.stream.flush()

    def finish(self) -> None:
        """Nothing is left to write."""


class CsvWriter:
    """Write the records of one table, a row each; the columns are the fields, after `path` where there are several.

    A `spreadsheet` opens the file: byte order mark, CRLF, and `'` before a text that would be a formula.
    """

    def __init__(
        self, stream: TextIO, table: str, *, several: bool, delimiter: str = ",", spreadsheet: bool = False
    ) -> None:
        self.table = table
        self.several = several
        self.stream = stream
        self.columns = TABLES[table].__struct_fields__
        self.text = _guarded if spreadsheet else visible if stream.isatty() else str
        self.delimiter = delimiter
        self.end = "\r\n" if spreadsheet else "\n"
        if spreadsheet:
            stream.write("\ufeff")
        self._row((("path",) if several else ()) + self.columns)

    def add(self, document: Document, _text: str = "", /) -> None:
        """Write the rows of one document."""
        path = (self.text(document.source.path),) if self.several else ()
        records: tuple[Record, ...] = getattr(document, self.table)
        for record in records:
            self._row(path + tuple(cell(value, self.text) for value in msgspec.structs.astuple(record)))
        self.stream.flush()

    def finish(self) -> None:
        """Nothing is left to write."""

    def _row(self, cells: tuple[str, ...]) -> None:
        self.stream.write(self.delimiter.join(quoted(text, self.delimiter) for text in cells) + self.end)


def quoted(text: str, delimiter: str) -> str:
    """Return a cell as RFC 4180 writes it. (csv.writer leaves a lone CR unquoted, which breaks the row.)"""
    if delimiter in text or '"' in text or "\r" in text or "\n" in text:
        return '"' + text.replace('"', '""') + '"'
    return text


def cell(value: Any, text: Callable[[str], str] = str) -> str:
    """Return a field as a cell: nothing for None, plain decimals, several words joined by `|`."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, tuple):
        value = "|".join(value)
    return str(value) if isinstance(value, int) else text(value)


def _guarded(text: str) -> str:
    """Keep a spreadsheet from taking a text for a formula: `=1+1` → `'=1+1`."""
    return f"'{text}" if text.startswith(FORMULA) else text
