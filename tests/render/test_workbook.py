"""A workbook that opens well and does nothing by itself."""

import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from govtext.errors import UsageError
from govtext.render import workbook
from govtext.render.columns import columns
from govtext.render.workbook import WorkbookWriter
from tests.render.documents import document, fact, report


def write(path: Path, *documents: object, language: str = "en") -> openpyxl.Workbook:
    writer = WorkbookWriter(path, ("facts", "slogans", "policies"), language=language)  # type: ignore[arg-type]
    for found in documents:
        writer.add(found)  # type: ignore[arg-type]
    writer.finish()
    return openpyxl.load_workbook(path)


def column_of(sheet: Any, heading: str) -> int:
    return [cell.value for cell in sheet[1]].index(heading)


def test_no_formula_no_link(tmp_path: Path) -> None:
    starts = ["=1+1", "+1", "-1", "@a", "＝1", "\t=1", "http://a.example", "mailto:a@b.example", "{=1}", "12"]
    found = document(facts=tuple(fact(indicator=text, cues=(text,)) for text in starts))
    book = write(tmp_path / "a.xlsx", found, report()[0])
    with zipfile.ZipFile(tmp_path / "a.xlsx") as parts:
        sheets = [parts.read(name).decode() for name in parts.namelist() if "worksheets/sheet" in name]
        assert not any("<f>" in sheet or "<f " in sheet or "hyperlink" in sheet for sheet in sheets)
        assert not any("_rels/sheet" in name for name in parts.namelist())
    column = column_of(book["facts"], "indicator")
    cells = [row[column] for row in book["facts"].iter_rows(min_row=2, max_row=len(starts) + 1)]
    assert [cell.value for cell in cells] == starts
    assert {cell.data_type for cell in cells} == {"s"}
    assert [bool(cell.quotePrefix) for cell in cells][:6] == [True] * 6


def test_numbers_are_numbers_that_show_what_they_are(tmp_path: Path) -> None:
    numbers = ["2.3E+12", "5.2", "-0.005", "0"]
    book = write(tmp_path / "a.xlsx", document(facts=tuple(fact(value=Decimal(number)) for number in numbers)))
    column = column_of(book["facts"], "value")
    cells = [row[column] for row in book["facts"].iter_rows(min_row=2)]
    assert [cell.value for cell in cells] == [2300000000000, 5.2, -0.005, 0]
    assert [cell.number_format for cell in cells] == ["#,##0", "#,##0.0", "#,##0.000", "#,##0"]


def test_sheets_headings_filters(tmp_path: Path) -> None:
    book = write(tmp_path / "a.xlsx", report()[0], language="zh")
    assert book.sheetnames == ["报告", "数据", "提法", "政策"]
    sheet = book["数据"]
    assert [cell.value for cell in sheet[1]][:3] == ["来源", "日期", "起点"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == f"A1:{get_column_letter(len(columns('facts')) + 2)}4"
    assert book["报告"]["E2"].value == "=政府工作报告"
    assert sheet.column_dimensions["A"].width < sheet.column_dimensions[get_column_letter(sheet.max_column)].width


def test_more_rows_than_a_sheet_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "ROWS", 3)
    book = write(tmp_path / "a.xlsx", document(facts=tuple(fact(line=line) for line in range(1, 6))))
    assert [name for name in book.sheetnames if name.startswith("facts")] == ["facts", "facts 2", "facts 3"]
    assert [book[name]["E2"].value for name in ("facts", "facts 2", "facts 3")] == [1, 3, 5]


def test_long_text_is_cut_where_excel_ends(tmp_path: Path) -> None:
    book = write(tmp_path / "a.xlsx", document(facts=(fact(sentence="长" * 40_000),)))
    text = book["facts"].cell(2, book["facts"].max_column).value
    assert (len(text), text[-1]) == (32_767, "…")


def test_without_the_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "xlsxwriter", None)
    with pytest.raises(UsageError, match=r"pip install 'govtext\[xlsx\]'"):
        WorkbookWriter(tmp_path / "a.xlsx", ("facts",))
