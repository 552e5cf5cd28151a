"""What other libraries read back is what the JSON says."""

import csv
import io
import json
import sqlite3
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow.parquet
import pytest
from openpyxl.utils.escape import unescape

from govtext.model import Document
from govtext.render.columns import columns
from govtext.render.database import DatabaseWriter
from govtext.render.parquet import ParquetWriter
from govtext.render.records import CsvWriter
from govtext.render.workbook import WorkbookWriter
from tests.render.documents import HOSTILE, document, fact, policy, report, slogan

TABLES = ("facts", "slogans", "policies")

Rows = list[dict[str, Any]]


def hostile() -> Document:
    texts = {"indicator": HOSTILE, "unit": "a,b\"c'\r\n", "predicate": "=cmd", "sentence": "𬭬\x0b_x0041_"}
    return document(
        facts=(fact(**texts), fact()),
        slogans=(slogan(1, HOSTILE, members=("a", HOSTILE)),),
        policies=(policy(1, "＝1"),),
    )


DOCUMENTS = {"report": report()[0], "hostile": hostile(), "nothing": document()}


def expected(found: Document, table: str) -> Rows:
    rows: Rows = json.loads(json.dumps(found.to_dict()[table], default=float))
    return rows


def read_csv(found: Document, table: str, path: Path) -> Rows:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = CsvWriter(stream, table, several=False)
        writer.add(found)
        writer.finish()
    with path.open(encoding="utf-8", newline="") as stream:
        return [_typed(row, table) for row in csv.DictReader(stream)]


def _typed(row: dict[str, str], table: str) -> dict[str, Any]:
    typed: dict[str, Any] = {}
    for column in columns(table):
        value = row[column.name]
        if column.type == "words":
            typed[column.name] = value.split("|") if value else []
        elif column.type in ("integer", "number"):
            typed[column.name] = float(value) if value else None
        else:
            typed[column.name] = value or (None if column.optional else "")
    return typed


def read_workbook(found: Document, table: str, path: Path) -> Rows:
    writer = WorkbookWriter(path, (table,))
    writer.add(found)
    writer.finish()
    heads, *rows = openpyxl.load_workbook(io.BytesIO(path.read_bytes()))[table].iter_rows(values_only=True)
    assert heads[:2] == ("path", "date")
    text = [
        dict(zip(heads, ("" if cell is None else unescape(str(cell)) for cell in row), strict=True)) for row in rows
    ]
    return [_typed(row, table) for row in text]


def read_parquet(found: Document, table: str, path: Path) -> Rows:
    writer = ParquetWriter(path, table)
    writer.add(found)
    writer.finish()
    rows: Rows = pyarrow.parquet.read_table(path).to_pylist()
    return [{name: value for name, value in row.items() if name not in ("path", "date")} for row in rows]


def read_database(found: Document, table: str, path: Path) -> Rows:
    writer = DatabaseWriter(path, TABLES, words=list)
    writer.add(found, "文")
    writer.finish()
    with sqlite3.connect(path) as database:
        database.row_factory = sqlite3.Row
        rows = [dict(row) for row in database.execute(f"select * from {table} order by id")]
    words = {column.name for column in columns(table) if column.type == "words"}
    return [
        {
            name: json.loads(value) if name in words else value
            for name, value in row.items()
            if "id" not in name.split("_")
        }
        | ({"indicator_id": row["indicator_id"]} if table == "facts" else {})
        for row in rows
    ]


@pytest.mark.parametrize("read", [read_csv, read_workbook, read_parquet, read_database], ids=lambda read: read.__name__)
@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_same_records(name: str, table: str, read: Any, tmp_path: Path) -> None:
    found = DOCUMENTS[name]
    if name == "hostile" and read in (read_csv, read_workbook):  # there several words are one text, joined by |
        found = document(facts=found.facts, policies=found.policies)
    assert read(found, table, tmp_path / "file") == expected(found, table)


def test_rows_are_flat() -> None:
    found = report()[0]
    (first, second, _) = found.to_rows()
    assert (first["path"], first["date"], first["low"], first["value"]) == ("a.txt", "2023-01-10", 3e8, None)
    assert (second["value"], second["cues"]) == (6.5, "力争|左右")
    assert tuple(second) == ("path", "date", *(column.name for column in columns("facts")))
    assert [row["members"] for row in found.to_rows("slogans")] == ["", "甲|乙"]
    assert document().to_rows("policies") == []
