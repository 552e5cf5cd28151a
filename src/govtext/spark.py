"""Extract inside Spark: functions for `DataFrame.mapInArrow`. Needs pyarrow; every executor needs govtext.

reports = spark.read.parquet("reports/")  # columns path (or id), text, and date where there is one
facts = reports.mapInArrow(extract_arrow, schema=schema("facts"))
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from govtext.corpus.outcome import Settings
from govtext.corpus.packing import pack, unpack
from govtext.corpus.rows import read_rows
from govtext.corpus.tables import as_rows, extract_reports
from govtext.errors import UsageError
from govtext.lexicon import Lexicon
from govtext.render import arrow
from govtext.render.columns import TABLES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from govtext.segment import Engine

    Batches = Iterable[Any]  # of pyarrow.RecordBatch

ROWS = 100
"""Reports whose records are held in memory: Spark's batches have thousands."""

_TYPES = {"int64": "bigint", "double": "double", "string": "string"}


def schema(table: str = "facts") -> str:
    """Return the columns of `facts`, `slogans`, `policies` or `documents` as Spark writes them: `path` string, …

    Raises UsageError for another table.
    """
    fields = arrow.schema(_known(table))
    return ", ".join(f"`{field.name}` {_TYPES.get(str(field.type), 'array<string>')}" for field in fields)


def extract_arrow(batches: Batches) -> Iterator[Any]:
    """Yield the facts of the reports in record batches, with the shipped dictionaries.

    A report that fails has no facts; its error is in the table `documents`. Raises UsageError if a column is missing.
    """
    yield from _shipped_facts()(batches)


@cache
def _shipped_facts() -> Callable[[Batches], Iterator[Any]]:
    return extractor_for("facts")


def extractor_for(
    table: str = "facts", *, lexicon: Lexicon | None = None, date: str | None = None, engine: Engine = "jieba"
) -> Callable[[Batches], Iterator[Any]]:
    """Return a function for mapInArrow that yields a table, found with one's own dictionaries and rules.

    The lexicon is loaded where this is called, so that a wrong line is told before the job begins, and sent along;
    `date` is that of reports without one, `engine` cuts the words. Raises UsageError for an unknown table.
    """
    _known(table)
    packed = pack(lexicon or Lexicon.load())
    settings = Settings(date=date, tables=() if table == "documents" else (table,), engine=engine)

    def extract_table(batches: Batches) -> Iterator[Any]:
        extractor = unpack(packed, engine)
        for batch in batches:
            for first in range(0, batch.num_rows, ROWS):
                yield as_rows(table, extract_reports(read_rows(batch.slice(first, ROWS)), extractor, settings))

    return extract_table


def _known(table: str) -> str:
    if table not in (*TABLES, "documents"):
        raise UsageError(f"no table {table!r}; there are {', '.join(TABLES)} and documents")
    return table
