"""What became of reports as rows of Arrow tables. Needs pyarrow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from govtext.corpus.outcome import Outcome, extract_input
from govtext.errors import SlowRuleError
from govtext.render.arrow import record_batch, schema

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govtext.corpus.batches import File
    from govtext.corpus.outcome import Failure, Settings
    from govtext.corpus.rows import Row
    from govtext.pipeline import Extractor

Named = tuple[str, Outcome]
"""What a report is called, and what became of it."""


def extract_reports(reports: Iterable[File | Row], extractor: Extractor, settings: Settings) -> list[Named]:
    """Extract from each report; a date of its own counts more than that of the settings. Nothing is raised."""
    found = []
    for report in reports:
        own = msgspec.structs.replace(settings, date=report.date) if report.date else settings
        found.append((report.name, extract_input(report, extractor=extractor, settings=own)))
    return found


def as_rows(table: str, named: Sequence[Named]) -> Any:
    """Return the records of a table as a record batch, for `documents` a row for each report."""
    if table == "documents":
        import pyarrow  # noqa: PLC0415 an extra

        return pyarrow.RecordBatch.from_pylist([_row(name, outcome) for name, outcome in named], schema(table))
    documents = [outcome.document for _, outcome in named if outcome.document]
    found = [(document.source, record) for document in documents for record in getattr(document, table)]
    return record_batch(table, found)


def _row(name: str, outcome: Outcome) -> dict[str, Any]:
    source = msgspec.structs.asdict(outcome.document.source) if outcome.document else {"path": name}
    warnings = [warning.removeprefix(f"{name}: ") for warning in outcome.warnings]
    return {**source, "warnings": warnings, "error": outcome.failure and _trouble(name, outcome.failure)}


def _trouble(name: str, failure: Failure) -> str:
    slow = failure.error == SlowRuleError.__name__
    return f"given up: {failure.text}" if slow else failure.text.removeprefix(f"{name}: ")
