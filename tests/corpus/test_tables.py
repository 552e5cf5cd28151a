"""What became of reports, as rows."""

import pytest

from govtext import Extractor
from govtext.corpus.outcome import Settings
from govtext.corpus.rows import Row
from govtext.corpus.tables import as_rows, extract_reports

TEXT = "新增就业4万人。"


@pytest.mark.parametrize(
    ("row", "date", "error"),
    [
        (Row("a", TEXT, "2022-03"), "2022-03", None),
        (Row("a", TEXT), "2020", None),
        (Row("a", " \n"), None, "is empty: there is no text in it"),
        (Row("a", None), None, "is empty: there is no text in it"),
        (Row("a", TEXT, "22"), None, "no date '22'; write YYYY, YYYY-MM or YYYY-MM-DD"),
        (Row("a", f"\ud800{TEXT}"), None, "a fault in govtext, please report it: UnicodeEncodeError: 'utf-8' codec"),
    ],
)
def test_a_row_for_each_report(row: Row, date: str | None, error: str | None, extractor: Extractor) -> None:
    found = extract_reports([row], extractor, Settings(date="2020", tables=("facts",)))
    (document,) = as_rows("documents", found).to_pylist()
    assert (document["path"], document["date"], document["warnings"]) == ("a", date, [])
    assert (document["error"] or "").startswith(error or "")
    assert (document["error"] is None) == (error is None)
    assert as_rows("facts", found)["value"].to_pylist() == ([] if error else [40_000])
