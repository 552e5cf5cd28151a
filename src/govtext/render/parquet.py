"""Write a table as Parquet, with a schema that does not depend on what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govtext.errors import UsageError
from govtext.render.arrow import record_batch, schema

if TYPE_CHECKING:
    from pathlib import Path

    from govtext.model import Document, Record, Source

GROUP = 50_000
"""Rows that are kept in memory, and a row group of the file."""


class ParquetWriter:
    """Write the records of one table, a row each: path and date of the report, then the fields.

    Raises UsageError without pyarrow.
    """

    def __init__(self, path: Path, table: str) -> None:
        try:
            import pyarrow.parquet  # noqa: PLC0415 an extra
        except ImportError:
            raise UsageError("parquet needs pyarrow: pip install 'govtext[parquet]'") from None
        self.table = table
        self.found: list[tuple[Source, Record]] = []
        self.file = pyarrow.parquet.ParquetWriter(path, schema(table), compression="zstd")

    def add(self, document: Document, _text: str = "", /) -> None:
        """Write one document."""
        self.found += [(document.source, record) for record in getattr(document, self.table)]
        if len(self.found) >= GROUP:
            self._flush()

    def finish(self) -> None:
        """Write the last rows and the footer."""
        if self.found:
            self._flush()
        self.close()

    def close(self) -> None:
        """Close the file, also where it is not to be kept."""
        self.file.close()

    def _flush(self) -> None:
        self.file.write_batch(record_batch(self.table, self.found))
        self.found = []
