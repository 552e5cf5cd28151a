"""Write a table as Parquet, with a schema that does not depend on what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from govtext.errors import UsageError
from govtext.model import SCHEMA
from govtext.render.columns import columns

if TYPE_CHECKING:
    from pathlib import Path

    from govtext.model import Document, Record

GROUP = 50_000
"""Rows that are kept in memory, and a row group of the file."""


class ParquetWriter:
    """Write the records of one table, a row each: path and date of the report, then the fields.

    Offsets and years are int64, quantities double, several words a list of strings. Raises UsageError without pyarrow.
    """

    def __init__(self, path: Path, table: str) -> None:
        try:
            import pyarrow  # noqa: PLC0415 an extra
            import pyarrow.parquet  # noqa: PLC0415
        except ImportError:
            raise UsageError("parquet needs pyarrow: pip install 'govtext[parquet]'") from None
        self.arrow: Any = pyarrow
        self.table = table
        self.fields = columns(table)
        self.schema = _schema(pyarrow, table)
        self.file = pyarrow.parquet.ParquetWriter(path, self.schema, compression="zstd")
        self._empty()

    def add(self, document: Document, _text: str = "", /) -> None:
        """Write one document."""
        records: tuple[Record, ...] = getattr(document, self.table)
        self.paths += [document.source.path] * len(records)
        self.dates += [document.source.date] * len(records)
        self.records += records
        if len(self.records) >= GROUP:
            self._flush()

    def finish(self) -> None:
        """Write the last rows and the footer."""
        if self.records:
            self._flush()
        self.close()

    def close(self) -> None:
        """Close the file, also where it is not to be kept."""
        self.file.close()

    def _empty(self) -> None:
        self.paths: list[str] = []
        self.dates: list[str | None] = []
        self.records: list[Record] = []

    def _flush(self) -> None:
        arrays = [self.arrow.array(self.paths, self.arrow.string()), self.arrow.array(self.dates, self.arrow.string())]
        for field in self.fields:
            values: list[Any] = [getattr(record, field.name) for record in self.records]
            if field.type == "number":
                values = [None if value is None else float(value) for value in values]
            arrays.append(self.arrow.array(values, self.schema.field(field.name).type))
        self.file.write_table(self.arrow.Table.from_arrays(arrays, schema=self.schema))
        self._empty()


def _schema(arrow: Any, table: str) -> Any:
    types = {
        "integer": arrow.int64(),
        "number": arrow.float64(),
        "text": arrow.string(),
        "words": arrow.list_(arrow.string()),
    }
    fields = [arrow.field("path", arrow.string(), nullable=False), arrow.field("date", arrow.string())]
    fields += [arrow.field(column.name, types[column.type], column.optional) for column in columns(table)]
    return arrow.schema(fields, metadata={"schema": SCHEMA, "table": table})
