"""What came of one report of many, whatever went wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

import msgspec

from govtext.errors import ReadError, SlowRuleError, UsageError
from govtext.model import Document
from govtext.render.arrow import record_batch, schema

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from govtext.pipeline import Extractor
    from govtext.read import SourceText


class Report(Protocol):
    """A report, wherever it lies: what to call it, and when it was given where the text does not say."""

    @property
    def name(self) -> str:
        """What messages and results call it."""

    @property
    def date(self) -> str | None:
        """YYYY, YYYY-MM or YYYY-MM-DD."""

    def read(self) -> SourceText:
        """Read it. Raises ReadError."""


class Attempt(msgspec.Struct, frozen=True):
    """A document, or the error of a report that failed; and what a careful reader should know."""

    path: str
    document: Document | None = None
    error: str | None = None
    warnings: tuple[str, ...] = ()


def attempt(extractor: Extractor, report: Report, tables: Collection[str]) -> Attempt:
    """Read a report and extract; nothing is raised."""
    try:
        text = report.read()
        text.text.encode()  # half a character, which a PDF may claim, can neither be sent nor written
        document = extractor.extract(text, date=report.date, tables=tables)
    except ReadError as error:
        return Attempt(report.name, error=error.trouble)
    except UsageError as error:  # the date of this report
        return Attempt(report.name, error=str(error))
    except SlowRuleError as error:
        return Attempt(report.name, error=f"given up: {error}")
    except Exception as error:  # a fault of ours on one report is not to end a run over a million
        return Attempt(report.name, error=f"a fault in govtext, please report it: {error!r}")
    return Attempt(report.name, document, warnings=text.warnings)


def as_rows(table: str, tried: Sequence[Attempt]) -> Any:
    """Return what was tried as a record batch: the records of a table, or a row each for `documents`. Needs pyarrow."""
    if table == "documents":
        import pyarrow  # noqa: PLC0415 an extra

        return pyarrow.RecordBatch.from_pylist(list(map(_row, tried)), schema(table))
    documents = [one.document for one in tried if one.document]
    found = [(document.source, record) for document in documents for record in getattr(document, table)]
    return record_batch(table, found)


def _row(tried: Attempt) -> dict[str, Any]:
    source = msgspec.structs.asdict(tried.document.source) if tried.document else {"path": tried.path}
    return {**source, "warnings": tried.warnings, "error": tried.error}
