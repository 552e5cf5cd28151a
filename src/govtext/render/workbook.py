"""Write an Excel workbook: a sheet a table. Numbers are numbers; no text becomes a formula or a link."""

from __future__ import annotations

from datetime import UTC, datetime
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from rich.cells import cell_len

from govtext.errors import UsageError
from govtext.render.columns import Column, columns
from govtext.render.language import Language, say
from govtext.render.records import FORMULA, cell

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal
    from pathlib import Path

    from govtext.model import Document, Record

ROWS = 1_048_576
"""Rows of a sheet, with the heading; the rest goes on in a further sheet."""

CHARACTERS = 32_767
"""Characters of a cell."""

NARROW, WIDE = 6, 60
"""Widths of columns, in cells of a terminal."""

MEASURED = 200
"""Rows that are looked at for the widths."""

CREATED = datetime(1980, 1, 1, tzinfo=UTC)
"""What a workbook says of its origin, as its ZIP members do: the time of the run would change the bytes."""

OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}

REPORT = (Column("path", "text", optional=False), Column("date", "text", optional=True))
"""The columns before those of a record."""


class WorkbookWriter:
    """Write the reports on one sheet, then each table on its own: heading frozen, filters, widths.

    Every row begins with path and date of its report. Rows go to disk as they come.
    Raises UsageError without XlsxWriter.
    """

    def __init__(self, path: Path, tables: Sequence[str], *, language: Language = "en") -> None:
        self.tables = tables
        workbook = _library()
        self.aside = TemporaryDirectory(prefix="govtext-")
        self.book = workbook(str(path), {**OPTIONS, "tmpdir": self.aside.name})
        self.book.set_properties({"created": CREATED})
        self.closed = False
        self.sheets = {"documents": _Sheet(self.book, "documents", columns("documents"), language)}
        self.sheets |= {table: _Sheet(self.book, table, REPORT + columns(table), language) for table in tables}

    def add(self, document: Document, _text: str = "", /) -> None:
        """Write one document."""
        source = document.source
        self.sheets["documents"].write([getattr(source, name) for name in source.__struct_fields__])
        for table in self.tables:
            records: tuple[Record, ...] = getattr(document, table)
            for record in records:
                fields = (getattr(record, name) for name in record.__struct_fields__)
                self.sheets[table].write([source.path, source.date, *fields])

    def finish(self) -> None:
        """Write what comes after the last row."""
        for sheet in self.sheets.values():
            sheet.finish()
        self.close()

    def close(self) -> None:
        """Close the file and drop what the library put aside, also where the file is not to be kept."""
        if self.closed:
            return
        self.closed = True
        try:
            self.book.close()
        except Exception as error:
            said = next(iter(error.args), None)  # the library wraps what the system said
            raise said if isinstance(said, OSError) else error from None
        finally:
            self.aside.cleanup()


def _library() -> Any:
    try:
        from xlsxwriter import Workbook  # noqa: PLC0415 an extra
    except ImportError:
        raise UsageError("xlsx needs XlsxWriter: pip install 'govtext[xlsx]'") from None
    return Workbook


class _Sheet:
    """A table on as many sheets as it needs."""

    def __init__(self, book: Any, table: str, heads: Sequence[Column], language: Language) -> None:
        self.book = book
        self.title = say(table, language)
        self.headings = [say(column.name, language) for column in heads]
        self.widths = [cell_len(heading) + 3 for heading in self.headings]  # room for the button of the filter
        self.numbers = [column.type in ("integer", "number") for column in heads]
        self.bold = book.add_format({"bold": True, "bottom": 1, "bg_color": "#E8EEF7"})
        self.quoted = book.add_format({"quote_prefix": True})
        self.formats: dict[int, Any] = {}
        self.count = 0
        self._begin()

    def write(self, values: Sequence[Any]) -> None:
        """Write one row."""
        if self.row == ROWS - 1:
            self.finish()
            self._begin()
        self.row += 1
        for position, value in enumerate(values):
            if value is None or value == ():
                continue
            if self.numbers[position]:
                self.sheet.write_number(self.row, position, float(value), self._format(value))
                continue
            text = cell(value)
            if len(text) > CHARACTERS:
                text = text[: CHARACTERS - 1] + "…"
            self.sheet.write_string(self.row, position, text, self.quoted if text.startswith(FORMULA) else None)
            if self.row <= MEASURED:
                self.widths[position] = max(self.widths[position], cell_len(text) + 1)

    def finish(self) -> None:
        """Set what depends on the rows."""
        self.sheet.autofilter(0, 0, self.row, len(self.headings) - 1)
        for position, width in enumerate(self.widths):
            widest = max(width, 14) if self.numbers[position] else width
            self.sheet.set_column(position, position, min(max(widest, NARROW), WIDE))

    def _begin(self) -> None:
        self.count += 1
        self.sheet = self.book.add_worksheet(self.title if self.count == 1 else f"{self.title} {self.count}")
        self.row = 0
        for position, heading in enumerate(self.headings):
            self.sheet.write_string(0, position, heading, self.bold)
        self.sheet.freeze_panes(1, 0)

    def _format(self, number: int | Decimal) -> Any:
        """Return the format that shows every decimal of a quantity; none for an offset or a year."""
        if isinstance(number, int):
            return None
        exponent = number.normalize().as_tuple().exponent
        places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
        if places not in self.formats:
            shown = "#,##0" + ("." + "0" * min(places, 30) if places else "")
            self.formats[places] = self.book.add_format({"num_format": shown})
        return self.formats[places]
