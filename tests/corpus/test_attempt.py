"""What came of a report, whatever went wrong."""

from datetime import date

import pytest

from govtext import Extractor
from govtext.corpus.attempt import Report, as_rows, attempt
from govtext.corpus.rows import Row
from govtext.read import SourceText


class Broken:
    """A report that brings a mistake of ours to light."""

    name = "broken"
    date = None

    def read(self) -> SourceText:
        raise RecursionError("too deep")


@pytest.mark.parametrize(
    ("report", "error"),
    [
        (Row("a", "新增就业4万人。", "2022"), None),
        (Row("a", " \n"), "is empty: there is no text in it"),
        (Row("a", "新增就业4万人。", "22"), "no date '22'; write YYYY, YYYY-MM or YYYY-MM-DD"),
        (Row("a", "新增就业4万人。", str(date(2022, 3, 5))), None),
        (Broken(), "a fault in govtext, please report it: RecursionError('too deep')"),
    ],
)
def test_errors(report: Report, error: str | None, extractor: Extractor) -> None:
    tried = attempt(extractor, report, ("facts",))
    assert (tried.error, tried.document is None) == (error, error is not None)
    (row,) = as_rows("documents", [tried]).to_pylist()
    assert (row["path"], row["error"], row["warnings"]) == (report.name, error, [])
    assert as_rows("facts", [tried]).num_rows == (error is None)


def test_half_a_character_is_told(extractor: Extractor) -> None:
    tried = attempt(extractor, Row("a", "\ud800新增就业4万人。"), ("facts",))
    assert tried.error is not None
    assert "surrogates not allowed" in tried.error
    assert as_rows("documents", [tried]).num_rows == 1
