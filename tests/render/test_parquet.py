"""Parquet with a schema of its own."""

import sys
from decimal import Decimal
from pathlib import Path

import pyarrow.parquet
import pytest

from govtext.errors import UsageError
from govtext.render import parquet
from govtext.render.parquet import ParquetWriter
from tests.render.documents import document, fact, report


def test_schema_does_not_depend_on_what_was_found(tmp_path: Path) -> None:
    schemas = []
    for number, found in enumerate((document(), report()[0])):
        writer = ParquetWriter(tmp_path / f"{number}", "facts")
        writer.add(found)
        writer.finish()
        schemas.append(pyarrow.parquet.read_schema(tmp_path / f"{number}"))
    assert schemas[0].equals(schemas[1], check_metadata=True)
    types = {field.name: str(field.type) for field in schemas[0]}
    assert (types["start"], types["value"], types["unit"]) == ("int64", "double", "string")
    assert types["cues"].startswith("list<")
    assert schemas[0].metadata == {b"schema": b"govtext/1", b"table": b"facts"}


def test_rows_are_written_in_groups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "GROUP", 2)
    writer = ParquetWriter(tmp_path / "a", "facts")
    for value in range(5):
        writer.add(document(str(value), facts=(fact(value=Decimal(value)),)))
    writer.finish()
    assert pyarrow.parquet.ParquetFile(tmp_path / "a").num_row_groups == 3
    read = pyarrow.parquet.read_table(tmp_path / "a").to_pydict()
    assert (read["path"], read["value"]) == (list("01234"), [0.0, 1.0, 2.0, 3.0, 4.0])


def test_without_the_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UsageError, match=r"pip install 'govtext\[parquet\]'"):
        ParquetWriter(tmp_path / "a", "facts")
