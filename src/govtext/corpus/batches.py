"""Cut many reports into batches: so many files, or a row group of a Parquet file. Needs pyarrow."""

from __future__ import annotations

from itertools import chain, groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from govtext.corpus.rows import Row, name_column, read_rows
from govtext.corpus.walk import Input
from govtext.errors import ReadError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govtext.read import SourceText

SIZE = 100
"""Files a batch: half a minute of work, and some ten thousand facts."""


class File(msgspec.Struct, frozen=True):
    """A report in a file. The name is as it was given, the path is absolute: a worker stands in another folder."""

    name: str
    input: Input
    date: None = None

    @property
    def path(self) -> Path | None:
        """Where it is."""
        return self.input.path

    def read(self, *, encoding: str | None = None) -> SourceText:
        """Read and decode it. Raises ReadError."""
        try:
            return msgspec.structs.replace(self.input.read(encoding=encoding), path=self.name)
        except ReadError as error:
            raise ReadError(self.name, error.trouble) from None


class Listed(msgspec.Struct, frozen=True):
    """A batch of reports, each by itself."""

    listed: tuple[File | Row, ...]

    def reports(self) -> Sequence[File | Row]:
        """Return the reports."""
        return self.listed


class RowGroup(msgspec.Struct, frozen=True):
    """A batch that is a row group (0-based) of a Parquet file."""

    name: str
    path: Path
    group: int

    def reports(self) -> Sequence[File | Row]:
        """Read the rows; where that fails, they are one report that says so."""
        import pyarrow.parquet  # noqa: PLC0415 an extra

        try:
            with pyarrow.parquet.ParquetFile(self.path) as file:
                return list(read_rows(file.read_row_group(self.group, _columns(file.schema_arrow))))
        except (OSError, pyarrow.ArrowException, UsageError) as error:
            trouble = f"row group {self.group} cannot be read: {error}"
            return [File(self.name, Input(path=self.path, trouble=trouble))]


Batch = Listed | RowGroup


def batches(inputs: Iterable[Input], *, size: int = SIZE) -> Iterator[Batch]:
    """Yield the batches of inputs in their order; the same inputs give the same batches.

    A `.parquet` file gives its row groups; one that cannot be read gives a report that says so. Raises UsageError for
    standard input.
    """
    groups = groupby(inputs, key=lambda source: source.path is not None and source.path.suffix == ".parquet")
    for are_tables, members in groups:
        if are_tables:
            yield from chain.from_iterable(_row_groups(source) for source in members)
            continue
        files = [_file(source) for source in members]
        for first in range(0, len(files), size):
            yield Listed(tuple(files[first : first + size]))


def _file(source: Input) -> File:
    if source.path is None:
        raise UsageError("a cluster cannot read standard input; name files that all workers can see")
    return File(source.name, Input(path=source.path.absolute(), trouble=source.trouble))


def _row_groups(source: Input) -> Iterator[Batch]:
    import pyarrow.parquet  # noqa: PLC0415

    path = (source.path or Path()).absolute()
    try:
        if source.trouble:
            raise UsageError(source.trouble)
        with pyarrow.parquet.ParquetFile(path) as file:
            name_column(file.schema_arrow)
            yield from [RowGroup(source.name, path, group) for group in range(file.num_row_groups)]
    except (OSError, pyarrow.ArrowException, UsageError) as error:
        trouble = error.strerror if isinstance(error, OSError) and error.strerror else error
        yield Listed((File(source.name, Input(path=path, trouble=f"cannot be read as Parquet: {trouble}")),))


def _columns(schema: Any) -> list[str]:
    return [name for name in schema.names if name in (name_column(schema), "text", "date")]
