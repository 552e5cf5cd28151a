"""Write tasks for annotation tools: the text of each report and the spans that were found, for people to correct."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Any

import msgspec

from govtext.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TextIO

    from govtext.model import Document, Record

LABELS = {"facts": "fact", "slogans": "slogan", "policies": "policy"}


class DoccanoWriter:
    """Write one report a line for doccano: `{"text": …, "label": [[start, end, "fact"], …]}`, offsets in code points.

    The project must be one of sequence labelling that allows overlapping spans. Fields of the report are metadata.
    """

    def __init__(self, stream: TextIO, tables: Sequence[str]) -> None:
        self.stream = stream
        self.tables = tables

    def add(self, document: Document, text: str = "", /) -> None:
        """Write one document with its text."""
        labels = [(record.start, record.end, LABELS[table]) for table, record in _spans(document, self.tables)]
        self.stream.write(_json({"text": text, "label": labels, **_about(document)}) + "\n")
        self.stream.flush()

    def finish(self) -> None:
        """Nothing is left to write."""


class LabelStudioWriter:
    """Write an array of tasks for Label Studio, the spans as predictions; `<Labels name="label" toName="text">`.

    A browser counts UTF-16 units: a character beyond U+FFFF (𬭬) counts twice in its offsets.
    """

    def __init__(self, stream: TextIO, tables: Sequence[str]) -> None:
        self.stream = stream
        self.tables = tables
        self.first = True

    def add(self, document: Document, text: str = "", /) -> None:
        """Write one document with its text."""
        units = utf16_offsets(text)
        results = [
            {
                "id": f"{LABELS[table]}-{number}",
                "from_name": "label",
                "to_name": "text",
                "type": "labels",
                "value": {
                    "start": units[record.start],
                    "end": units[record.end],
                    "text": text[record.start : record.end],
                    "labels": [LABELS[table]],
                },
            }
            for number, (table, record) in enumerate(_spans(document, self.tables), 1)
        ]
        predictions = [{"model_version": f"govtext {__version__}", "result": results}]
        task = {"data": {"text": text, **_about(document)}, "predictions": predictions}
        self.stream.write(("[\n" if self.first else ",\n") + _json(task))
        self.stream.flush()
        self.first = False

    def finish(self) -> None:
        """Close the array."""
        self.stream.write("[]\n" if self.first else "\n]\n")


def utf16_offsets(text: str) -> Sequence[int]:
    """Return for every offset in code points, also that of the end, the one in UTF-16 units."""
    if text.isascii() or max(text) <= "\uffff":
        return range(len(text) + 1)
    return list(accumulate((1 + (character > "\uffff") for character in text), initial=0))


def _spans(document: Document, tables: Sequence[str]) -> Iterator[tuple[str, Record]]:
    """Yield the records of all tables in the order of the text."""
    found: list[tuple[str, Record]] = [(table, record) for table in tables for record in getattr(document, table)]
    yield from sorted(found, key=lambda pair: (pair[1].start, pair[1].end))


def _about(document: Document) -> dict[str, str | None]:
    source = document.source
    return {"path": source.path, "title": source.title, "date": source.date, "region": source.region}


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()
