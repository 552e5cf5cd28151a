"""Reports as rows of an Arrow table: `path` or `id`, `text`, and `date` where there is one. Needs pyarrow."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

import msgspec

from govtext.errors import ReadError, UsageError
from govtext.read import SourceText

if TYPE_CHECKING:
    from collections.abc import Iterator


class Row(msgspec.Struct, frozen=True):
    """A report in a row: its text as it stands."""

    name: str
    text: str | None
    date: str | None = None

    @property
    def path(self) -> None:
        """None: it is no file."""

    def read(self, *, encoding: str | None = None) -> SourceText:  # noqa: ARG002 what is text has none
        """Return the text. Raises ReadError where there is none."""
        if not (self.text and self.text.strip()):
            raise ReadError(self.name, "is empty: there is no text in it")
        digest = sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
        return SourceText(path=self.name, text=self.text, encoding="utf-8", sha256=digest)


def name_column(schema: Any) -> str:
    """Return the column that names the reports, `path` or `id`. Raises UsageError where a column is missing."""
    from pyarrow import types  # noqa: PLC0415 an extra

    names = [name for name in ("path", "id") if name in schema.names]
    if not names or "text" not in schema.names:
        raise UsageError(f"needs the columns text and path (or id); it has {', '.join(schema.names) or 'none'}")
    text = schema.field("text").type
    if not (types.is_string(text) or types.is_large_string(text)):
        raise UsageError(f"the column text holds {text}, not string")
    return names[0]


def read_rows(batch: Any) -> Iterator[Row]:
    """Yield the reports of a record batch or a table. Raises UsageError where a column is missing."""
    names = batch.column(name_column(batch.schema)).to_pylist()
    dates = batch.column("date").to_pylist() if "date" in batch.schema.names else [None] * len(names)
    for name, text, given in zip(names, batch.column("text").to_pylist(), dates, strict=True):
        yield Row(str(name), text, None if given is None else str(given))
