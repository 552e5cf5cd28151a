"""Records as Arrow, with schemas that do not depend on what was found. Needs pyarrow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from govtext.model import SCHEMA
from govtext.render.columns import columns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govtext.model import Record, Source


def schema(table: str) -> Any:
    """Return the Arrow schema of `facts`, `slogans`, `policies`, or of `documents`.

    Records have path and date of the report, then their fields. A document is a report: what is known of its source,
    what a careful reader should know, and the error of one that failed, of which nothing else but the path is known.
    Offsets and years are int64, quantities double, several words a list of strings.
    """
    import pyarrow  # noqa: PLC0415 an extra

    words = pyarrow.list_(pyarrow.string())
    types = {"integer": pyarrow.int64(), "number": pyarrow.float64(), "text": pyarrow.string(), "words": words}
    if table == "documents":
        fields = [(column.name, types[column.type], column.name != "path") for column in columns(table)]
        fields += [("warnings", words, False), ("error", pyarrow.string(), True)]
    else:
        fields = [("path", pyarrow.string(), False), ("date", pyarrow.string(), True)]
        fields += [(column.name, types[column.type], column.optional) for column in columns(table)]
    return pyarrow.schema([pyarrow.field(*field) for field in fields], metadata={"schema": SCHEMA, "table": table})


def record_batch(table: str, found: Sequence[tuple[Source, Record]]) -> Any:
    """Return records, each with the source that it stands in, as a record batch."""
    import pyarrow  # noqa: PLC0415

    target = schema(table)
    values = [[source.path for source, _ in found], [source.date for source, _ in found]]
    for column in columns(table):
        cells: list[Any] = [getattr(record, column.name) for _, record in found]
        if column.type == "number":
            cells = [None if cell is None else float(cell) for cell in cells]
        values.append(cells)
    arrays = [pyarrow.array(cells, field.type) for cells, field in zip(values, target, strict=True)]
    return pyarrow.RecordBatch.from_arrays(arrays, schema=target)
