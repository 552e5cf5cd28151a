"""Rows a second of each writer, and of the library that it wraps with the same cells.

    python benchmarks/writers.py [ROWS]

The records are those of the samples, over and over. Best of two runs.
"""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from govtext.cli.options import Format
from govtext.cli.writers import Makers
from govtext.pipeline import Extractor
from govtext.read import read_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from govtext.model import Document

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
TABLES = ("facts", "slogans", "policies")


def main() -> None:
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    extractor = Extractor()
    found = [(extractor.extract(source), source.text) for source in map(read_file, sorted(SAMPLES.glob("*.txt")))]
    documents: list[tuple[Document, str]] = []
    rows = 0
    while rows < wanted:
        documents += found
        rows += sum(len(getattr(document, table)) for document, _ in found for table in TABLES)
    print(f"{rows:,} rows of {len(documents)} reports")
    for form in Format:
        print(f"{form:<14} {_speed(lambda form=form: _write(form, extractor, documents), rows):>10,.0f} rows/s")
    facts = [row for document, _ in documents for row in document.to_rows()]
    for name, baseline in BASELINES.items():
        print(f"{name:<28} {_speed(lambda baseline=baseline: baseline(facts), len(facts)):>10,.0f} facts/s")


def _speed(run: Callable[[], None], rows: int) -> float:
    best = float("inf")
    for _ in range(2):
        start = time.perf_counter()
        run()
        best = min(best, time.perf_counter() - start)
    return rows / best


def _write(form: Format, extractor: Extractor, documents: list[tuple[Document, str]]) -> None:
    makers = Makers(form=form, extractor=extractor, several=True, by="name", language="zh")
    with TemporaryDirectory() as folder:
        one_table = form in (Format.CSV, Format.TSV, Format.PARQUET)
        for tables in [(table,) for table in TABLES] if one_table else [TABLES]:
            writer: Any
            if form in (Format.XLSX, Format.PARQUET, Format.SQLITE):
                writer = makers.file(Path(folder, tables[0]), tables)
            else:
                writer = makers.stream(io.StringIO(), tables, file=True)
            for document, text in documents:
                writer.add(document, text)
            writer.finish()


def _csv(rows: list[dict[str, Any]]) -> None:
    writer = csv.DictWriter(io.StringIO(), list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)


def _json(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        json.dumps(row, ensure_ascii=False)


def _sqlite(rows: list[dict[str, Any]]) -> None:
    with sqlite3.connect(":memory:") as database:
        names = ", ".join(f'"{name}"' for name in rows[0])
        database.execute(f"create table facts ({names})")
        marks = ", ".join("?" * len(rows[0]))
        database.executemany(f"insert into facts values ({marks})", (tuple(row.values()) for row in rows))


def _xlsxwriter(rows: list[dict[str, Any]]) -> None:
    from xlsxwriter import Workbook  # noqa: PLC0415

    with TemporaryDirectory() as folder:
        book = Workbook(f"{folder}/a.xlsx", {"constant_memory": True})
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row.values())
        book.close()


def _pyarrow(rows: list[dict[str, Any]]) -> None:
    import pyarrow  # noqa: PLC0415
    import pyarrow.parquet  # noqa: PLC0415

    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows), io.BytesIO(), compression="zstd")


BASELINES = {
    "csv.DictWriter": _csv,
    "json.dumps": _json,
    "sqlite3, no index": _sqlite,
    "XlsxWriter, constant_memory": _xlsxwriter,
    "pyarrow from_pylist, zstd": _pyarrow,
}

if __name__ == "__main__":
    main()
