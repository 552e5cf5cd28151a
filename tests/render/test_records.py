"""Records for programs: exact in JSON, safe in spreadsheets, stable columns."""

import csv
import io
import json
from decimal import Decimal

import pytest

from govtext.model import Document, Fact
from govtext.render.records import CsvWriter, JsonLinesWriter, JsonWriter, cell
from tests.render.documents import HOSTILE, document, fact, slogan


def written(stream: io.StringIO, writer: JsonWriter | JsonLinesWriter | CsvWriter, *documents: Document) -> str:
    for found in documents:
        writer.add(found)
    writer.finish()
    return stream.getvalue()


def as_csv(*documents: Document, table: str = "facts", several: bool = False, spreadsheet: bool = False) -> str:
    stream = io.StringIO(newline="")
    return written(stream, CsvWriter(stream, table, several=several, spreadsheet=spreadsheet), *documents)


def as_json(*documents: Document, several: bool) -> str:
    stream = io.StringIO()
    return written(stream, JsonWriter(stream, several=several), *documents)


def test_json_is_one_object_or_an_array() -> None:
    one, two = document("a"), document("b")
    assert json.loads(as_json(one, several=False))["source"]["path"] == "a"
    assert [found["source"]["path"] for found in json.loads(as_json(one, two, several=True))] == ["a", "b"]
    assert len(json.loads(as_json(one, several=True))) == 1
    assert as_json(several=True) == "[]\n"


def test_json_lines_hold_a_document_each(hostile: Document) -> None:
    stream = io.StringIO()
    lines = written(stream, JsonLinesWriter(stream), hostile, document()).splitlines()
    assert json.loads(lines[0])["facts"][0]["indicator"] == HOSTILE
    assert len([line for line in lines if line.startswith("{")]) == 2


def test_csv_columns_are_the_fields() -> None:
    (row,) = csv.DictReader(
        io.StringIO(as_csv(document(facts=(fact(value=Decimal("2.3E+12"), cues=("力争", "左右")),))))
    )
    assert tuple(row) == Fact.__struct_fields__
    assert (row["value"], row["cues"], row["unit"]) == ("2300000000000", "力争|左右", "")


def test_csv_of_several_documents_begins_with_the_path() -> None:
    text = as_csv(document("a", facts=(fact(),)), document("b", facts=(fact(),)), several=True)
    assert [row["path"] for row in csv.DictReader(io.StringIO(text))] == ["a", "b"]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"])
def test_a_spreadsheet_gets_no_formula(start: str) -> None:
    found = document(start, facts=(fact(indicator=f"{start}1+1", value=Decimal(-5), cues=(f"{start}1",)),))
    text = as_csv(found, several=True, spreadsheet=True)
    assert text.startswith("\ufeffpath,start,")
    (row,) = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    assert (row["path"], row["indicator"], row["cues"]) == (f"'{start}", f"'{start}1+1", f"'{start}1")
    assert row["value"] == "-5"
    (row,) = csv.DictReader(io.StringIO(as_csv(found), newline=""))
    assert row["indicator"] == f"{start}1+1"


def test_line_ends() -> None:
    found = document(slogans=(slogan(1, "甲"),))
    assert as_csv(found, table="slogans").count("\r") == 0
    assert as_csv(found, table="slogans", spreadsheet=True).count("\r\n") == 2


@pytest.mark.parametrize("text", ["a,b", 'a"b', "a\nb", "a\rb", "a\r\nb"], ids=repr)
def test_quoting(text: str) -> None:
    (row,) = csv.DictReader(io.StringIO(as_csv(document(facts=(fact(indicator=text),))), newline=""))
    assert row["indicator"] == text


@pytest.mark.parametrize(
    ("value", "expected"),
    [(None, ""), (3, "3"), (Decimal("0.50"), "0.50"), ((), ""), (("a", "b"), "a|b"), ("x", "x")],
    ids=str,
)
def test_cell(value: object, expected: str) -> None:
    assert cell(value) == expected
