"""Print why: every record with the rule, the rows of dictionaries and the cues behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govtext.explain import origins
from govtext.lexicon.places import label
from govtext.render.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TextIO

    from govtext.lexicon import Lexicon
    from govtext.model import Document, Record

TABLES = {"facts": "fact", "slogans": "slogan", "policies": "policy"}


class ExplainWriter:
    """Write each record on a line, `path:line:column`, and below it where its fields come from."""

    def __init__(self, stream: TextIO, tables: Sequence[str], lexicon: Lexicon) -> None:
        self._stream = stream
        self._tables = tables
        self._lexicon = lexicon

    def add(self, document: Document, _text: str = "", /) -> None:
        """Write one document."""
        records: list[tuple[Record, str]] = []
        for table in self._tables:
            records.extend((record, TABLES[table]) for record in getattr(document, table))
        for record, kind in sorted(records, key=lambda pair: (pair[0].start, pair[0].end)):
            place = f"{document.source.path}:{record.line}:{record.column}"
            self._stream.write(visible(f"{place}: {kind} {record.text}") + "\n")
            self._stream.writelines(visible(line) + "\n" for line in explained(record, self._lexicon))

    def finish(self) -> None:
        """Nothing is left to write."""


def explained(record: Record, lexicon: Lexicon) -> list[str]:
    """Return a line for each field of a record that a rule or a dictionary set."""
    lines = []
    for found in origins(record, lexicon):
        said = f" ← {found.said}" if found.said != found.value and found.field != "rule" else ""
        place = f"  ({label(found.path, found.row)})" if found.path else ""
        lines.append(f"    {found.field:<10} {found.value}{said}{place}")
    return lines
